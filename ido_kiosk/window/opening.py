"""When this desk is open, by the hours of the place where it stands today."""

from collections.abc import Callable
from datetime import date

from ido_kiosk.base.locations import locations_of
from ido_kiosk.window.parts import Parts

_SATURDAY = 5


def is_staffed(parts: Parts) -> Callable[[date], bool]:
    """Whether the desk is open on a day, by its hours; without hours on working days."""
    own = next((place for place in locations_of(parts.settings) if place.id == parts.visit.place), None)

    def is_open(day: date) -> bool:
        said = own.is_open_on(day) if own is not None else None
        return day.weekday() < _SATURDAY if said is None else said

    return is_open
