"""The statements of a delivery, in SQL that SQLite and PostgreSQL both understand.

Written by hand, because regie must take in hundreds of deliveries a second (benchmarks/regie_deliveries.py): making
objects, and a statement from them, was two thirds of the work, and nothing else of what Django does with them is used.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, models

from ido_regie.deliveries.models import Cell, Delivery, Knock, WeekTotal

DELIVERY = ("id", "desk_id", "epoch", "number", "signed", "digest", "received_on")
CELL = (
    "delivery_id", "desk_id", "place", "place_kind", "view", "period", "first_day", "last_day",
    "level", "code", "cross", "questions", "k", "parked",
)  # fmt: skip
WEEK_KEY = ("desk_id", "first_day", "place")
WEEK_SAID = (
    "last_day", "questions", "visits", "days_with_questions", "days_zero", "days_closed", "days_not_staffed",
    "not_completed", "not_in_kb", "final", "epoch", "number",
)  # fmt: skip
WEEK = (*WEEK_KEY, *WEEK_SAID)
Values = tuple[Any, ...]


@dataclass(frozen=True)
class Sums:
    """What is there of a desk: its deliveries of one epoch, and what all its weeks add up to."""

    deliveries: int
    highest: int
    questions: int
    visits: int


def insert_delivery(values: Values) -> bool:
    """Insert a delivery (in the order of DELIVERY); False when one with this id is there already.

    Whichever promise says so: PostgreSQL may find the number (``delivery_number_once``) taken before the id.
    """
    return _insert(Delivery, DELIVERY, [values], " ON CONFLICT DO NOTHING") == 1


def insert_cells(rows: Iterable[Values]) -> None:
    """Insert cells (in the order of CELL)."""
    _insert(Cell, CELL, rows)


def replace_weeks(rows: Iterable[Values]) -> None:
    """Insert week totals (in the order of WEEK), or let them replace what a delivery of a lower number said.

    In one order for all, so that two deliveries of a desk at the same moment wait for each other, and never both.
    """
    said = ", ".join(f'"{name}" = excluded."{name}"' for name in WEEK_SAID)
    newer = f"({_table(WeekTotal)}.epoch, {_table(WeekTotal)}.number) <= (excluded.epoch, excluded.number)"
    conflict = f" ON CONFLICT ({', '.join(WEEK_KEY)}) DO UPDATE SET {said} WHERE {newer}"
    _insert(WeekTotal, WEEK, sorted(rows, key=lambda row: row[: len(WEEK_KEY)]), conflict)


def delete_knock(desk: uuid.UUID, unless: str) -> None:
    """Forget why a person had to look at a desk, unless it was for this reason."""
    statement = f"DELETE FROM {_table(Knock)} WHERE desk_id = %s AND reason <> %s"  # noqa: S608 - our own name
    with connection.cursor() as cursor:
        cursor.execute(statement, [_adapter()(desk), unless])


def sums_of(desk: uuid.UUID, epoch: int) -> Sums:
    """What is there of a desk."""
    statement = (
        f"SELECT count(*), max(number), (SELECT sum(questions) FROM {_table(WeekTotal)} WHERE desk_id = %s),"  # noqa: S608
        f" (SELECT sum(visits) FROM {_table(WeekTotal)} WHERE desk_id = %s)"
        f" FROM {_table(Delivery)} WHERE desk_id = %s AND epoch = %s"
    )
    id = _adapter()(desk)
    with connection.cursor() as cursor:
        cursor.execute(statement, [id, id, id, epoch])
        return Sums(*(number or 0 for number in cursor.fetchone()))


def _insert(model: type[models.Model], columns: Sequence[str], rows: Iterable[Values], conflict: str = "") -> int:
    """Insert rows; gives how many there are more."""
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {_table(model)} ({names}) VALUES ({places}){conflict}"  # noqa: S608 - our own names
    with connection.cursor() as cursor:
        adapted = _adapter()
        cursor.executemany(statement, [[adapted(value) for value in row] for row in rows])
        return int(cursor.rowcount)


def _table(model: type[models.Model]) -> str:
    return f'"{model._meta.db_table}"'


def _adapter() -> Callable[[Any], Any]:
    """What makes of a value what this database takes: SQLite has no type for an identity or a day."""
    if connection.features.has_native_uuid_field:
        return lambda value: value
    kinds = {uuid.UUID: lambda value: value.hex, date: date.isoformat}
    return lambda value: kinds[type(value)](value) if type(value) in kinds else value
