"""Each page of a guide on the screen: its blocks, its choices, and what stands below it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from ido_kiosk.base.blocks import Block, Bullets, Heading, Notice, Paragraph, Tip
from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import NEEDED, Exit, Guide, Library, Outcome, Step
from ido_kiosk.guides.service.telling import Teller
from ido_kiosk.guides.service.walk import Walk, position
from ido_shared.content.facts import Fact
from ido_shared.content.wording import Translate


class Page(msgspec.Struct, frozen=True):
    """One page, in words: what to show, what can be chosen, what stands small below."""

    kicker: str
    title: str
    blocks: list[Block]
    below: list[Block]
    """Contacts and sources."""
    choices: tuple[tuple[str, str], ...] = ()
    """Id and words of each answer; empty when there is one way on at most."""
    answered: str = ""
    """Id of the answer that was given before, after going back."""
    can_go_on: bool = True
    exits: tuple[tuple[str, str], ...] = ()
    """Page and words of what may be the matter instead."""
    further: tuple[tuple[str, str], ...] = ()
    """Id and title of guides to go on with."""


def page(library: Library, walk: Walk, today: date, translate: Translate) -> Page:
    """The page where a walk is."""
    teller = Teller(library, today, translate)
    guide = library.guides[walk.guide]
    if walk.here == NEEDED:
        return _needed_page(teller, guide)
    if (outcome := guide.outcomes.get(walk.here)) is not None:
        return _outcome_page(teller, guide, outcome)
    number, total = position(library, walk)
    kicker = _("Stap {number} van {total}").format(number=number, total=total)
    shown = _step_page(teller, guide, guide.steps[walk.here], kicker)
    return msgspec.structs.replace(shown, answered=walk.answered)


def _needed_page(teller: Teller, guide: Guide) -> Page:
    blocks: list[Block] = [Paragraph(teller.say(guide.summary)), Heading(_("Dit hebt u nodig"), 2)]
    blocks.append(Bullets(tuple(needed_lines(teller, guide))))
    dutch = [text.dutch for needed in guide.needed for text in (needed.text, needed.help) if text]
    blocks += teller.words(guide, dutch)
    blocks.append(Paragraph(_time_and_cost(teller, guide)))
    tips = [_limit_tip(guide)]
    if teller.is_overdue(guide):
        tips.append(_("Deze gids is te lang niet nagekeken. Lees extra goed wat er op het scherm staat."))
    blocks.append(Tip(tuple(tips)))
    return Page(_("Vooraf"), teller.say(guide.title), blocks, _below(teller, guide, []), exits=_exits(guide, NEEDED))


def needed_lines(teller: Teller, guide: Guide) -> Iterable[str]:
    """What to have at hand, a line each."""
    for needed in guide.needed:
        text = teller.say(needed.text)
        if not needed.required:
            text = _("{thing} (als u dat hebt)").format(thing=text)
        yield f"{text}. {teller.say(needed.help)}".strip() if needed.help else text


def _step_page(teller: Teller, guide: Guide, step: Step, kicker: str) -> Page:
    title = step.title or step.question
    blocks: list[Block] = [Paragraph(teller.say(step.why))] if step.why else []
    blocks += teller.actions(step.actions)
    blocks += teller.bring(step)
    blocks += teller.words(guide, _dutch(step))
    facts = teller.facts(step.actions)
    blocks += expired_notices(teller, facts)
    if tips := list(_tips(teller, step)):
        blocks.append(Tip(tuple(tips)))
    if step.title and step.question:
        blocks.append(Heading(teller.say(step.question), 2))
    return Page(
        kicker,
        teller.say(title),
        blocks,
        _below(teller, guide, facts),
        choices=tuple((choice.id, teller.say(choice.text)) for choice in step.choices),
        exits=_exits(guide, step.id),
    )


def _tips(teller: Teller, step: Step) -> Iterable[str]:
    if step.take_along:
        yield _("Geef nu het blad mee. Daarop staat hoe het thuis verder gaat.")
    yield from (teller.say(tip) for tip in step.tips)


def _outcome_page(teller: Teller, guide: Guide, outcome: Outcome) -> Page:
    organisation = teller.organisation(guide, outcome)
    ways = [outcome.way] if outcome.way else []
    facts = teller.facts(outcome.texts)
    blocks: list[Block] = [Bullets(tuple(teller.item(item) for item in outcome.texts))]
    blocks += teller.contacts(organisation, ways) if ways else []
    blocks += teller.words(guide, [item.text.dutch for item in outcome.texts])
    blocks += expired_notices(teller, [*facts, *teller.contact_facts(organisation, ways)])
    kicker = _("Gelukt") if outcome.sort == "goed" else _("Zo gaat u verder")
    is_told = bool(ways) or not outcome.has_contact
    below = list(teller.source_lines(guide, facts)) if is_told else _below(teller, guide, facts)
    further = tuple((id_, teller.say(teller.library.guides[id_].title)) for id_ in outcome.further)
    return Page(kicker, teller.say(outcome.title), blocks, below, can_go_on=False, further=further)


def _dutch(step: Step) -> list[str]:
    texts = [text.dutch for text in (step.title, step.question, step.why) if text]
    return [*texts, *(item.text.dutch for item in step.actions)]


def expired_notices(teller: Teller, facts: Iterable[Fact]) -> list[Block]:
    """Warn the volunteer of facts that no longer hold: what it was, and where to look."""
    text = _("Verouderd: {what} ({value}). Zeg dit niet zomaar. Kijk het na: {url}")
    return [
        Notice(
            text.format(
                what=teller.say(fact.what), value=_value(teller, fact), url=teller.library.sources[fact.source].url
            ),
            "warning",
        )
        for fact in facts
        if fact.state(teller.today) == "expired"
    ]


def _value(teller: Teller, fact: Fact) -> str:
    return f"{teller.fact(fact)} {teller.say(fact.unit)}".strip()


def _below(teller: Teller, guide: Guide, facts: list[Fact]) -> list[Block]:
    organisation = teller.organisation(guide)
    contacts = teller.contacts(organisation, guide.ways)
    notices = expired_notices(teller, teller.contact_facts(organisation, guide.ways))
    return [Heading(_("Contact"), 2), *contacts, *notices, *teller.source_lines(guide, facts)]


def _time_and_cost(teller: Teller, guide: Guide) -> str:
    text = _("Het duurt ongeveer {minutes} minuten. Kosten: {cost}.")
    return text.format(minutes=guide.minutes, cost=teller.say(guide.cost).lower())


def _limit_tip(guide: Guide) -> str:
    return {
        "wegwijzen": _("U wijst de weg. De bezoeker leest, kiest en typt zelf."),
        "brief": _("U helpt met de brief. De bezoeker zegt wat erin komt."),
        "inhoud": _("Geef geen advies over de zaak zelf. Verwijs daarvoor door."),
    }[guide.limit]


def _exits(guide: Guide, here: str) -> tuple[tuple[str, str], ...]:
    return tuple((exit_.page, _exit_words(exit_)) for exit_ in guide.exits if exit_.page not in ("", here))


def _exit_words(exit_: Exit) -> str:
    return {
        "geen_digid": _("Ik heb geen DigiD"),
        "geen_mobiel": _("Ik heb geen mobiele telefoon"),
        "niet_ingeschreven": _("Ik sta niet ingeschreven bij een gemeente"),
        "spoed": _("Ik heb haast"),
        "namens_iemand_anders": _("Ik doe dit voor iemand anders"),
    }[exit_.kind]
