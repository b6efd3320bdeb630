"""Whether something is open now, and else when it opens, in words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

import msgspec

from ido_kiosk.base.language import _, weekday_text
from ido_shared.content.opening import MINUTES_A_DAY, Opening, is_open

_A_WEEK = 7
_FIXED_HOLIDAYS = frozenset({(1, 1), (4, 27), (12, 25), (12, 26)})
_AFTER_EASTER = (0, 1, 39, 49, 50)
"""Days: Easter, Easter Monday, Ascension, Whitsun, Whit Monday."""


class Standing(msgspec.Struct, frozen=True):
    """Open or not, with the words for it."""

    is_open: bool
    short: str
    """Such as ``nu open``, for on a button."""
    words: str


def standing(openings: tuple[Opening, ...], now: datetime) -> Standing | None:
    """How opening hours stand at this moment of the local clock; None without hours."""
    if not openings:
        return None
    if is_open(openings, now):
        return Standing(True, _("nu open"), _open_words(_closing(openings, now), now.date()))
    return Standing(False, _("nu dicht"), _closed_words(openings, now))


def _open_words(closes: int, day: date) -> str:
    if closes >= MINUTES_A_DAY:
        return _("Nu open.")
    words = _("Nu open, tot {time} uur.").format(time=_time(closes))
    return f"{words} {_holiday_remark()}" if is_holiday(day) else words


def _closing(openings: Iterable[Opening], now: datetime) -> int:
    return max(each.closes for each in openings if is_open([each], now))


def _closed_words(openings: tuple[Opening, ...], now: datetime) -> str:
    days, opens = min(_coming(openings, now))
    time = _time(opens)
    if days == 0:
        return _("Nu dicht, open vanaf {time} uur.").format(time=time)
    if days == 1:
        return _("Nu dicht, open vanaf morgen {time} uur.").format(time=time)
    day = weekday_text(now.date() + timedelta(days=days))
    return _("Nu dicht, open vanaf {day} {time} uur.").format(day=day, time=time)


def _coming(openings: Iterable[Opening], now: datetime) -> Iterator[tuple[int, int]]:
    """Every opening in the week to come: days from now, and minutes after midnight."""
    minute = now.hour * 60 + now.minute
    for opening in openings:
        for days in range(_A_WEEK + 1):
            is_later = days > 0 or opening.opens > minute
            if opening.first <= (now + timedelta(days=days)).weekday() <= opening.last and is_later:
                yield days, opening.opens


def _time(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


def _holiday_remark() -> str:
    """The hours that we know are those of ordinary days."""
    return _("Vandaag is een feestdag: dan is het vaak dicht.")


def is_holiday(day: date) -> bool:
    """Whether a day is a Dutch public holiday."""
    return (day.month, day.day) in _FIXED_HOLIDAYS or (day - _easter(day.year)).days in _AFTER_EASTER


def _easter(year: int) -> date:
    """Easter Sunday, by Butcher's method."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
