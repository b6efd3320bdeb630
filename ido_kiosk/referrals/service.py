"""The places near this library, as far as a referral goes; they come from the library's own file."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from ido_kiosk.base.language import _, day_text
from ido_kiosk.base.local_data import Entry
from ido_shared.content.codes import Codes

NO_PLACE = "GPA"
"""The kind of referral that says that there was no fitting place."""
_CHECKED_FOR = timedelta(days=365)
"""So long what the library wrote about a place is believed."""


class Destination(msgspec.Struct, frozen=True):
    """A place to which a visitor can go, and the code of its kind under which that is logged."""

    kind: str
    name: str
    entry: Entry | None = None
    """What the library wrote about it; None for a kind of place of which nothing is known here."""


def partners(entries: Iterable[Entry], codes: Codes) -> list[Destination]:
    """The desk's own partners, in the order of their keys; each brings the code of its kind."""
    return [
        Destination(entry.verwijzing, entry.naam, entry) for entry in entries if entry.verwijzing in codes.referrals
    ]


def most_used_first(places: Iterable[Destination], used: Sequence[str]) -> list[Destination]:
    """The places by how much this desk uses their kind; the log knows kinds only, so equals stay in their own order.

    ``used``: codes of kinds, most used first.
    """
    rank = {kind: number for number, kind in enumerate(used)}
    return sorted(places, key=lambda place: rank.get(place.kind, len(rank)))


def is_stale(entry: Entry, today: date) -> bool:
    """Whether nobody looked for a year whether this is still so, or nobody ever did."""
    return entry.nagekeken is None or today - entry.nagekeken > _CHECKED_FOR


def for_volunteer(entry: Entry, today: date) -> list[str]:
    """What the volunteer needs, and what the visitor's paper does not say: also the line for professionals."""
    lines = [
        (_("Voor wie: {whom}"), entry.voor_wie),
        (_("Open: {hours}"), entry.open),
        (_("Telefoon: {number}"), entry.telefoon),
        (_("Alleen voor u, niet voor de bezoeker: {number}"), entry.directe_lijn),
    ]
    told = [words.format(whom=value, hours=value, number=value) for words, value in lines if value]
    if entry.nagekeken is None:
        return [*told, _("Nog niet nagekeken. Bel eerst of dit klopt.")]
    if is_stale(entry, today):
        return [*told, _("Nagekeken op {day}. Dat is lang geleden: bel eerst.").format(day=day_text(entry.nagekeken))]
    return told
