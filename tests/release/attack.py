"""Try to work out what was not published: someone with every cell and total of a year, the code lists and a solver.

The attacker knows the exact questions of each month and every published cell, and that nothing is negative or half.
From that follow the least and the most that a hidden number can be.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from ido_kiosk.statistics.service.pool import Cell
from ido_shared import counts

Atom = tuple[str, str]
"""A month and a code."""


Unknown = Hashable
Sum = tuple[list[tuple[Unknown, int]], float, float]
"""How many times which unknowns, and the least and the most that they are together."""

TRIES_AT_ONCE = 12
"""Years that fit, made up at random: they show at once that most numbers cannot be known."""


@dataclass
class View:
    """A view as the attacker sees it: its published cells, and which codes and atoms it tells of."""

    cells: list[Cell]
    code_of: Callable[[str], str]
    """The view's own code of an atom's code: the same, or the usual organisation of a topic."""
    themes: dict[str, str] = field(default_factory=dict)


def exactly(some: Iterable[Unknown], number: int) -> Sum:
    """Some unknowns together are a number."""
    return [(each, 1) for each in some], number, number


class Solver:
    """Hidden numbers, none negative or half, and what is known of sums of them: each with its least and its most."""

    def __init__(self, unknowns: Iterable[Unknown], sums: Iterable[Sum]) -> None:
        self.atoms = list(unknowns)
        place = {atom: number for number, atom in enumerate(self.atoms)}
        known = list(sums)
        parts = [(row, place[atom], times) for row, (of, *_) in enumerate(known) for atom, times in of]
        rows, columns, times = zip(*parts, strict=True)
        matrix = csr_matrix((numpy.array(times, float), (rows, columns)), (len(known), len(self.atoms)))
        self._known = LinearConstraint(matrix, [least for _, least, _ in known], [most for _, _, most in known])
        self._seen: list[numpy.ndarray] = []
        self._most = numpy.full(len(self.atoms), numpy.inf)

    def fits(self, real: Mapping[Unknown, int]) -> bool:
        """Whether what is taken as known is true of the real numbers: else an attack would prove nothing."""
        sums = self._known.A @ numpy.array([real.get(atom, 0) for atom in self.atoms])
        return bool(((sums >= self._known.lb) & (sums <= self._known.ub)).all())

    def is_worked_out(self, some: Iterable[Unknown], true: int, k: int) -> bool:
        """Whether it is certain that a number of 1 … k-1 questions is at least 1 and less than k."""
        wanted = set(some)
        mask = numpy.array([atom in wanted for atom in self.atoms])
        if not self._seen:
            chance = numpy.random.default_rng(1)
            for _time in range(TRIES_AT_ONCE):
                self._solve(chance.choice([-1, 0, 1], len(self.atoms)))
        if any(numbers[mask].sum() == 0 or numbers[mask].sum() >= k for numbers in self._seen):
            return False  # all that is published could as well come from a year in which it was so
        least = self._best(mask, 1)
        most = self._best(mask, -1) if least else None
        assert most is None or least is None or least <= true <= most
        return most is not None and most < k

    def _best(self, mask: numpy.ndarray, direction: int) -> int | None:
        found = self._solve(mask * direction)
        return None if found is None else int(found[mask].sum())

    def _solve(self, cost: numpy.ndarray) -> numpy.ndarray | None:
        """A year that fits all that is known, at the least cost; None when there is none."""
        whole = numpy.ones(len(cost))
        result = milp(cost, constraints=self._known, bounds=Bounds(0, self._most), integrality=whole)
        if result.x is None:
            return None
        self._seen.append(numpy.round(result.x).astype(int))
        return self._seen[-1]


class Attack(Solver):
    """Of views with one code a question: each month adds up to its total, and so does what was published."""

    def __init__(self, codes: Iterable[str], totals: dict[str, int], views: Iterable[View]) -> None:
        atoms = [(month, code) for month in totals for code in codes]
        sums = [([atom for atom in atoms if atom[0] == month], total) for month, total in totals.items()]
        published = [each for view in views for each in _published(view, atoms)]
        super().__init__(atoms, [exactly(of, number) for of, number in [*sums, *published]])
        self._published = [set(of) for of, _ in published]

    def take_caps(self, k: int) -> bool:
        """Also take it that what did not leave was under the highest threshold; false when that cannot be."""
        left = set().union(*self._published) if self._published else set()
        self._most = numpy.array([numpy.inf if atom in left else 2 * k - 1 for atom in self.atoms])
        return self._solve(numpy.zeros(len(self.atoms))) is not None


def _published(view: View, atoms: list[Atom]) -> Iterator[tuple[list[Atom], int]]:
    """The atoms behind each cell, the finest first: what left in one is not in a later one."""
    left: set[Atom] = set()
    for cell in sorted(view.cells, key=_coarseness):
        first, last = counts.days_of(cell.period)
        behind = [
            (month, code)
            for month, code in atoms
            if f"{first:%Y-%m}" <= month <= f"{last:%Y-%m}"
            and (month, code) not in left
            and _is_of(cell, view.code_of(code), view.themes)
        ]
        left.update(behind)
        yield behind, cell.questions


def _coarseness(cell: Cell) -> tuple[int, int]:
    first, last = counts.days_of(cell.period)
    return (last - first).days, counts.LEVELS.index(cell.level)


def _is_of(cell: Cell, code: str, themes: dict[str, str]) -> bool:
    match cell.level:
        case counts.CODE:
            return cell.code == code
        case counts.THEME:
            return themes.get(code) == cell.code
        case _:
            return True


def small_numbers(asked: Counter[Atom], code_of: Callable[[str], str], k: int) -> Iterator[tuple[str, str, int]]:
    """Every period and code that 1 … k-1 questions have: months, quarters and the year."""
    sums: Counter[tuple[str, str]] = Counter()
    for (month, code), number in asked.items():
        quarter = f"{month[:4]}-K{(int(month[5:]) + 2) // 3}"
        for period in (month, quarter, month[:4]):
            sums[period, code_of(code)] += number
    yield from ((period, code, number) for (period, code), number in sorted(sums.items()) if 1 <= number < k)


def behind(period: str, code: str, atoms: Iterable[Atom], code_of: Callable[[str], str]) -> list[Atom]:
    """The atoms of a period and code."""
    first, last = counts.days_of(period)
    return [atom for atom in atoms if f"{first:%Y-%m}" <= atom[0] <= f"{last:%Y-%m}" and code_of(atom[1]) == code]
