"""The explanation sheet: what the letter says, what to add, where to, by when, and what is next."""

from datetime import date

import pytest
from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Actions, Big, Block, Bullets, Contact, Definitions, Notice, Paragraph, Small, Ticks
from ido_kiosk.letters.content.letter import Letter
from ido_kiosk.letters.service import Draft, explanation
from ido_shared.content.facts import Fact
from ido_shared.content.organisations import Channel
from ido_shared.content.wording import Wording

from .conftest import Shelf

TODAY = date(2026, 11, 26)


def sheet(
    shelf: Shelf, organisation: str = "GEM", today: date = TODAY, letter: Letter | None = None, **values: str
) -> list[Block]:
    draft = Draft("voorbeeld", organisation, values)
    told = letter or shelf.letters["voorbeeld"]
    return explanation(told, draft, shelf.facts, shelf.organisations, today, language.content)


def texts(blocks: list[Block], kind: type) -> str:
    return "\n".join(str(block) for block in blocks if isinstance(block, kind))


def test_it_explains_the_paragraphs_that_are_in_the_letter(shelf: Shelf) -> None:
    assert "U noemt de wet" in texts(sheet(shelf), Bullets)
    assert "U noemt de wet" not in texts(sheet(shelf, "WOC"), Bullets)
    assert "om welke post" not in texts(sheet(shelf), Bullets)
    assert "om welke post" in texts(sheet(shelf, soort_post="alles"), Bullets)


def test_it_lists_what_is_still_to_be_written(shelf: Shelf) -> None:
    blank = texts(sheet(shelf), Ticks)
    for wanted in (
        "Uw naam, adres en telefoonnummer",
        "Het kenmerk",
        "Datum van de brief",
        "Waarom",
        "burgerservicenummer",
        "handtekening",
    ):
        assert wanted in blank
    assert "Welke post" not in blank  # its paragraph is left out
    named = texts(sheet(shelf, naam="Jo"), Ticks)
    assert "Uw naam" not in named and "Uw postcode" in named
    assert "Een kopie van de brief" in blank


def test_hard_words_are_explained(shelf: Shelf) -> None:
    assert "Moeilijk woord: kenmerk" in texts(sheet(shelf), Definitions)


def test_where_to_post_it_and_the_stamp(shelf: Shelf) -> None:
    assert "6401 JA HEERLEN" in texts(sheet(shelf, "TOE"), Contact)
    assert "Plak een postzegel" in texts(sheet(shelf, "TOE"), Paragraph)
    assert "Plak geen postzegel" in texts(sheet(shelf, "DUO"), Paragraph)
    own = sheet(shelf, "EIGEN")
    assert not texts(own, Contact) and "Neem het adres over" in texts(own, Paragraph)
    assert "antwoordnummer in het adres?" in texts(own, Paragraph)


def test_what_is_next_with_and_without_its_fact(shelf: Shelf) -> None:
    assert "binnen 8 weken antwoord" in texts(sheet(shelf), Actions)
    later = sheet(shelf, today=date(2027, 1, 2))
    assert "U krijgt antwoord." in texts(later, Actions) and "weken" not in texts(later, Actions)


def test_the_last_day_stands_in_the_own_letter(shelf: Shelf) -> None:
    assert "De laatste dag staat in uw eigen brief." in texts(sheet(shelf), Paragraph)
    no_term = replace(shelf.letters["voorbeeld"], deadline="geen")
    assert "laatste dag" not in str(sheet(shelf, letter=no_term))


@pytest.mark.parametrize(
    ("today", "part"),
    [
        (TODAY, "Post uiterlijk op 21 december 2026."),
        (date(2026, 12, 24), "Deze dag is dichtbij."),
        (date(2027, 1, 2), "Deze dag is voorbij."),
    ],
)
def test_a_computed_term_says_the_rule_the_day_and_when_to_post(shelf: Shelf, today: date, part: str) -> None:
    letter = replace(shelf.letters["voorbeeld"], deadline="bezwaar_6_weken")
    blocks = sheet(shelf, "TOE", today, letter, soort_besluit="toeslag", datum_besluit="13-11-2026")
    assert "zes weken vanaf de dag van het besluit: 13 november 2026" in texts(blocks, Paragraph)
    assert "28 december 2026" in texts(blocks, Big)
    assert "Awb 6:7" in texts(blocks, Small)
    assert part in str(blocks)


def test_without_the_day_or_the_kind_nothing_is_computed(shelf: Shelf) -> None:
    letter = replace(shelf.letters["voorbeeld"], deadline="bezwaar_6_weken")
    for values in ({"soort_besluit": "toeslag"}, {"datum_besluit": "13-11-2026"}):
        assert "eigen brief" in texts(sheet(shelf, "TOE", letter=letter, **values), Paragraph)


def test_where_it_is_never_computed_it_says_call_today(shelf: Shelf) -> None:
    letter = replace(shelf.letters["voorbeeld"], deadline="bezwaar_6_weken")
    values = {"soort_besluit": "verblijf", "datum_besluit": "13-11-2026"}
    unknown = sheet(shelf, "IND", letter=letter, **values)
    assert "Bel vandaag." in texts(unknown, Notice) and "staat in uw brief" in texts(unknown, Paragraph)
    number = Fact("ind", Wording("w", "nummer"), "088 043 04 30", None, (), None, "x", TODAY, "A", None, None)
    body = replace(shelf.organisations["IND"], channels=(Channel("phone", "ind", "", None),))
    known = replace(shelf, facts=shelf.facts | {"ind": number}, organisations=shelf.organisations | {"IND": body})
    assert "088 043 04 30" in texts(sheet(known, "IND", letter=letter, **values), Big)


def test_it_says_how_old_it_is_and_who_read_it(shelf: Shelf) -> None:
    assert "26 november 2026" in texts(sheet(shelf), Small)
    assert "Nog niet door een mens nagelezen." in texts(sheet(shelf), Small)
    assert "moest voor 26 mei 2027" in texts(sheet(shelf, today=date(2027, 6, 1)), Small)
