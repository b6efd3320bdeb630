"""What the API says about publications; the field names are those of the answer."""

from ido_shared.counts import Message


class Number(Message, frozen=True):
    """One published number."""

    indeling: str
    code: str
    naam: str
    aantal: int | None
    """None: hidden."""


class Summary(Message, frozen=True):
    """Which publication it is."""

    id: str
    gemeente: str
    periode: str
    gepubliceerd_op: str


class Publications(Message, frozen=True):
    """The publications, newest first."""

    publicaties: list[Summary]


class Whole(Message, frozen=True):
    """A publication with its numbers and how they were made."""

    id: str
    gemeente: str
    periode: str
    gepubliceerd_op: str
    licentie: str
    uitleg: list[str]
    cellen: list[Number]
