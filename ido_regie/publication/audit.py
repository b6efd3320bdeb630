"""Can a hidden number be worked out? Linear programming finds how far each can still lie.

A reader knows the published numbers (each within 2 of the truth), that a hidden one was under 10 or was hidden to
protect another, and which numbers add up. We give the reader even more: which of the two each hidden one is. A number
that this pins to a range of less than 5 wide is not protected. Integers are let go: that makes ranges wider than what
a reader with much time could find by at most one, which the width of 5 takes into account.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy
from numpy.typing import NDArray
from scipy import optimize
from scipy.sparse import csr_array

Matrix = NDArray[numpy.float64]
WIDTH = 5
"""Questions; a hidden number must be able to lie in a range at least so wide."""
HIDDEN_BELOW, ROUNDED_TO, OFF_BY = 10, 5, 2


class Key(NamedTuple):
    """Which number: its period, view and code."""

    period: str
    view: str
    code: str


@dataclass(frozen=True)
class Sum:
    """Numbers that add up to another one, exactly or (where some of it is elsewhere) at most."""

    total: Key
    parts: tuple[Key, ...]
    is_exact: bool


class Bounds(NamedTuple):
    """Between which numbers a reader knows that the truth lies, before adding up."""

    low: float
    high: float


def rounded(number: int) -> int:
    """A number as it is published."""
    return ROUNDED_TO * ((number + OFF_BY) // ROUNDED_TO)


def bounds(number: int, hidden: bool, highest: int) -> Bounds:
    """What a reader knows of a number: the rounding, and that none under 10 is shown; or why it was hidden.

    That is: because it is small, or for another's sake.
    """
    if not hidden:
        return Bounds(max(HIDDEN_BELOW, rounded(number) - OFF_BY), rounded(number) + OFF_BY)
    return Bounds(0, HIDDEN_BELOW - 1) if number < HIDDEN_BELOW else Bounds(HIDDEN_BELOW, highest)


def pinned(known: Mapping[Key, Bounds], hidden: Collection[Key], sums: Sequence[Sum]) -> list[Key]:
    """The hidden numbers that can be pinned to a range less than WIDTH wide. Raises ArithmeticError when nothing fits.

    Each answer of the solver is a way in which all numbers may lie: two answers WIDTH apart show that a number is safe,
    whatever was asked. So it is asked for all numbers together first, and alone only for those that stay in doubt.
    """
    order = {key: at for at, key in enumerate(known)}
    ways = _Ways(list(known.values()), *_rows(sums, order))
    doubtful = ways.narrow([order[key] for key in sorted(hidden)])
    before = None
    while doubtful and doubtful != before:
        before = doubtful
        ways.look(doubtful)
        doubtful = ways.narrow(doubtful)
    for at in doubtful:
        if ways.narrow([at]):
            ways.look([at])
    keys = list(known)
    return [keys[at] for at in ways.narrow(doubtful)]


def _rows(sums: Sequence[Sum], order: Mapping[Key, int]) -> tuple[Matrix, list[bool]]:
    """The sums as rows of parts minus total, and which of them are exactly zero; the others are at most zero."""
    used = [one for one in sums if one.total in order and one.parts]
    made = numpy.zeros((len(used), len(order)))
    for row, one in enumerate(used):
        made[row, [order[key] for key in one.parts]] = 1
        made[row, order[one.total]] = -1
    return made, [one.is_exact for one in used]


class _Ways:
    """The ways in which all numbers may lie, and the lowest and highest that was seen of each."""

    def __init__(self, limits: Sequence[Bounds], rows: Matrix, exact: Sequence[bool]) -> None:
        ends = numpy.array(limits)
        self._bounds = optimize.Bounds(ends[:, 0], ends[:, 1])
        least = [0 if is_exact else -numpy.inf for is_exact in exact]
        self._sums = optimize.LinearConstraint(csr_array(rows), least, 0)
        self._low, self._high = numpy.full(len(limits), numpy.inf), numpy.full(len(limits), -numpy.inf)

    def narrow(self, numbers: Collection[int]) -> list[int]:
        """The numbers that were not seen WIDTH apart."""
        return [at for at in numbers if self._high[at] - self._low[at] < WIDTH]

    def look(self, numbers: Collection[int]) -> None:
        """See how low and how high these lie together. Raises ArithmeticError when nothing fits."""
        for sign in (1, -1):
            aim = numpy.zeros(len(self._low))
            aim[list(numbers)] = sign
            solved = optimize.milp(aim, bounds=self._bounds, constraints=self._sums)  # HiGHS; nothing has to be whole
            if solved.x is None:
                raise ArithmeticError(solved.message)
            numpy.minimum(self._low, solved.x, out=self._low)
            numpy.maximum(self._high, solved.x, out=self._high)
