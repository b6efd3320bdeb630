"""Walking through a guide, and what each page tells; without Qt."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from ido_kiosk.base import paths
from ido_kiosk.base.blocks import Actions, Block, Contact, Definitions, Notice, Paragraph, Small, Tip
from ido_kiosk.guides import service
from ido_kiosk.guides.content import flow
from ido_kiosk.guides.service import Library, Page, Passed, Walk
from ido_shared.content.facts import Confidence

SAMPLE = Path(__file__).parents[1] / "content" / "sample"
TODAY = date(2026, 11, 26)
NEXT_YEAR = date(2027, 1, 4)


def dutch(_context: str, text: str) -> str:
    return text


@pytest.fixture
def sample(tmp_path: Path) -> Library:
    return service.load_library(SAMPLE, tmp_path, "test")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return service.load_library(paths.forms(), tmp_path_factory.mktemp("cache"), "test")


def walked(library: Library, guide: str, *choices: str) -> Walk:
    walk = service.start(library, guide)
    for choice in choices:
        walk = service.forward(library, walk, choice)
    return walk


def page(library: Library, walk: Walk, today: date = TODAY) -> Page:
    return service.page(library, walk, today, dutch)


def all_walks(library: Library, guide: str) -> list[Walk]:
    """Every walk that can be made by going forward."""
    found, waiting = [], [service.start(library, guide)]
    while waiting:
        walk = waiting.pop()
        found.append(walk)
        step = library.guides[guide].steps.get(walk.here)
        choices = [choice.id for choice in step.choices] if step and step.choices else [""]
        if walk.here not in library.guides[guide].outcomes:
            waiting += [service.forward(library, walk, choice) for choice in choices]
    return found


def words(blocks: list[Block]) -> str:
    return repr(blocks)


def test_a_guide_begins_with_what_is_needed(sample: Library) -> None:
    walk = service.start(sample, "voorbeeld")
    shown = page(sample, walk)
    assert (shown.kicker, shown.title) == ("Vooraf", "Een voorbeeld")
    assert "De brief. Daar staat de code in." in words(shown.blocks)
    assert "5 minuten. Kosten: gratis." in words(shown.blocks)
    assert service.back(walk) == walk


def test_going_back_is_the_way_there_backwards(sample: Library) -> None:
    walk = walked(sample, "voorbeeld", "", "ja", "")
    assert walk.here == "klaar"
    assert walk.passed == (Passed("nodig"), Passed("brief", "ja"), Passed("typen"))
    assert service.forward(sample, walk) == walk
    assert [service.back(walk).here, service.back(service.back(walk)).here] == ["typen", "brief"]


def test_a_choice_that_is_not_offered_is_refused(sample: Library) -> None:
    with pytest.raises(ValueError, match="brief has no choice 'misschien'"):
        walked(sample, "voorbeeld", "", "misschien")
    with pytest.raises(KeyError):
        service.start(sample, "bestaat-niet")


def test_the_total_is_the_longest_way_that_is_still_possible(library: Library) -> None:
    guide = "digid-aanvragen"
    assert service.position(library, walked(library, guide, "")) == (1, 7)
    assert service.position(library, walked(library, guide, "", "nee")) == (2, 7)
    assert service.position(library, walked(library, guide, "", "ja")) == (2, 2)
    assert page(library, walked(library, guide, "", "ja")).kicker == "Stap 2 van 2"


def test_the_number_never_lies(library: Library) -> None:
    for guide in library.guides:
        for walk in all_walks(library, guide):
            if walk.here in library.guides[guide].steps:
                number, total = service.position(library, walk)
                assert 1 <= number <= total <= 12
                steps_left = flow.longest(library.guides[guide].flow(), walk.here)
                assert total - number == steps_left - 1


def test_an_exit_can_be_taken_and_left_again(sample: Library) -> None:
    walk = walked(sample, "voorbeeld", "")
    assert page(sample, walk).exits == (
        ("bellen", "Ik heb geen mobiele telefoon"),
        ("bellen", "Ik doe dit voor iemand anders"),
    )
    away = service.leave(walk, "bellen")
    assert page(sample, away).title == "Bel DigiD"
    assert service.back(away) == walk


def test_the_visitor_types_exactly_at_the_risky_moment(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "")
    blocks = page(library, walk).blocks
    at = blocks.index(Notice("De bezoeker typt nu zelf. Kijk even weg.", "information"))
    before, after = blocks[at - 1], blocks[at + 1]
    assert isinstance(before, Actions)
    assert isinstance(after, Actions)
    assert "wachtwoord" in after.items[0]
    assert after.first == before.first + len(before.items)


def test_a_word_is_explained_where_it_is_used(sample: Library) -> None:
    explained = Definitions((("activeren", "Klaarmaken voor gebruik."),))
    assert explained in page(sample, walked(sample, "voorbeeld", "", "ja")).blocks
    assert explained not in page(sample, walked(sample, "voorbeeld", "")).blocks


def test_the_volunteer_is_told_to_give_the_hand_out(sample: Library) -> None:
    (tip,) = [block for block in page(sample, walked(sample, "voorbeeld", "", "ja")).blocks if isinstance(block, Tip)]
    assert tip.items == ("Geef nu het blad mee. Daarop staat hoe het thuis verder gaat.", "Kijk weg bij de code.")


def with_confidence(library: Library, fact: str, confidence: Confidence) -> Library:
    return replace(library, facts=library.facts | {fact: replace(library.facts[fact], confidence=confidence)})


def test_a_checked_fact_is_shown_with_its_date(sample: Library) -> None:
    shown = page(sample, walked(sample, "voorbeeld", "", "ja"))
    assert "Doe dit binnen 21 dagen." in words(shown.blocks)
    assert Small("Hoe lang de code werkt: DigiD, gecontroleerd op 2 november 2026.") in shown.below


def test_an_unchecked_fact_says_so(sample: Library) -> None:
    shown = page(with_confidence(sample, "code_dagen", "B"), walked(sample, "voorbeeld", "", "ja"))
    assert "Doe dit binnen 21 dagen." in words(shown.blocks)
    remark = "volgens DigiD, november 2026; nog niet nagekeken bij de organisatie"
    assert Small(f"Hoe lang de code werkt: {remark}.") in shown.below


def test_a_fact_that_was_never_checked_is_not_shown(sample: Library) -> None:
    shown = page(with_confidence(sample, "code_dagen", "C"), walked(sample, "voorbeeld", "", "ja"))
    assert "Wacht niet te lang." in words(shown.blocks)
    assert "21" not in words([*shown.blocks, *shown.below])


def test_an_expired_fact_warns_the_volunteer(sample: Library) -> None:
    shown = page(sample, walked(sample, "voorbeeld", "", "ja"), NEXT_YEAR)
    assert "Wacht niet te lang." in words(shown.blocks)
    assert (
        Notice(
            "Verouderd: hoe lang de code werkt (21 dagen). Zeg dit niet zomaar. Kijk het na: https://www.digid.nl/code",
            "warning",
        )
        in shown.blocks
    )


def test_a_fact_that_does_not_hold_yet_is_not_said(sample: Library) -> None:
    assert "Wacht niet te lang." in words(
        page(sample, walked(sample, "voorbeeld", "", "ja"), date(2025, 12, 31)).blocks
    )


def test_contacts_show_how_sure_they_are(sample: Library) -> None:
    (contact,) = [block for block in page(sample, walked(sample, "voorbeeld", "")).below if isinstance(block, Contact)]
    assert (contact.kind, contact.name, contact.value) == ("phone", "Bel DigiD", "088 123 65 55")
    assert contact.note == "Volgens DigiD, september 2026; nog niet nagekeken bij de organisatie."


def test_without_a_number_to_show_the_letter_is_the_place_to_look(sample: Library) -> None:
    shown = page(with_confidence(sample, "digid_telefoon", "C"), walked(sample, "voorbeeld", "", "nee"))
    assert Paragraph("Kijk in een brief van DigiD. Daar staat hoe u contact krijgt.") in shown.blocks
    assert "088" not in words([*shown.blocks, *shown.below])


def test_an_overdue_guide_says_so(sample: Library) -> None:
    walk = service.start(sample, "voorbeeld")
    assert "te lang niet nagekeken" not in words(page(sample, walk, date(2027, 4, 30)).blocks)
    assert "te lang niet nagekeken" in words(page(sample, walk, date(2027, 5, 1)).blocks)


def test_who_read_the_guide_is_said(sample: Library) -> None:
    assert (
        Small("Geschreven op 1 november 2026. Nog niet door een mens nagelezen.")
        in page(sample, service.start(sample, "voorbeeld")).below
    )


def test_every_page_of_every_guide_reads_whole(library: Library) -> None:
    for guide in library.guides:
        for walk in all_walks(library, guide):
            for today in (TODAY, date(2040, 1, 1)):
                shown = page(library, walk, today)
                assert shown.kicker
                assert shown.title
                assert "{" not in words([*shown.blocks, *shown.below])
