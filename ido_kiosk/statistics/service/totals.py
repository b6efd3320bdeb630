"""The totals of closed weeks: what changed since they were last stated, once; and whether the clock is believed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.questions.service import CLOSED, NOT_STAFFED, ZERO, is_open
from ido_kiosk.statistics.records import closed
from ido_kiosk.statistics.records import stated as records
from ido_kiosk.statistics.service.days import NO_DESK_BEFORE, Day, days_between, working_days

LEAP = timedelta(days=366)
"""A clock that is further than this after the last day we know of is not believed by itself (nor is it by regie)."""
DAYS_OF_WORK = 5
"""So many days with questions in the year before it make such a day believable."""


EXACT = ("questions", "visits", "days_with_questions")
TELLING = (*EXACT, "days_zero", "days_closed", "days_not_staffed", "to_complete", "not_in_kb")
"""What of a total makes it worth stating again."""


class Week(msgspec.Struct, frozen=True):
    """An ISO week, cut at the end of a month; the last day is included."""

    first_day: date
    last_day: date


class Total(msgspec.Struct, frozen=True):
    """The totals of one week at one place."""

    place: str
    first_day: date
    last_day: date
    questions: int
    visits: int
    days_with_questions: int
    days_zero: int
    days_closed: int
    days_not_staffed: int
    to_complete: int
    not_in_kb: int
    final: bool


def note_first_use(day: date, place: str) -> None:
    """Remember from when weeks without questions count at a place; only the first time does something.

    A day on which this program did not exist yet is not believed; the next start may note a better one.
    """
    if day >= NO_DESK_BEFORE:
        with transaction():
            records.note_first_use(place, day)
            closed.secret()  # from the first day on, so that every copy that may be put back draws the same


def stated_totals(desk: str) -> tuple[int, int]:
    """Questions and visits over all weeks that were stated under this identity: what regie must have too."""
    weeks = records.stated_weeks(desk)
    return sum(week.questions for week in weeks), sum(week.visits for week in weeks)


def clock_in_doubt(desk: str, place: str, today: date) -> bool:
    """Whether today can hardly be: before this program existed, before a day we know of, or long after it."""
    known = _newest_day(desk, place)
    return today < NO_DESK_BEFORE or (known is not None and (today < known or _is_leap(known, today)))


def week_of(day: date) -> Week:
    """The week of a day, as it is delivered: no longer than the month it lies in."""
    from calendar import monthrange  # brings locale along, which the start of the kiosk does without

    _first, days_in_month = monthrange(day.year, day.month)
    return Week(
        day - timedelta(days=min(day.weekday(), day.day - 1)),
        day + timedelta(days=min(6 - day.weekday(), days_in_month - day.day)),
    )


def closed_weeks(first: date, today: date) -> Iterator[Week]:
    """All weeks from that of the first day up to the last one that ended before today."""
    week = week_of(first)
    while week.last_day < today:
        yield week
        week = week_of(week.last_day + timedelta(days=1))


def _newest_day(desk: str, place: str) -> date | None:
    """The newest day that this desk said is past, or on which it was first used."""
    days = [week.last_day + timedelta(days=1) for week in records.stated_weeks(desk)]
    used = records.first_use(place)
    return max(days + ([used] if used else []), default=None)


def _is_leap(known: date, today: date) -> bool:
    """Whether the clock made a leap that no days of work confirm."""
    if today - known <= LEAP:
        return False
    return len(working_days(days_between("", today - LEAP, today))) < DAYS_OF_WORK


def news(desk: str, place: str, today: date, since: date = NO_DESK_BEFORE) -> list[Total]:
    """The totals that were not stated yet or have changed, of weeks from a first day on, oldest week first."""
    known = _newest_day(desk, place)
    if known is not None and _is_leap(known, today):
        return []
    stated = {(row.place, week_of(row.first_day)): row for row in records.stated_weeks(desk)}
    totals = _totals(place, stated.keys(), since, today)
    lost = records.lost_weeks()
    fresh = [
        total
        for key, total in totals.items()
        if _is_news(total, stated.get(key), is_restored=(total.place, total.first_day) in lost)
    ]
    return sorted(fresh, key=lambda total: (total.first_day, total.place))


def _is_news(total: Total, stated: records.StatedWeek | None, is_restored: bool) -> bool:
    """Whether a total must be stated. Final is final, unless the clock ran ahead when it was called so.

    Of what is not ready yet an older copy knows less than was stated: that is no news.
    """
    if stated is None:
        return True
    if stated.final and total.final:
        return False
    names = EXACT if is_restored else TELLING
    return any(getattr(stated, name) != getattr(total, name) for name in names) or total.final


def _totals(place: str, stated: Iterable[tuple[str, Week]], since: date, today: date) -> dict[tuple[str, Week], Total]:
    """The present totals of every closed week: since the first use of this place, with questions, or stated before."""
    days: dict[tuple[str, Week], list[Day]] = {}
    for day in days_between(place, since, today):
        days.setdefault((day.place, week_of(day.day)), []).append(day)
    used = records.first_use(place)
    empty = [(place, week) for week in closed_weeks(used, today)] if used else []
    over = [key for key in {*days, *empty, *stated} if since <= key[1].first_day and key[1].last_day < today]
    lost = records.lost_weeks()
    return {
        key: _total(
            *key,
            days.get(key, []),
            lost.get((key[0], key[1].first_day)),
            final=not is_open(key[1].first_day, today),
        )
        for key in over
    }


def _total(place: str, week: Week, days: list[Day], lost: records.LostWeek | None, final: bool) -> Total:
    """The total of a week: what the log holds, and what only regie still knows since an older copy was put back."""
    questions, visits = (sum(day.questions for day in days), sum(day.visits for day in days))
    with_questions = sum(1 for day in days if day.questions)
    if lost is not None:
        questions, visits = max(0, questions + lost.questions), max(0, visits + lost.visits)
        most = min(questions, (week.last_day - week.first_day).days + 1)
        with_questions = min(most, max(0, with_questions + lost.days_with_questions))
    return Total(
        place=place,
        first_day=week.first_day,
        last_day=week.last_day,
        questions=questions,
        visits=visits,
        days_with_questions=with_questions,
        days_zero=_number_of(days, ZERO),
        days_closed=_number_of(days, CLOSED),
        days_not_staffed=_number_of(days, NOT_STAFFED),
        to_complete=min(questions, sum(day.to_complete for day in days)),
        not_in_kb=min(questions, sum(day.not_in_kb for day in days)),
        final=final,
    )


def _number_of(days: list[Day], state: str) -> int:
    return sum(1 for day in days if day.state == state and not day.questions)
