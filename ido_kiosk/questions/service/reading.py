"""What stands in the log: questions with all their codes, counts, and what is to be completed."""

from collections.abc import Iterable
from datetime import date

import msgspec

from ido_kiosk.questions import records
from ido_kiosk.questions.records import Question
from ido_kiosk.questions.service.asked import LoggedQuestion
from ido_kiosk.questions.service.days import first_open_day


class DayCount(msgspec.Struct, frozen=True):
    """How much was logged at one place on one day."""

    day: date
    place: str
    questions: int
    visits: int


def questions_of(place: str, first: date, last: date) -> list[LoggedQuestion]:
    """All questions at a place from the first day up to and including the last, by day, visit and topic."""
    days = Question.day.between(first.isoformat(), last.isoformat())
    return as_questions(Question.place == place, days)


def question(id: int) -> LoggedQuestion | None:
    """One question; None when it is gone."""
    return next(iter(as_questions(Question.id == id)), None)


def questions_with(ids: Iterable[int]) -> list[LoggedQuestion]:
    """The questions with these ids that are there, by day, visit and topic."""
    return as_questions(Question.id.in_(list(ids)))


def to_complete(today: date) -> list[LoggedQuestion]:
    """The questions that can still be completed, oldest day first; of a closed month none can (design § 8)."""
    return as_questions(*_incomplete(today))


def number_to_complete(today: date) -> int:
    """How many questions can still be completed."""
    return records.number(*_incomplete(today))


def _incomplete(today: date) -> tuple[object, object]:
    since = first_open_day(today).isoformat()
    return records.TO_COMPLETE, Question.day >= since


def counts_per_day(first: date, last: date) -> list[DayCount]:
    """How much was logged per day and place, from the first day up to and including the last."""
    rows = records.numbers_per_day(first.isoformat(), last.isoformat())
    return [DayCount(date.fromisoformat(day), place, *numbers) for day, place, *numbers in rows]


def unfinished_per_day(first: date, last: date) -> dict[tuple[date, str], tuple[int, int]]:
    """Per day and place how many questions are to be completed, and how many are not in the national form yet."""
    rows = records.unfinished_per_day(first.isoformat(), last.isoformat())
    return {(date.fromisoformat(day), place): (to_complete, not_in_kb) for day, place, to_complete, not_in_kb in rows}


def most_used_topics(first: date, last: date) -> list[str]:
    """The topics of this desk's questions from the first day up to and including the last, most used first."""
    return [topic for topic, _number in records.numbers_per_topic(first.isoformat(), last.isoformat())]


def most_used_referrals(first: date, last: date) -> list[str]:
    """The kinds of places to which this desk referred from the first day up to and including the last, most first."""
    return [code for code, _number in records.numbers_per_referral(first.isoformat(), last.isoformat())]


def as_questions(*conditions: object) -> list[LoggedQuestion]:
    """All questions under conditions on the table, by day, visit and topic."""
    rows = records.questions(*conditions)
    return [LoggedQuestion(row[0], date.fromisoformat(row[1]), *row[2:]) for row in rows]
