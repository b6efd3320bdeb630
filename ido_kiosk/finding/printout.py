"""The paper of a life event and of an urgent situation: without tips, and without anything about a person."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Block, Captioned, Heading, Notice, Paragraph, Pictured, Small, Ticks
from ido_kiosk.base.language import _
from ido_kiosk.finding.content.situations import LifeEvent, Point, Urgent
from ido_kiosk.finding.service.cards import call_blocks, call_facts, life_facts, point_contacts
from ido_kiosk.guides.printout import Sheet, is_revealing, told
from ido_kiosk.guides.service import Library, Teller, Translate
from ido_kiosk.letters.service import Letter
from ido_shared.content.facts import Fact


def checklist(
    library: Library, event: LifeEvent, letters: Mapping[str, Letter], today: date, translate: Translate
) -> Sheet:
    """What to arrange, in order, to tick off at home; its heading tells nobody what happened."""
    title = _("Dit moet u regelen") if is_revealing(event.title) else event.title.said(translate)
    blocks = told(partial(_checklist, event=event, letters=letters), library, today, translate)
    return Sheet(title, blocks, language.current())


def _checklist(teller: Teller, event: LifeEvent, letters: Mapping[str, Letter]) -> list[Block]:
    facts = life_facts(teller, event)
    title = _("Dit moet u regelen") if is_revealing(event.title) else teller.say(event.title)
    blocks: list[Block] = [Heading(title, 1), Paragraph(teller.say(event.summary))]
    before: list[Block] = []
    for number, point in enumerate(event.points, start=1):
        contacts = point_contacts(teller, point, on_paper=True)
        blocks += [*_point(teller, number, point, letters), *(contacts if contacts != before else [])]
        before = contacts
    return [*blocks, *_unsure(teller, facts), teller.short_source(event, facts), _nothing_personal()]


def _point(teller: Teller, number: int, point: Point, letters: Mapping[str, Letter]) -> Iterator[Block]:
    yield Heading(_("{number}. {title}").format(number=number, title=teller.say(point.title)), 2)
    if point.when is not None:
        yield Pictured((Captioned("calendar", teller.item(point.when)),))
    yield Ticks(tuple(teller.item(item) for item in point.actions))
    if point.letter:
        text = _("De brief maakt u met ons: {title}").format(title=teller.say(letters[point.letter].title))
        yield Pictured((Captioned("letter", text),))


def urgent_sheet(library: Library, urgent: Urgent, today: date, translate: Translate) -> Sheet:
    """What to do now, and the numbers to call; its heading tells nobody what happened."""
    blocks = told(partial(_urgent, urgent=urgent), library, today, translate)
    return Sheet(_("Doe dit nu"), blocks, language.current(), is_one_side=True)


def _urgent(teller: Teller, urgent: Urgent) -> list[Block]:
    facts = teller.facts(urgent.now)
    return [
        Heading(_("Doe dit nu"), 1),
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
