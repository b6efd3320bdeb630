"""The days of this desk as numbers: of open months from the log, of closed months from what was kept of them."""

from collections.abc import Iterable
from datetime import date

import msgspec

from ido_kiosk.questions.service import counts_per_day, day_states, unfinished_per_day
from ido_kiosk.statistics.records import closed
from ido_shared.counts import month_text

NO_DESK_BEFORE = date(2026, 1, 1)
"""This program did not exist before this day: a clock that says so is wrong."""


class Day(msgspec.Struct, frozen=True):
    """What a day was at a place (a code of the list *dagen*, empty: nobody said), and its numbers."""

    day: date
    place: str
    state: str
    questions: int
    visits: int
    to_complete: int
    not_in_kb: int


class CodeOfDay(msgspec.Struct, frozen=True):
    """How many questions of a day had a code; of a crossed view ``first`` is its first code."""

    day: date
    first: str
    code: str
    questions: int


def codes_per_day(place: str, view: str, since: date, until: date) -> list[CodeOfDay]:
    """What this desk counted per day in a view, in closed months: for its own overviews, their rows are gone."""
    rows = closed.day_codes(place, view, since, until)
    return [CodeOfDay(row.day, row.first, row.code, row.questions) for row in rows]


def days_between(place: str, since: date, until: date) -> list[Day]:
    """All days of which something is known: at this place, and with questions at any other."""
    done = {each: set(closed.closed_months(each)) for each in {*closed.places_closed(), place}}
    kept = [
        Day(row.day, row.place, row.state, row.questions, row.visits, row.to_complete, row.not_in_kb)
        for row in closed.day_totals(since, until)
    ]
    fresh = [day for day in logged_days(place, since, until) if month_text(day.day) not in done.get(day.place, ())]
    return [*kept, *fresh]


def logged_days(place: str, since: date, until: date) -> list[Day]:
    """The same, from the log alone."""
    counted = {(count.day, count.place): count for count in counts_per_day(since, until)}
    states = {
        (day, each): state
        for each in {place, *(count.place for count in counted.values())}
        for day, state in day_states(each, since, until).items()
    }
    unfinished = unfinished_per_day(since, until)
    found = []
    for key in sorted({*counted, *states}):
        count = counted.get(key)
        numbers = (count.questions, count.visits) if count else (0, 0)
        found.append(Day(*key, states.get(key, ""), *numbers, *unfinished.get(key, (0, 0))))
    return found


def working_days(days: Iterable[Day]) -> list[date]:
    """The different days on which something was logged, in order."""
    return sorted({day.day for day in days if day.questions})
