"""The rules of design § 8: which questions leave, in which cell, and when. Pure: plain values in and out."""

import hmac
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ido_kiosk.statistics.service.knowledge import is_safe_to_publish
from ido_kiosk.statistics.service.pool import Cell, Draw, Line, Lists, Pool, Spot
from ido_shared import counts

SHARE_AT_MOST = 0.8
"""A cell that holds more of all questions of its period would tell what everyone there asked."""
GUARDED = (counts.TOPIC, counts.ORGANISATION, *counts.MULTI_VALUED, *counts.CROSSED)
LIVE_IN_THEME = 2
"""A theme with one code in use would tell the code."""
ORDER = (
    counts.TOPIC,
    counts.ORGANISATION,
    counts.KIND,
    counts.RESULT,
    counts.CHANNEL,
    counts.WARM,
    *counts.MULTI_VALUED,
    *counts.CROSSED,
)
"""The most useful views first: what is held back, is held back in a later one."""


@dataclass(frozen=True)
class Rules:
    """What holds at a desk: the lists, k now, and how the extra above k is drawn."""

    lists: Lists
    k: int
    draw: Draw


@dataclass(frozen=True)
class Group:
    """Spots that may leave together as one cell."""

    cell: Cell
    spots: tuple[Spot, ...]


def drawn(secret: bytes, place: str, line: Line, period: str, level: str, code: str, k: int) -> int:
    """The extra above k for a cell: 0 in half of the cases, 1 in a quarter, and so on up to k.

    The same for the same desk secret and cell, so that a restored backup draws the same. The period is the try: a
    counter is tried once as a month, once as a quarter and on each level of a year.
    """
    text = "\x1f".join((*line, place, period, level, code))
    bits = int.from_bytes(hmac.digest(secret, text.encode(), "sha256"))
    return next((extra for extra in range(k) if not bits >> extra & 1), k)


def close_month(pool: Pool, month: str, rules: Rules) -> list[Cell]:
    """Let leave what may leave now that a month is closed; at the end of a quarter or year also what waited.

    Takes a pool in which this month was folded, and notes in it what left. All earlier months of the year must have
    been closed before.
    """
    first, _last = counts.days_of(month)
    quarter, year = counts.quarter_text(first), counts.year_text(first)
    plain = [view for view in ORDER if view not in counts.CROSSED]
    cells = _leave(pool, plain, [month], month, counts.CODE, rules)
    if first.month % 3 == 0:
        months = [f"{first.year:04}-{number:02}" for number in range(first.month - 2, first.month + 1)]
        cells += _leave(pool, ORDER, months, quarter, counts.CODE, rules)
    if first.month == 12:
        months = [f"{first.year:04}-{number:02}" for number in range(1, 13)]
        cells += _leave(pool, ORDER, months, year, counts.CODE, rules)
        cells += _leave(pool, [view for view in ORDER if view in rules.lists.themes], months, year, counts.THEME, rules)
        cells += _rest(pool, months, year, rules)
    return cells


def _leave(pool: Pool, views: Iterable[str], months: list[str], period: str, level: str, rules: Rules) -> list[Cell]:
    """Let leave the cells of one step, view after view."""
    cells = []
    for view in views:
        for line in pool.lines([view]):
            for group in _allowed(pool, _ready(pool, line, months, period, level, rules), rules.lists):
                _mark(pool, group)
                cells.append(group.cell)
    return cells


def _ready(pool: Pool, line: Line, months: list[str], period: str, level: str, rules: Rules) -> list[Group]:
    """The groups of waiting spots that hold enough, are not nearly everything, and as a theme have codes enough."""
    groups = []
    for code, spots in _grouped(pool, line, months, level, rules.lists).items():
        cell = _cell(pool, line, period, level, code, spots, rules)
        if cell.questions < cell.k + rules.draw(line, period, level, code, cell.k):
            continue
        if line.view in GUARDED and _share(pool, line, months, level, code, rules.lists) > SHARE_AT_MOST:
            continue
        if level == counts.THEME and _live(pool, spots) < LIVE_IN_THEME:
            continue
        groups.append(Group(cell, tuple(spots)))
    return sorted(groups, key=lambda group: (-group.cell.questions, group.cell))


def _live(pool: Pool, spots: Iterable[Spot]) -> int:
    """How many codes have questions here."""
    return len({spot.code for spot in spots if pool.counted[spot].questions})


def _grouped(pool: Pool, line: Line, months: list[str], level: str, lists: Lists) -> dict[str, list[Spot]]:
    """The waiting spots of a line by the code of the cell in which they would leave."""
    groups: dict[str, list[Spot]] = defaultdict(list)
    for spot in pool.waiting(line, months):
        code = spot.code if level == counts.CODE else lists.themes[line.view].get(spot.code, "")
        if code:
            groups[code].append(spot)
    return groups


def _share(pool: Pool, line: Line, months: list[str], level: str, code: str, lists: Lists) -> float:
    """Which part of all questions of a period has this code or theme, also as far as it left before."""
    themes = lists.themes.get(line.view, {})
    having = [
        spot
        for spot in pool.counted
        if spot.line == line
        and spot.month in months
        and (spot.code if level == counts.CODE else themes.get(spot.code)) == code
    ]
    return pool.questions(having) / max(1, sum(pool.totals.get(month, 0) for month in months))


def _allowed(pool: Pool, groups: list[Group], lists: Lists, before: tuple[Group, ...] = ()) -> tuple[Group, ...]:
    """Those that can be published beside those before, without telling a small number by subtraction.

    All of them when that can be; else the first, larger half first, so that the smaller ones wait.
    """
    if not groups or _is_safe(pool, [*before, *groups], lists):
        return (*before, *groups)
    if len(groups) == 1:
        return before
    half = len(groups) // 2
    return _allowed(pool, groups[half:], lists, _allowed(pool, groups[:half], lists, before))


def _is_safe(pool: Pool, groups: list[Group], lists: Lists) -> bool:
    """Whether nothing small can be worked out once these have left."""
    tried = Pool(pool.year, pool.counted, pool.totals, dict(pool.left))
    for group in groups:
        _mark(tried, group)
    return is_safe_to_publish(tried, groups[0].cell.line, lists)


def _rest(pool: Pool, months: list[str], year: str, rules: Rules) -> list[Cell]:
    """At year end: what is left of each view with one code a question, so that its cells add up to the exact total."""
    cells = []
    for line in pool.lines(counts.SINGLE_VALUED):
        spots = list(pool.waiting(line, months))
        group = Group(_cell(pool, line, year, counts.ALL, "", spots, rules), tuple(spots))
        if group.cell.questions:
            _mark(pool, group)
            cells.append(group.cell)
    return cells


def _cell(pool: Pool, line: Line, period: str, level: str, code: str, spots: Iterable[Spot], rules: Rules) -> Cell:
    """A cell of these spots; its k is the highest that held for any of them."""
    highest = max((pool.counted[spot].k for spot in spots), default=rules.k)
    return Cell(line, period, level, code, pool.questions(spots), max(rules.k, highest))


def _mark(pool: Pool, group: Group) -> None:
    """Note in which cell the spots of a group left."""
    cell = group.cell
    pool.left.update(dict.fromkeys(group.spots, (cell.period, cell.level, cell.code)))


def leave_again(pool: Pool, cells: Iterable[Cell], lists: Lists) -> None:
    """Note in a pool what left of it before, from the cells that did, in the order in which they did."""
    for cell in cells:
        months = [month for month in sorted(pool.totals) if _is_in(month, cell.period)]
        if cell.level == counts.ALL:
            spots = list(pool.waiting(cell.line, months))
        else:
            spots = _grouped(pool, cell.line, months, cell.level, lists).get(cell.code, [])
        _mark(pool, Group(cell, tuple(spots)))


def _is_in(month: str, period: str) -> bool:
    first, last = counts.days_of(period)
    return first <= counts.days_of(month)[0] <= last
