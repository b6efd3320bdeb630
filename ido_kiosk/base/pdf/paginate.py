"""Units over pages: what belongs together stays together, and nothing falls off the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ido_kiosk.base.pdf.marks import Row, Unit

USUAL = (1.0, 0.8, 0.65, 0.5)
"""Shares of the white between units, the most generous first."""
ROOMY = (2.0, 1.6, 1.3, *USUAL)
"""The same for a sheet that should look calm."""


@dataclass(frozen=True)
class Placed:
    """Rows of one unit on a page, ``top`` points below the top of the room for text."""

    unit: Unit
    rows: tuple[Row, ...]
    top: float


def pages(units: Sequence[Unit], room: float, white: Sequence[float]) -> list[list[Placed]]:
    """The units spread over pages with ``room`` points of height; always at least one page.

    The ``white`` between the units shrinks, and spare rows go, where that saves a page.
    """
    groups = list(_groups(units))
    best = _spread(groups, room, white[0])
    for share in white[1:]:
        if len(best) > 1 and len(tried := _spread(groups, room, share)) < len(best):
            best = tried
    if len(best) > 1 and any(unit.spare for unit in units):
        bare = [replace(unit, rows=unit.rows[: len(unit.rows) - unit.spare], spare=0) for unit in units]
        if len(tried := pages(bare, room, white)) < len(best):
            return tried
    return best


def _spread(groups: Sequence[Sequence[Unit]], room: float, share: float) -> list[list[Placed]]:
    filled: list[list[Placed]] = [[]]
    used = 0.0
    for group in groups:
        if filled[-1] and used + _height(group, share) > room:
            filled.append([])
            used = 0.0
        for unit in group:
            used = _place(unit, filled, used, room, share)
    return filled


def _groups(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """A heading with the unit that it introduces; every other unit alone."""
    group: list[Unit] = []
    for unit in units:
        group.append(unit)
        if not unit.with_next:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Unit], share: float) -> float:
    return sum(unit.before * share + unit.height for unit in group)


def _place(unit: Unit, filled: list[list[Placed]], used: float, room: float, share: float) -> float:
    """Put the unit on the last page, and on more pages where it is longer than that; gives what is used of the last."""
    top = used + unit.before * share if filled[-1] else 0.0
    rows: list[Row] = []
    height = 0.0
    for row in unit.rows:
        if rows and top + height + row.height > room:
            filled[-1].append(Placed(unit, tuple(rows), top))
            filled.append([])
            rows, top, height = [], 0.0, 0.0
        rows.append(row)
        height += row.height
    filled[-1].append(Placed(unit, tuple(rows), top))
    return top + height
