"""The path so far: the steps that were done with the answer that was given, in the present language."""

import msgspec

from ido_kiosk.guides.content.guide import Guide, Library
from ido_kiosk.guides.service.walk import Passed, Walk
from ido_shared.content.wording import Translate


class Stop(msgspec.Struct, frozen=True):
    """A step that was done; ``index`` is where it stands in the walk, for ``jump``."""

    index: int
    number: int
    title: str
    answer: str
    """Empty for a step without a question."""


def path(library: Library, walk: Walk, translate: Translate) -> tuple[Stop, ...]:
    """The steps behind this visitor, in order."""
    guide = library.guides[walk.guide]
    done = [(at, passed) for at, passed in enumerate(walk.passed) if passed.is_done and passed.page in guide.steps]
    return tuple(_stop(guide, at, number, passed, translate) for number, (at, passed) in enumerate(done, start=1))


def _stop(guide: Guide, index: int, number: int, passed: Passed, translate: Translate) -> Stop:
    step = guide.steps[passed.page]
    title = step.title or step.question
    answers = [choice.text.said(translate) for choice in step.choices if choice.id == passed.choice]
    return Stop(index, number, title.said(translate) if title else "", "".join(answers))
