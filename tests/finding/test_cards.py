"""What is told of an urgent situation, a life event and an organisation, on the screen and on paper."""

from datetime import datetime

from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Actions, Block, Contact, Heading, Notice, Small, Ticks, Tip
from ido_kiosk.finding import printout
from ido_kiosk.finding.content.situations import Call, LifeEvent, Situations, Urgent
from ido_kiosk.finding.service import Card, Part, guides_of_theme, life_card, organisation_card, urgent_card
from ido_kiosk.guides.service import Library
from ido_kiosk.letters.service import Letter
from tests.conftest import TODAY
from tests.store import codes

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 12)  # noqa: DTZ001 - the clock is local
LONG_AFTER = datetime(2040, 1, 1, 12)  # noqa: DTZ001 - the same


def urgent_of(situations: Situations) -> Urgent:
    """The first urgent situation, with one organisation to call."""
    return replace(next(iter(situations.urgent.values())), calls=(Call("DIGID", "phone"),))


def life_of(situations: Situations) -> LifeEvent:
    return next(iter(situations.life_events.values()))


def blocks_of(card: Card) -> list[Block]:
    return [block for part in card.parts for block in part.blocks]


def words(blocks: list[Block]) -> str:
    return "\n".join(str(block) for block in blocks)


def calls(card: Card) -> Part:
    return next(part for part in card.parts if part.look == "calls")


def test_an_urgent_card_begins_with_the_number(library: Library, situations: Situations) -> None:
    card = urgent_card(library, urgent_of(situations), NOW, language.content)
    assert card.parts[0] == calls(card)
    (line,) = calls(card).lines
    assert (line.way, line.value) == ("phone", library.facts["digid_telefoon"].value)
    assert line.standing is not None and line.standing.short == "nu open"
    assert any(isinstance(block, Actions) for block in blocks_of(card))


def test_a_fact_alone_is_called_by_what_it_is_about(library: Library, situations: Situations) -> None:
    urgent = replace(urgent_of(situations), calls=(Call(fact="digid_telefoon", hours="politie_open"),))
    (line,) = calls(urgent_card(library, urgent, NOW, language.content)).lines
    assert line.name == "Telefoonnummer van DigiD"
    assert line.remark.startswith(("Volgens ", "Gecontroleerd "))
    assert (line.standing and line.standing.words, line.hours) == ("Nu open.", "Elke dag, dag en nacht.")


def test_the_source_of_the_numbers_stands_once_below_what_to_do(library: Library, situations: Situations) -> None:
    calls_ = (Call("DIGID", "phone"), Call("DIGID", "phone"))
    card = urgent_card(library, replace(urgent_of(situations), calls=calls_), NOW, language.content)
    told = [block.text for block in card.parts[-1].blocks if isinstance(block, Small)]
    assert [text.count("Bel DigiD") for text in told if "Bel DigiD" in text] == [2]


def test_a_number_that_may_not_be_shown_says_where_to_look(library: Library, situations: Situations) -> None:
    unread = replace(library.facts["digid_telefoon"], confidence="C")
    hidden = replace(library, facts=library.facts | {"digid_telefoon": unread})
    urgent = replace(urgent_of(situations), calls=(Call(fact="digid_telefoon"),))
    blocks = calls(urgent_card(hidden, urgent, NOW, language.content)).blocks
    assert unread.value not in words(blocks)
    assert "https://" in words(blocks)
    assert unread.value not in words(printout.urgent_sheet(hidden, urgent, TODAY, language.content).blocks)


def test_the_volunteer_reads_what_to_say_and_what_to_leave_after_what_to_do(
    library: Library, situations: Situations
) -> None:
    for urgent in situations.urgent.values():
        card = urgent_card(library, urgent, NOW, language.content)
        (part,) = (part for part in card.parts if part.for_volunteer)
        says, leaves = (block for block in part.blocks if isinstance(block, Tip))
        assert says.items == tuple(text.dutch for text in urgent.volunteer.says)
        assert leaves.items == tuple(text.dutch for text in urgent.volunteer.leaves)
        assert card.parts.index(part) > card.parts.index(calls(card))


def test_what_has_no_number_has_no_source_below_the_card(library: Library, situations: Situations) -> None:
    urgent = replace(urgent_of(situations), calls=(Call("GEM", "counter"),))
    card = urgent_card(library, urgent, NOW, language.content)
    assert [line.name for line in calls(card).lines] == ["Ga naar uw gemeente"]
    assert not any(str(block).count("Ga naar uw gemeente") for block in card.parts[-1].blocks)


def test_a_life_event_has_its_points_in_order_with_when_guide_and_letter(
    library: Library, situations: Situations, letters: dict[str, Letter]
) -> None:
    event = life_of(situations)
    card = life_card(library, event, letters, NOW, language.content)
    headings = [block.text for block in blocks_of(card) if isinstance(block, Heading)]
    assert headings == [f"{number}. {point.title.dutch}" for number, point in enumerate(event.points, start=1)]
    assert any(isinstance(block, Notice) and block.text.startswith("Wanneer: ") for block in blocks_of(card))
    links = [(link.kind, link.id) for part in card.parts for link in part.links]
    there = [pair for point in event.points for pair in (("guide", point.guide), ("letter", point.letter)) if pair[1]]
    assert {kind for kind, _id in links} == {"guide", "letter"}
    assert links == there


def test_an_organisation_has_what_for_how_to_reach_it_and_its_guides(library: Library) -> None:
    card = organisation_card(library, "DIGID", NOW, language.content)
    assert "Inloggen bij de overheid" in words(blocks_of(card))
    assert {line.way for part in card.parts for line in part.lines} == {"website", "phone"}
    assert "digid-aanvragen" in [link.id for part in card.parts for link in part.links]
    assert not card.can_print


def test_every_organisation_has_a_card(library: Library) -> None:
    for code, organisation in library.organisations.items():
        if organisation.kind != "geen":
            assert blocks_of(organisation_card(library, code, NOW, language.content))


def test_a_theme_has_the_guides_of_its_topics(library: Library) -> None:
    found = {theme: [guide.id for guide in guides_of_theme(library, codes(), theme)] for theme in codes().themes}
    assert "digid-aanvragen" in found["INL"]
    assert sorted(id_ for ids in found.values() for id_ in ids) == sorted(library.guides)


def test_the_checklist_is_paper_without_tips(
    library: Library, situations: Situations, letters: dict[str, Letter]
) -> None:
    event = life_of(situations)
    sheet = printout.checklist(library, event, letters, TODAY, language.content)
    blocks = sheet.blocks
    for point in event.points:
        assert point.title.dutch in words(blocks)
    assert any(isinstance(block, Ticks) for block in blocks)
    assert sheet.as_pdf().startswith(b"%PDF")


def test_the_urgent_sheet_has_the_number_and_what_to_do(library: Library, situations: Situations) -> None:
    urgent = urgent_of(situations)
    sheet = printout.urgent_sheet(library, urgent, TODAY, language.content)
    assert any(isinstance(block, Contact) and block.kind == "phone" for block in sheet.blocks)
    assert sheet.as_pdf().startswith(b"%PDF")


def test_what_was_not_looked_at_again_in_time_says_so(
    library: Library, situations: Situations, letters: dict[str, Letter]
) -> None:
    event = life_of(situations)
    assert "moest voor" not in words(blocks_of(life_card(library, event, letters, NOW, language.content)))
    assert "moest voor" in words(blocks_of(life_card(library, event, letters, LONG_AFTER, language.content)))


def test_paper_says_so_too_when_only_the_hours_were_not_checked(library: Library, situations: Situations) -> None:
    number = replace(library.facts["hulplijn_113"], confidence="A", checked_on=TODAY)
    hours = replace(library.facts["hulplijn_113_open"], confidence="B")
    there = replace(library, facts=library.facts | {number.id: number, hours.id: hours})
    urgent = replace(urgent_of(situations), calls=(Call("ZMP", "phone"),))
    contacts = [
        block
        for block in printout.urgent_sheet(there, urgent, TODAY, language.content).blocks
        if isinstance(block, Contact)
    ]
    assert ["Nog niet nagekeken" in contact.note for contact in contacts] == [True]
