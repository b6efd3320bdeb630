"""Try to work out numbers of the views in which a question can have several codes, and of the two crossed views.

The attacker knows what ``attack.py`` knows, and how the views hang together: every question has some help, who was
sent on somewhere has a referral, a signal belongs to a result that asks for one, and crossed cells are parts of others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks.made_up_desk import MadeUp
from ido_kiosk.statistics.service.folding import NO_PLACE_FOUND, codes_of
from ido_kiosk.statistics.service.pool import Cell, Line, Spot
from ido_shared import counts
from ido_shared.content.codes import Codes
from tests.release.attack import Solver, Sum, exactly
from tests.release.rules import lists

SEVERAL = (*counts.MULTI_VALUED, *counts.CROSSED)
PLAIN = (counts.TOPIC, counts.RESULT, counts.WARM, *counts.MULTI_VALUED)


def asked(questions: Iterable[MadeUp], year: str) -> Counter[Spot]:
    """How many questions each month and code really had, of every view."""
    themes = lists().themes[counts.TOPIC]
    return Counter(
        Spot(line, f"{year}-{question.month:02}", code)
        for question in questions
        for line, code in codes_of(question, themes)
    )


def small_numbers(real: Counter[Spot], k: int) -> Iterator[tuple[Line, str, str, int]]:
    """Every period and code of these views that 1 … k-1 questions have: months, quarters and the year."""
    sums: Counter[tuple[Line, str, str]] = Counter()
    for (line, month, code), number in real.items():
        quarter = f"{month[:4]}-K{(int(month[5:]) + 2) // 3}"
        for period in (month, quarter, month[:4]) if line.view in SEVERAL else ():
            sums[line, period, code] += number
    yield from ((*key, number) for key, number in sorted(sums.items()) if 1 <= number < k)


def behind(line: Line, period: str, code: str) -> list[Spot]:
    """The spots of a period and code."""
    first, last = counts.days_of(period)
    return [Spot(line, f"{first.year:04}-{month:02}", code) for month in range(first.month, last.month + 1)]


def published(cells: Iterable[Cell], line: Line) -> Iterator[tuple[list[Spot], int]]:
    """The spots behind each cell of a line that left by code, the finest first."""
    left: set[Spot] = set()
    for cell in sorted(cells, key=lambda cell: len(behind(cell.line, cell.period, cell.code))):
        if cell.line == line and cell.level == counts.CODE:
            some = [spot for spot in behind(line, cell.period, cell.code) if spot not in left]
            left.update(some)
            yield some, cell.questions


def least_and_most(
    cells: Iterable[Cell], wanted: tuple[Line, str, str], totals: Mapping[str, int], cap: int | None
) -> tuple[int, int]:
    """What a number is at least and at most, by its view alone: no month has more of a code than it has questions.

    ``cap``: what did not leave by its month held no more than this, for who takes it so.
    """
    line, period, code = wanted
    groups = [group for group in published(cells, line) if group[0] and group[0][0].code == code]
    alone = {some[0] for some, _number in groups if len(some) == 1}
    most = {
        spot: totals[spot.month] if cap is None or spot in alone else min(cap, totals[spot.month])
        for spot in behind(line, period[:4], code)
    }
    inside = set(behind(line, period, code))
    low, high = 0, sum(most[spot] for spot in inside - {spot for some, _ in groups for spot in some})
    for some, number in groups:
        low += max(0, number - sum(most[spot] for spot in some if spot not in inside))
        high += min(number, sum(most[spot] for spot in some if spot in inside))
    return low, high


def together(codes: Codes, cells: Iterable[Cell], totals: Mapping[str, int]) -> Solver:
    """An attack on all of these views at once, with the topics, results and referrals they hang together with."""
    signals, listed = list(codes.signals), lists().codes
    lines = [*(Line(view) for view in PLAIN), Line(counts.NO_PLACE, NO_PLACE_FOUND)]
    lines += [Line(counts.SIGNAL_OF, signal) for signal in signals]
    unknowns = [Spot(line, month, code) for line in lines for month in totals for code in listed[line.view]]
    sums = [sum_ for month, total in totals.items() for sum_ in _hang_together(codes, month, total)]
    for line in lines:
        sums += [exactly(some, number) for some, number in published(cells, line)]
    return Solver(unknowns, sums)


def _hang_together(codes: Codes, month: str, total: int) -> Iterator[Sum]:
    """What is known of one month before anything but its total is published."""

    def of(view: str, code: str, first: str = "") -> Spot:
        return Spot(Line(view, first), month, code)

    def all_of(view: str, first: str = "") -> list[Spot]:
        return [of(view, code, first) for code in lists().codes[view]]

    for view in (counts.TOPIC, counts.RESULT, counts.WARM):
        yield exactly(all_of(view), total)
    yield [(spot, 1) for spot in all_of(counts.HELP)], total, float("inf")
    for spot in all_of(counts.HELP):
        yield [(spot, 1)], 0, total
    warm = [(of(counts.WARM, code), -1) for code in codes.warm if code != "GEEN"]
    yield [*((spot, 1) for spot in all_of(counts.REFERRAL)), *warm], 0, 0
    asking = [(of(counts.RESULT, code), -1) for code, result in codes.results.items() if result.asks_signal]
    yield [*((spot, 1) for spot in all_of(counts.SIGNAL)), *asking], -float("inf"), 0
    yield [*((spot, 1) for spot in all_of(counts.NO_PLACE, NO_PLACE_FOUND)), (of(counts.REFERRAL, "GPA"), -1)], 0, 0
    for signal in codes.signals:
        yield [*((spot, 1) for spot in all_of(counts.SIGNAL_OF, signal)), (of(counts.SIGNAL, signal), -1)], 0, 0
    yield from _parts_of_topics(codes, of)


def _parts_of_topics(codes: Codes, of: Callable[..., Spot]) -> Iterator[Sum]:
    """No more signals of an organisation, and no more of a theme without a place, than there are such topics."""
    for theme in codes.themes:
        topics = [(of(counts.TOPIC, code), -1) for code, topic in codes.topics.items() if topic.theme == theme]
        yield [(of(counts.NO_PLACE, theme, NO_PLACE_FOUND), 1), *topics], -float("inf"), 0
    for organisation in lists().codes[counts.ORGANISATION]:
        topics = [
            (of(counts.TOPIC, code), -1) for code, topic in codes.topics.items() if topic.organisation == organisation
        ]
        signals = [(of(counts.SIGNAL_OF, organisation, signal), 1) for signal in codes.signals]
        yield [*signals, *topics], -float("inf"), 0
