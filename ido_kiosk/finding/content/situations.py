"""Life events, urgent situations and what matters these weeks, as plain values: what screen and paper both show."""

from datetime import date

import msgspec

from ido_kiosk.guides.content.guide import Item, SecondReading, Status
from ido_shared.content.organisations import Way
from ido_shared.content.wording import Wording

LIFE_FILE = "levensgebeurtenissen.yaml"
URGENT_FILE = "spoed.yaml"
CURRENT_FILE = "actueel.yaml"


class Point(msgspec.Struct, frozen=True):
    """Something to arrange at a life event; ``way`` is how to reach ``organisation``. The last four may be empty."""

    id: str
    title: Wording
    when: Item | None
    actions: tuple[Item, ...]
    guide: str
    letter: str
    organisation: str
    way: Way | None


class LifeEvent(msgspec.Struct, frozen=True):
    """What to arrange when something happens in a life, in the order in which to do it."""

    id: str
    title: Wording
    known_as: tuple[Wording, ...]
    summary: Wording
    topic: str
    sources: tuple[str, ...]
    written_on: date
    second_reading: SecondReading
    check_before: date
    points: tuple[Point, ...]
    status: Status = "nakijken"


class Call(msgspec.Struct, frozen=True):
    """Whom to call or where to go at once: an organisation and the way to it, or a fact alone."""

    organisation: str = ""
    way: Way | None = None
    fact: str = ""
    hours: str = ""
    """Of ``fact``: the fact with its opening hours, if there is one."""


class Volunteer(msgspec.Struct, frozen=True):
    """What the volunteer says to a frightened visitor, and what the volunteer leaves; never on paper."""

    says: tuple[Wording, ...]
    leaves: tuple[Wording, ...]


class Urgent(msgspec.Struct, frozen=True):
    """Something that cannot wait: what to do right now, and the numbers to call, most urgent first."""

    id: str
    title: Wording
    known_as: tuple[Wording, ...]
    topic: str
    sources: tuple[str, ...]
    written_on: date
    second_reading: SecondReading
    check_before: date
    now: tuple[Item, ...]
    calls: tuple[Call, ...]
    volunteer: Volunteer
    guide: str
    status: Status = "nakijken"


Situation = LifeEvent | Urgent


class Current(msgspec.Struct, frozen=True):
    """Something that must be done before a day: it is shown some weeks, on the way to that day."""

    id: str
    text: Item
    last_day: str
    """The fact whose ``valid_to`` is the last day."""
    days: int
    """How many days before the last day it begins to show."""
    guide: str


class Situations(msgspec.Struct, frozen=True):
    """The life events, urgent situations and what matters these weeks, each by id, in the order of their files."""

    life_events: dict[str, LifeEvent]
    urgent: dict[str, Urgent]
    current: dict[str, Current]
