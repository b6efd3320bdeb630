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
from scipy.optimize import linprog

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
    """The hidden numbers that can be pinned to a range less than WIDTH wide."""
    order = {key: at for at, key in enumerate(known)}
    rows = [one for one in sums if one.total in order and one.parts]
    limits = [known[key] for key in order]
    equal, most = (_matrix([one for one in rows if one.is_exact is exact], order) for exact in (True, False))
    found = []
    for key in hidden:
        low, high = (_extreme(order[key], sign, limits, equal, most) for sign in (1, -1))
        if high - low < WIDTH:
            found.append(key)
    return found


def _matrix(sums: Sequence[Sum], order: Mapping[Key, int]) -> Matrix:
    """The sums as rows: parts minus total."""
    made = numpy.zeros((len(sums), len(order)))
    for row, one in enumerate(sums):
        made[row, [order[key] for key in one.parts]] = 1
        made[row, order[one.total]] = -1
    return made


def _extreme(at: int, sign: int, limits: Sequence[Bounds], equal: Matrix, most: Matrix) -> float:
    """The lowest (sign 1) or highest (sign -1) value of a number. Raises ArithmeticError when nothing fits."""
    aim = numpy.zeros(len(limits))
    aim[at] = sign
    none, nothing = numpy.zeros(len(most)), numpy.zeros(len(equal))
    solved = linprog(aim, A_ub=most, b_ub=none, A_eq=equal, b_eq=nothing, bounds=limits, method="highs")
    if not solved.success:
        raise ArithmeticError(solved.message)
    return sign * float(solved.fun or 0)
