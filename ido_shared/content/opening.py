"""Opening hours as values: which days, from when until when; what stands in a file as ``ma-vr: 8.00-17.00``."""

import re
from collections.abc import Iterable
from datetime import date, datetime

import msgspec

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
"""The days as they are written in the files; Monday is 0, as in ``date.weekday``."""

_DAY_SPAN = re.compile(rf"({'|'.join(DAYS)})(?:-({'|'.join(DAYS)}))?")
_TIME_SPAN = re.compile(r"(\d{1,2})\.(\d\d)-(\d{1,2})\.(\d\d)")
MINUTES_A_DAY = 24 * 60


class Opening(msgspec.Struct, frozen=True):
    """Days from ``first`` to ``last``, both included, open from ``opens`` to ``closes`` (minutes after midnight)."""

    first: int
    last: int
    opens: int
    closes: int


def parse(days: str, hours: str) -> Opening | None:
    """What ``ma-vr`` and ``8.00-17.00`` say; None when they say nothing that can be."""
    found, times = _DAY_SPAN.fullmatch(days), _TIME_SPAN.fullmatch(hours)
    if found is None or times is None:
        return None
    first = DAYS.index(found[1])
    last = DAYS.index(found[2] or found[1])
    from_hour, from_minute, to_hour, to_minute = (int(part) for part in times.groups())
    opening = Opening(first, last, from_hour * 60 + from_minute, to_hour * 60 + to_minute)
    is_day = first <= last and 0 <= opening.opens < opening.closes <= MINUTES_A_DAY
    return opening if is_day and from_minute < 60 and to_minute < 60 else None


def is_open(openings: Iterable[Opening], moment: datetime) -> bool:
    """Whether one of these is now, by the local clock; holidays are not known here."""
    minute = moment.hour * 60 + moment.minute
    return any(
        opening.first <= moment.weekday() <= opening.last and opening.opens <= minute < opening.closes
        for opening in openings
    )


def is_open_on(openings: Iterable[Opening], day: date) -> bool:
    """Whether one of these is at some time of this day; holidays are not known here."""
    return any(opening.first <= day.weekday() <= opening.last for opening in openings)


def notation(openings: Iterable[Opening]) -> str:
    """Opening hours as someone would type them: ``ma-vr 8.00-17.00, za 9.00-12.30``."""
    return ", ".join(f"{_days(opening)} {_time(opening.opens)}-{_time(opening.closes)}" for opening in openings)


def hours_of(typed: str) -> tuple[Opening, ...]:
    """The opening hours that were typed; empty when one of them cannot be read."""
    rows = [row.split() for row in typed.casefold().replace(":", ".").replace(" - ", "-").split(",")]
    found = [parse(*row) if len(row) == 2 else None for row in rows]
    return tuple(opening for opening in found if opening is not None) if all(found) else ()


def _days(opening: Opening) -> str:
    first, last = DAYS[opening.first], DAYS[opening.last]
    return first if first == last else f"{first}-{last}"


def _time(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"
