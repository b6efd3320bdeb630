"""Where a visitor is in a guide: immutable, so that going back is the way there, read backwards."""

import msgspec

from ido_kiosk.guides.content import flow
from ido_kiosk.guides.content.guide import NEEDED, WAITING, Guide, Library, Step


class Passed(msgspec.Struct, frozen=True):
    """A page that was left behind, with the choice that was made there."""

    page: str
    choice: str = ""
    is_done: bool = True
    """Whether it was left by an answer or by going on; a standard exit leaves it as it was."""


class Walk(msgspec.Struct, frozen=True):
    """Where a visitor is in a guide, and how they came there; says nothing about who they are."""

    guide: str
    here: str
    passed: tuple[Passed, ...] = ()
    answered: str = ""
    """The choice made here before, after going back."""
    left: "Walk | None" = None
    """Where the visitor was before a jump back or a new beginning, until the next step."""

    def done(self, guide: Guide) -> list[Step]:
        """The steps that are behind this visitor, in order."""
        return [guide.steps[passed.page] for passed in self.passed if passed.is_done and passed.page in guide.steps]


def start(library: Library, guide: str) -> Walk:
    """Begin a guide: with what the visitor needs, or else with its first step. Raises KeyError for an unknown guide."""
    return Walk(guide, NEEDED if library.guides[guide].needed else library.guides[guide].start)


def forward(library: Library, walk: Walk, choice: str = "") -> Walk:
    """Go on, with a choice where the page asks for one; an outcome stays where it is.

    Raises ValueError for a choice that the page does not offer.
    """
    guide = library.guides[walk.guide]
    if walk.here in guide.outcomes:
        return walk
    if walk.here == NEEDED:
        return _on(walk, guide.start, Passed(NEEDED))
    step = guide.steps[walk.here]
    if not step.choices:
        return _on(walk, step.next, Passed(step.id))
    for offered in step.choices:
        if offered.id == choice:
            return _on(walk, offered.next, Passed(walk.here, choice))
    raise ValueError(f"{walk.here} has no choice {choice!r}")


def next_walks(library: Library, walk: Walk) -> list[Walk]:
    """Where the visitor can be one step further: one walk an answer; none at an outcome."""
    guide = library.guides[walk.guide]
    if walk.here in guide.outcomes:
        return []
    choices = guide.steps[walk.here].choices if walk.here in guide.steps else ()
    return [forward(library, walk, choice.id) for choice in choices] or [forward(library, walk)]


def leave(walk: Walk, page: str) -> Walk:
    """Leave for the page of a standard exit; the page here is not done by that."""
    return _on(walk, page, Passed(walk.here, is_done=False))


def _on(walk: Walk, page: str, passed: Passed) -> Walk:
    return Walk(walk.guide, page, (*walk.passed, passed))


def back(walk: Walk) -> Walk:
    """Go one page back, where the answer given before is known; the first page stays where it is."""
    if not walk.passed:
        return walk
    *before, last = walk.passed
    return Walk(walk.guide, last.page, tuple(before), last.choice)


def jump(walk: Walk, index: int) -> Walk:
    """Go back to the page that was passed as number ``index``, where the answer given is known; can be resumed."""
    passed = walk.passed[index]
    return Walk(walk.guide, passed.page, walk.passed[:index], passed.choice, msgspec.structs.replace(walk, left=None))


def restart(walk: Walk) -> Walk:
    """Begin again at the first page; can be resumed. On the first page nothing changes."""
    return jump(walk, 0) if walk.passed else walk


def resume(walk: Walk) -> Walk:
    """Go to where the visitor was before the jump or the new beginning."""
    return walk.left or walk


def result(library: Library, walk: Walk) -> str:
    """The code of the log for a visit that stops here; empty where the page does not say."""
    guide = library.guides[walk.guide]
    if walk.here in guide.outcomes:
        return guide.outcomes[walk.here].result
    return WAITING if walk.here in guide.steps and guide.steps[walk.here].take_along else ""


def position(library: Library, walk: Walk) -> tuple[int, int]:
    """Number of this step, and of steps on the longest way that is still possible from here."""
    guide = library.guides[walk.guide]
    done = len(walk.done(guide))
    return done + 1, done + flow.longest(guide.flow(), walk.here)
