"""Where this desk may stand: its locations, a section of the settings, each with its municipality and its hours.

Whoever needs them reads ``locations_of(settings)``: there is always at least one, the first is where this desk
stands unless someone said otherwise today. Its ``id`` is what the log and the counts call ``place``.
"""

import re
from datetime import date
from uuid import uuid4

import msgspec

from ido_kiosk.base.settings import Settings
from ido_shared.content.opening import Opening, hours_of, is_open_on

MOST_LOCATIONS = 9
"""One a number key, for *Waar zit u vandaag?*."""

ISIL = re.compile(r"NL-[A-Za-z0-9:/-]{1,11}")
"""A library's international identifier (ISO 15511): the country, a hyphen and at most eleven signs."""

MUNICIPALITY = re.compile(r"GM\d{4}")
"""A municipality's code as Statistics Netherlands (CBS) gives it, such as ``GM0344`` for Utrecht."""


class Location(msgspec.Struct, frozen=True):
    """The identity of the first location, which means nothing outside; made at the first start."""

    place: str = ""


class Place(msgspec.Struct, frozen=True):
    """A location: its identity (UUID), and what the library says about it, all of which may be empty."""

    id: str
    name: str = ""
    isil: str = ""
    municipality: str = ""
    """The code of CBS, such as ``GM0344``."""
    municipality_name: str = ""
    hours: str = ""
    """When the desk is open there, as it is typed: ``ma-vr 9.00-17.00, za 9.00-12.30``."""

    @property
    def openings(self) -> tuple[Opening, ...]:
        """When the desk is open there; empty when nobody said so."""
        return hours_of(self.hours)

    def is_open_on(self, day: date) -> bool | None:
        """Whether the desk should be open there on a day of the week like this; None when nobody said so."""
        return is_open_on(self.openings, day) if self.openings else None


class Locations(msgspec.Struct, frozen=True):
    """The library and the locations of this desk."""

    library: str = ""
    places: tuple[Place, ...] = ()


class SetUp(msgspec.Struct, frozen=True):
    """How far the first start has come: the page, and whether someone went through all of it."""

    step: int = 0
    is_done: bool = False


def is_set_up(settings: Settings) -> bool:
    """Whether someone went through the first start here, or said what this place is called some other way."""
    return settings.section(SetUp).is_done or any(place.name for place in settings.section(Locations).places)


def place_of(settings: Settings) -> str:
    """The identity of the first location; made at the first start. Raises DeskError when it cannot be kept."""
    place = settings.section(Location).place
    if not place:
        place = new_place()
        settings.save(Location(place))
    return place


def new_place() -> str:
    """An identity for a location."""
    return str(uuid4())


def locations_of(settings: Settings) -> tuple[Place, ...]:
    """The locations of this desk, the first one first; before anyone named them one without a name."""
    return settings.section(Locations).places or (Place(place_of(settings)),)
