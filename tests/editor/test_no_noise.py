"""One mistake of an editor is told once, without what only follows from it."""

from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.editor.check import check
from tests.editor.conftest import Change

TODAY = date(2026, 11, 26)
GUIDE, FACTS = "gidsen/voorbeeld.yaml", "feiten.yaml"

ALONE = [  # code, file, what stands there, what an editor makes of it
    ("LEES-106", GUIDE, "titel: Een voorbeeld", 'titel: "Een voorbeeld'),
    ("LEES-104", GUIDE, "- Kies Activeren.", "- Let op: kies iets."),
    ("VELD-201", GUIDE, "- tekst: Doe dit", "- tekts: Doe dit"),
    ("VELD-201", GUIDE, "  spoed:", "  spoet:"),
    ("VELD-202", GUIDE, "  opnieuw_controleren_voor: 2027-05-01\n", ""),
    ("VELD-208", GUIDE, "opnieuw_controleren_voor: 2027-05-01", "opnieuw_controleren_voor: 1 mei"),
    ("VELD-202", FACTS, "    gecontroleerd_op: 2026-11-02\n", ""),
    ("VELD-211", GUIDE, "binnen {code_dagen} dagen", "binnen {code_dage} dagen"),
    ("GIDS-204", GUIDE, "    naar: klaar\n", ""),
    ("VELD-202", GUIDE, "{id: nee, tekst: Nee, naar", "{tekst: Nee, naar"),
    ("GIDS-219", GUIDE, "{brief: nee}", "{brief: neen}"),
]


def codes(forms: Path) -> list[str]:
    _library, problems = check(forms, forms.parent / "translations", TODAY)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(("code", "file", "old", "new"), ALONE)
def test_a_mistake_is_told_alone(code: str, file: str, old: str, new: str, forms: Path, change: Change) -> None:
    before = codes(forms)
    change(file, old, new)
    assert sorted(codes(forms)) == sorted([*before, code])


def test_without_a_word_list_no_word_is_judged(forms: Path) -> None:
    before = codes(forms)
    (forms / "woorden.yaml").unlink()
    assert sorted(codes(forms)) == sorted([*before, "LEES-101"])


@pytest.mark.parametrize("name", ["paspoort.yml", "paspoort.yaml.txt", "Paspoort.YAML"])
def test_a_file_that_takes_no_part_is_told(name: str, forms: Path) -> None:
    (forms / "gidsen" / name).write_text("schema: gids/1\n", encoding="utf-8")
    (forms / "gidsen" / "aantekening.md").write_text("Niets.\n", encoding="utf-8")
    _library, problems = check(forms, forms.parent / "translations", TODAY)
    (told,) = [problem for problem in problems if problem.code == "LEES-115"]
    assert told.place.file == f"forms/gidsen/{name}"
    assert "paspoort.yaml" in told.remedy
