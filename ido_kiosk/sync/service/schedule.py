"""When to say what is new, and when to try again."""

from collections.abc import Callable
from datetime import date, timedelta

FIRST_PAUSE, LONGEST_PAUSE = 60, 6 * 60 * 60
"""Seconds before a next try."""
DOUBLED_AT_MOST = 10
LONGEST_DELAY = 5 * 60
"""Seconds after the start of the program: so the moment of a delivery does not tell when someone came in."""

Chance = Callable[[], float]
"""Gives a number from 0 up to 1."""


def is_due(last_made: date | None, today: date) -> bool:
    """Whether news may be said: once a week, from Monday on, so that no delivery tells on which day it was asked.

    A last day that lies after today was made while the clock was wrong: it holds nothing up.
    """
    monday = today - timedelta(days=today.weekday())
    return last_made is None or not monday <= last_made <= today


def first_delay(chance: Chance | None = None) -> float:
    """Seconds to wait after the start, not the same for all desks nor for all days."""
    return LONGEST_DELAY * _chance(chance)


def retry_after(failures: int, chance: Chance | None = None) -> float:
    """Seconds to wait after so many failures in a row: longer each time, and not the same for all desks."""
    pause = FIRST_PAUSE << min(max(failures, 1) - 1, DOUBLED_AT_MOST)
    return min(LONGEST_PAUSE, pause) * (0.5 + _chance(chance) / 2)


def _chance(chance: Chance | None) -> float:
    if chance is None:
        from secrets import SystemRandom

        chance = SystemRandom().random
    return chance()
