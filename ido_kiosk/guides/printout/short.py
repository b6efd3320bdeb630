"""The short sheet: one side that is understood in ten seconds, in at most 60 words, and that tells no one why."""

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from ido_kiosk.base.blocks import Big, Block, Captioned, Heading, Notice, Paragraph, Pictured, QrCode, Small
from ido_kiosk.base.language import _, day_text
from ido_kiosk.guides.content.guide import NEEDED, Guide, Item, Outcome, Step, Thing
from ido_kiosk.guides.printout.hours import told_hours
from ido_kiosk.guides.printout.neutral import is_revealing
from ido_kiosk.guides.service import Teller, Walk
from ido_shared.content.facts import Fact
from ido_shared.content.organisations import Organisation, Way
from ido_shared.content.wording import Wording

MOST_WORDS = 60
"""Everything that can be read, the head of the sheet too; not the sources, the web address and the phone number."""

_USUAL = "forward"
_USUAL_THING = "tick"
_BY_WORD = (
    ("wachtwoord|gebruikersnaam|pincode|inlog", "key"),
    ("typ", "keyboard"),
    ("bel|belt", "phone"),
    ("bankpas|pinpas", "bank-card"),
    ("paspoort|identiteitskaart|id-kaart|rijbewijs|legitimatie|burgerservicenummer", "id-card"),
    ("betaal|betalen|geld|rekening", "money"),
    ("e-mail|e-mailadres|mail", "email"),
    ("app", "app"),
    ("brief|brieven", "letter"),
    ("telefoon|mobiel|sms", "mobile"),
    ("afspraak|datum|kalender", "calendar"),
    ("wacht", "clock"),
    ("bewaar|map", "folder"),
    ("schrijf|vul|onderteken|pen", "pencil"),
    ("papier|papieren|formulier|overzicht|blad", "paper"),
    ("gemeente|gemeentehuis|balie", "counter"),
    ("website|scherm|inloggen|log", "website"),
    ("laptop|computer|tablet", "computer"),
    ("vraag|hulp", "help"),
)
"""The pictogram of a text for which its writer chose none, by the Dutch words in it; the first that is there."""


class Plan(msgspec.Struct, frozen=True):
    """What there is room for."""

    actions: int = 0
    things: int = 0
    has_hours: bool = False
    has_title: bool = False
    has_place: bool = False
    has_question: bool = False
    """Whether it says what to ask of the facts that may not be shown."""


class _Told(msgspec.Struct, frozen=True):
    """What this page of the guide has for a short sheet."""

    title: Wording
    actions: tuple[Item, ...]
    things: tuple[Thing, ...]
    step: Step | None = None
    outcome: Outcome | None = None


def plans(teller: Teller, walk: Walk, desk_hours: str) -> Iterator[Plan]:
    """What there is room for in 60 words, then less and less: below each text may come its Dutch, on the same side."""
    chosen = _plan(teller, walk, desk_hours)
    yield chosen
    while chosen.things or chosen.actions > 1:
        less = {"things": chosen.things - 1} if chosen.things > chosen.actions - 1 else {"actions": chosen.actions - 1}
        chosen = replace(chosen, **less)
        yield chosen


def _plan(teller: Teller, walk: Walk, desk_hours: str) -> Plan:
    """As much as fits in 60 words: the first action always, then in order of what the visitor can least do without."""
    told = _told(teller.library.guides[walk.guide], walk)
    chosen = Plan(actions=min(1, len(told.actions)))
    full: set[str] = set()
    for wish in _wishes(len(told.actions), len(told.things)):
        if full & wish.keys():
            continue  # they stay in order: after the first that does not fit comes none
        tried = replace(chosen, **wish)
        if count_words(_lines(teller, walk, desk_hours, tried)) <= MOST_WORDS:
            chosen = tried
        else:
            full |= wish.keys()
    return chosen


def _wishes(actions: int, things: int) -> Iterator[dict[str, int | bool]]:
    yield {"has_place": True}
    yield {"has_hours": True}
    yield {"has_question": True}
    yield {"has_title": True}
    for number in range(1, max(things, actions) + 1):
        if number <= things:
            yield {"things": number}
        if number < actions:
            yield {"actions": number + 1}


def count_words(blocks: Iterable[Block]) -> int:
    """The words of the sheet with these blocks: what can be read, but for the sources, web address and phone number."""
    texts = [_("Informatiepunt Digitale Overheid"), *(text for block in blocks for text in _texts(block))]
    return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())


def _texts(block: Block) -> list[str]:
    match block:
        case Small():
            return []
        case QrCode(note=note):
            return [note]
        case Big(label, value, picture, to_write=to_write):
            return [label] if picture == "phone" else [label, value, to_write]
        case Pictured(items):
            return [item.text for item in items]
        case Heading(text) | Notice(text) | Paragraph(text):
            return [text]
        case _:
            raise TypeError(f"a short sheet has no {type(block).__name__}")


def blocks(teller: Teller, walk: Walk, desk_hours: str, plan: Plan) -> list[Block]:
    """The blocks of the sheet for where a walk is, as far as the plan has room for them."""
    guide = teller.library.guides[walk.guide]
    facts = teller.facts(_told(guide, walk).actions)
    return [*_lines(teller, walk, desk_hours, plan), teller.short_source(guide, facts)]


def _lines(teller: Teller, walk: Walk, desk_hours: str, plan: Plan) -> list[Block]:
    """All but the sources."""
    guide = teller.library.guides[walk.guide]
    told = _told(guide, walk)
    made: list[Block] = [Heading(_heading(teller, told, plan), 1)]
    if told.step is not None:
        number = len(walk.done(guide)) + 1
        made.append(Notice(_("Hier zijn we gebleven: stap {number}").format(number=number), "information"))
    made += _actions(teller, guide, told, plan)
    made += _things(teller, told, plan)
    made += _contact(teller, guide, told, plan)
    made.append(_date(teller, told))
    if plan.actions < len(told.actions) or plan.things < len(told.things):
        made.append(Paragraph(_("Meer? Vraag het lange blad.")))
    return [*made, *_way_back(teller, guide, told, desk_hours if plan.has_hours else "")]


def _told(guide: Guide, walk: Walk) -> _Told:
    if walk.here == NEEDED:
        first = guide.steps[guide.start]
        return _Told(guide.title, _short(first.actions), guide.needed)
    if (outcome := guide.outcomes.get(walk.here)) is not None:
        return _Told(outcome.title, _short(outcome.texts), (), outcome=outcome)
    step = guide.steps[walk.here]
    title = step.title or step.question or guide.title
    return _Told(title, _short(step.actions), step.bring or (() if step.actions else guide.needed), step)


def _short(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.on_short_sheet)


def _heading(teller: Teller, told: _Told, plan: Plan) -> str:
    if not plan.has_title or is_revealing(told.title):
        return _("Uw volgende stap")
    return teller.say(told.title)


def _actions(teller: Teller, guide: Guide, told: _Told, plan: Plan) -> Iterator[Block]:
    lines = [Captioned(_action_picture(item), teller.item(item)) for item in told.actions[: plan.actions]]
    if missing := [fact for fact in teller.facts(told.actions) if not teller.may_show(fact)]:
        text = _("Vraag na bij {organisation}: {what}.")
        organisation = teller.say(teller.organisation(guide, told.outcome).called)
        what = ", ".join(teller.say(fact.what) for fact in missing)
        lines += [Captioned("help", text.format(organisation=organisation, what=what))] * plan.has_question
    if lines:
        yield Pictured(tuple(lines))


def _action_picture(item: Item) -> str:
    chosen = item.picture or ("keyboard" if item.typed_by_visitor else "")
    return chosen or _picture_of(item.text, _USUAL)


def _picture_of(text: Wording, usual: str) -> str:
    for words, picture in _BY_WORD:
        if re.search(rf"\b({words})\b", text.dutch, re.IGNORECASE):
            return picture
    return usual


def _things(teller: Teller, told: _Told, plan: Plan) -> Iterator[Block]:
    if plan.things:
        yield Heading(_("Neem mee") if told.step else _("Dit hebt u nodig"), 2)
        items = [
            Captioned(thing.picture or _picture_of(thing.text, _USUAL_THING), teller.say(thing.text))
            for thing in told.things[: plan.things]
        ]
        yield Pictured(tuple(items), beside=len(items) > 1)


def _contact(teller: Teller, guide: Guide, told: _Told, plan: Plan) -> Iterator[Block]:
    """The phone number; or where to go or to look where there is none."""
    organisation = teller.organisation(guide, told.outcome)
    if (told.outcome is not None and not told.outcome.has_contact) or organisation.kind == "geen":
        return
    way: Way = (told.outcome and told.outcome.way) or "phone"
    if way != "counter" and (number := _fact(teller, organisation, "phone")) is not None:
        label = _("Bel {organisation}").format(organisation=teller.say(organisation.called))
        yield Big(label, teller.fact(number), "phone", teller.short_remark(organisation, number))
    elif plan.has_place:
        yield Pictured((_place(teller, organisation, way),))


def _place(teller: Teller, organisation: Organisation, way: Way) -> Captioned:
    for asked in (way, "counter"):
        for channel in organisation.channels:
            if channel.way == asked and channel.text is not None:
                return Captioned(asked, teller.say(channel.text))
    text = _("Kijk in uw brief van {organisation}.")
    return Captioned("letter", text.format(organisation=teller.say(organisation.called)))


def _fact(teller: Teller, organisation: Organisation, way: Way) -> Fact | None:
    """The fact of this channel that may be shown, if any."""
    ids = [channel.fact for channel in organisation.channels if channel.way == way and channel.fact]
    return next((fact for fact in map(teller.library.facts.__getitem__, ids) if teller.may_show(fact)), None)


def _date(teller: Teller, told: _Told) -> Block:
    """The day of today where something begins or ends; where the visitor waits also room for the day to come back."""
    come_back, today = _("Kom terug op"), day_text(teller.today)
    if told.step and told.step.take_along:
        return Big(_("Vandaag"), today, "calendar", to_write=come_back)
    is_done = told.outcome is not None and told.outcome.sort == "goed"
    return Big(_("Vandaag"), today, "calendar") if is_done else Big(come_back, "", "calendar")


def _way_back(teller: Teller, guide: Guide, told: _Told, desk_hours: str) -> Iterator[Block]:
    """That one may come back, and when; beside it the official page."""
    back = "\n".join(filter(None, [_("Kom gerust terug."), told_hours(desk_hours)]))
    page = teller.library.facts[told.step.address] if told.step and told.step.address else None
    if page is None or not teller.may_show(page):
        page = _fact(teller, teller.organisation(guide, told.outcome), "website")
    if page is None:
        yield Pictured((Captioned("counter", back),))
        return
    address = teller.fact(page)
    yield QrCode(address if "://" in address else f"https://{address}", address, back)
