"""The short sheet: one side, 60 words, a pictogram a line, and a heading that tells nobody why."""

from datetime import date

import pypdfium2
import pytest
from msgspec.structs import replace

from ido_kiosk.base.blocks import Big, Block, Captioned, Heading, Notice, Paragraph, Pictured, QrCode, Small
from ido_kiosk.guides import printout, service
from ido_kiosk.guides.printout import Sheet
from ido_kiosk.guides.service import Guide, Library, Walk
from ido_shared.content.wording import Wording
from tests.guides.conftest import dutch, walked

TODAY = date(2026, 11, 26)
HOURS = "Dinsdag en donderdag van 10.00 tot 12.00 uur."


def short(library: Library, walk: Walk, today: date = TODAY, hours: str = "") -> Sheet:
    return printout.sheet("kort", library, walk, today, dutch, desk_hours=hours)


def found(sheet: Sheet, kind: type[Block]) -> list[Block]:
    return [block for block in sheet.blocks if isinstance(block, kind)]


def every_walk(library: Library, guides: list[Guide]) -> list[Walk]:
    """Each page of each guide, also those that are only reached by an exit."""
    return [
        Walk(guide.id, page, service.start(library, guide.id).passed)
        for guide in guides
        for page in ["nodig", *guide.steps, *guide.outcomes]
    ]


def read_words(sheet: Sheet) -> list[str]:
    """The words on paper, but for the sources, the address at the code and the phone number."""
    with pypdfium2.PdfDocument(sheet.as_pdf()) as document:
        assert len(document) == 1
        text = " ".join(document[0].get_textpage().get_text_bounded().split())
    left_out = [block.text for block in found(sheet, Small)] + [block.words for block in found(sheet, QrCode)]
    left_out += [text for block in found(sheet, Big) if block.picture == "phone" for text in (block.value, block.note)]
    for words in filter(None, left_out):
        assert words in text
        text = text.replace(words, "", 1)
    return [word for word in text.split() if any(map(str.isalnum, word))]


@pytest.mark.parametrize("hours", ["", HOURS])
def test_every_page_of_every_guide_has_one_side_of_at_most_60_words(
    library: Library, hours: str, some: list[Guide]
) -> None:
    for walk in every_walk(library, some):
        assert len(read_words(short(library, walk, hours=hours))) <= 60, walk


def test_each_has_one_line_an_action_one_date_and_at_most_one_number_and_code(
    library: Library, some: list[Guide]
) -> None:
    for walk in every_walk(library, some):
        sheet = short(library, walk)
        pictures = [big.picture for big in found(sheet, Big)]
        assert pictures.count("calendar") == 1
        assert pictures.count("phone") <= 1
        assert len(found(sheet, QrCode)) <= 1
        assert "Kom gerust terug." in repr(sheet.blocks)
        assert not [item for block in found(sheet, Pictured) for item in block.items if "\n" in item.text]


def test_who_goes_home_gets_the_step_the_date_of_today_and_the_number(library: Library) -> None:
    sheet = short(library, walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja"))
    assert Notice("Hier zijn we gebleven: stap 6", "information") in sheet.blocks
    assert Big("Vandaag", "26 november 2026", "calendar", to_write="Kom terug op") in sheet.blocks
    assert Big("Bel DigiD", "088 123 65 55", "phone", "Nog niet nagekeken bij DigiD.") in sheet.blocks
    assert [(code.address, code.words) for code in found(sheet, QrCode)] == [("https://digid.nl", "digid.nl")]
    assert Heading("Neem mee", 2) in sheet.blocks


def test_elsewhere_there_is_a_line_to_write_the_date_on(library: Library) -> None:
    assert Big("Kom terug op", "", "calendar") in short(library, walked(library, "digid-aanvragen", "", "ja")).blocks


def test_the_hours_of_the_desk_stand_there_when_they_are_known(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja")
    (code,) = found(short(library, walk, hours=HOURS), QrCode)
    assert code.note == "Kom gerust terug.\nDinsdag en donderdag 10.00–12.00"


def test_actions_without_room_are_the_last_ones_and_it_says_where_the_rest_is(library: Library) -> None:
    walk = walked(library, "digid-aanvragen", "", "nee", "ja", "", "", "ja")
    actions = library.guides["digid-aanvragen"].steps["wachten"].actions
    sheet = short(library, walk)
    (lines, _things) = found(sheet, Pictured)
    assert lines.items[0].text == "U krijgt binnen 5 werkdagen een brief met een code."
    assert 1 <= len(lines.items) < len(actions)
    assert Paragraph("Meer? Vraag het lange blad.") in sheet.blocks


def test_an_action_is_left_off_where_its_writer_says_so_and_has_the_pictogram_of_its_writer(sample: Library) -> None:
    guide = sample.guides["voorbeeld"]
    (step_id, step), *_rest = [(id_, step) for id_, step in guide.steps.items() if step.actions]
    first = replace(step.actions[0], picture="letter")
    second = replace(step.actions[0], text=Wording("x", "Dit staat er niet."), on_short_sheet=False)
    changed = replace(guide, steps=guide.steps | {step_id: replace(step, actions=(first, second))})
    sheet = short(replace(sample, guides={"voorbeeld": changed}), Walk("voorbeeld", step_id))
    (lines, *_things) = found(sheet, Pictured)
    assert [item.picture for item in lines.items] == ["letter"]
    assert "Dit staat er niet." not in repr(sheet.blocks)
    assert "Meer?" not in repr(sheet.blocks)


@pytest.mark.parametrize("title", ["Betaal uw boete in delen", "Maak een lijst van uw schulden", "U bent opgelicht"])
def test_the_heading_tells_nobody_of_debts_or_fraud(sample: Library, title: str) -> None:
    guide = sample.guides["voorbeeld"]
    page = next(id_ for id_, step in guide.steps.items() if step.title)
    step = replace(guide.steps[page], title=Wording("x", title))
    changed = replace(guide, title=Wording("y", title), steps=guide.steps | {page: step})
    for here in (page, "nodig"):
        sheet = short(replace(sample, guides={"voorbeeld": changed}), Walk("voorbeeld", here))
        assert sheet.title == "Informatiepunt Digitale Overheid"
        assert sheet.blocks[0] == Heading("Uw volgende stap", 1)
        assert title not in repr(sheet.blocks)


def test_a_plain_title_is_the_heading(library: Library) -> None:
    sheet = short(library, walked(library, "digid-aanvragen", "", "nee", "ja"))
    assert sheet.blocks[0] == Heading("Vraag DigiD aan", 1)


def test_what_expired_stays_off_and_it_says_where_to_ask(sample: Library) -> None:
    sheet = short(sample, walked(sample, "voorbeeld", "", "ja"), date(2027, 1, 4))
    assert "21" not in repr(sheet.blocks)
    assert Captioned("help", "Vraag na bij DigiD: hoe lang de code werkt.") in found(sheet, Pictured)[0].items


def test_without_any_fact_it_says_where_to_look(library: Library, some: list[Guide]) -> None:
    facts = {id_: replace(fact, valid_to=date(2026, 1, 1)) for id_, fact in library.facts.items()}
    for walk in every_walk(library, some):
        sheet = short(replace(library, facts=facts), walk)
        assert "{" not in repr(sheet.blocks)
        assert [big.picture for big in found(sheet, Big)] == ["calendar"]
        assert not found(sheet, QrCode)
        assert len(read_words(sheet)) <= 60
