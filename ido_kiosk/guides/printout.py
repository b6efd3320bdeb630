"""The hand-out: the whole way as the visitor walked it, and how it goes on at home; without tips and without a name."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ido_kiosk.base.blocks import Block, Bullets, Heading, Notice, Paragraph, Small
from ido_kiosk.base.language import _
from ido_kiosk.guides.content.guide import NEEDED, Choice, Guide, Item, Outcome, Step
from ido_kiosk.guides.service import Library, Teller, Translate, Walk
from ido_kiosk.guides.service.pages import needed_lines
from ido_shared.content.facts import Fact


class _Stop(msgspec.Struct, frozen=True):
    """A step on the paper; ``answer`` is the choice that was made there, if one was."""

    number: int
    step: Step
    answer: str = ""


class _Route(msgspec.Struct, frozen=True):
    """The steps that were walked, those that certainly follow, and where that can end."""

    done: list[_Stop]
    ahead: list[_Stop]
    ends: list[tuple[Choice | None, Outcome]]
    """With the answer that leads there, where a question is still open."""

    def items(self) -> list[Item]:
        """Every text on the paper that may name facts."""
        steps = [item for stop in [*self.done, *self.ahead] for item in stop.step.actions]
        return [*steps, *(item for _choice, outcome in self.ends for item in outcome.texts)]


def title(library: Library, walk: Walk, translate: Translate) -> str:
    """What the hand-out is called."""
    return library.guides[walk.guide].title.said(translate)


def handout(library: Library, walk: Walk, today: date, translate: Translate) -> list[Block]:
    """The blocks of the hand-out for where a walk is now: first what is still to do, then what was done."""
    teller = Teller(library, today, translate)
    guide = library.guides[walk.guide]
    route = _route(guide, walk)
    facts = teller.facts(route.items())
    return [
        Heading(title(library, walk, translate), 1),
        Paragraph(teller.say(guide.summary)),
        *_resume(teller, route),
        *_needed(teller, guide, walk),
        *(block for stop in route.ahead for block in _step(teller, stop)),
        *(block for choice, end in route.ends for block in _end(teller, route, choice, end)),
        *_unsure(teller, guide, facts),
        Heading(_("Contact"), 2),
        *_contacts(teller, guide, route),
        *_done(teller, route),
        *_words(teller, guide, route),
        *teller.source_lines(guide, facts),
        Small(_("Op dit blad staat niets over u. Schrijf er geen wachtwoord of code op.")),
    ]


def _route(guide: Guide, walk: Walk) -> _Route:
    passed = [passed for passed in walk.passed if passed.page in guide.steps]
    done = [_Stop(number, guide.steps[page.page], page.choice) for number, page in enumerate(passed, 1)]
    ahead: list[_Stop] = []
    here = guide.start if walk.here == NEEDED else walk.here
    while (step := guide.steps.get(here)) is not None:
        ahead.append(_Stop(len(done) + len(ahead) + 1, step))
        here = step.next
    if here in guide.outcomes:
        return _Route(done, ahead, [(None, guide.outcomes[here])])
    choices = ahead[-1].step.choices
    return _Route(
        done, ahead, [(choice, guide.outcomes[choice.next]) for choice in choices if choice.next in guide.outcomes]
    )


def _resume(teller: Teller, route: _Route) -> Iterator[Block]:
    """The resume strip: where to go on, at home or at the next visit."""
    if route.done and route.ahead:
        here = route.ahead[0]
        text = _("Hier zijn we gebleven: stap {number}. {title}")
        yield Notice(text.format(number=here.number, title=_step_title(teller, here.step)), "information")


def _needed(teller: Teller, guide: Guide, walk: Walk) -> Iterator[Block]:
    if walk.here in (NEEDED, guide.start) and guide.needed:
        yield Heading(_("Dit hebt u nodig"), 2)
        yield Bullets(tuple(needed_lines(teller, guide)))


def _step(teller: Teller, stop: _Stop) -> Iterator[Block]:
    text = _("Stap {number}. {title}").format(number=stop.number, title=_step_title(teller, stop.step))
    yield Heading(text, 2)
    if stop.step.why:
        yield Paragraph(teller.say(stop.step.why))
    yield from teller.actions(stop.step.actions, _("Typ dit altijd zelf. Laat het aan niemand zien."))


def _step_title(teller: Teller, step: Step) -> str:
    return teller.say(step.title or step.question)


def _end(teller: Teller, route: _Route, choice: Choice | None, outcome: Outcome) -> Iterator[Block]:
    if choice is None:
        yield Heading(teller.say(outcome.title), 2)
    else:
        yield Heading(f"{teller.say(route.ahead[-1].step.question)} {teller.say(choice.text)}.", 3)
    yield Bullets(tuple(teller.item(item) for item in outcome.texts))


def _done(teller: Teller, route: _Route) -> Iterator[Block]:
    if route.done:
        yield Heading(_("Dit is al gedaan"), 2)
    for stop in route.done:
        text = _("Stap {number}. {title}").format(number=stop.number, title=_step_title(teller, stop.step))
        yield Heading(text, 3)
        yield from teller.actions(stop.step.actions)
        for choice in stop.step.choices:
            if choice.id == stop.answer:
                yield Paragraph(_("Uw antwoord: {answer}").format(answer=teller.say(choice.text)))


def _unsure(teller: Teller, guide: Guide, facts: Iterable[Fact]) -> Iterator[Block]:
    """Where to ask what this paper leaves out."""
    missing = [teller.say(fact.what) for fact in facts if not teller.may_show(fact)]
    if missing:
        text = _("Vraag dit na bij {organisation}: {what}.")
        organisation = teller.say(teller.organisation(guide).label)
        yield Notice(text.format(organisation=organisation, what=", ".join(missing)), "information")


def _words(teller: Teller, guide: Guide, route: _Route) -> Iterator[Block]:
    titles = [
        text.dutch for stop in [*route.done, *route.ahead] for text in (stop.step.title, stop.step.question) if text
    ]
    words = teller.words(guide, [*titles, *(item.text.dutch for item in route.items())])
    if words:
        yield Heading(_("Moeilijke woorden"), 2)
        yield from words


def _contacts(teller: Teller, guide: Guide, route: _Route) -> Iterator[Block]:
    yield from teller.contacts(teller.organisation(guide), guide.ways)
    for _choice, outcome in route.ends:
        if outcome.organisation and outcome.way:
            yield from teller.contacts(teller.organisation(guide, outcome), [outcome.way])
