"""The long sheet: what to do now, how it goes on at home, what was done; without tips and without anything personal."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

import msgspec

from ido_kiosk.base.blocks import Block, Bullets, Heading, Notice, Paragraph, Small, WritingRoom
from ido_kiosk.base.language import _
from ido_kiosk.guides.content import flow
from ido_kiosk.guides.content.guide import NEEDED, Choice, Guide, Item, Outcome, Step
from ido_kiosk.guides.service import Teller, Walk
from ido_kiosk.guides.service.pages import needed_lines
from ido_shared.content.facts import Fact

_DOTS = "." * 44
"""A line to fill in by hand."""

ROOMS = ((27, 3), (27, 1), (22, 1), (17, 1), (12, 1), (7, 1), (0, 1), (0, 0))
"""In lines: how much of the way ahead it tells, and how much room there is to write, the fullest first."""
_FEW = 2
"""So many of the later steps are named where there is no room at all."""


class _Stop(msgspec.Struct, frozen=True):
    """A step that is still ahead, with its number."""

    number: int
    step: Step


class _Route(msgspec.Struct, frozen=True):
    """The steps that were done, those on the usual road from here, and where that road ends."""

    done: list[Step]
    ahead: list[_Stop]
    """As far as there is room to tell them."""
    later: list[_Stop]
    """Only named."""
    end: Outcome

    def said(self, outcome: Outcome) -> tuple[Item, ...]:
        """What the paper tells of an outcome: all of the one that is reached, else what to do first."""
        return outcome.texts if self.end == outcome and not self.ahead else outcome.texts[:1]

    def listed(self) -> list[Step]:
        """The passed steps that say what is for later."""
        return [step for step in self.done if step.listed]


def blocks(teller: Teller, walk: Walk, room: int, lines: int) -> list[Block]:
    """The blocks for where a walk is now: what to do now and whom to call, then all the rest.

    There are about ``room`` lines for the way ahead, and ``lines`` to write on; the present step is always told.
    """
    guide = teller.library.guides[walk.guide]
    route = _route(guide, walk, room)
    facts = teller.facts(_items(guide, route))
    return [
        Heading(teller.say(guide.title), 1),
        *_now(teller, guide, walk, route),
        *_list(teller, route),
        *_contacts(teller, guide, route),
        *_later(teller, guide, route),
        *_unsure(teller, guide, facts),
        *_done(teller, route),
        *_words(teller, guide, route),
        *[WritingRoom(_("Ruimte om zelf iets op te schrijven"), lines, can_shrink=True)] * bool(lines),
        teller.short_source(guide, facts),
        Small(_("Op dit blad staat niets over u. Schrijf er geen wachtwoord of code op.")),
    ]


def _route(guide: Guide, walk: Walk, room: int) -> _Route:
    done = walk.done(guide)
    ahead: list[_Stop] = []
    here = guide.start if walk.here == NEEDED else walk.here
    while (step := guide.steps.get(here)) is not None:
        ahead.append(_Stop(len(done) + len(ahead) + 1, step))
        here = _usual(guide, step)
    fitting = _fitting(ahead, room - len(guide.needed) * _tells_needed(guide, walk))
    later = ahead[fitting:] if room else ahead[fitting : fitting + _FEW]
    return _Route(done, ahead[:fitting], later, guide.outcomes[here])


def _tells_needed(guide: Guide, walk: Walk) -> bool:
    return walk.here in (NEEDED, guide.start)


def _fitting(stops: list[_Stop], room: int) -> int:
    """How many of these steps there is room for; always the first."""
    used = accumulate(2 + len(stop.step.actions) + len(stop.step.choices) for stop in stops)
    return max(1, sum(lines <= room for lines in used))


def _usual(guide: Guide, step: Step) -> str:
    """The page that follows on the usual road: of the answers the first with the longest way."""
    ways = guide.flow()
    return max(ways[step.id], key=lambda page: flow.longest(ways, page))


def _items(guide: Guide, route: _Route) -> list[Item]:
    """Every text on the paper that may name facts."""
    steps = [stop.step for stop in route.ahead]
    ends = dict.fromkeys(page for step in steps for page in guide.flow()[step.id] if page in guide.outcomes)
    if not route.later:
        ends[route.end.id] = None
    said = [item for id_ in ends for item in route.said(guide.outcomes[id_])]
    return [*(item for step in [*route.listed(), *steps] for item in step.actions), *said]


def _now(teller: Teller, guide: Guide, walk: Walk, route: _Route) -> Iterator[Block]:
    """What to do now, when, and what to bring; the resume strip first."""
    if not route.ahead:
        yield from _end(teller, route)
        return
    here = route.ahead[0]
    if route.done:
        yield Notice(_("Hier zijn we gebleven: stap {number}.").format(number=here.number), "information")
    else:
        yield Paragraph(teller.say(guide.summary))
    if _tells_needed(guide, walk) and guide.needed:
        yield Heading(_("Dit hebt u nodig"), 2)
        yield Bullets(tuple(needed_lines(teller, guide)))
    yield from _step(teller, guide, route, here)
    yield from teller.bring(here.step)
    if here.step.take_along:
        yield Paragraph(_("Datum van vandaag: {dots}").format(dots=_DOTS))
        yield Paragraph(_("Kom terug op: {dots}").format(dots=_DOTS))


def _later(teller: Teller, guide: Guide, route: _Route) -> Iterator[Block]:
    """The steps after the present one, and then the end or the titles of what follows."""
    for stop in route.ahead[1:]:
        yield from _step(teller, guide, route, stop)
    if route.later:
        yield Heading(_("Daarna"), 2)
        yield Bullets(tuple(_named(teller, stop) for stop in route.later))
        yield Paragraph(_("Kom voor deze stappen terug. Dan krijgt u een nieuw blad."))
    elif route.ahead and not route.ahead[-1].step.choices:
        yield from _end(teller, route)


def _named(teller: Teller, stop: _Stop) -> str:
    return _("Stap {number}. {title}").format(number=stop.number, title=_step_title(teller, stop.step))


def _step(teller: Teller, guide: Guide, route: _Route, stop: _Stop) -> Iterator[Block]:
    yield Heading(_named(teller, stop), 2)
    yield from teller.actions(stop.step.actions)
    if stop.step.title and stop.step.question:
        yield Heading(teller.say(stop.step.question), 3)
    if stop.step.choices:
        yield Bullets(tuple(_answer(teller, guide, route, choice) for choice in stop.step.choices))


def _step_title(teller: Teller, step: Step) -> str:
    return teller.say(step.title or step.question)


def _answer(teller: Teller, guide: Guide, route: _Route, choice: Choice) -> str:
    """An answer with where it leads: a step of this road, a step of another, or what to do then."""
    for stop in [*route.ahead, *route.later]:
        if stop.step.id == choice.next:
            text = _("{answer}: ga verder met stap {number}.")
            return text.format(answer=teller.say(choice.text), number=stop.number)
    if choice.next in guide.steps:
        return _("{answer}: vraag hoe het verder gaat.").format(answer=teller.say(choice.text))
    (first,) = route.said(guide.outcomes[choice.next])
    return f"{teller.say(choice.text)}: {teller.item(first)}"


def _end(teller: Teller, route: _Route) -> Iterator[Block]:
    yield Heading(teller.say(route.end.title), 2)
    yield Bullets(tuple(teller.item(item) for item in route.said(route.end)))


def _contacts(teller: Teller, guide: Guide, route: _Route) -> Iterator[Block]:
    """The channel of the outcome first, then those of the guide: who reads little would rather call."""
    here = None if route.ahead else route.end
    if (here is not None and not here.has_contact) or teller.organisation(guide, here).kind == "geen":
        return
    found: list[Block] = []
    if here is not None and here.way:
        found += teller.contacts(teller.organisation(guide, here), [here.way], on_paper=True)
    ways = sorted(guide.ways, key=lambda way: way != "phone")
    found += teller.contacts(teller.organisation(guide), ways, on_paper=True)
    yield Heading(_("Contact"), 2)
    yield from dict.fromkeys(found)


def _unsure(teller: Teller, guide: Guide, facts: Iterable[Fact]) -> Iterator[Block]:
    """Where to ask what this paper leaves out."""
    missing = [teller.say(fact.what) for fact in facts if not teller.may_show(fact)]
    if missing:
        text = _("Vraag dit na bij {organisation}: {what}.")
        organisation = teller.say(teller.organisation(guide).called)
        yield Notice(text.format(organisation=organisation, what=", ".join(missing)), "information")


def _list(teller: Teller, route: _Route) -> Iterator[Block]:
    """What the passed steps left for later: the visitor's own list."""
    if steps := route.listed():
        yield Heading(_("Uw lijst"), 2)
    for step in steps:
        yield Heading(_step_title(teller, step), 3)
        yield Bullets(tuple(teller.item(item) for item in step.actions))


def _done(teller: Teller, route: _Route) -> Iterator[Block]:
    """The titles of what was done; a question says nothing by itself, and its answer is the visitor's own."""
    titles = [teller.say(step.title) for step in route.done if step.title and not step.listed]
    if titles:
        yield Notice("\n".join([_("Dit is al gedaan:"), *titles]), "good")


def _words(teller: Teller, guide: Guide, route: _Route) -> list[Block]:
    steps = [stop.step for stop in route.ahead]
    titles = [text.dutch for step in steps for text in (step.title, step.question) if text]
    return teller.words(guide, [*titles, *(item.text.dutch for item in _items(guide, route))])
