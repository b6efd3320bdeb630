"""What a measurement gives: one row, with its floor and its budget."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measured value beside the floor it was measured with, both in ``unit``."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    budget: str
    within_budget: bool


def against_floor(name: str, value: float, floor: float, most: float, unit: str = "ms") -> Row:
    """A row whose budget is a ratio to its floor."""
    ratio = value / floor
    return Row(name, round(value, 3), unit, round(floor, 3), round(ratio, 2), f"<= {most:g} x floor", ratio <= most)


def against_limit(name: str, value: float, most: float, unit: str = "ms") -> Row:
    """A row whose budget is a limit."""
    return Row(name, round(value, 3), unit, None, None, f"<= {most:g} {unit}", value <= most)


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: int) -> float:
    """The value under which ``share`` percent of the values lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]
