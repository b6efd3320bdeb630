"""*Lokale gegevens*: the organisations near this library, in files of their own that no new content overwrites.

``LocalData(file, sent).entries`` are those that this desk wrote, ``.sent`` those that came from regie, and ``.known``
what counts of both. ``.partners`` are those to which a desk refers, in the order of their number keys. An entry's
``id`` (``P1``, ``P2`` …; ``R…`` for one of regie) is never used for another one, and fits a code column of the log.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from ido_kiosk.base.own_file import OwnFile
from ido_shared.local import EntryKind, Writer

_WRITERS: tuple[Writer, ...] = ("gemeente", "bibliotheek", "")
"""Who writes, the one furthest from the desk first."""


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
    van: Writer = ""
    """Who wrote it at regie: ``gemeente`` or ``bibliotheek``; empty for what this desk wrote."""
    vervangt: str = ""
    """The ``id`` of the one from regie that this desk said differently."""

    def is_same_as(self, other: "Entry") -> bool:
        """Whether both are about one organisation: by what this desk said, or by kind and name."""
        named = (self.soort, self.naam.casefold()) == (other.soort, other.naam.casefold())
        return named or other.id == self.vervangt or self.id == other.vervangt


class Entries(msgspec.Struct, frozen=True):
    """All entries that this desk wrote; ``gemaakt`` is the highest number that was ever given."""

    gegevens: tuple[Entry, ...] = ()
    gemaakt: int = 0


class Sent(msgspec.Struct, frozen=True):
    """What came from regie: for which desk, under which name of its content, and what did not fit here."""

    balie: str = ""
    etag: str = ""
    """Empty when the next answer is to come whole: nothing came yet, or not all of it fitted here."""
    gegevens: tuple[Entry, ...] = ()
    niet_overgenomen: tuple[str, ...] = ()


class LocalData:
    """The entries of this desk; ``trouble`` says what was wrong with the files at the start."""

    def __init__(self, file: Path, sent: Path) -> None:
        """``file``: what this desk wrote. ``sent``: what came from regie."""
        self._kept = OwnFile(file, Entries)
        self._sent_file = sent
        self._sent = OwnFile(sent, Sent)

    @property
    def trouble(self) -> str:
        """Empty when all is well."""
        return " ".join(text for text in (self._kept.trouble, self._sent.trouble) if text)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What this desk wrote, in the order in which it was made."""
        return self._kept.value.gegevens

    @property
    def sent(self) -> tuple[Entry, ...]:
        """What came from regie: of the municipality, then of the library."""
        return self._sent.value.gegevens

    @property
    def left_out(self) -> tuple[str, ...]:
        """What came from regie and does not fit this kiosk."""
        return self._sent.value.niet_overgenomen

    @property
    def known(self) -> tuple[Entry, ...]:
        """What counts here: the desk's own word before the library's, and that before the municipality's."""
        return tuple(_with_one_key_each(_counting(self.entries, self.sent)))

    @property
    def partners(self) -> tuple[Entry, ...]:
        """Those with a number key, in the order of the keys."""
        return tuple(sorted((entry for entry in self.known if entry.toets), key=lambda entry: entry.toets))

    def behind(self, entry: Entry) -> tuple[Entry, ...]:
        """What others wrote about the same organisation, and what does not count because of this entry."""
        weaker = self.sent if not entry.van else [each for each in self.sent if _rank(each) < _rank(entry)]
        return tuple(each for each in weaker if each.id != entry.id and entry.is_same_as(each))

    def read_sent(self) -> bool:
        """Look whether something new came from regie since; it counts from now on."""
        before = self._sent.value
        self._sent = OwnFile(self._sent_file, Sent)
        return self._sent.value != before

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
        """Keep these entries instead of all that this desk wrote. Raises DeskError; then the old ones stand."""
        kept = tuple(entries)
        numbers = [int(entry.id[1:]) for entry in kept if entry.id[1:].isdigit()]
        self._kept.save(Entries(kept, max([self._kept.value.gemaakt, *numbers])))


def keep_sent(file: Path, sent: Sent) -> None:
    """Keep what came from regie, instead of what came before. Raises DeskError; then that stands."""
    OwnFile(file, Sent).save(sent)


def read_sent(file: Path) -> Sent:
    """What came from regie."""
    return OwnFile(file, Sent).value


def _counting(own: Iterable[Entry], sent: Iterable[Entry]) -> list[Entry]:
    """Each organisation once, as the nearest one wrote it: the weakest first, so that a later one is laid over it."""
    counting: list[Entry] = []
    known = [*own, *sent]
    for rank in range(len(_WRITERS)):
        nearer = [entry for entry in known if _rank(entry) > rank]
        here = [entry for entry in known if _rank(entry) == rank]
        counting += [entry for entry in here if not any(other.is_same_as(entry) for other in nearer)]
    return counting


def _rank(entry: Entry) -> int:
    """How near to the desk someone is who wrote an entry."""
    return _WRITERS.index(entry.van)


def _with_one_key_each(weakest_first: list[Entry]) -> Iterator[Entry]:
    """The entries; a number key belongs to the nearest one that has it."""
    owners = {entry.toets: entry.id for entry in weakest_first}
    return (entry if owners[entry.toets] == entry.id else _without_key(entry, entry.toets) for entry in weakest_first)


def _without_key(entry: Entry, key: int) -> Entry:
    return msgspec.structs.replace(entry, toets=0) if key and entry.toets == key else entry
