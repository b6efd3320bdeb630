"""What of a desk's questions leaves, in which detail, after a week, a month, a quarter and a year.

Beside each share stands that of facts/tech-data.md § 3c where it has one: simulated with the same rules but without
holding back what can be worked out by subtraction (docs/decisions/014).
"""

import random
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import made_up_desk
from benchmarks.rows import Row
from ido_kiosk.base import paths
from ido_kiosk.guides.service import load_library
from ido_kiosk.statistics.service.pool import Cell, Line, lists_of
from ido_kiosk.statistics.service.scheme import Rules, drawn
from ido_shared import counts
from ido_shared.content.codes import load_codes

YEAR = "2027"
DESKS = {2: 12, 5: 8, 40: 3, 200: 2}
"""Questions a week to the number of made-up years."""
KS = (3, 5, 10)
KNOWN = {
    (2, 3): (10, 33, 60, 33, 7),
    (2, 5): (2, 18, 48, 38, 14),
    (5, 5): (14, 34, 68, 28, 4),
    (40, 5): (61, 82, 98, 2, 0),
    (200, 5): (93, 98, 100, 0, 0),
}
"""Questions a week and k to the shares of facts § 3c, in the order of ``STAGES``."""
STAGES = (
    "topic after a month",
    "topic after a quarter",
    "topic after a year",
    "only theme after a year",
    "no topic after a year",
)


def measure() -> list[Row]:
    """The shares of each desk and k; after a week only exact totals have left, so no topic."""
    with TemporaryDirectory() as folder:
        codes = load_codes(paths.forms(), Path(folder), "benchmark")
        library = load_library(paths.forms(), Path(folder), "benchmark")
    lists = lists_of(codes, {code: each.kind for code, each in library.organisations.items()})
    rows = []
    for a_week, years in DESKS.items():
        for k in KS:
            found: Counter[str] = Counter()
            for seed in range(years):
                questions = made_up_desk.year_of(codes, a_week, random.Random(seed))
                rules = Rules(lists, k, partial(drawn, bytes([seed] * 32), "here"))
                found.update(_by_stage(made_up_desk.released(questions, codes, YEAR, rules)))
            rows += _rows(a_week, k, found)
    return rows


def _by_stage(cells: Iterable[Cell]) -> Counter[str]:
    """The questions of the topic view by how they left."""
    found: Counter[str] = Counter()
    for cell in cells:
        if cell.line == Line(counts.TOPIC):
            found[_stage(cell)] += cell.questions
    return found


def _stage(cell: Cell) -> str:
    if cell.level != counts.CODE:
        return cell.level
    return {7: "quarter" if "K" in cell.period else "month"}.get(len(cell.period), "year")


def _rows(a_week: int, k: int, found: Counter[str]) -> list[Row]:
    total = found.total()
    month, quarter, year = found["month"], found["quarter"], found["year"]
    parts = (month, month + quarter, month + quarter + year, found[counts.THEME], found[counts.ALL])
    known = KNOWN.get((a_week, k), (None,) * len(STAGES))
    rows = [_row(f"{a_week} a week, k {k}: topic after a week", 0, None)]
    rows += [
        _row(f"{a_week} a week, k {k}: {stage}", 100 * part / total, before)
        for stage, part, before in zip(STAGES, parts, known, strict=True)
    ]
    return rows


def _row(name: str, share: float, before: int | None) -> Row:
    """A share; there is no budget, only what was simulated before."""
    return Row(name, round(share, 1), "%", None, None, f"none; facts: {'-' if before is None else f'{before} %'}", True)
