"""Life events and urgent situations on paper: neutral, beside their Dutch, points whole, nothing twice in a row."""

from datetime import date
from itertools import pairwise

import pypdfium2
import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.base.blocks import Block, Captioned, Contact, Heading, Pictured, Ticks, Told
from ido_kiosk.finding import printout
from ido_kiosk.finding.service import Situations
from ido_kiosk.guides.printout import Sheet
from ido_kiosk.guides.service import Library
from ido_kiosk.letters.service import Letter

TODAY = date(2026, 11, 26)
KEPT_QUIET = ("overlijden-naaste", "scheiden", "werkloos-worden")
"""The life events whose name is not the heading of the paper."""


def every_sheet(library: Library, situations: Situations, letters: dict[str, Letter]) -> list[Sheet]:
    events = situations.life_events.values()
    made = [printout.checklist(library, event, letters, TODAY, language.content) for event in events]
    urgent = situations.urgent.values()
    return [*made, *(printout.urgent_sheet(library, one, TODAY, language.content) for one in urgent)]


@pytest.fixture
def mourning(library: Library, situations: Situations, letters: dict[str, Letter]) -> Sheet:
    return printout.checklist(library, situations.life_events["overlijden-naaste"], letters, TODAY, language.content)


def test_neither_heading_nor_foot_tells_who_died_or_was_cheated(
    library: Library, situations: Situations, letters: dict[str, Letter]
) -> None:
    told = {event.title.dutch for id_, event in situations.life_events.items() if id_ not in KEPT_QUIET}
    assert len(told) == len(situations.life_events) - len(KEPT_QUIET)
    for sheet in every_sheet(library, situations, letters):
        for text in (sheet.title, sheet.blocks[0].text):
            assert text in {"Dit moet u regelen", "Doe dit nu"} | told


def test_a_point_has_when_in_a_picture_and_a_box_for_each_action(
    library: Library, situations: Situations, letters: dict[str, Letter]
) -> None:
    event = situations.life_events["achttien-worden"]
    blocks = printout.checklist(library, event, letters, TODAY, language.content).blocks
    at = blocks.index(Heading("6. Praat met uw bank", 2))
    assert blocks[at + 1] == Pictured((Captioned("calendar", "Rond uw verjaardag"),))
    assert isinstance(blocks[at + 2], Ticks)
    assert len(blocks[at + 2].items) == len(next(point for point in event.points if point.id == "bank").actions)


def test_the_same_way_to_reach_someone_does_not_follow_itself(mourning: Sheet) -> None:
    contacts = [block for block in mourning.blocks if isinstance(block, Contact)]
    assert not [one for one, other in pairwise(contacts) if one == other]


def test_no_heading_stands_alone_at_the_foot_of_a_page_and_no_contact_at_the_top(mourning: Sheet) -> None:
    contacts = [block.name for block in mourning.blocks if isinstance(block, Contact)]
    with pypdfium2.PdfDocument(mourning.as_pdf()) as document:
        assert len(document) <= 6
        for page in document:
            lines = [line for line in page.get_textpage().get_text_range().splitlines() if line.strip()]
            body = lines[1:-2]
            assert body[0] not in contacts
            numbered = [index for index, line in enumerate(body) if line[:1].isdigit() and ". " in line[:4]]
            assert all(index + 2 < len(body) for index in numbered)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_what_no_native_reader_checked_stands_above_its_dutch(
    library: Library, situations: Situations, letters: dict[str, Letter], code: str
) -> None:
    language.use(code, paths.translations())
    for sheet in every_sheet(library, situations, letters):
        headings: list[Block] = [block for block in sheet.blocks if isinstance(block, Heading)]
        assert all(isinstance(block.text, Told) for block in headings[1:])
        assert len(sheet.blocks) > 1
        assert sheet.language == code
        assert sheet.as_pdf().startswith(b"%PDF")


def test_what_the_volunteer_says_and_leaves_is_not_on_paper(library: Library, situations: Situations) -> None:
    for urgent in situations.urgent.values():
        blocks = str(printout.urgent_sheet(library, urgent, TODAY, language.content).blocks)
        assert not [text for text in (*urgent.volunteer.says, *urgent.volunteer.leaves) if text.dutch in blocks]


def test_what_to_do_at_once_is_one_piece_of_paper_in_every_language(library: Library, situations: Situations) -> None:
    for code in language.NAMES:
        language.use(code, paths.translations())
        for urgent in situations.urgent.values():
            sheet = printout.urgent_sheet(library, urgent, TODAY, language.content)
            with pypdfium2.PdfDocument(sheet.as_pdf()) as document:
                assert len(document) <= 2


def test_a_point_names_the_letter_that_the_library_makes(
    library: Library, situations: Situations, letters: dict[str, Letter]
) -> None:
    event = situations.life_events["verhuizen"]
    blocks = printout.checklist(library, event, letters, TODAY, language.content).blocks
    told = f"De brief maakt u met ons: {letters['huur-opzeggen'].title.dutch}"
    assert Pictured((Captioned("letter", told),)) in blocks
