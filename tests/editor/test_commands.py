"""The orders of ido-forms, as an editor gives them."""

import json
from pathlib import Path

import pypdfium2
import pytest

from ido_kiosk.base import paths
from ido_kiosk.editor import paper
from ido_kiosk.editor.commands import main
from tests.editor.conftest import Change

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


WRONG = [
    (["preview", "voorbeelt"], "De gids voorbeelt bestaat niet. Bedoelde u: voorbeeld?"),
    (["map", "digid"], "Alle gidsen zien: ido-forms list"),
    (["map"], "Zeg welke gids."),
    (["pdf", "voorbeeld", "--kind", "lag"], "Het soort blad lag bestaat niet. Bedoelde u: lang?"),
    (["pdf", "voorbeeld", "--lang", "xx"], "De taal xx is er niet."),
    (["pdf", "voorbeeld", "--lang"], "Achter --lang hoort een waarde."),
    (["pdf", "voorbeeld", "--stap", "tijpen"], "De stap of uitkomst tijpen bestaat niet. Bedoelde u: typen?"),
    (["search"], "Zeg waar ik naar moet zoeken"),
    (["new"], "Zeg wat u begint"),
    (["new", "gids"], "Zeg wat u begint"),
    (["new", "gids", "123"], "De naam '123' kan niet."),
    (["new", "gids", "Voorbeeld"], "De gids voorbeeld is er al"),
]


@pytest.mark.parametrize(("words", "part"), WRONG)
def test_wrong_use_is_told_in_dutch_and_ends_with_2(words: list[str], part: str, forms: Path, capsys: Out) -> None:
    before = sorted(forms.rglob("*"))
    assert main([*words, "--forms", str(forms)]) == 2
    shown = capsys.readouterr()
    assert part in shown.err
    assert shown.out == ""
    assert sorted(forms.rglob("*")) == before


def test_the_help_names_every_order(capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    orders = ["new", "preview", "check", "map", "pdf", "list", "search", "health", "vertaal"]
    assert all(f"  {order} " in shown for order in orders)
    with pytest.raises(SystemExit):
        main(["pdf", "--help"])
    shown = capsys.readouterr().out
    assert all(option in shown for option in ("--kind", "--lang", "--out", "--forms"))
    assert "usage" not in shown


@pytest.mark.parametrize("order", ["map", "pdf", "list", "search", "health", "new"])
def test_with_mistakes_in_the_content_the_mistakes_are_told(
    order: str, forms: Path, change: Change, capsys: Out
) -> None:
    change("gidsen/voorbeeld.yaml", "naar: typen}", "naar: type}")
    more = {"map": ["voorbeeld"], "pdf": ["voorbeeld"], "search": ["x"], "new": ["gids", "x"]}.get(order, [])
    assert main([order, *more, "--forms", str(forms)]) == 1
    assert "GIDS-203" in capsys.readouterr().out


def test_a_map_is_written_where_it_is_asked_for(forms: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["map", "voorbeeld", "--forms", str(forms), "--out", "x.svg"]) == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").startswith("<?xml")
    (tmp_path / "x.svg").write_text("old")
    assert main(["map", "voorbeeld", "--forms", str(forms), "--out", "x.svg"]) == 0
    assert "<svg" in (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["x.svg"]
    assert main(["map", "voorbeeld", "--forms", str(forms), "--out", "weg/x.svg"]) == 2
    assert "weg bestaat niet" in capsys.readouterr().err
    assert main(["map", "voorbeeld", "--forms", str(forms), "--out", str(tmp_path)]) == 2
    assert "is niet te schrijven" in capsys.readouterr().err


def test_without_a_place_nothing_is_written_over(forms: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["map", "voorbeeld", "--forms", str(forms)]) == 0
    made = (tmp_path / "voorbeeld.svg").read_bytes()
    (tmp_path / "voorbeeld.svg").write_bytes(b"mine")
    assert main(["map", "voorbeeld", "--forms", str(forms)]) == 2
    assert "is er al" in capsys.readouterr().err
    assert (tmp_path / "voorbeeld.svg").read_bytes() == b"mine"
    assert made.startswith(b"<?xml")


@pytest.mark.parametrize("kind", paper.KINDS)
def test_every_kind_of_paper_is_a_pdf(kind: str, tmp_path: Path) -> None:
    assert main(["pdf", "digid-aanvragen", "--kind", kind, "--out", "x.pdf"]) == 0
    assert "DigiD" in paper_words(tmp_path / "x.pdf")


def test_paper_in_another_language(tmp_path: Path) -> None:
    for lang in ("nl", "en"):
        assert main(["pdf", "digid-aanvragen", "--kind", "lang", "--lang", lang]) == 0
        said = paper_words(tmp_path / f"digid-aanvragen-lang-{lang}.pdf")
        assert ("Apply for DigiD" in said) == (lang == "en")


@pytest.mark.parametrize(("page", "part"), [("typen", "Kies Activeren."), ("bellen", "Vraag wat u kunt doen.")])
def test_paper_at_a_step_or_outcome(page: str, part: str, forms: Path, tmp_path: Path) -> None:
    assert main(["pdf", "voorbeeld", "--stap", page, "--forms", str(forms), "--out", "x.pdf"]) == 0
    assert part in paper_words(tmp_path / "x.pdf")


def test_paper_at_what_only_a_standard_exit_leads_to(tmp_path: Path) -> None:
    assert main(["pdf", "digid-aanvragen", "--stap", "geen_mobiel", "--out", "x.pdf"]) == 0
    assert "Bel DigiD. Vraag wat er kan" in paper_words(tmp_path / "x.pdf")


def paper_words(file: Path) -> str:
    made = pypdfium2.PdfDocument(file)
    said = " ".join(page.get_textpage().get_text_range() for page in made)
    made.close()
    return said


def test_the_list_for_a_program(forms: Path, english: Path, capsys: Out) -> None:
    assert main(["list", "--json", "--forms", str(forms)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {
        "schema": "gidsenlijst/1",
        "id": "voorbeeld",
        "title": "Een voorbeeld",
        "organisation": "DIGID",
        "topic": "DGA",
        "status": "nakijken",
        "languages": {
            "nl": {"percent": 100, "proofread": False},
            "en": {"percent": 100, "proofread": False},
        },
        "next_check": "2027-05-01",
    }


def test_the_list_is_honest_about_translations(forms: Path, english: Path, change: Change, capsys: Out) -> None:
    text = english.read_text(encoding="utf-8").replace("spreekt: nee", "spreekt: ja")
    english.write_text(text.replace('msgstr "Een voorbeeld"', 'msgstr ""'), encoding="utf-8")
    main(["list", "--json", "--forms", str(forms)])
    (row,) = json.loads(capsys.readouterr().out)
    assert row["languages"]["en"]["proofread"] is True
    assert 90 < row["languages"]["en"]["percent"] < 100
    english.write_bytes(b"msgid \xff")
    main(["list", "--forms", str(forms)])
    assert "en 0%" in capsys.readouterr().out


def test_a_search_as_at_the_desk(capsys: Out) -> None:
    assert main(["search", "inlogcode", "overheid", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0] == {"kind": "gids", "id": "digid-aanvragen", "title": "DigiD aanvragen"}
    assert main(["search", "iemand", "heeft", "mij", "opgelicht"]) == 0
    assert capsys.readouterr().out.startswith("spoed:opgelicht   Ik ben opgelicht\n")
    assert main(["search", "apply", "for", "digid", "--lang", "en", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["title"] == "Apply for DigiD"


def test_a_search_that_finds_nothing(forms: Path, capsys: Out) -> None:
    assert main(["search", "zzzzqqqq", "--forms", str(forms)]) == 0
    assert capsys.readouterr().out == "Niets gevonden.\n"
    assert main(["search", "zzzzqqqq", "--json", "--forms", str(forms)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_health_of_all_content(forms: Path, english: Path, change: Change, capsys: Out) -> None:
    change("organisaties.yaml", ", open: digid_open", "")
    assert main(["health", "--forms", str(forms)]) == 0
    shown = capsys.readouterr().out
    for part in (
        "De inhoud op 2026-11-26: 1 gids, 3 feiten, 2 organisaties.",
        "2026-09, 2 maanden geleden: digid_open (C), digid_telefoon (B26)",
        "2026-11, deze maand: code_dagen (A)",
        "nooit nagekeken (C): digid_open",
        "ongebruikt: digid_open",
        "Niet door een mens nagelezen\n  voorbeeld",
        "Dertig feiten die het eerst nagekeken moeten worden\n  digid_telefoon (B26, 2026-09-14; Spoed, 1 keer",
        "5 woorden, voorbeeld regel",
        "en 100%: nog niet zo nagekeken",
    ):
        assert part in shown


def test_a_new_guide_has_only_its_marks_to_do(forms: Path, capsys: Out) -> None:
    assert main(["new", "gids", "Sms komt niet: wat nu?", "--forms", str(forms)]) == 0
    assert "preview sms-komt-niet-wat-nu" in capsys.readouterr().out
    made = forms / "gidsen" / "sms-komt-niet-wat-nu.yaml"
    assert "onderwerp: DGA " in made.read_text(encoding="utf-8")
    assert main(["check", str(forms)]) == 1
    shown = capsys.readouterr().out
    lines = made.read_text(encoding="utf-8").splitlines()
    marks = [line for line in lines if "TODO" in line and not line.startswith("#")]
    assert shown.count("GIDS-226") == len(marks) >= 10
    assert f"{len(marks)} fouten gevonden" in shown
    made.write_text(made.read_text(encoding="utf-8").replace("TODO", "Iets"), encoding="utf-8")
    assert main(["check", str(forms)]) == 0


def test_a_new_guide_of_what_ships_goes_under_the_topic_that_fits(tmp_path: Path) -> None:
    import shutil

    forms = Path(shutil.copytree(paths.forms(), tmp_path / "alles"))
    assert main(["new", "gids", "toeslag-voor-kinderopvang", "--forms", str(forms)]) == 0
    made = (forms / "gidsen" / "toeslag-voor-kinderopvang.yaml").read_text(encoding="utf-8")
    assert "onderwerp: TKI " in made and "organisatie: TOE " in made


def test_a_translation_that_cannot_be_read_is_left_alone(forms: Path, english: Path, capsys: Out) -> None:
    spoilt = english.read_bytes().replace(b"msgctxt", b"<<<<<<< HEAD\nmsgctxt", 1)
    english.write_bytes(spoilt)
    assert main(["vertaal", str(forms)]) == 1
    shown = capsys.readouterr().out
    assert "VERT-801" in shown and "<<<<<<< HEAD" in shown
    assert english.read_bytes() == spoilt


def test_a_preview_needs_a_screen(forms: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["preview", "voorbeeld", "--forms", str(forms)]) == 2
    assert "Er is hier geen scherm." in capsys.readouterr().err
