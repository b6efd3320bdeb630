"""Questions per week per desk, as plain values for the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Min, Q, QuerySet
from django.utils.dateformat import format as format_date

from ido_regie import clock
from ido_regie.deliveries.models import WeekTotal
from ido_regie.organisations.models import Desk

SHOWN_WEEKS = 12
"""A quarter; fits the width of a phone."""
WHOLE_WEEK = 7


@dataclass(frozen=True)
class Week:
    """One row of the table: a week, the questions per desk and their sum (None: nothing came in).

    A week over the end of a month comes in as two parts: ``days`` says how many days each desk has counted (0: none).
    """

    monday: date
    label: str
    questions: tuple[int | None, ...]
    days: tuple[int, ...]
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

    @property
    def counted(self) -> str:
        """Which days were counted, in words; empty when each desk that sent something counted the whole week."""
        return counted_words(self.days)

    @property
    def cells(self) -> tuple[tuple[int | None, str], ...]:
        """The questions per desk, each with its counted days in words where the desks differ."""
        differ = len(set(self.days) - {0}) > 1
        return tuple(
            (number, counted_words([days]) if differ else "")
            for number, days in zip(self.questions, self.days, strict=True)
        )


@dataclass(frozen=True)
class Table:
    """Some weeks for the desks that sent something, oldest week first, with sums."""

    desks: tuple[Desk, ...]
    weeks: tuple[Week, ...]
    desk_totals: tuple[int, ...]
    total: int
    visits: int
    last_day: date | None
    """The last day that was counted, in the last of the weeks; its Sunday when nothing came in for that week."""
    earlier: date | None
    """The last week of an earlier table; None when nothing is older."""
    later: date | None

    @property
    def has_partial_weeks(self) -> bool:
        """Whether there is a week of which a desk counted only some days."""
        return any(week.counted for week in self.weeks)


EMPTY = Table((), (), (), 0, 0, None, None, None)


def weeks_until(desks: QuerySet[Desk], asked: date | None) -> Table:
    """The table of these desks that ends with the week of the asked day, or with the newest week up to today.

    A day outside what came in gives the nearest week that did. Without weeks when nothing came in yet. Weeks that are
    still to come, of a desk whose clock is ahead, are later weeks.
    """
    totals = WeekTotal.objects.filter(desk__in=desks)
    begun = Max("first_day", filter=Q(first_day__lte=clock.today()))
    known = totals.aggregate(first=Min("first_day"), latest=Max("first_day"), begun=begun)
    if known["latest"] is None:
        return EMPTY
    first, latest = monday_of(known["first"]), monday_of(known["latest"])
    last = min(max(monday_of(asked or known["begun"] or latest), first), latest)
    mondays = [last - timedelta(weeks=back) for back in reversed(range(SHOWN_WEEKS))]
    shown = totals.filter(first_day__gte=mondays[0], first_day__lt=last + timedelta(weeks=1))
    return _table(
        mondays,
        _with_desks(shown),
        earlier=mondays[0] - timedelta(weeks=1) if first < mondays[0] else None,
        later=min(last + timedelta(weeks=SHOWN_WEEKS), latest) if last < latest else None,
    )


def _with_desks(totals: QuerySet[WeekTotal]) -> list[WeekTotal]:
    """These totals with their desks and locations, each of which is read and built once."""
    found = list(totals)
    desks = Desk.objects.select_related("location").in_bulk({total.desk_id for total in found})
    for total in found:
        total.desk = desks[total.desk_id]
    return found


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


def counted_words(days: Iterable[int]) -> str:
    """What to say of a week of which each desk counted so many days (0: nothing came in); empty when all is there."""
    found = set(days) - {0}
    if found <= {WHOLE_WEEK}:
        return ""
    if len(found) > 1:
        return "niet van elke balie alle dagen geteld"
    return f"{found.pop()} van {WHOLE_WEEK} dagen geteld"


def _table(mondays: list[date], totals: list[WeekTotal], *, earlier: date | None, later: date | None) -> Table:
    """Put the parts of each week together; a week over the end of a month came as two."""
    desks = tuple(sorted({total.desk for total in totals}, key=lambda desk: (desk.location.name, desk.name)))
    weeks = _weeks(mondays, desks, totals)
    return Table(
        desks=desks,
        weeks=weeks,
        desk_totals=tuple(_sum(week.questions[column] for week in weeks) or 0 for column in range(len(desks))),
        total=sum(total.questions for total in totals),
        visits=sum(total.visits for total in totals),
        last_day=max((total.last_day for total in totals if total.first_day >= mondays[-1]), default=weeks[-1].sunday),
        earlier=earlier,
        later=later,
    )


def _weeks(mondays: list[date], desks: tuple[Desk, ...], totals: list[WeekTotal]) -> tuple[Week, ...]:
    """The rows of the table. Days are a set: a desk that counts at two places has each day twice."""
    questions: dict[tuple[date, Desk], int] = {}
    days: dict[tuple[date, Desk], set[int]] = {}
    for total in totals:
        key = monday_of(total.first_day), total.desk
        questions[key] = questions.get(key, 0) + total.questions
        days.setdefault(key, set()).update(range(total.first_day.toordinal(), total.last_day.toordinal() + 1))
    provisional = {monday_of(total.first_day) for total in totals if not total.final}
    rows = []
    for monday in mondays:
        numbers = tuple(questions.get((monday, desk)) for desk in desks)
        counted = tuple(len(days.get((monday, desk), ())) for desk in desks)
        rows.append(Week(monday, week_label(monday), numbers, counted, _sum(numbers), monday in provisional))
    return tuple(rows)


def _sum(cells: Iterable[int | None]) -> int | None:
    """The sum of what came in; None when nothing did."""
    known = [cell for cell in cells if cell is not None]
    return sum(known) if known else None
