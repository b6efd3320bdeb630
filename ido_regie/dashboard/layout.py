"""Where the bars of a figure stand, in percent of their room, so that no style or script is needed inside the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from ido_regie.figures.figure import Figure, Number, Row, said

HEIGHT, TOP = 160, 22
"""Pixels: the highest column of a chart of months, and the room above it for its number."""
LOWEST = 2
SCALE = 10
"""Questions; a chart whose scale ends lower would show one question as a landslide."""
GAP = 0.14
"""Room at each side of a month, as a part of its width."""


@dataclass(frozen=True)
class Drawn:
    """A row as it is shown: its cells in words, and the width of its bar."""

    row: Row
    cells: tuple[str, ...]
    width: str


@dataclass(frozen=True)
class Column:
    """A column of a chart of months: where it stands, and whether it is of the year before."""

    left: str
    width: str
    middle: str
    top: int
    height: int
    number: str
    is_before: bool


@dataclass(frozen=True)
class Month:
    """The columns of one month, and where its name stands."""

    name: str
    middle: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Shown:
    """A figure with everything that the template needs."""

    figure: Figure
    rows: tuple[Drawn, ...]
    months: tuple[Month, ...]
    base: int
    height: int


def shown(figures: Sequence[Figure]) -> list[Shown]:
    """Figures, laid out for the template."""
    return [_shown(figure) for figure in figures]


def _shown(figure: Figure) -> Shown:
    scale = max(figure.highest, SCALE)
    rows = tuple(
        Drawn(row, tuple(said(number) for number in row.numbers), f"{_part(row.numbers[0], scale):.2f}%")
        for row in figure.rows
    )
    months = _months(figure, scale) if figure.kind == "months" else ()
    base = TOP + HEIGHT
    return Shown(figure, rows, months, base, base + 28)


def _part(number: Number, scale: float) -> float:
    """How much of its room a bar takes, in percent; a small number is still seen."""
    if not isinstance(number, (int, float)) or not number:
        return 0
    return max(0.6, 100 * number / scale)


def _months(figure: Figure, scale: float) -> tuple[Month, ...]:
    """Two columns for each row: the year before, a thin one, and this year."""
    step = 100 / len(figure.rows)
    return tuple(
        Month(row.label[:3], f"{(at + 0.5) * step:.2f}%", tuple(_columns(row, at * step, step, scale)))
        for at, row in enumerate(figure.rows)
    )


def _columns(row: Row, left: float, step: float, scale: float) -> Sequence[Column]:
    now, before = row.numbers[:2]
    inside = step * (1 - 2 * GAP)
    start = left + step * GAP
    found = []
    places = ((before, start, inside * 0.32, True), (now, start + inside * 0.36, inside * 0.64, False))
    for number, at, width, is_before in places:
        height = max(LOWEST, round(HEIGHT * number / scale)) if isinstance(number, (int, float)) and number else 0
        where = f"{at:.2f}%", f"{width:.2f}%", f"{at + width / 2:.2f}%"
        found.append(Column(*where, TOP + HEIGHT - height, height, said(number), is_before))
    return found
