"""Where the bars of the chart stand: one small chart per desk, all with the same scale, drawn by a template.

Widths are in percent and heights in pixels, so that text keeps its size on a phone and no style or script is needed
inside the page. A desk is told apart by its name above its chart, never by a colour.
"""

from dataclasses import dataclass

from django.utils.formats import number_format

from ido_regie.dashboard.weeks import Table, Week

TOP = 24
"""Room above the highest bar for its number, in pixels."""
BAR_HEIGHT = 112
BASE = TOP + BAR_HEIGHT
CHART_HEIGHT = BASE + 28
"""With room for the number of the week."""
GAP = 0.12
"""Room on each side of a bar, as a part of the width of its week."""


@dataclass(frozen=True)
class Bar:
    """One week of a desk: where the bar starts, how wide and high it is, and the number above it (None: unknown)."""

    left: str
    middle: str
    width: str
    top: int
    height: int
    number: int | None
    week: Week


@dataclass(frozen=True)
class DeskChart:
    """The small chart of one desk, with the sentence that says the same."""

    key: str
    name: str
    summary: str
    bars: tuple[Bar, ...]


def charts(table: Table) -> list[DeskChart]:
    """A chart for each desk of a table."""
    highest = max((number or 0 for week in table.weeks for number in week.questions), default=0)
    return [
        DeskChart(f"grafiek-{column + 1}", str(desk), _summary(table, column), _bars(table, column, highest))
        for column, desk in enumerate(table.desks)
    ]


def _bars(table: Table, column: int, highest: int) -> tuple[Bar, ...]:
    """The bars of the desk in this column."""
    step = 100 / len(table.weeks)
    bars = []
    for position, week in enumerate(table.weeks):
        number = week.questions[column]
        height = round(BAR_HEIGHT * number / highest) if number else 0
        left, middle, width = (position + GAP) * step, (position + 0.5) * step, (1 - 2 * GAP) * step
        bars.append(Bar(f"{left:.2f}%", f"{middle:.2f}%", f"{width:.2f}%", BASE - height, height, number, week))
    return tuple(bars)


def _summary(table: Table, column: int) -> str:
    """The chart in one sentence, for who does not see it."""
    total = table.desk_totals[column]
    words = f"{number_format(total)} {'vraag' if total == 1 else 'vragen'} in {len(table.weeks)} weken."
    if total == 0:
        return words
    most, week = max(((week.questions[column] or 0, week) for week in table.weeks), key=lambda pair: pair[0])
    return f"{words} De meeste, {number_format(most)}, in week {week.number} ({week.label})."
