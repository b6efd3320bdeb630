"""The organisations near this library, laid over the national ones: its own town hall, and who else helps here."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from ido_kiosk.base.local_data import Entry
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.service.links import full_address
from ido_kiosk.guides.service.own_facts import MUNICIPAL, OWN
from ido_shared.content.facts import Fact, Source
from ido_shared.content.opening import hours_of
from ido_shared.content.organisations import Channel, Kind, Organisation, Way
from ido_shared.content.wording import Wording
from ido_shared.local import EntryKind

_STANDS_FOR: dict[EntryKind, str] = {"gemeente": "GEM", "waterschap": "WAT"}
"""Which national organisation is this one here; the others are organisations of their own."""
_LOGGED_AS: dict[EntryKind, str] = {"wmo": "GEM", "schuldhulp": "GEM", "belastingkantoor": "WAT"}
_OTHER = "XPR"
_LONG_AGO = date(2000, 1, 1)


def with_local(library: Library, entries: Iterable[Entry]) -> Library:
    """The library with these organisations in it; each number and address is a fact that the library checked.

    Of two that stand for the same national organisation, the last one comes first.
    """
    facts, sources = dict(library.facts), dict(library.sources)
    organisations = dict(library.organisations)
    for entry in entries:
        source = Source(f"{_checked_by(entry)}{entry.id}", entry.naam, entry.naam, full_address(entry.website))
        sources[source.id] = source
        facts |= {fact.id: fact for fact in _facts(entry, source)}
        channels = tuple(_channels(entry, facts))
        national = organisations.get(_STANDS_FOR.get(entry.soort, ""))
        if national is None:
            organisations[entry.id] = _organisation(entry, channels)
        else:
            organisations[national.code] = replace(national, channels=_over(national.channels, channels))
    return replace(library, facts=facts, sources=sources, organisations=organisations)


def _facts(entry: Entry, source: Source) -> Iterator[Fact]:
    said: dict[str, tuple[str, str]] = {
        "telefoon": (f"telefoonnummer van {entry.naam}", entry.telefoon),
        "website": (f"website van {entry.naam}", entry.website),
        "adres": (f"adres van {entry.naam}", entry.adres),
    }
    empty = Fact("", Wording("", ""), "", None, (), None, source.id, entry.nagekeken or _LONG_AGO, "A", None, None)
    for name, (what, value) in said.items():
        if value:
            yield replace(empty, id=_fact_id(entry, name), what=Wording("", what), value=value)
    if entry.open:
        hours = hours_of(entry.open)
        about = Wording("", f"openingstijden van {entry.naam}")
        words = "" if hours else entry.open
        yield replace(empty, id=_fact_id(entry, "open"), what=about, hours=hours, value=words)


def _channels(entry: Entry, facts: dict[str, Fact]) -> Iterator[Channel]:
    ways: tuple[tuple[Way, str], ...] = (("phone", "telefoon"), ("website", "website"), ("counter", "adres"))
    hours = _fact_id(entry, "open")
    for way, name in ways:
        if (fact := _fact_id(entry, name)) in facts:
            yield Channel(way, fact, hours if hours in facts and way != "website" else "", None)


def _organisation(entry: Entry, channels: tuple[Channel, ...]) -> Organisation:
    name = Wording("", entry.naam)
    kind: Kind = "overheid" if entry.soort in (*_STANDS_FOR, *_LOGGED_AS) else "particulier"
    told = ". ".join(part.rstrip(".") for part in (entry.voor_wie, entry.meenemen) if part)
    purpose = Wording("", f"{told}.") if told else None
    logged_as = _LOGGED_AS.get(entry.soort, _OTHER)
    return Organisation(entry.id, name, kind, purpose, channels, logged_as, name)


def _over(national: tuple[Channel, ...], own: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """The own ways to reach it first, then those ways of which only the national content speaks."""
    ways = {channel.way for channel in own}
    return (*own, *(channel for channel in national if channel.way not in ways))


def _fact_id(entry: Entry, name: str) -> str:
    return f"{_checked_by(entry)}{entry.id}/{name}"


def _checked_by(entry: Entry) -> str:
    return MUNICIPAL if entry.van == "gemeente" else OWN
