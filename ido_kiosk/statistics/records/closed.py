"""The tables of closed months: day totals, counters, the cells that left, and the secret of the thresholds."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

import peewee

from ido_kiosk.base.database import Table

SECRET_BYTES = 32
AT_ONCE = 500
"""Rows in one statement; SQLite limits its variables."""


class ClosedMonth(Table):
    """A month of a place that was folded."""

    place = peewee.TextField()
    month = peewee.TextField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("place", "month")


class DayTotal(Table):
    """The numbers of a day of a closed month, and what that day was."""

    day = peewee.DateField()
    place = peewee.TextField()
    state = peewee.TextField()
    questions = peewee.IntegerField()
    visits = peewee.IntegerField()
    to_complete = peewee.IntegerField()
    not_in_kb = peewee.IntegerField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("place", "day")


class DayCode(Table):
    """How many questions of a day of a closed month had a code; only for the desk itself."""

    day = peewee.DateField()
    place = peewee.TextField()
    view = peewee.TextField()
    first = peewee.TextField()
    code = peewee.TextField()
    questions = peewee.IntegerField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("place", "day", "view", "first", "code")


class Counter(Table):
    """How many questions of a closed month have a code, and the highest k that held for them."""

    place = peewee.TextField()
    month = peewee.TextField()
    view = peewee.TextField()
    first = peewee.TextField()
    code = peewee.TextField()
    questions = peewee.IntegerField()
    k = peewee.IntegerField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("place", "month", "view", "first", "code")


class ReleasedCell(Table):
    """A cell that may leave, once for each identity of this desk."""

    id = peewee.AutoField()
    place = peewee.TextField()
    view = peewee.TextField()
    first = peewee.TextField()
    period = peewee.TextField()
    level = peewee.TextField()
    code = peewee.TextField()
    questions = peewee.IntegerField()
    k = peewee.IntegerField()


class StatedCell(Table):
    """A cell that is in a delivery of an identity."""

    desk = peewee.TextField()
    cell = peewee.ForeignKeyField(ReleasedCell, column_name="cell")

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("desk", "cell")


class ReleaseSecret(Table):
    """The secret with which the extra above k is drawn; in the database, so that a restored copy draws the same."""

    one = peewee.IntegerField(primary_key=True)
    secret = peewee.BlobField()


def closed_months(place: str) -> list[str]:
    """The months of a place that were folded, in order."""
    rows = ClosedMonth.select().where(ClosedMonth.place == place).order_by(ClosedMonth.month)
    return [row.month for row in rows]


def places_closed() -> list[str]:
    """The places of which a month was folded."""
    return [row.place for row in ClosedMonth.select(ClosedMonth.place).distinct().order_by(ClosedMonth.place)]


def close(place: str, month: str) -> bool:
    """Note that a month was folded; false when it was before."""
    return bool(ClosedMonth.insert(place=place, month=month).on_conflict_ignore().as_rowcount().execute())


def keep(table: type[Table], rows: Iterable[dict[str, Any]]) -> None:
    """Write new rows."""
    for some in peewee.chunked(rows, AT_ONCE):
        table.insert_many(some).execute()


def counters(place: str, year: str) -> list[Counter]:
    """The counters of a place and year."""
    return list(Counter.select().where(Counter.place == place, Counter.month.startswith(year)))


def cells(place: str, year: str) -> list[ReleasedCell]:
    """The cells of a place and year that left, in the order in which they did."""
    found = ReleasedCell.select().where(ReleasedCell.place == place, ReleasedCell.period.startswith(year))
    return list(found.order_by(ReleasedCell.id))


def released(view: str, since_year: str) -> int:
    """How many questions have left in a view, of the periods from a year on."""
    chosen = ReleasedCell.select(peewee.fn.SUM(ReleasedCell.questions))
    return chosen.where(ReleasedCell.view == view, ReleasedCell.period >= since_year).scalar() or 0


def unstated_cells(desk: str, most: int) -> list[ReleasedCell]:
    """The first cells that are in no delivery of an identity yet."""
    stated = StatedCell.select(StatedCell.cell).where(StatedCell.desk == desk)
    return list(ReleasedCell.select().where(ReleasedCell.id.not_in(stated)).order_by(ReleasedCell.id).limit(most))


def take_over(desk: str, row: dict[str, Any]) -> None:
    """Keep a cell as it left, in the place of what was known of it, and note that it is in a delivery."""
    changed = ReleasedCell.update(row).where(*_same(row)).execute()
    cell = ReleasedCell.get(*_same(row)).id if changed else ReleasedCell.insert(row).execute()
    StatedCell.insert(desk=desk, cell=cell).on_conflict_ignore().execute()


def forget_stated(desk: str, row: dict[str, Any]) -> None:
    """Let a cell be said again."""
    cell = ReleasedCell.get_or_none(*_same(row))
    if cell is not None:
        StatedCell.delete().where(StatedCell.desk == desk, StatedCell.cell == cell.id).execute()


def _same(row: dict[str, Any]) -> list[Any]:
    names = ("place", "view", "first", "period", "level", "code")
    return [getattr(ReleasedCell, name) == row[name] for name in names]


def day_totals(since: date, until: date) -> list[DayTotal]:
    """The days of closed months from the first day up to and including the last."""
    return list(DayTotal.select().where(DayTotal.day.between(since, until)).order_by(DayTotal.day, DayTotal.place))


def day_codes(place: str, view: str, since: date, until: date) -> list[DayCode]:
    """What a place counted per day and code in closed months, for one view."""
    days = DayCode.day.between(since, until)
    return list(DayCode.select().where(DayCode.place == place, DayCode.view == view, days).order_by(DayCode.day))


def month_totals(place: str, year: str) -> dict[str, int]:
    """The questions of each closed month of a place and year."""
    days = DayTotal.select().where(DayTotal.place == place, DayTotal.day.between(f"{year}-01-01", f"{year}-12-31"))
    totals = {month: 0 for month in closed_months(place) if month.startswith(year)}
    for row in days:
        totals[row.day.isoformat()[:7]] += row.questions
    return totals


def secret() -> bytes:
    """The secret of this desk, made at its first use; the caller opens the transaction."""
    ReleaseSecret.insert(one=1, secret=secrets.token_bytes(SECRET_BYTES)).on_conflict_ignore().execute()
    return bytes(ReleaseSecret.get_by_id(1).secret)
