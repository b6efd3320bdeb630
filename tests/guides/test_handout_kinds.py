"""The other sheets: for the desk, for a helper at home, for a phone call; and what none of them may hold."""

from datetime import date

import pytest

from ido_kiosk.base.blocks import Big, Block, Bullets, Heading, Paragraph, Ticks, Tip, WritingRoom
from ido_kiosk.guides import printout
from ido_kiosk.guides.printout import FOR_DESK, KINDS, Kind
from ido_kiosk.guides.service import Guide, Library, Walk
from tests.guides.conftest import dutch

TODAY = date(2026, 11, 26)
FOR_VISITOR = [kind for kind in KINDS if kind not in FOR_DESK]


def blocks(kind: Kind, library: Library, here: str = "wachten") -> list[Block]:
    return printout.sheet(kind, library, Walk("digid-aanvragen", here), TODAY, dutch).blocks


def following(found: list[Block], block: Block) -> Block:
    return found[found.index(block) + 1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_every_page_becomes_paper(library: Library, kind: Kind, some: list[Guide]) -> None:
    for guide in some:
        for here in ["nodig", *guide.steps, *guide.outcomes]:
            sheet = printout.sheet(kind, library, Walk(guide.id, here), TODAY, dutch)
            assert sheet.as_pdf().startswith(b"%PDF")
            assert "{" not in repr(sheet.blocks)


@pytest.mark.parametrize("kind", FOR_VISITOR)
def test_no_tip_is_on_a_sheet_for_the_visitor(library: Library, kind: Kind) -> None:
    for guide in library.guides.values():
        tips = [tip.dutch for step in guide.steps.values() for tip in step.tips]
        for here in ["nodig", *guide.steps, *guide.outcomes]:
            made = printout.sheet(kind, library, Walk(guide.id, here), TODAY, dutch).blocks
            assert not [block for block in made if isinstance(block, Tip)]
            assert not [tip for tip in tips if tip in repr(made)]
            assert "vrijwilliger" not in repr(made)


def test_the_desk_card_has_every_tip_and_the_limit(library: Library) -> None:
    made = blocks("balie", library)
    for step in library.guides["digid-aanvragen"].steps.values():
        for tip in step.tips:
            assert tip.dutch in repr(made)
    assert "U wijst de weg. De bezoeker leest, kiest en typt zelf." in repr(made)
    lines = following(made, Heading("4. Kies hoe u straks inlogt", 2))
    assert isinstance(lines, Bullets)
    assert lines.items[-1] == "De bezoeker typt zelf. Kijk weg."
    assert "Ik heb haast: ga naar" in repr(made)


def test_the_flow_card_numbers_every_page_and_says_where_each_answer_goes(library: Library) -> None:
    guide = library.guides["digid-aanvragen"]
    made = blocks("stroom", library)
    headings = [block.text for block in made if isinstance(block, Heading) and block.level == 2]
    numbers = [text.split(".")[0] for text in headings if text[0].isdigit()]
    assert numbers == [str(number) for number in range(1, len(guide.steps) + len(guide.outcomes) + 1)]
    asked = following(made, Heading("1. Hebt u al een brief van DigiD met een code?", 2))
    pages = [*guide.steps, *guide.outcomes]
    choices = guide.steps["brief_binnen"].choices
    assert asked == Bullets(tuple(f"{way.text.dutch}: ga naar {pages.index(way.next) + 1}." for way in choices))
    actions = following(made, Heading("3. Vraag DigiD aan", 2))
    assert isinstance(actions, Bullets)
    assert following(made, actions) == Paragraph("Ga naar 4.")
    (first, *_others) = guide.outcomes.values()
    assert Heading(f"{len(guide.steps) + 1}. {first.title.dutch}", 2) in made


def test_the_helper_hears_what_may_never_be_done(library: Library) -> None:
    made = blocks("helper", library)
    assert "Vraag nooit naar een wachtwoord, pincode of code." in repr(made)
    assert "Log nooit in met de DigiD van een ander." in repr(made)
    assert "DigiD Machtigen" in repr(made)
    (steps,) = [block for block in made if isinstance(block, Ticks)]
    assert steps.items[0] == "Vraag DigiD aan"


def test_the_call_card_has_the_number_large_what_to_say_and_room_to_write(library: Library) -> None:
    made = blocks("bel", library)
    assert made[0] == Heading("Bellen met DigiD", 1)
    assert Big("Bel DigiD", "088 123 65 55", "phone", "Nog niet nagekeken bij DigiD.") in made
    assert "Goedendag. Ik bel over: DigiD aanvragen." in repr(made)
    assert "Open: maandag tot en met" in repr(made)
    assert WritingRoom("Wat is afgesproken?", 3) in made
    assert "Schrijf het niet op dit blad." in repr(made)
    assert "naam" not in repr(made).casefold().replace("gebruikersnaam", "")


def test_the_call_card_follows_the_outcome_to_another_organisation(library: Library) -> None:
    made = blocks("bel", library, "vraag_gemeente")
    assert made[0] == Heading("Bellen met uw gemeente", 1)
    assert not [block for block in made if isinstance(block, Big)]
    assert Paragraph("Kijk in een brief van uw gemeente. Daar staat hoe u contact krijgt.") in made


def test_nobody_is_sent_to_no_organisation(library: Library) -> None:
    for kind in ("kort", "lang", "balie", "stroom"):
        for here in ("nodig", "waarover", *library.guides["mag-ik-dit"].outcomes):
            made = printout.sheet(kind, library, Walk("mag-ik-dit", here), TODAY, dutch).blocks
            assert "Geen organisatie" not in repr(made)
