"""The command ido-forms: the check of all content, and the catalogues of translations."""

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ido_kiosk.base import clock, language, paths
from ido_kiosk.editor import catalogues, readability
from ido_kiosk.editor.check import check
from ido_kiosk.editor.commands import main
from ido_kiosk.guides import service
from ido_shared.content.problems import Problem, Weight
from tests.shelf import VERSION, content_cache

TODAY = date(2026, 11, 26)
SAMPLE = Path(__file__).parent / "sample"
GUIDE = "gidsen/voorbeeld.yaml"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "forms"))


@pytest.fixture
def english(forms: Path) -> Path:
    """A catalogue with every text translated by itself."""
    file = forms.parent / "translations" / "en" / "LC_MESSAGES" / "forms.po"
    file.parent.mkdir(parents=True)
    catalogues.update(forms, file)
    translate(file, {})
    return file


def translate(file: Path, words: dict[str, str]) -> None:
    """Fill in every translation: by these words, or else by the Dutch itself."""
    with file.open("rb") as source:
        catalogue = read_po(source)
    for message in catalogue:
        if message.id:
            message.string = words.get(str(message.id), str(message.id))
    with file.open("wb") as target:
        write_po(target, catalogue, width=120)


def change(forms: Path, file: str, old: str, new: str) -> None:
    text = (forms / file).read_text(encoding="utf-8")
    assert old in text
    (forms / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(forms: Path) -> list[str]:
    _library, problems = check(forms, forms.parent / "translations", TODAY)
    return [problem.code for problem in problems]


def problems_of_weight(weight: Weight, problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.weight == weight]


def test_the_content_that_ships_has_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"Alles klopt: \d+ gids(en)?, \d+ feiten, \d+ organisaties(, \d+ brie(f|ven))?\.", shown)


def test_the_content_that_ships_never_becomes_an_error_by_age() -> None:
    _library, problems = check(paths.forms(), paths.translations(), date(2040, 1, 1))
    assert {problem.weight for problem in problems} == {"warning"}
    assert "OUD-704" in {problem.code for problem in problems}


def test_every_fact_that_was_never_checked_is_on_the_list() -> None:
    library, problems = check(paths.forms(), paths.translations(), clock.today())
    unchecked = [fact.what.dutch for fact in library.facts.values() if fact.confidence == "C"]
    told = [problem.cause for problem in problems if problem.code == "OUD-703"]
    assert len(told) == len(unchecked)
    assert all(any(what in cause for cause in told) for what in unchecked)


def test_all_mistakes_are_shown_with_their_place(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(forms, GUIDE, "naar: typen}", "naar: type}")
    change(forms, "feiten.yaml", "betrouwbaar: A\n", "betrouwbaar: D\n")
    assert main(["check", str(forms)]) == 1
    shown = capsys.readouterr().out
    assert "forms/gidsen/voorbeeld.yaml, regel 34, kolom 35   GIDS-203\n" in shown
    assert "Die stap of uitkomst bestaat niet. Bedoelde u: typen?" in shown
    assert "forms/feiten.yaml, regel 9, kolom 18   VELD-207\n" in shown
    assert "2 fouten gevonden." in shown
    assert "Alles klopt" not in shown


def test_as_a_command_of_its_own(forms: Path) -> None:
    command = [sys.executable, "-c", "import sys; from ido_kiosk.editor.commands import main; sys.exit(main())"]
    good = subprocess.run([*command, "check", str(forms)], capture_output=True, text=True, check=False)
    assert (good.returncode, good.stderr) == (0, "")
    change(forms, GUIDE, "kort: Zo werkt het.", "kort: {naam}")
    bad = subprocess.run([*command, "check", str(forms)], capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stderr) == (1, "")
    assert "Traceback" not in bad.stdout


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "Zeg wat ik moet doen."),
        (["chek"], "De opdracht chek bestaat niet. Bedoelde u: check?"),
        (["check", "/nergens/forms"], "De map /nergens/forms bestaat niet."),
        (["check", __file__], "is geen map."),
        (["check", str(Path(__file__).parents[2])], "Bedoelde u: "),
        (["check", "--snel"], "'--snel' ken ik niet."),
    ],
)
def test_wrong_use_is_told_in_dutch(words: list[str], part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    shown = capsys.readouterr()
    assert part in shown.err
    assert "Kijk wat er kan met: ido-forms " in shown.err and "--help" in shown.err
    assert shown.out == ""


LANGUAGE = [
    ("TAAL-601", "- Kies Activeren.", "- U moet nu eerst heel goed kijken of u het scherm ziet dat in de brief staat."),
    ("TAAL-603", "- Kies Activeren.", "- Kies Activeren, indien u dat wilt."),
    ("TAAL-604", "- Kies Activeren.", "- Vraag een machtiging."),
    ("TAAL-605", "- Kies Activeren.", "- Bel de arbeidsongeschiktheidsverzekering."),
]


@pytest.mark.parametrize(("code", "old", "new"), LANGUAGE)
def test_hard_dutch_is_told_with_its_line(code: str, old: str, new: str, forms: Path) -> None:
    change(forms, GUIDE, old, new)
    _library, problems = check(forms, forms.parent / "translations", TODAY)
    (problem,) = problems_of_weight("error", problems)
    assert (problem.code, problem.place.line, problem.place.file) == (code, 40, f"forms/{GUIDE}")


def test_an_exception_with_a_reason_stands_in_the_file(forms: Path) -> None:
    change(forms, GUIDE, "- Kies Activeren.", "- Kies Activeren, indien u dat wilt.")
    assert "TAAL-603" in codes(forms)
    change(
        forms,
        GUIDE,
        "begin: brief",
        'taal_uitzonderingen:\n  "indien u dat wilt": Zo staat het op het scherm.\nbegin: brief',
    )
    assert codes(forms) == ["OUD-703"]


def test_what_ships_is_plain_enough() -> None:
    _library, problems = check(paths.forms(), paths.translations(), TODAY)
    assert [str(problem) for problem in problems if problem.code.startswith("TAAL")] == []


def test_sentences_are_told_apart() -> None:
    assert readability.sentences("Ga naar digid.nl. Kies: Ja! U krijgt {dagen} dagen, toch?") == [
        "Ga naar digid.nl.", "Kies:", "Ja!", "U krijgt 1 dagen, toch?",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 26), ["OUD-706"]),
        (date(2027, 1, 1), ["OUD-701", "OUD-706"]),
        (date(2027, 9, 14), ["OUD-701", "OUD-702", "OUD-704", "OUD-705", "OUD-705"]),
    ],
)
def test_age_is_a_warning_never_an_error(today: date, expected: list[str], forms: Path) -> None:
    change(forms, "feiten.yaml", "betrouwbaar: C", "betrouwbaar: B")
    change(
        forms,
        "feiten.yaml",
        "gecontroleerd_op: 2026-09-14\n    betrouwbaar: B\n",
        "gecontroleerd_op: 2027-09-01\n    betrouwbaar: A\n",
    )
    _library, problems = check(forms, forms.parent / "translations", today)
    assert [problem.code for problem in problems] == expected
    assert problems_of_weight("error", problems) == []


def test_a_catalogue_is_filled_and_keeps_what_was_translated(english: Path, forms: Path) -> None:
    done, texts = catalogues.update(forms, english)
    assert done == texts >= 40
    change(forms, GUIDE, "- Kies Activeren.", "- Kies Activeren op het scherm.")
    assert catalogues.update(forms, english) == (texts - 1, texts)
    text = english.read_text(encoding="utf-8")
    assert 'msgctxt "gidsen/voorbeeld/stappen/typen/titel"\nmsgid "Typ de code"\nmsgstr "Typ de code"' in text
    assert 'msgid "Kies Activeren op het scherm."\nmsgstr ""' in text
    assert '#~ msgid "Kies Activeren."' in text
    assert codes(forms) == ["OUD-703", "VERT-803"]


def test_bringing_up_to_date_twice_changes_nothing(english: Path, forms: Path) -> None:
    catalogues.update(forms, english)
    before = english.read_bytes()
    catalogues.update(forms, english)
    assert english.read_bytes() == before


def test_vertaal_makes_a_catalogue_for_each_language(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (forms.parent / "translations" / "en").mkdir(parents=True)
    assert main(["vertaal", str(forms)]) == 0
    assert capsys.readouterr().out.startswith("en: 0 van ")
    change(forms, GUIDE, "titel: Een voorbeeld\n", "")
    assert main(["vertaal", str(forms)]) == 1
    assert "Er is niets veranderd." in capsys.readouterr().out


def test_a_catalogue_that_lags_or_cannot_be_read_is_a_warning(forms: Path, english: Path) -> None:
    change(forms, GUIDE, "titel: Typ de code", "titel: Typ nu de code")
    assert codes(forms) == ["OUD-703", "VERT-802"]
    english.write_bytes(b"msgid \xff")
    assert codes(forms) == ["OUD-703", "VERT-801"]
    english.unlink()
    assert codes(forms) == ["OUD-703", "VERT-801"]


def test_the_english_that_ships_is_fresh_and_whole() -> None:
    wanted = {(wording.context, wording.dutch) for wording in catalogues.texts(paths.forms()).all}
    (file,) = [file for file in catalogues.files(paths.translations()) if file.parents[1].name == "en"]
    with file.open("rb") as source:
        catalogue = read_po(source, abort_invalid=True)
    assert {(message.context, message.id) for message in catalogue if message.id} == wanted
    assert [message.id for message in catalogue if message.id and not message.string] == []
    assert "Nagekeken door iemand die deze taal van huis uit spreekt: nee" in catalogue.header_comment


def test_a_visitor_reads_english(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (paths.translations() / "en" / "LC_MESSAGES" / "forms.po").open("rb") as source:
        catalogue = read_po(source)
    with (folder / "forms.mo").open("wb") as target:
        write_mo(target, catalogue)
    language.use("en", tmp_path)
    library = service.load_library(paths.forms(), content_cache(), VERSION)
    walk = service.leave(service.start(library, "digid-aanvragen"), "wachten")
    page = service.page(library, walk, TODAY, language.content)
    assert page.title == "Wait for the letter"
    assert "Within 5 working days you get a letter with a code." in repr(page)


def test_no_context_stands_for_two_texts() -> None:
    found = catalogues.texts(paths.forms()).all
    assert len({wording.context for wording in found}) == len(found)
