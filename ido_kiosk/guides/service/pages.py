"""Each page of a guide on the screen: the visitor's text, what is for the volunteer, the choices, the ways on."""

from collections.abc import Iterable
from datetime import date, datetime, time

import msgspec

from ido_kiosk.base.blocks import Block, Bullets, Heading, Notice, Paragraph, Tip
from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import NEEDED, Exit, Guide, Item, Library, Outcome, Prompt, Step
from ido_kiosk.guides.service.channels import ChannelLine, channel_lines
from ido_kiosk.guides.service.links import full_address
from ido_kiosk.guides.service.telling import Teller
from ido_kiosk.guides.service.walk import Walk, position
from ido_shared.content.facts import Fact
from ido_shared.content.organisations import Organisation, Way
from ido_shared.content.wording import Translate

_NOON = 12


class Deed(msgspec.Struct, frozen=True):
    """Something for the visitor to do or to know, with what matters at that very moment."""

    text: str
    typed_by_visitor: bool = False
    prompt: Prompt = ""
    """What the volunteer should think of."""


class Reach(msgspec.Struct, frozen=True):
    """How to reach the organisation."""

    lines: tuple[ChannelLine, ...]
    first: Way | None
    """The way to use now: shown at once."""
    otherwise: str
    """Where to look when there is no line."""


class Page(msgspec.Struct, frozen=True):
    """One page, in words."""

    kicker: str
    title: str
    lead: str = ""
    deeds: tuple[Deed, ...] = ()
    is_numbered: bool = True
    """Whether the deeds have an order."""
    blocks: tuple[Block, ...] = ()
    """What else the visitor reads."""
    volunteer: tuple[Block, ...] = ()
    """Not for the visitor."""
    question: str = ""
    """Stands above the choices, where the title is not the question itself."""
    words: tuple[tuple[str, str], ...] = ()
    """Words that this page uses, each with its meaning."""
    website: str = ""
    """The address that should be open now."""
    reach: Reach | None = None
    sources: tuple[Block, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    """Id and words of each answer; empty when there is one way on at most."""
    answered: str = ""
    """Id of the answer that was given before, after going back."""
    can_go_on: bool = True
    exits: tuple[tuple[str, str], ...] = ()
    """Page and words of what may be the matter instead."""
    further: tuple[tuple[str, str], ...] = ()
    """Id and title of guides to go on with."""


def page(library: Library, walk: Walk, today: date, translate: Translate, at: time = time(_NOON)) -> Page:
    """The page where a walk is; ``at``: the time of the local clock, by which channels are open or not."""
    teller, now = Teller(library, today, translate), datetime.combine(today, at)
    guide = library.guides[walk.guide]
    if walk.here == NEEDED:
        return _needed_page(teller, guide, now)
    if (outcome := guide.outcomes.get(walk.here)) is not None:
        return _outcome_page(teller, guide, outcome, now)
    number, total = position(library, walk)
    kicker = _("Stap {number} van {total}").format(number=number, total=total)
    shown = _step_page(teller, guide, guide.steps[walk.here], now)
    return msgspec.structs.replace(shown, kicker=kicker, answered=walk.answered)


def _needed_page(teller: Teller, guide: Guide, now: datetime) -> Page:
    blocks: list[Block] = [Heading(_("Dit hebt u nodig"), 2), Bullets(tuple(needed_lines(teller, guide)))]
    dutch = [text.dutch for needed in guide.needed for text in (needed.text, needed.help) if text]
    tips = [limit_tip(guide)]
    if teller.is_overdue(guide):
        tips.append(_("Deze gids is te lang niet nagekeken. Lees extra goed wat er op het scherm staat."))
    reach = _reach(teller, teller.organisation(guide), guide.ways, None, now)
    return Page(
        _("Vooraf"),
        teller.say(guide.title),
        lead=teller.say(guide.summary),
        blocks=(*blocks, Paragraph(_time_and_cost(teller, guide))),
        volunteer=(Tip(tuple(tips)), *_expired_contacts(teller, teller.organisation(guide), guide.ways)),
        words=teller.explained(guide, [guide.summary.dutch, *dutch]),
        reach=reach,
        sources=tuple(teller.source_lines(guide, [])),
        exits=_exits(guide, NEEDED),
    )


def needed_lines(teller: Teller, guide: Guide) -> Iterable[str]:
    """What to have at hand, a line each."""
    for needed in guide.needed:
        text = teller.say(needed.text)
        if not needed.required:
            text = _("{thing} (als u dat hebt)").format(thing=text)
        yield f"{text}. {teller.say(needed.help)}".strip() if needed.help else text


def _step_page(teller: Teller, guide: Guide, step: Step, now: datetime) -> Page:
    facts = teller.facts(step.actions)
    organisation = teller.organisation(guide)
    tips = tuple(_tips(teller, step))
    return Page(
        "",
        teller.say(step.title or step.question),
        lead=teller.say(step.why),
        deeds=_deeds(teller, step.actions),
        blocks=tuple(teller.bring(step)),
        volunteer=(
            *expired_notices(teller, facts),
            *([Tip(tips)] if tips else []),
            *_expired_contacts(teller, organisation, guide.ways),
        ),
        question=teller.say(step.question) if step.title and step.question else "",
        words=teller.explained(guide, _dutch(step)),
        website=_website(teller, step),
        reach=_reach(teller, organisation, guide.ways, None, now),
        sources=tuple(teller.source_lines(guide, facts)),
        choices=tuple((choice.id, teller.say(choice.text)) for choice in step.choices),
        exits=_exits(guide, step.id),
    )


def _deeds(teller: Teller, items: Iterable[Item]) -> tuple[Deed, ...]:
    return tuple(Deed(teller.item(item), item.typed_by_visitor, item.prompt) for item in items)


def _website(teller: Teller, step: Step) -> str:
    """The address that should be open now, when it may be shown and is one."""
    fact = teller.library.facts[step.address] if step.address else None
    return fact.value if fact is not None and teller.may_show(fact) and full_address(fact.value) else ""


def _tips(teller: Teller, step: Step) -> Iterable[str]:
    if step.take_along:
        yield _("Geef nu het blad mee. Daarop staat hoe het thuis verder gaat.")
    yield from (teller.say(tip) for tip in step.tips)


def _outcome_page(teller: Teller, guide: Guide, outcome: Outcome, now: datetime) -> Page:
    organisation = teller.organisation(guide, outcome)
    ways = (outcome.way,) if outcome.way else guide.ways
    facts = teller.facts(outcome.texts)
    return Page(
        _("Gelukt") if outcome.sort == "goed" else _("Zo gaat u verder"),
        teller.say(outcome.title),
        deeds=_deeds(teller, outcome.texts),
        is_numbered=False,
        volunteer=(
            *expired_notices(teller, facts),
            *(_expired_contacts(teller, organisation, ways) if outcome.has_contact else []),
        ),
        words=teller.explained(guide, [item.text.dutch for item in outcome.texts]),
        reach=_reach(teller, organisation, ways, outcome.way, now) if outcome.has_contact else None,
        sources=tuple(teller.source_lines(guide, facts)),
        can_go_on=False,
        further=tuple((id_, teller.say(teller.library.guides[id_].title)) for id_ in outcome.further),
    )


def _reach(teller: Teller, organisation: Organisation, ways: Iterable[Way], first: Way | None, now: datetime) -> Reach:
    text = _("Kijk in een brief van {organisation}. Daar staat hoe u contact krijgt.")
    otherwise = text.format(organisation=teller.say(organisation.called))
    return Reach(channel_lines(teller, organisation, ways, now), first, otherwise)


def _dutch(step: Step) -> list[str]:
    texts = [text.dutch for text in (step.title, step.question, step.why) if text]
    return [*texts, *(item.text.dutch for item in step.actions)]


def expired_notices(teller: Teller, facts: Iterable[Fact]) -> list[Block]:
    """Warn the volunteer of facts that no longer hold: what it was, and where to look."""
    text = _("Verouderd: {what} ({value}). Zeg dit niet zomaar. Kijk het na: {url}")
    return [
        Notice(
            text.format(what=teller.say(fact.what), value=_value(teller, fact), url=_where_to_look(teller, fact)),
            "warning",
        )
        for fact in facts
        if fact.state(teller.today) == "expired"
    ]


def _where_to_look(teller: Teller, fact: Fact) -> str:
    source = teller.library.sources[fact.source]
    return source.url or source.name


def _expired_contacts(teller: Teller, organisation: Organisation, ways: Iterable[Way]) -> list[Block]:
    return expired_notices(teller, teller.contact_facts(organisation, ways))


def _value(teller: Teller, fact: Fact) -> str:
    return f"{teller.fact(fact)} {teller.say(fact.unit)}".strip()


def _time_and_cost(teller: Teller, guide: Guide) -> str:
    text = _("Het duurt ongeveer {minutes} minuten. Kosten: {cost}.")
    cost = teller.say(guide.cost).rstrip(".")
    return text.format(minutes=guide.minutes, cost=f"{cost[:1].lower()}{cost[1:]}")


def limit_tip(guide: Guide) -> str:
    """How far the volunteer's help goes."""
    return {
        "wegwijzen": _("U wijst de weg. De bezoeker leest, kiest en typt zelf."),
        "brief": _("U helpt met de brief. De bezoeker zegt wat erin komt."),
        "inhoud": _("Geef geen advies over de zaak zelf. Verwijs daarvoor door."),
    }[guide.limit]


def _exits(guide: Guide, here: str) -> tuple[tuple[str, str], ...]:
    return tuple((exit_.page, exit_words(exit_)) for exit_ in guide.exits if exit_.page not in ("", here))


def exit_words(exit_: Exit) -> str:
    """A standard exit in the visitor's words."""
    return {
        "geen_digid": _("Ik heb geen DigiD"),
        "geen_mobiel": _("Ik heb geen mobiele telefoon"),
        "niet_ingeschreven": _("Ik sta niet ingeschreven bij een gemeente"),
        "spoed": _("Ik heb haast"),
        "namens_iemand_anders": _("Ik doe dit voor iemand anders"),
    }[exit_.kind]
