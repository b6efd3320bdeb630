"""The tables of the log: codes, the day, a visit number that restarts daily, and the place. No text, no clock time."""

from typing import Any

import peewee

from ido_kiosk.base.database import Table


class Question(Table):
    """A logged question."""

    id = peewee.AutoField()
    day = peewee.TextField()
    visit = peewee.IntegerField()
    place = peewee.TextField()
    kind = peewee.TextField()
    topic = peewee.TextField()
    organisation = peewee.TextField()
    result = peewee.TextField()
    channel = peewee.TextField()
    code_list = peewee.IntegerField()


class QuestionHelp(Table):
    """Help that was given with a question; each code once."""

    question = peewee.ForeignKeyField(Question, on_delete="CASCADE")
    code = peewee.TextField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("question", "code")


class WaitingQuestion(Table):
    """A question of a visit that was wiped before it was logged."""

    id = peewee.AutoField()
    day = peewee.TextField()
    visit = peewee.IntegerField()
    place = peewee.TextField()
    topic = peewee.TextField()
    result = peewee.TextField()


class WaitingHelp(Table):
    """Help that was given with a question that waits; none means what is usual."""

    question = peewee.ForeignKeyField(WaitingQuestion, on_delete="CASCADE")
    code = peewee.TextField()

    class Meta:
        """Settings of peewee."""

        primary_key = peewee.CompositeKey("question", "code")


def highest_visit(day: str) -> int:
    """The highest visit number that is in use on a day; 0 when there is none."""
    logged = Question.select(peewee.fn.MAX(Question.visit)).where(Question.day == day).scalar()
    waits = WaitingQuestion.select(peewee.fn.MAX(WaitingQuestion.visit)).where(WaitingQuestion.day == day).scalar()
    return max(logged or 0, waits or 0)


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


def help_of(question: int) -> tuple[str, ...]:
    """The codes of the help that was given with a question."""
    rows = QuestionHelp.select().where(QuestionHelp.question == question).order_by(QuestionHelp.code)
    return tuple(row.code for row in rows)


def keep_waiting(day: str, visit: int, place: str, topic: str, result: str, helped: tuple[str, ...]) -> None:
    """Keep a question that waits, with its help."""
    row = WaitingQuestion.create(day=day, visit=visit, place=place, topic=topic, result=result)
    for code in helped:
        WaitingHelp.create(question=row, code=code)


def waiting_help_of(question: int) -> tuple[str, ...]:
    """The codes of the help that was given with a question that waits."""
    rows = WaitingHelp.select().where(WaitingHelp.question == question).order_by(WaitingHelp.code)
    return tuple(row.code for row in rows)
