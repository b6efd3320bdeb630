"""What a day was at a place: open, open without a question, closed, not staffed; and how long a month stays open."""

from collections.abc import Callable
from datetime import date, timedelta

from ido_kiosk.base.database import transaction
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.lifetimes import OPEN_UNTIL_DAY, closed_from
from ido_kiosk.questions import records
from ido_shared.content.codes import Codes

OPEN, ZERO, CLOSED, NOT_STAFFED, UNKNOWN = "OPN", "NUL", "DIC", "NBM", "WNT"
"""Codes of the list *dagen*."""


def is_open(day: date, today: date) -> bool:
    """Whether the month of a day still takes changes: until day 7 of the next month."""
    return today < closed_from(day)


def first_open_day(today: date) -> date:
    """The first day of the earliest month that still takes changes."""
    this = today.replace(day=1)
    return this if today.day > OPEN_UNTIL_DAY else (this - timedelta(days=1)).replace(day=1)


def refuse_closed(day: date, today: date) -> None:
    """Raises DeskError, with the reason, for a day that takes no changes: its month is closed, or it is yet to come."""
    if day > today:
        raise DeskError(_("Deze dag moet nog komen. Kies vandaag of een dag ervoor."))
    if not is_open(day, today):
        raise DeskError(_("Deze maand is al afgesloten. Dat gebeurt op dag 7 van de maand erna."))


def day_states(place: str, first: date, last: date) -> dict[date, str]:
    """What is known of each day at a place, from the first day up to and including the last.

    A day with questions is open, whatever was said of it. A day of which nothing is known is not in it.
    """
    said = records.states_of_days(place, first.isoformat(), last.isoformat())
    busy = [
        day for day, where, *_numbers in records.numbers_per_day(first.isoformat(), last.isoformat()) if where == place
    ]
    known = {**said, **dict.fromkeys(busy, OPEN)}
    return {date.fromisoformat(day): known[day] for day in sorted(known)}


def days_to_explain(place: str, is_staffed: Callable[[date], bool], today: date) -> list[date]:
    """The past days on which the desk was to be open at a place, and of which nothing is known; the last one first.

    ``is_staffed``: whether the desk is open on a day by its hours. Days before the first one of which anything is
    known are not asked about, nor are those of a closed month.
    """
    known = records.first_day(place)
    if known is None:
        return []
    first = max(date.fromisoformat(known), first_open_day(today))
    said = day_states(place, first, today)
    days = [today - timedelta(days=number) for number in range(1, (today - first).days + 1)]
    return [day for day in days if day not in said and is_staffed(day)]


def days_in_doubt(place: str, today: date) -> list[date]:
    """The days of which someone at the desk did not know what they were: the coordinator does."""
    said = day_states(place, first_open_day(today), today)
    return [day for day, state in said.items() if state == UNKNOWN]


def say_day(codes: Codes, day: date, place: str, state: str, today: date) -> str:
    """Say what a day was; an empty code takes back what was said. Gives what was said before, empty for nothing.

    Raises DeskError for a code that does not exist, a day of a closed month, or a full disk.
    """
    if state and state not in codes.days:
        raise DeskError(_("De code {code} staat niet in de lijst.").format(code=state))
    refuse_closed(day, today)
    with transaction():
        before = records.states_of_days(place, day.isoformat(), day.isoformat())
        records.keep_state(day.isoformat(), place, state)
    return before.get(day.isoformat(), "")
