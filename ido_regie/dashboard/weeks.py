"""Questions per week per desk of one municipality, as plain values for the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Min
from django.utils.dateformat import format as format_date

from ido_regie.deliveries.models import WeekTotal
from ido_regie.organisations.models import Desk, Municipality

SHOWN_WEEKS = 12
"""A quarter; fits the width of a phone."""


@dataclass(frozen=True)
class Week:
    """One row of the table: a week, the questions per desk and their sum (None: nothing came in)."""

    monday: date
    label: str
    questions: tuple[int | None, ...]
    total: int | None
    provisional: bool

    @property
    def number(self) -> int:
        """The number of the week in its year."""
        return self.monday.isocalendar().week

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True)
class Table:
    """Some weeks for the desks that sent something, oldest week first, with sums."""

    desks: tuple[Desk, ...]
    weeks: tuple[Week, ...]
    desk_totals: tuple[int, ...]
    total: int
    visits: int
    earlier: date | None
    """The last week of an earlier table; None when nothing is older."""
    later: date | None


EMPTY = Table((), (), (), 0, 0, None, None)


def weeks_until(municipality: Municipality, asked: date | None) -> Table:
    """The table of a municipality that ends with the week of the asked day, or with the newest week.

    A day outside what came in gives the nearest week that did. Without weeks when nothing came in yet.
    """
    totals = WeekTotal.objects.filter(desk__location__municipality=municipality)
    known = totals.aggregate(first=Min("first_day"), latest=Max("first_day"))
    if known["latest"] is None:
        return EMPTY
    first, latest = monday_of(known["first"]), monday_of(known["latest"])
    last = min(max(monday_of(asked or latest), first), latest)
    mondays = [last - timedelta(weeks=back) for back in reversed(range(SHOWN_WEEKS))]
    shown = totals.filter(first_day__gte=mondays[0], first_day__lt=last + timedelta(weeks=1))
    return _table(
        mondays,
        list(shown.select_related("desk__location")),
        earlier=mondays[0] - timedelta(weeks=1) if first < mondays[0] else None,
        later=min(last + timedelta(weeks=SHOWN_WEEKS), latest) if last < latest else None,
    )


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_label(monday: date) -> str:
    """The days of a week in words: ``16 t/m 22 november 2026``; month and year only where they are needed."""
    sunday = monday + timedelta(days=6)
    first = "j"
    if monday.month != sunday.month:
        first = "j F"
    if monday.year != sunday.year:
        first = "j F Y"
    return f"{format_date(monday, first)} t/m {format_date(sunday, 'j F Y')}"


def _table(mondays: list[date], totals: list[WeekTotal], *, earlier: date | None, later: date | None) -> Table:
    """Put the parts of each week together; a week over the end of a month came as two."""
    desks = tuple(sorted({total.desk for total in totals}, key=lambda desk: (desk.location.name, desk.name)))
    questions: dict[tuple[date, Desk], int] = {}
    for total in totals:
        key = monday_of(total.first_day), total.desk
        questions[key] = questions.get(key, 0) + total.questions
    provisional = {monday_of(total.first_day) for total in totals if not total.final}
    rows = [(monday, tuple(questions.get((monday, desk)) for desk in desks)) for monday in mondays]
    return Table(
        desks=desks,
        weeks=tuple(
            Week(monday, week_label(monday), cells, _sum(cells), monday in provisional) for monday, cells in rows
        ),
        desk_totals=tuple(_sum(cells[column] for _, cells in rows) or 0 for column in range(len(desks))),
        total=sum(questions.values()),
        visits=sum(total.visits for total in totals),
        earlier=earlier,
        later=later,
    )


def _sum(cells: Iterable[int | None]) -> int | None:
    """The sum of what came in; None when nothing did."""
    known = [cell for cell in cells if cell is not None]
    return sum(known) if known else None
