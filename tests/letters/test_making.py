"""From what was filled in to the letter on paper."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.letters.content.letter import Letter
from ido_kiosk.letters.service import Dots, Draft, Ready, load_letters, problems, ready
from ido_kiosk.letters.service.making import gap
from ido_shared.content.problems import ContentError, Report

from .conftest import SAMPLE, Shelf, read_shelf

TODAY = date(2026, 11, 26)
FILLED = {
    "naam": "Jo de Vries",
    "straat": "Dorpsweg 1",
    "postcode": "1234ab",
    "plaats": "Ons Dorp",
    "telefoon": "06 12345678",
    "soort_post": "brieven over AOW",
    "datum_brief": "1-11-2026",
    "bedrag": "1419,46",
    "manier": "afspraak",
    "reden": "Ik heb geen\ncomputer.",
    "kenmerk": "A-12",
}


def made(shelf: Shelf, organisation: str, today: date = TODAY, **changes: object) -> Ready:
    draft = replace(Draft("voorbeeld", organisation, FILLED), **changes)
    return ready(shelf.letters["voorbeeld"], draft, shelf.facts, shelf.organisations, today, language.content)


def test_a_letter_that_was_filled_in(shelf: Shelf) -> None:
    letter = made(shelf, "GEM")
    assert letter.sender == ("Jo de Vries", "Dorpsweg 1", "1234 AB  Ons Dorp", "06 12345678")
    assert letter.address == ("", "", "")  # "Gemeente" is no name that the post knows
    assert letter.place_and_day == "Ons Dorp, 26 november 2026"
    assert (letter.reference, letter.asks_bsn, letter.subject) == ("A-12", True, "Post op papier")
    assert letter.paragraphs == (
        "Ik wil al mijn post van u op papier krijgen.",
        "Dit staat in artikel 2:8 van de Algemene wet bestuursrecht.",
        "Het gaat om: brieven over AOW.",
        "Ik kreeg uw brief van 1 november 2026. Graag krijg ik binnen 8 weken antwoord.",
        "Het gaat om € 1.419,46.",
        "Ik vraag u om: Een afspraak.",
        "Dit is de reden: Ik heb geen\ncomputer.",
    )
    assert (letter.signature, letter.enclosures) == ("Jo de Vries", ("Een kopie van de brief",))


def test_a_blank_letter_has_dotted_lines(shelf: Shelf) -> None:
    letter = made(shelf, "EIGEN", values={})
    assert letter.sender == ("", "", "", "") and letter.address == ("", "", "") and letter.signature == ""
    assert letter.reference == ""
    assert "........, 26 november 2026" in letter.place_and_day
    assert letter.paragraphs[-2:] == ("Dit is de reden:", Dots("", 5))
    assert "Een formulier op papier / Een afspraak (streep door wat niet klopt)" in str(letter.paragraphs[2])
    assert not any("gaat om" in str(part) for part in letter.paragraphs)


@pytest.mark.parametrize(("organisation", "has_law"), [("GEM", True), ("TOE", False), ("WOC", False), ("EIGEN", False)])
def test_the_law_stands_only_where_it_holds(shelf: Shelf, organisation: str, has_law: bool) -> None:
    assert any("bestuursrecht" in str(part) for part in made(shelf, organisation).paragraphs) == has_law


def test_the_address_is_that_of_the_letter_then_of_the_organisation(shelf: Shelf) -> None:
    assert made(shelf, "DUO").address == ("Klachtenfunctionaris DUO", "Antwoordnummer 392", "9700 VB  GRONINGEN")
    toeslagen = made(shelf, "TOE")
    assert toeslagen.address == ("Dienst Toeslagen", "Postbus 4510", "6401 JA  HEERLEN")
    assert "2 november 2026" in toeslagen.address_remark and "niet bij de organisatie" in toeslagen.address_remark
    assert made(shelf, "SVB").address == ("SVB", "", "")  # nobody has checked that address


def test_a_letter_can_say_that_our_address_is_for_something_else(tmp_path: Path) -> None:
    forms = Path(shutil.copytree(SAMPLE, tmp_path / "forms"))
    file = forms / "brieven" / "voorbeeld.yaml"
    file.write_text(file.read_text("utf-8").replace("adressen: {", "adressen: {TOE: eigen_brief, "), encoding="utf-8")
    report = Report()
    letter = made(read_shelf(forms, report), "TOE")
    assert (report.problems, letter.address) == ([], ("Dienst Toeslagen", "", ""))
    assert "eigen brief" in letter.address_remark


def test_a_short_answer_gets_a_whole_line_to_write_on(shelf: Shelf) -> None:
    asked = replace(
        shelf.letters["voorbeeld"].paragraphs[0], text="Het gaat om: {soort_post}. Bel mij op {datum_brief}."
    )
    letter = replace(shelf.letters["voorbeeld"], paragraphs=(asked,))
    blank = Draft("voorbeeld", "EIGEN")
    paper = ready(letter, blank, shelf.facts, shelf.organisations, TODAY, language.content)
    assert paper.paragraphs == ("Het gaat om:", Dots("", 1), f"Bel mij op {gap('date')}.")
    assert len(gap("date")) * 0.85 > 50  # millimetres: room to write a day by hand


def test_the_address_in_the_own_letter_comes_first(shelf: Shelf) -> None:
    letter = made(shelf, "TOE", address=(" Toeslagen ", "Postbus 1", "", "6400 aa Heerlen"))
    assert letter.address == ("Toeslagen", "Postbus 1", "6400 AA  HEERLEN")
    assert "uw eigen brief" in letter.address_remark


def test_an_expired_fact_leaves_room_for_the_pen(shelf: Shelf) -> None:
    assert any("binnen ............ weken" in str(part) for part in made(shelf, "GEM", date(2027, 1, 2)).paragraphs)


def test_what_is_refused_never_reaches_paper(shelf: Shelf) -> None:
    values = FILLED | {"postcode": "nee", "reden": number_of_nine(), "soort_post": "a\x07"}
    letter = made(shelf, "GEM", values=values)
    assert "nee" not in str(letter) and number_of_nine() not in str(letter) and "\x07" not in str(letter)


def number_of_nine() -> str:
    eight = "99999012"
    return eight + str(sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), eight, strict=True)) % 11)


def told(letter: Letter, organisation: str = "GEM", address: tuple[str, ...] = (), **values: str) -> dict[str, str]:
    return problems(letter, Draft(letter.id, organisation, FILLED | values, address))


def test_a_good_draft_and_an_empty_one_have_no_problems(letter: Letter) -> None:
    assert told(letter) == {}
    assert problems(letter, Draft(letter.id, "EIGEN")) == {}


def test_every_problem_is_told_at_its_field(letter: Letter) -> None:
    found = told(letter, postcode="x", bedrag="veel", reden=f"nr {number_of_nine()}B01")
    assert found.keys() == {"postcode", "bedrag", "reden"}
    assert "burgerservicenummer" in found["reden"]


@pytest.mark.parametrize("organisation", ["TOE", "SVB", "DUO"])
def test_a_reference_that_may_hold_a_bsn_is_written_by_hand(letter: Letter, shelf: Shelf, organisation: str) -> None:
    assert "stippellijn" in told(letter, organisation)["kenmerk"]
    assert made(shelf, organisation).reference == ""


def test_problems_of_the_whole_and_of_the_address(letter: Letter) -> None:
    assert "aan wie" in told(letter, "IND")[""]
    assert "geen veld bsn" in told(letter, bsn="1")[""]
    assert "hooguit 4 regels" in told(letter, address=("a", "b", "c", "d", "e"))["adres"]
    assert "te lang voor het venster" in told(letter, address=("a" * 39,))["adres"]
    assert "burgerservicenummer" in told(letter, address=(number_of_nine(),))["adres"]
    assert "Kies" in told(letter, soort_besluit="parkeren")["soort_besluit"]


def load(forms: Path, shelf: Shelf, cache: Path) -> dict[str, Letter]:
    return load_letters(forms, shelf.facts, ["toeslagen"], shelf.organisations, ["MOB"], ["weer-post"], cache, "1")


def test_letters_come_from_the_cache_until_a_file_changes(shelf: Shelf, tmp_path: Path) -> None:
    forms, cache = Path(shutil.copytree(SAMPLE, tmp_path / "forms")), tmp_path / "cache"
    assert load(forms, shelf, cache) == load(forms, shelf, cache) == shelf.letters
    (kept,) = cache.iterdir()
    file = forms / "brieven" / "voorbeeld.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("titel: Post op papier", "titel: Anders"), "utf-8")
    assert load(forms, shelf, cache)["voorbeeld"].title.dutch == "Anders"
    assert not kept.exists()
    file.write_text("schema: brief/2\n", encoding="utf-8")
    with pytest.raises(ContentError):
        load(forms, shelf, cache)
