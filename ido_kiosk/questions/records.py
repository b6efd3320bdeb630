"""The tables of the log: codes, the day, a visit number that restarts daily, and the place. No text, no clock time."""

from collections.abc import Iterable
from typing import Any

import peewee

from ido_kiosk.base.database import Table


class Question(Table):
    """A logged question. Its id is random: one that counts up would say in which order people came."""

    id = peewee.BigIntegerField(primary_key=True)
    day = peewee.TextField()
    visit = peewee.IntegerField()
    place = peewee.TextField()
    kind = peewee.TextField()
    topic = peewee.TextField()
    organisation = peewee.TextField()
    result = peewee.TextField()
    channel = peewee.TextField()
    warm = peewee.TextField()
    code_list = peewee.IntegerField()
    to_complete = peewee.BooleanField()
    kb = peewee.TextField()


class CodeOfQuestion(Table):
    """What a question may have several of; each code once."""

    question = peewee.ForeignKeyField(Question, on_delete="CASCADE")
    code = peewee.TextField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("question", "code")


class QuestionHelp(CodeOfQuestion):
    """Help that was given."""


class QuestionReferral(CodeOfQuestion):
    """The kind of place to which the visitor was sent on."""


class QuestionSignal(CodeOfQuestion):
    """What in the government's service caused the question."""


class DayState(Table):
    """What a day without questions was at a place."""

    day = peewee.TextField()
    place = peewee.TextField()
    state = peewee.TextField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("day", "place")


TO_COMPLETE = peewee.SQL("to_complete = 1")
"""Is still to be completed; in these very words, because only so SQLite uses the index of just those rows."""
Several = tuple[type[CodeOfQuestion], tuple[str, ...]]
"""A table, and the codes that a question has there."""
_SEVERAL: tuple[type[CodeOfQuestion], ...] = (QuestionHelp, QuestionReferral, QuestionSignal)


def keep(row: dict[str, Any], several: Iterable[Several]) -> None:
    """Write a question with its codes; the transaction is the caller's."""
    Question.insert(row).execute()
    for table, codes in several:
        if codes:
            table.insert_many([{"question": row["id"], "code": code} for code in dict.fromkeys(codes)]).execute()


def change(id: int, row: dict[str, Any], several: Iterable[Several]) -> bool:
    """Write a question anew under its id; False when it is gone."""
    if not remove(id):
        return False
    keep({**row, "id": id}, several)
    return True


def remove(id: int) -> bool:
    """Remove a question with its codes; False when it was gone already."""
    return bool(Question.delete().where(Question.id == id).execute())


def remove_all(*conditions: Any) -> int:
    """Remove the questions under these conditions with their codes; gives how many."""
    return int(Question.delete().where(*conditions).execute())


def number(*conditions: Any) -> int:
    """How many questions there are under these conditions."""
    return int(Question.select().where(*conditions).count())


def kb_of(ids: Iterable[int]) -> dict[int, str]:
    """Whether questions are in the national form, by id; those that are gone are not among them."""
    rows: Any = Question.select(Question.id, Question.kb).where(Question.id.in_(list(ids))).tuples()
    return dict(rows)


def say_kb(states: dict[int, str]) -> None:
    """Keep whether questions are in the national form."""
    for id, state in states.items():
        Question.update(kb=state).where(Question.id == id).execute()


def questions(*conditions: Any) -> list[tuple[Any, ...]]:
    """The columns of all questions under these conditions, by day, visit and topic, each with its three code lists."""
    found: Any = Question.select().where(*conditions)
    several = [_codes_of(table, found) for table in _SEVERAL]
    order = (Question.day, Question.visit, Question.topic, Question.id)
    return [(*row, *(codes.get(row[0], ()) for codes in several)) for row in found.order_by(*order).tuples()]


def _codes_of(table: Any, found: Any) -> dict[int, tuple[str, ...]]:
    """The codes in a table of all that was found, per question; one statement, however many there are."""
    codes: dict[int, tuple[str, ...]] = {}
    rows = table.select(table.question, table.code).where(table.question.in_(found.select(Question.id)))
    for question, code in rows.order_by(table.question, table.code).tuples():
        codes[question] = (*codes.get(question, ()), code)
    return codes


def highest_visit(day: str) -> int:
    """The highest visit number that is in use on a day; 0 when there is none."""
    return Question.select(peewee.fn.MAX(Question.visit)).where(Question.day == day).scalar() or 0


def first_day(place: str) -> str | None:
    """The first day of which anything is known at a place."""
    days = [
        table.select(peewee.fn.MIN(table.day)).where(table.place == place).scalar() for table in (Question, DayState)
    ]
    return min((day for day in days if day), default=None)


def numbers_per_day(first: str, last: str) -> list[tuple[str, str, int, int]]:
    """Day, place, number of questions and number of visits, from the first day up to and including the last."""
    count = peewee.fn.COUNT
    rows: Any = (
        Question.select(Question.day, Question.place, count(Question.id), count(Question.visit.distinct()))
        .where(Question.day.between(first, last))
        .group_by(Question.day, Question.place)
        .order_by(Question.day, Question.place)
        .tuples()
    )
    return list(rows)


def unfinished_per_day(first: str, last: str) -> list[tuple[str, str, int, int]]:
    """Day, place, and how many are to be completed and are not in the national form, for the days that have any."""
    to_complete = peewee.fn.SUM(Question.to_complete)
    not_in_kb = peewee.fn.SUM(Question.kb == "NEE")
    rows: Any = (
        Question.select(Question.day, Question.place, to_complete, not_in_kb)
        .where(Question.day.between(first, last), (Question.to_complete == True) | (Question.kb == "NEE"))  # noqa: E712
        .group_by(Question.day, Question.place)
        .tuples()
    )
    return list(rows)


def numbers_per_topic(first: str, last: str) -> list[tuple[str, int]]:
    """Topic and number of questions, from the first day up to and including the last, most first."""
    count = peewee.fn.COUNT(Question.id)
    found = Question.select(Question.topic, count).where(Question.day.between(first, last))
    rows: Any = found.group_by(Question.topic).order_by(count.desc(), Question.topic).tuples()
    return list(rows)


def numbers_per_referral(first: str, last: str) -> list[tuple[str, int]]:
    """Kind of place and number of referrals, from the first day up to and including the last, most first."""
    count = peewee.fn.COUNT(QuestionReferral.question)
    found = QuestionReferral.select(QuestionReferral.code, count).join(Question)
    rows: Any = found.where(Question.day.between(first, last)).group_by(QuestionReferral.code)
    return list(rows.order_by(count.desc(), QuestionReferral.code).tuples())


def states_of_days(place: str, first: str, last: str) -> dict[str, str]:
    """What was said of the days at a place: day to code."""
    rows = DayState.select().where(DayState.place == place, DayState.day.between(first, last))
    return {row.day: row.state for row in rows}


def keep_state(day: str, place: str, state: str) -> None:
    """Keep what a day was at a place, in the place of what was said before; an empty code forgets it."""
    if state:
        DayState.insert(day=day, place=place, state=state).on_conflict_replace().execute()
    else:
        DayState.delete().where(DayState.day == day, DayState.place == place).execute()
