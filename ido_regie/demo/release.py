"""Which counts of made-up questions would have left their desk: the scheme of design § 8 in its outline.

The kiosk has the real one (``ido_kiosk.statistics``). Regie may not import it, since the two meet only in
``ido_shared`` (.importlinter), and it needs the kiosk's own tables and secret. This one keeps the same promises to a
reader: a question counts once in each view, in a cell of at least k, by month, quarter or year. What differs:
thresholds are drawn by chance and not from a secret, so that a restored backup would draw others, and k never
changes.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ido_regie.codes import known_codes
from ido_shared import counts
from ido_shared.counts import Cell

K = 5
LARGEST_PART = 0.8
"""A cell with more of its place's questions than this would tell what everyone there asked."""


@dataclass
class Waiting:
    """The counters of one desk that wait, by view and code, of the months of this year."""

    place: str
    chance: random.Random
    counters: dict[str, dict[date, Counter[str]]] = field(default_factory=dict)

    def close_month(self, month: date, questions: Iterable[dict[str, tuple[str, ...]]]) -> list[Cell]:
        """Fold a month in; gives the cells that leave with it, and with the quarter or year that it ends."""
        for question in questions:
            for view, codes in question.items():
                self.counters.setdefault(view, {}).setdefault(month, Counter()).update(codes)
        found = [
            cell for view in self.counters if view not in counts.CROSSED for cell in self._leave(view, month, "month")
        ]
        if month.month % 3 == 0:
            found += [cell for view in self.counters for cell in self._leave(view, month, "quarter")]
        if month.month == 12:
            found += [cell for view in self.counters for cell in self._leave(view, month, "year")]
            found += [cell for view in counts.SINGLE_VALUED for cell in self._rest(view, month)]
            self.counters.clear()
        return found

    def _leave(self, view: str, month: date, kind: str) -> Iterator[Cell]:
        """The cells of a view that hold enough in the month, quarter or year that ends with this month."""
        months, period = _months(month, kind)
        waiting = self._sum(view, months)
        whole = sum(waiting.values())
        for code, number in sorted(waiting.items()):
            if number >= self._threshold() and (kind == "year" or number <= LARGEST_PART * whole or whole < number):
                self._take(view, months, [code])
                yield self._cell(view, period, counts.CODE, code, number)

    def _rest(self, view: str, month: date) -> Iterator[Cell]:
        """What is left of a year: by theme where that is enough, and else only that it was asked."""
        months, period = _months(month, "year")
        if view == counts.TOPIC:
            for theme in known_codes().themes:
                codes = [code for code in self._sum(view, months) if known_codes().topics[code].theme == theme]
                number = sum(self._sum(view, months)[code] for code in codes)
                if number >= self._threshold() and len(codes) > 1:
                    self._take(view, months, codes)
                    yield self._cell(view, period, counts.THEME, theme, number)
        if left := sum(self._sum(view, months).values()):
            yield self._cell(view, period, counts.ALL, "", left)

    def _sum(self, view: str, months: list[date]) -> Counter[str]:
        found: Counter[str] = Counter()
        for month in months:
            found.update(self.counters.get(view, {}).get(month, Counter()))
        return +found

    def _take(self, view: str, months: list[date], codes: list[str]) -> None:
        for month in months:
            for code in codes:
                self.counters.get(view, {}).get(month, Counter()).pop(code, None)

    def _threshold(self) -> int:
        extra = 0
        while extra < K and self.chance.random() < 0.5:
            extra += 1
        return K + extra

    def _cell(self, view: str, period: str, level: str, code: str, number: int) -> Cell:
        first, _, cross = code.partition(":")
        return Cell(view, self.place, counts.LOCATION, period, level, first, number, K, cross)


def _months(month: date, kind: str) -> tuple[list[date], str]:
    """The months of the period that ends with a month, and its name."""
    if kind == "month":
        return [month], counts.month_text(month)
    if kind == "quarter":
        return [month.replace(month=number) for number in range(month.month - 2, month.month + 1)], counts.quarter_text(
            month
        )
    return [month.replace(month=number) for number in range(1, 13)], counts.year_text(month)
