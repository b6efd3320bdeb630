"""Log questions, take the last one back, keep what waits, and count; the only door to the log."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.questions.records import (
    Question,
    QuestionHelp,
    WaitingQuestion,
    help_of,
    highest_visit,
    keep_waiting,
    numbers_per_day,
    waiting_help_of,
)
from ido_shared.content.codes import Codes, Topic

USUAL_RESULT = "OPG"
USUAL_CHANNEL = "BAL"
OPEN_UNTIL_DAY = 7
"""A month closes on this day of the next month (design § 8)."""


class Logged(msgspec.Struct, frozen=True):
    """A question that is safe on disk."""

    id: int
    visit: int


class LoggedQuestion(msgspec.Struct, frozen=True):
    """A logged question in its codes."""

    visit: int
    kind: str
    topic: str
    organisation: str
    helped: tuple[str, ...]
    result: str
    channel: str


class Asked(msgspec.Struct, frozen=True):
    """A question as the desk saw it, before it is logged."""

    topic: str
    helped: tuple[str, ...] = ()
    """Codes of the help that was given; empty means what is usual for the topic."""
    result: str = USUAL_RESULT


class Waiting(msgspec.Struct, frozen=True):
    """A question that waits to be logged, and when and where it was asked."""

    id: int
    day: date
    visit: int
    place: str
    asked: Asked


class DayCount(msgspec.Struct, frozen=True):
    """How much was logged at one place on one day."""

    day: date
    place: str
    questions: int
    visits: int


def log_question(
    codes: Codes,
    topic: str,
    day: date,
    place: str,
    visit: int | None = None,
    helped: tuple[str, ...] = (),
    result: str = USUAL_RESULT,
) -> Logged:
    """Log a question about a topic; it is on disk when this returns.

    ``visit`` is the visit's number of that day (None: the next free one), ``helped`` the codes of the help that was
    given (empty: what is usual for the topic). Raises DeskError for a code that does not exist or a full disk.
    """
    known = _known_topic(codes, topic, helped, result)
    with transaction():
        number = visit or _next_visit(day)
        question = Question.create(
            day=day.isoformat(),
            visit=number,
            place=place,
            kind=known.kind,
            topic=topic,
            organisation=known.organisation,
            result=result,
            channel=USUAL_CHANNEL,
            code_list=codes.version,
        )
        rows = [{"question": question.id, "code": code} for code in dict.fromkeys(helped or (known.help,))]
        QuestionHelp.insert_many(rows).execute()
    return Logged(question.id, number)


def log_questions(codes: Codes, asked: Iterable[Asked], day: date, place: str, visit: int | None) -> list[Logged]:
    """Log the questions of one visit, all or none; for the rest as ``log_question``."""
    logged: list[Logged] = []
    with transaction():
        for each in asked:
            number = logged[-1].visit if logged else visit
            logged.append(log_question(codes, each.topic, day, place, number, each.helped, each.result))
    return logged


def take_back(question: int) -> bool:
    """Remove a logged question, as if it was never logged; False when it was gone already."""
    with transaction():
        return bool(Question.delete().where(Question.id == question).execute())


def put_back(question: int, asked: Asked, day: date, place: str, visit: int) -> bool:
    """Take a logged question back and let it wait instead, both or neither; False when it was gone already."""
    with transaction():
        was_there = take_back(question)
        if was_there:
            put_off([asked], day, place, visit)
    return was_there


def questions_of(day: date) -> list[LoggedQuestion]:
    """What was logged on a day, in order."""
    return [
        LoggedQuestion(row.visit, row.kind, row.topic, row.organisation, help_of(row.id), row.result, row.channel)
        for row in Question.select().where(Question.day == day.isoformat()).order_by(Question.id)
    ]


def put_off(asked: Sequence[Asked], day: date, place: str, visit: int | None = None) -> None:
    """Keep questions that were not logged, to be logged later."""
    if not asked:
        return
    with transaction():
        number = visit or _next_visit(day)
        for each in asked:
            keep_waiting(day.isoformat(), number, place, each.topic, each.result, each.helped)


def waiting() -> list[Waiting]:
    """What waits to be logged, oldest first."""
    rows = WaitingQuestion.select().order_by(WaitingQuestion.day, WaitingQuestion.id)
    return [_as_waiting(row) for row in rows]


def log_waiting(codes: Codes, id: int, today: date) -> Logged:
    """Log what waited, on the day it was asked. Raises DeskError when it is gone or its month is closed."""
    with transaction():
        row = WaitingQuestion.get_or_none(WaitingQuestion.id == id)
        if row is None:
            raise DeskError(_("Deze vraag is al vastgelegd."))
        waits = _as_waiting(row)
        if not is_open(waits.day, today):
            raise DeskError(_("Deze maand is al afgesloten. De vraag kan er niet meer bij."))
        asked = waits.asked
        logged = log_question(codes, asked.topic, waits.day, waits.place, waits.visit, asked.helped, asked.result)
        row.delete_instance()
    return logged


def drop_waiting(id: int) -> Waiting | None:
    """Forget something that waited; gives what it was, so that it can be put off again. None when it was gone."""
    with transaction():
        row = WaitingQuestion.get_or_none(WaitingQuestion.id == id)
        if row is None:
            return None
        waits = _as_waiting(row)
        row.delete_instance()
    return waits


def is_open(day: date, today: date) -> bool:
    """Whether the month of a day still takes changes: until day 7 of the next month."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months <= 0 or (months == 1 and today.day <= OPEN_UNTIL_DAY)


def counts_per_day(first: date, last: date) -> list[DayCount]:
    """Questions and visits per day and place, first and last day included; empty days are left out."""
    rows = numbers_per_day(first.isoformat(), last.isoformat())
    return [DayCount(date.fromisoformat(day), place, questions, visits) for day, place, questions, visits in rows]


def _as_waiting(row: WaitingQuestion) -> Waiting:
    asked = Asked(row.topic, waiting_help_of(row.id), row.result)
    return Waiting(row.id, date.fromisoformat(row.day), row.visit, row.place, asked)


def _known_topic(codes: Codes, topic: str, helped: tuple[str, ...], result: str) -> Topic:
    unknown = [code for code in helped if code not in codes.help] + [result] * (result not in codes.results)
    if topic not in codes.topics or unknown:
        raise DeskError(_("De code {code} staat niet in de lijst.").format(code=unknown[0] if unknown else topic))
    return codes.topics[topic]


def _next_visit(day: date) -> int:
    return 1 + highest_visit(day.isoformat())
