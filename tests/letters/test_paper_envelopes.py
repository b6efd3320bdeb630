"""The envelopes of forms/: what cannot be is told, with the remedy."""

import shutil
from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.letters.content.envelopes import read_envelopes
from ido_kiosk.letters.content.loading import load_envelopes
from ido_shared.content.problems import ContentError, Problem, Report

DL = "venster: {links: 20, onder: 20, breed: 100, hoog: 30}"
FOLDS = "vouwen: [99, 198] "
FLOAT = "speling: {opzij: 10, omlaag: 11}"
ADDRESS = "adres: {links: 25, boven: 60, breed: 80, hoog: 19}"
SPOILT = [  # code, what stands there, what someone makes of it, part of what is told
    ("ENV-301", "envelop: {breed: 220, hoog: 110}", "envelop: {breed: 220, hoog: 11 cm}", "11 cm. Dat is geen maat"),
    ("ENV-301", FOLDS, "vouwen: [99, '198,5'] ", "met een punt"),
    ("ENV-302", DL, "venster: {onder: 20, breed: 100, hoog: 30}", "een van de twee"),
    ("ENV-302", DL, "venster: {links: 20, rechts: 100, onder: 20, breed: 100, hoog: 30}", "een van de twee"),
    ("ENV-303", DL, "venster: {links: 200, onder: 20, breed: 100, hoog: 30}", "past niet op de envelop"),
    ("ENV-304", FOLDS, "vouwen: [198, 99] ", "past het blad niet"),
    ("ENV-304", FOLDS, "vouwen: [148.5] ", "past het blad niet"),
    ("ENV-305", FLOAT, "speling: {opzij: 5, omlaag: 11}", "{opzij: 10, omlaag: 11}"),
    ("ENV-306", ADDRESS, "adres: {links: 25, boven: 59, breed: 80, hoog: 19}", "60 tot 79 van boven"),
    ("ENV-306", ADDRESS, "adres: {links: 12, boven: 60, breed: 80, hoog: 19}", "20 tot 110 van links"),
    ("ENV-306", ADDRESS, "adres: {links: 25, boven: 60, breed: 80, hoog: 15}", "18.5 hoog"),
    ("ENV-307", DL, "venster: {links: 20, onder: 20, breed: 100, hoog: 60}", "een ander stuk van de brief"),
    ("VELD-201", FLOAT, "speling: {opzij: 10, omlaag: 11, om: 3}", "hoort hier niet"),
    ("VELD-202", FLOAT, "speling: {opzij: 10}", "omlaag ontbreekt"),
    ("VELD-202", f"    {ADDRESS}", "", "adres ontbreekt"),
]


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    shutil.copy(paths.forms() / "enveloppen.yaml", tmp_path)
    return tmp_path


def told(forms: Path) -> list[Problem]:
    report = Report()
    read_envelopes(forms, report)
    return report.problems


def test_what_ships_is_whole(forms: Path, tmp_path: Path) -> None:
    assert told(forms) == []
    envelopes = load_envelopes(forms, tmp_path / "cache", "1").envelopes
    assert list(envelopes) == ["dl-links", "dl-rechts", "c5-links"]
    assert load_envelopes(forms, tmp_path / "cache", "1").envelopes == envelopes
    right = envelopes["dl-rechts"]
    assert (right.window.left, right.window.top, right.safe.right, right.safe.bottom) == (105, 60, 195, 79)


@pytest.mark.parametrize(("code", "there", "spoilt", "part"), SPOILT)
def test_a_mistake_is_told_with_its_remedy(code: str, there: str, spoilt: str, part: str, forms: Path) -> None:
    file = forms / "enveloppen.yaml"
    text = file.read_text(encoding="utf-8")
    assert there in text
    file.write_text(text.replace(there, spoilt, 1), encoding="utf-8")
    problems = told(forms)
    assert [problem.code for problem in problems] == [code]
    assert part in f"{problems[0].cause} {problems[0].remedy}"
    assert problems[0].place.file == "enveloppen.yaml"
    assert problems[0].place.line > 5


def test_mistakes_of_all_envelopes_come_out_at_once(forms: Path, tmp_path: Path) -> None:
    file = forms / "enveloppen.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("hoog: 19}", "hoog: 9}"), encoding="utf-8")
    assert [problem.code for problem in told(forms)] == ["ENV-306"] * 3
    with pytest.raises(ContentError, match="ENV-306"):
        load_envelopes(forms, tmp_path / "cache", "1")


def test_without_the_file_it_is_told(tmp_path: Path) -> None:
    assert [problem.code for problem in told(tmp_path)] == ["LEES-101"]


def test_every_code_is_documented() -> None:
    text = (paths.forms() / "FOUTEN.md").read_text(encoding="utf-8")
    assert all(f"| {code} |" in text for code, *_rest in SPOILT)
