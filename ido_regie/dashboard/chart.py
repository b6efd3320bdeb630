"""Where the bars of the chart stand: one small chart per desk, each with a scale of its own, drawn by a template.

Widths are in percent and heights in pixels, so that text keeps its size on a phone and no style or script is needed
inside the page. A desk is told apart by its name above its chart, never by a colour. The scales differ because a desk
with two questions a week would be a flat line beside one with two hundred; the page says so, and the table compares.
"""

from dataclasses import dataclass

from django.utils.formats import number_format

from ido_regie.dashboard.weeks import Table, Week, counted_words

TOP = 24
"""Room above the highest bar for its number, in pixels."""
LONGEST_FLAT = 2
"""Signs; a longer number hardly fits a week on a phone or on paper, so all numbers of that chart stand upright."""
TOP_PER_SIGN = 10
"""More room above the highest bar for each further sign."""
BAR_HEIGHT = 112
LOWEST_BAR = 2
"""In pixels: one question is seen, however many there are in other weeks."""
SHORTEST_SCALE = 10
"""Questions; on a scale that ends lower, one question more or less would look like a landslide."""
BELOW = 28
"""Room for the number of the week."""
GAP = 0.12
"""Room on each side of a bar, as a part of the width of its week."""


@dataclass(frozen=True)
class Bar:
    """One week of a desk: where the bar starts, how wide and high it is, and the number above it (None: unknown).

    Its look is ``final``, ``provisional``, or ``partial`` when the desk counted only some days of the week.
    """

    left: str
    middle: str
    width: str
    top: int
    height: int
    number: int | None
    look: str
    week: Week


@dataclass(frozen=True)
class DeskChart:
    """The small chart of one desk, with the sentence that says the same."""

    key: str
    name: str
    summary: str
    upright: bool
    base: int
    height: int
    bars: tuple[Bar, ...]


def charts(table: Table) -> list[DeskChart]:
    """A chart for each desk of a table."""
    return [_chart(table, column) for column in range(len(table.desks))]


def _chart(table: Table, column: int) -> DeskChart:
    """The chart of the desk in this column."""
    highest = max(week.questions[column] or 0 for week in table.weeks)
    signs = len(number_format(highest))
    base = TOP + max(0, signs - LONGEST_FLAT) * TOP_PER_SIGN + BAR_HEIGHT
    step = 100 / len(table.weeks)
    bars = []
    for position, week in enumerate(table.weeks):
        number = week.questions[column]
        height = _height(number or 0, max(highest, SHORTEST_SCALE))
        left, middle, width = (position + GAP) * step, (position + 0.5) * step, (1 - 2 * GAP) * step
        place = f"{left:.2f}%", f"{middle:.2f}%", f"{width:.2f}%"
        bars.append(Bar(*place, base - height, height, number, _look(week, column), week))
    key, name, summary = f"grafiek-{column + 1}", str(table.desks[column]), _summary(table, column)
    return DeskChart(key, name, summary, signs > LONGEST_FLAT, base, base + BELOW, tuple(bars))


def _height(number: int, scale: int) -> int:
    """The height of a bar in pixels; only no questions is no bar."""
    return max(LOWEST_BAR, round(BAR_HEIGHT * number / scale)) if number else 0


def _look(week: Week, column: int) -> str:
    """How the bar of a desk looks in a week."""
    if counted_words([week.days[column]]):
        return "partial"
    return "provisional" if week.provisional else "final"


def _summary(table: Table, column: int) -> str:
    """The chart in words, for who does not see it."""
    total = table.desk_totals[column]
    words = [f"{number_format(total)} {'vraag' if total == 1 else 'vragen'} in {len(table.weeks)} weken."]
    if total:
        most, week = max(((week.questions[column] or 0, week) for week in table.weeks), key=lambda pair: pair[0])
        words.append(f"De meeste, {number_format(most)}, in week {week.number} ({week.label}).")
    counted = [(week.number, counted_words([week.days[column]])) for week in table.weeks]
    words += [f"Week {number}: {days}." for number, days in counted if days]
    return " ".join(words)
