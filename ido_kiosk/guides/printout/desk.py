"""For the desk: a card with what the volunteer must think of, and the whole guide by numbers for when the PC fails."""

from collections.abc import Iterable, Iterator

from ido_kiosk.base.blocks import Block, Bullets, Contact, Heading, Notice, Paragraph, Small
from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import Guide, Item, Outcome, Prompt, Step
from ido_kiosk.guides.service import Teller, Walk
from ido_kiosk.guides.service.pages import exit_words, limit_tip, needed_lines
from ido_shared.content.organisations import Organisation, Way
from ido_shared.content.wording import Wording


def card(teller: Teller, walk: Walk) -> list[Block]:
    """What this guide asks of the volunteer: limits, tips and prompts of each step, what may be the matter instead."""
    guide = teller.library.guides[walk.guide]
    numbers = _numbers(guide)
    made: list[Block] = [
        Heading(teller.say(guide.title), 1),
        Small(_("Kaart voor de balie. Niet meegeven aan de bezoeker.")),
        Notice(limit_tip(guide), "warning"),
        *_needed(teller, guide),
    ]
    for step in guide.steps.values():
        lines = [*(teller.say(tip) for tip in step.tips), *_prompts(step.actions)]
        if lines:
            made += [
                Heading(_numbered(teller, numbers, step.id, step.title or step.question), 2),
                Bullets(tuple(lines)),
            ]
    made += _exits(teller, guide, numbers)
    return [*made, *_contact(teller, guide), teller.short_source(guide, [])]


def flow_card(teller: Teller, walk: Walk) -> list[Block]:
    """All steps and outcomes, numbered; each answer says where to go on."""
    guide = teller.library.guides[walk.guide]
    numbers = _numbers(guide)
    made: list[Block] = [
        Heading(teller.say(guide.title), 1),
        Small(_("Stroomkaart. Ga verder met het nummer dat achter een antwoord staat.")),
        *_needed(teller, guide),
    ]
    for step in guide.steps.values():
        made += _step(teller, step, numbers)
    for outcome in guide.outcomes.values():
        made += _outcome(teller, guide, outcome, numbers)
    made += _exits(teller, guide, numbers)
    items = [item for step in guide.steps.values() for item in step.actions]
    return [*made, *_contact(teller, guide), teller.short_source(guide, teller.facts(items))]


def _numbers(guide: Guide) -> dict[str, int]:
    """A number for each page: the steps first."""
    return {id_: number for number, id_ in enumerate([*guide.steps, *guide.outcomes], start=1)}


def _numbered(teller: Teller, numbers: dict[str, int], page: str, title: Wording | None) -> str:
    return f"{numbers[page]}. {teller.say(title)}"


def _step(teller: Teller, step: Step, numbers: dict[str, int]) -> Iterator[Block]:
    yield Heading(_numbered(teller, numbers, step.id, step.title or step.question), 2)
    if step.actions:
        yield Bullets(tuple(teller.item(item) for item in step.actions))
    if step.title and step.question:
        yield Heading(teller.say(step.question), 3)
    answer = _("{answer}: ga naar {number}.")
    ways = tuple(answer.format(answer=teller.say(choice.text), number=numbers[choice.next]) for choice in step.choices)
    yield Bullets(ways) if ways else Paragraph(_("Ga naar {number}.").format(number=numbers[step.next]))


def _outcome(teller: Teller, guide: Guide, outcome: Outcome, numbers: dict[str, int]) -> Iterator[Block]:
    yield Heading(_numbered(teller, numbers, outcome.id, outcome.title), 2)
    yield Bullets(tuple(teller.item(item) for item in outcome.texts))
    if outcome.way and outcome.organisation not in ("", guide.organisation):
        yield from _reached(teller, teller.organisation(guide, outcome), [outcome.way])


def _needed(teller: Teller, guide: Guide) -> list[Block]:
    lines = tuple(needed_lines(teller, guide))
    return [Heading(_("Dit hebt u nodig"), 2), Bullets(lines)] if lines else []


def _prompts(items: Iterable[Item]) -> Iterator[str]:
    """What to think of at the risky moments of a step, each once."""
    said: dict[Prompt, str] = {
        "bsn": _("Schrijf het burgerservicenummer niet op."),
        "koptelefoon": _("Er wordt een code voorgelezen. Bied een koptelefoon aan."),
    }
    if any(item.typed_by_visitor for item in items):
        yield _("De bezoeker typt zelf. Kijk weg.")
    yield from dict.fromkeys(said[item.prompt] for item in items if item.prompt)


def _exits(teller: Teller, guide: Guide, numbers: dict[str, int]) -> list[Block]:
    answer = _("{answer}: ga naar {number}.")
    ways = [answer.format(answer=exit_words(exit_), number=numbers[exit_.page]) for exit_ in guide.exits if exit_.page]
    return [Heading(_("Is er iets anders aan de hand?"), 2), Bullets(tuple(ways))] if ways else []


def _contact(teller: Teller, guide: Guide) -> list[Block]:
    if not guide.ways:
        return []
    return [Heading(_("Contact"), 2), *_reached(teller, teller.organisation(guide), guide.ways)]


def _reached(teller: Teller, organisation: Organisation, ways: Iterable[Way]) -> Iterator[Block]:
    """How to reach an organisation, a line for each way: a card has no room for boxes."""
    found = teller.contacts(organisation, ways, on_paper=True)
    lines = (f"{one.name}: {one.value}. {one.note}".strip() for one in found if isinstance(one, Contact))
    yield Bullets(tuple(line.replace("..", ".") for line in lines))
    yield from (one for one in found if not isinstance(one, Contact))
