"""The pool of one place and year: how many questions each month had with each code, and in which cell they left."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ido_shared import counts
from ido_shared.content.codes import NOT_FILLED_IN, Codes


class Line(NamedTuple):
    """A list of codes of which each question has at most one: a view, or a crossed view with its first code."""

    view: str
    first: str = ""


class Spot(NamedTuple):
    """One counter: the questions of a month with a code of a line."""

    line: Line
    month: str
    code: str


class Cell(NamedTuple):
    """What leaves: the questions of some spots, added up."""

    line: Line
    period: str
    level: str
    code: str
    questions: int
    k: int


class Counted(NamedTuple):
    """The questions of a spot, and the highest k that held for any of them."""

    questions: int
    k: int


@dataclass(frozen=True)
class Lists:
    """The code lists as far as the rules need them."""

    codes: Mapping[str, tuple[str, ...]]
    """Of each view, or second codes of a crossed view; without *niet ingevuld*."""
    themes: Mapping[str, Mapping[str, str]]
    """View to code to theme; only for topic and organisation."""
    of_topic: Mapping[str, Mapping[str, str]]
    """View to topic to the code that usually goes with it; for organisation and kind."""


@dataclass
class Pool:
    """The counters of one place and year; ``left`` says in which cell (period, level, code) a spot has left."""

    year: str
    counted: dict[Spot, Counted] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    """Month to its questions; only months that are closed."""
    left: dict[Spot, tuple[str, str, str]] = field(default_factory=dict)

    def questions(self, spots: Iterable[Spot]) -> int:
        """The questions of some spots."""
        return sum(self.counted[spot].questions for spot in spots if spot in self.counted)

    def waiting(self, line: Line, months: Iterable[str]) -> Iterator[Spot]:
        """The spots of a line in these months that have not left, in one order."""
        for month in months:
            yield from sorted(
                spot for spot in self.counted if spot.line == line and spot.month == month and spot not in self.left
            )

    def open(self, month: str, questions: int, folded: Mapping[Spot, Counted], lists: Lists) -> None:
        """Take in a month: its counters, and zero for every code of its lines that nobody asked about.

        Zeros count: who sees a cell of a quarter cannot know in which of its months nobody asked.
        """
        self.totals[month] = questions
        lines = {*(Line(view) for view in counts.SINGLE_VALUED), *(spot.line for spot in [*self.counted, *folded])}
        for line in lines:
            for code in lists.codes.get(line.view, ()):
                for each in self.totals:
                    self.counted.setdefault(Spot(line, each, code), Counted(0, 0))
        self.counted |= folded

    def lines(self, views: Iterable[str]) -> list[Line]:
        """The lines of these views that have questions, in one order."""
        wanted = set(views)
        return sorted({spot.line for spot in self.counted if spot.line.view in wanted})


Draw = Callable[[Line, str, str, str, int], int]
"""Line, period, level, code and k to the extra above k, 0 … k."""


def lists_of(codes: Codes, kinds: Mapping[str, str]) -> Lists:
    """The lists for the rules; ``kinds`` is the ``soort`` of each organisation."""
    organisations = tuple(code for code in codes.organisations if code != NOT_FILLED_IN)
    return Lists(
        codes={
            counts.KIND: tuple(codes.kinds),
            counts.TOPIC: tuple(codes.topics),
            counts.ORGANISATION: organisations,
            counts.RESULT: tuple(codes.results),
            counts.CHANNEL: tuple(codes.channels),
            counts.WARM: tuple(codes.warm),
            counts.HELP: tuple(codes.help),
            counts.REFERRAL: tuple(codes.referrals),
            counts.SIGNAL: tuple(codes.signals),
            counts.NO_PLACE: tuple(codes.themes),
            counts.SIGNAL_OF: organisations,
        },
        themes={
            counts.TOPIC: {code: topic.theme for code, topic in codes.topics.items()},
            counts.ORGANISATION: {
                code: counts.ORGANISATION_THEMES[kinds[code]] for code in organisations if code in kinds
            },
        },
        of_topic={
            counts.ORGANISATION: {code: topic.organisation for code, topic in codes.topics.items()},
            counts.KIND: {code: topic.kind for code, topic in codes.topics.items()},
        },
    )
