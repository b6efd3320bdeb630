"""Where a visitor is in a guide: immutable, so that going back is the way there, read backwards."""

import msgspec

from ido_kiosk.guides.content import flow
from ido_kiosk.guides.content.guide import NEEDED, Library


class Passed(msgspec.Struct, frozen=True):
    """A page that was left behind, with the choice that was made there."""

    page: str
    choice: str = ""


class Walk(msgspec.Struct, frozen=True):
    """Where a visitor is in a guide, and how they came there; says nothing about who they are."""

    guide: str
    here: str
    passed: tuple[Passed, ...] = ()


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
        return leave(walk, guide.start)
    step = guide.steps[walk.here]
    if not step.choices:
        return leave(walk, step.next)
    for offered in step.choices:
        if offered.id == choice:
            return leave(walk, offered.next, choice)
    raise ValueError(f"{walk.here} has no choice {choice!r}")


def leave(walk: Walk, page: str, choice: str = "") -> Walk:
    """Leave for another page, such as a standard exit."""
    return msgspec.structs.replace(walk, here=page, passed=(*walk.passed, Passed(walk.here, choice)))


def back(walk: Walk) -> Walk:
    """Go one page back; the first page stays where it is."""
    if not walk.passed:
        return walk
    return msgspec.structs.replace(walk, here=walk.passed[-1].page, passed=walk.passed[:-1])


def position(library: Library, walk: Walk) -> tuple[int, int]:
    """Number of this step, and of steps on the longest way that is still possible from here."""
    guide = library.guides[walk.guide]
    done = sum(passed.page in guide.steps for passed in walk.passed)
    return done + 1, done + flow.longest(guide.flow(), walk.here)
