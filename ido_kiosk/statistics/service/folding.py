"""Fold questions into counters: how many of a month have each code, and nothing that keeps a question together."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from ido_kiosk.statistics.service.pool import Line, Spot
from ido_shared import counts
from ido_shared.content.codes import NOT_FILLED_IN

NO_PLACE_FOUND = "GPA"
"""The referral that says that there is no place to refer to."""


class Answered(Protocol):
    """A question in its codes; a logged question is one."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def topic(self) -> str:
        """Its topic."""

    @property
    def organisation(self) -> str:
        """Its organisation."""

    @property
    def result(self) -> str:
        """How it ended."""

    @property
    def channel(self) -> str:
        """How it came in."""

    @property
    def warm(self) -> str:
        """Whether it was referred with a call or an appointment."""

    @property
    def helped(self) -> Collection[str]:
        """What was done."""

    @property
    def referrals(self) -> Collection[str]:
        """Where it was referred to."""

    @property
    def signals(self) -> Collection[str]:
        """What in the service caused it."""


def fold(questions: Iterable[Answered], month: str, themes: Mapping[str, str]) -> Counter[Spot]:
    """The counters of the questions of one month; ``themes`` gives the theme of each topic."""
    return Counter(Spot(line, month, code) for question in questions for line, code in codes_of(question, themes))


def codes_of(question: Answered, themes: Mapping[str, str]) -> Iterator[tuple[Line, str]]:
    """Each view with the code that a question has in it; where it can have several, each once."""
    yield Line(counts.KIND), question.kind
    yield Line(counts.TOPIC), question.topic
    yield Line(counts.ORGANISATION), question.organisation
    yield Line(counts.RESULT), question.result
    yield Line(counts.CHANNEL), question.channel
    yield Line(counts.WARM), question.warm
    for view, codes in (
        (counts.HELP, question.helped),
        (counts.REFERRAL, question.referrals),
        (counts.SIGNAL, question.signals),
    ):
        for code in sorted(set(codes)):
            yield Line(view), code
    if NO_PLACE_FOUND in question.referrals:
        yield Line(counts.NO_PLACE, NO_PLACE_FOUND), themes.get(question.topic, NOT_FILLED_IN)
    for signal in sorted(set(question.signals)):
        yield Line(counts.SIGNAL_OF, signal), question.organisation
