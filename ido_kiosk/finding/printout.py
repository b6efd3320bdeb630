"""The paper of a life event and of an urgent situation: without tips, and without anything about a person."""

from collections.abc import Iterable, Iterator
from datetime import date

from ido_kiosk.base.blocks import Block, Heading, Notice, Paragraph, Small, Ticks
from ido_kiosk.base.language import _
from ido_kiosk.finding.content.situations import LifeEvent, Point, Urgent
from ido_kiosk.finding.service.cards import call_blocks, call_facts, life_facts, point_contacts
from ido_kiosk.guides.service import Library, Teller, Translate
from ido_shared.content.facts import Fact


def checklist(library: Library, event: LifeEvent, today: date, translate: Translate) -> list[Block]:
    """What to arrange, in order, to tick off at home."""
    teller = Teller(library, today, translate)
    facts = life_facts(teller, event)
    blocks: list[Block] = [Heading(teller.say(event.title), 1), Paragraph(teller.say(event.summary))]
    for number, point in enumerate(event.points, start=1):
        blocks += _point(teller, number, point)
    return [*blocks, *_unsure(teller, facts), teller.short_source(event, facts), _nothing_personal()]


def _point(teller: Teller, number: int, point: Point) -> Iterator[Block]:
    yield Heading(_("{number}. {title}").format(number=number, title=teller.say(point.title)), 2)
    if point.when is not None:
        yield Paragraph(_("Wanneer: {when}").format(when=teller.item(point.when)))
    yield Ticks(tuple(teller.item(item) for item in point.actions))
    yield from point_contacts(teller, point, on_paper=True)


def urgent_sheet(library: Library, urgent: Urgent, today: date, translate: Translate) -> list[Block]:
    """What to do now, and the numbers to call."""
    teller = Teller(library, today, translate)
    facts = teller.facts(urgent.now)
    return [
        Heading(teller.say(urgent.title), 1),
        Heading(_("Doe dit nu"), 2),
        *teller.actions(urgent.now),
        *call_blocks(teller, urgent.calls, on_paper=True),
        *_unsure(teller, facts),
        teller.short_source(urgent, [*facts, *call_facts(teller, urgent.calls)]),
        _nothing_personal(),
    ]


def _unsure(teller: Teller, facts: Iterable[Fact]) -> Iterator[Block]:
    """What this paper leaves out, and where to look."""
    for fact in facts:
        if not teller.may_show(fact):
            text = _("Kijk dit zelf na: {what}. Dat kan hier: {url}")
            url = teller.library.sources[fact.source].url
            yield Notice(text.format(what=teller.say(fact.what), url=url), "information")


def _nothing_personal() -> Block:
    return Small(_("Op dit blad staat niets over u. Schrijf er geen wachtwoord of code op."))
