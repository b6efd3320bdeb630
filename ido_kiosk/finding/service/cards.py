"""What is shown of an urgent situation, a life event or an organisation: on the screen, in blocks."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Literal

import msgspec

from ido_kiosk.base.blocks import Block, Bullets, Heading, Notice, Paragraph, Small, Tip
from ido_kiosk.base.language import _
from ido_kiosk.finding.content.situations import Call, LifeEvent, Point, Urgent
from ido_kiosk.guides.content.guide import Guide, Item
from ido_kiosk.guides.service import ChannelLine, Library, Teller, Translate, channel_lines, fact_line
from ido_kiosk.guides.service.pages import expired_notices
from ido_kiosk.letters.service import Letter
from ido_shared.content.codes import Codes
from ido_shared.content.facts import Fact


class Link(msgspec.Struct, frozen=True):
    """A guide or letter to go on with, by its id and in words."""

    id: str
    words: str
    kind: Literal["guide", "letter"] = "guide"


class Part(msgspec.Struct, frozen=True):
    """A part of a card: blocks, below them ways to reach someone, then guides and letters.

    ``calls`` are numbers side by side; ``for_volunteer`` is not for a visitor who looks along.
    """

    blocks: list[Block]
    lines: tuple[ChannelLine, ...] = ()
    links: tuple[Link, ...] = ()
    look: Literal["", "calls"] = ""
    for_volunteer: bool = False


class Card(msgspec.Struct, frozen=True):
    """One thing, in words."""

    kicker: str
    title: str
    parts: list[Part]
    can_print: bool = True


def urgent_card(library: Library, urgent: Urgent, now: datetime, translate: Translate) -> Card:
    """The numbers at once, what to do now, then what the volunteer says and leaves."""
    teller = Teller(library, now.date(), translate)
    do = Part([Heading(_("Doe dit nu"), 2), *teller.actions(urgent.now)], links=_links(teller, [urgent.guide]))
    facts = [*teller.facts(urgent.now), *call_facts(teller, urgent.calls)]
    calls = _calls(teller, urgent.calls, now)
    below = Part([*expired_notices(teller, facts), *_remarks(calls.lines), teller.short_source(urgent, facts)])
    return Card(_("Spoed"), teller.say(urgent.title), [calls, do, _volunteer(teller, urgent), below])


def _volunteer(teller: Teller, urgent: Urgent) -> Part:
    says, leaves = ([teller.say(text) for text in texts] for texts in (urgent.volunteer.says, urgent.volunteer.leaves))
    tips: list[Block] = [Tip(tuple(says), _("dit zegt u")), Tip(tuple(leaves), _("dit doet u niet"))]
    return Part(tips, for_volunteer=True)


def _calls(teller: Teller, calls: Iterable[Call], now: datetime) -> Part:
    """Whom to call, most urgent first; below it where to look for what may not be shown."""
    lines: list[ChannelLine] = []
    otherwise: list[Block] = []
    for call in calls:
        found = _call_lines(teller, call, now)
        lines += found
        otherwise += [] if found else call_blocks(teller, [call])
    return Part(otherwise, tuple(lines), look="calls")


def _remarks(lines: Iterable[ChannelLine]) -> Iterator[Block]:
    """Where the numbers come from, each source once."""
    named: dict[str, list[str]] = {}
    for line in lines:
        named.setdefault(line.remark, []).append(line.name)
    for remark, names in named.items():
        if remark:  # words such as those about any town hall have none
            yield Small(f"{', '.join(names)}. {remark}")


def _call_lines(teller: Teller, call: Call, now: datetime) -> tuple[ChannelLine, ...]:
    if call.way is not None:
        return channel_lines(teller, teller.library.organisations[call.organisation], [call.way], now)
    line = fact_line(teller, call.fact, call.hours, now)
    return () if line is None else (line,)


def call_blocks(teller: Teller, calls: Iterable[Call], on_paper: bool = False) -> list[Block]:
    """How to reach those who help at once, most urgent first."""
    blocks: list[Block] = []
    for call in calls:
        if call.way is None:
            blocks.append(teller.number(teller.library.facts[call.fact], on_paper))
        else:
            organisation = teller.library.organisations[call.organisation]
            blocks += teller.contacts(organisation, [call.way], on_paper)
    return blocks


def call_facts(teller: Teller, calls: Iterable[Call]) -> list[Fact]:
    """The facts behind the numbers to call."""
    facts: list[Fact] = []
    for call in calls:
        if call.way is None:
            facts += [teller.library.facts[id_] for id_ in (call.fact, call.hours) if id_]
        else:
            facts += teller.contact_facts(teller.library.organisations[call.organisation], [call.way])
    return facts


def life_card(
    library: Library, event: LifeEvent, letters: Mapping[str, Letter], now: datetime, translate: Translate
) -> Card:
    """The points in their order, each with its guide and letter."""
    teller = Teller(library, now.date(), translate)
    facts = life_facts(teller, event)
    first, last = Part([Paragraph(teller.say(event.summary))]), Part([teller.short_source(event, facts)])
    points = [_point(teller, letters, number, point, now) for number, point in enumerate(event.points, start=1)]
    return Card(_("Levensgebeurtenis"), teller.say(event.title), [first, *points, last])


def life_facts(teller: Teller, event: LifeEvent) -> list[Fact]:
    """The facts that the points of a life event name."""
    items = [item for point in event.points for item in point_items(point)]
    return teller.facts(items)


def point_items(point: Point) -> Iterator[Item]:
    """Every text of a point that may name facts."""
    if point.when is not None:
        yield point.when
    yield from point.actions


def point_contacts(teller: Teller, point: Point, on_paper: bool = False) -> list[Block]:
    """How to reach the organisation of a point."""
    if point.way is None:
        return []
    return teller.contacts(teller.library.organisations[point.organisation], [point.way], on_paper)


def _point(teller: Teller, letters: Mapping[str, Letter], number: int, point: Point, now: datetime) -> Part:
    title = _("{number}. {title}").format(number=number, title=teller.say(point.title))
    blocks: list[Block] = [Heading(title, 2)]
    if point.when is not None:
        blocks.append(Notice(_("Wanneer: {when}").format(when=teller.item(point.when)), "information"))
    blocks.append(Bullets(tuple(teller.item(item) for item in point.actions)))
    facts = teller.facts(point_items(point))
    if point.way is not None:
        facts += teller.contact_facts(teller.library.organisations[point.organisation], [point.way])
    lines: tuple[ChannelLine, ...] = ()
    if point.way is not None:
        lines = channel_lines(teller, teller.library.organisations[point.organisation], [point.way], now)
    blocks += [*expired_notices(teller, facts), *([] if lines else point_contacts(teller, point))]
    links = _links(teller, [point.guide])
    if point.letter:
        links += (Link(point.letter, teller.say(letters[point.letter].title), "letter"),)
    return Part(blocks, lines, links)


def organisation_card(library: Library, code: str, now: datetime, translate: Translate) -> Card:
    """What an organisation is for, how to reach it, and its guides."""
    teller = Teller(library, now.date(), translate)
    organisation = library.organisations[code]
    ways = list(dict.fromkeys(channel.way for channel in organisation.channels))
    facts = teller.contact_facts(organisation, ways)
    lines = channel_lines(teller, organisation, ways, now)
    reach: list[Block] = [] if lines else teller.contacts(organisation, ways)
    purpose: list[Block] = [Paragraph(teller.say(organisation.purpose))] if organisation.purpose else []
    parts = [Part([*purpose, Heading(_("Contact"), 2), *expired_notices(teller, facts), *reach], lines)]
    if links := _links(teller, [guide.id for guide in guides_of_organisation(library, code)]):
        parts.append(Part([Heading(_("Gidsen"), 2)], links=links))
    return Card(_("Organisatie"), teller.say(organisation.label), parts, can_print=False)


def guides_of_organisation(library: Library, code: str) -> list[Guide]:
    """The guides about an organisation."""
    return [guide for guide in library.guides.values() if guide.organisation == code]


def guides_of_theme(library: Library, codes: Codes, theme: str) -> list[Guide]:
    """The guides about the topics of a theme, in the order of the topics."""
    topics = [topic.code for topic in codes.topics_of(theme)]
    return [guide for topic in topics for guide in library.guides.values() if guide.topic == topic]


def _links(teller: Teller, ids: Iterable[str]) -> tuple[Link, ...]:
    guides = teller.library.guides
    return tuple(Link(id_, teller.say(guides[id_].title)) for id_ in ids if id_)
