"""Exact totals of questions, visits and days: they never wait, also for a desk with few questions."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Sum

from ido_regie.deliveries.models import WeekTotal
from ido_regie.figures.periods import Period
from ido_regie.organisations.models import Desk

SUMS = {
    "questions": "questions",
    "visits": "visits",
    "days_with_questions": "days_with_questions",
    "days_zero": "days_zero",
    "days_closed": "days_closed",
    "days_not_staffed": "days_not_staffed",
    "not_completed": "not_completed",
    "not_in_kb": "not_in_kb",
}


@dataclass(frozen=True)
class Totals:
    """The totals of some desks in a period; ``last_day``: up to which day something came in (None: nothing)."""

    questions: int = 0
    visits: int = 0
    days_with_questions: int = 0
    days_zero: int = 0
    days_closed: int = 0
    days_not_staffed: int = 0
    not_completed: int = 0
    not_in_kb: int = 0
    provisional: int = 0
    """Weeks that can still change."""
    last_day: date | None = None


def totals(desks: QuerySet[Desk], period: Period) -> Totals:
    """The totals of these desks in a period; weeks are cut at the end of a month, so nothing is counted by halves."""
    rows = _within(desks, period)
    found = rows.aggregate(
        **{name: Sum(column) for name, column in SUMS.items()},
        provisional=Count("pk", filter=Q(final=False)),
        last_day=Max("last_day"),
    )
    last_day, provisional = found["last_day"], found["provisional"]
    return Totals(**{name: found[name] or 0 for name in SUMS}, provisional=provisional, last_day=last_day)


def totals_of_each(desks: QuerySet[Desk], period: Period) -> dict[object, Totals]:
    """The totals per desk."""
    sums = {f"sum_{name}": Sum(column) for name, column in SUMS.items()}
    rows = _within(desks, period).values("desk").annotate(**sums, until=Max("last_day")).order_by()
    found: list[dict[str, Any]] = list(rows)  # type: ignore[arg-type]  # the stubs know no names made here
    return {
        row["desk"]: Totals(**{name: row[f"sum_{name}"] or 0 for name in SUMS}, last_day=row["until"]) for row in found
    }


def months(desks: QuerySet[Desk], first: date, last: date) -> dict[date, int]:
    """The questions of each month (by its first day) of which something came in."""
    rows = WeekTotal.objects.filter(desk__in=desks, first_day__gte=first, last_day__lte=last)
    found: dict[date, int] = {}
    # The database adds the desks; a week lies in one month, and to ask SQLite for that month costs a call for each row.
    for day, number in rows.values_list("first_day").annotate(Sum("questions")).order_by("first_day"):
        month = day.replace(day=1)
        found[month] = found.get(month, 0) + number
    return found


def known_days(desks: QuerySet[Desk]) -> tuple[date, date] | None:
    """The first and last day of which anything came in; None when nothing did."""
    rows = WeekTotal.objects.filter(desk__in=desks)
    found = rows.aggregate(first=Min("first_day"), latest=Max("first_day"))  # both stand in the index
    if found["first"] is None:
        return None
    return found["first"], rows.filter(first_day=found["latest"]).aggregate(last=Max("last_day"))["last"]


def _within(desks: QuerySet[Desk], period: Period) -> QuerySet[WeekTotal]:
    return WeekTotal.objects.filter(desk__in=desks, first_day__gte=period.first, last_day__lte=period.last)
