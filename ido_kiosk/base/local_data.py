"""*Lokale gegevens*: the organisations near this library, in a file of its own that no new content overwrites.

``LocalData(file).entries`` are all of them; ``.partners`` are those to which a desk refers, in the order of their
number keys. An entry's ``id`` (``P1``, ``P2`` …) is never used for another one, and fits a code column of the log.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from ido_kiosk.base.own_file import OwnFile

EntryKind = Literal["gemeente", "wmo", "schuldhulp", "belastingkantoor", "waterschap", "spreekuur", "partner", "cursus"]

MOST_PARTNERS = 9
"""One a number key."""


class Entry(msgspec.Struct, frozen=True):
    """An organisation, a consulting hour or a course near this library; functions, never names of people."""

    id: str
    soort: EntryKind
    naam: str
    verwijzing: str = ""
    """The code under which a referral to it is logged (``verwijzingen`` in registratie.yaml)."""
    telefoon: str = ""
    adres: str = ""
    open: str = ""
    """As it is typed: ``ma-vr 9.00-17.00``, or in words such as ``op afspraak``."""
    directe_lijn: str = ""
    """A number for professionals; on the volunteer's screen only, never on paper."""
    website: str = ""
    voor_wie: str = ""
    meenemen: str = ""
    """What a visitor takes along."""
    toets: int = 0
    """The number key of a partner, 1 to 9; 0 is none."""
    nagekeken: date | None = None


class Entries(msgspec.Struct, frozen=True):
    """All entries of this library; ``gemaakt`` is the highest number that was ever given."""

    gegevens: tuple[Entry, ...] = ()
    gemaakt: int = 0


class LocalData:
    """The entries of this library; ``trouble`` says what was wrong with the file at the start."""

    def __init__(self, file: Path) -> None:
        self._kept = OwnFile(file, Entries)

    @property
    def trouble(self) -> str:
        """Empty when all is well."""
        return self._kept.trouble

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order in which they were made."""
        return self._kept.value.gegevens

    @property
    def partners(self) -> tuple[Entry, ...]:
        """Those with a number key, in the order of the keys."""
        return tuple(sorted((entry for entry in self.entries if entry.toets), key=lambda entry: entry.toets))

    def new_id(self) -> str:
        """The identity of the next new entry."""
        return f"P{self._kept.value.gemaakt + 1}"

    def keep(self, entry: Entry) -> None:
        """Add an entry, or put it in the place of the one with its id; on disk when this returns. Raises DeskError.

        A number key that another entry had is this one's now.
        """
        others = [_without_key(each, entry.toets) for each in self.entries]
        known = [entry if each.id == entry.id else each for each in others]
        self.replace(known if entry.id in {each.id for each in others} else [*known, entry])

    def drop(self, id: str) -> None:
        """Remove an entry. Raises DeskError."""
        self.replace(entry for entry in self.entries if entry.id != id)

    def replace(self, entries: Iterable[Entry]) -> None:
        """Keep these entries instead of all there were. Raises DeskError; then the old ones stand."""
        kept = tuple(entries)
        numbers = [int(entry.id[1:]) for entry in kept if entry.id[1:].isdigit()]
        self._kept.save(Entries(kept, max([self._kept.value.gemaakt, *numbers])))


def _without_key(entry: Entry, key: int) -> Entry:
    return msgspec.structs.replace(entry, toets=0) if key and entry.toets == key else entry
