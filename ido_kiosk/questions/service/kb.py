"""What is still to be typed over into the national form of the KB, per visitor, and what may go after that."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.base.lifetimes import rows_go_on
from ido_kiosk.questions import records
from ido_kiosk.questions.records import Question
from ido_kiosk.questions.service.asked import IN_KB, LoggedQuestion
from ido_kiosk.questions.service.reading import as_questions
from ido_shared.content.codes import Codes
from ido_shared.content.wording import Translate


class Visitor(msgspec.Struct, frozen=True):
    """The questions of one visitor that are to be typed over; the national form registers per visitor."""

    day: date
    number: int
    """The visit's number of that day."""
    questions: tuple[LoggedQuestion, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the questions."""
        return tuple(question.id for question in self.questions)


def not_in_kb(place: str, today: date) -> list[Visitor]:
    """The visitors at a place who are not in the national form yet, or were changed here since; oldest first.

    A question of today that is still to be completed is not among them; of an earlier day it stays *niet ingevuld*.
    """
    rows = as_questions(Question.place == place, Question.kb != IN_KB)
    ready = [row for row in rows if row.day < today or not row.to_complete]
    grouped = groupby(ready, key=lambda row: (row.day, row.visit))
    return [Visitor(day, visit, tuple(questions)) for (day, visit), questions in grouped]


def number_not_in_kb(place: str, today: date) -> int:
    """How many questions that is."""
    is_ready = (Question.day < today.isoformat()) | (Question.to_complete == False)  # noqa: E712 - peewee makes SQL of it
    return records.number(Question.place == place, Question.kb != IN_KB, is_ready)


def say_kb(states: dict[int, str]) -> dict[int, str]:
    """Say of questions, by id, whether they are in the national form; gives what was said before, to say it again.

    Raises DeskError for a full disk.
    """
    with transaction():
        before = records.kb_of(states)
        records.say_kb({id: states[id] for id in before})
    return before


def forget_served(place: str, folded: Iterable[str], today: date) -> int:
    """Remove the rows of folded months (``2026-10``) that have served: ticked for the KB, or kept long enough.

    Gives how many went. Raises DeskError for a full disk.
    """
    gone = 0
    with transaction():
        for month in folded:
            rows = [Question.place == place, Question.day.startswith(f"{month}-")]
            if today < rows_go_on(date.fromisoformat(f"{month}-01")):
                rows.append(Question.kb == IN_KB)
            gone += records.remove_all(*rows)
    return gone


def is_compared(codes: Codes) -> bool:
    """Whether someone compared labels and order with the national form."""
    return any(codes.kb.values())


def kb_label(codes: Codes, code_list: str, code: str, translate: Translate) -> str:
    """The label of a code in the national form, as far as someone compared it; else our own."""
    return codes.kb.get(code_list, {}).get(code) or codes.say(code_list, code, translate)


def in_order_of_kb(codes: Codes, code_list: str, given: Iterable[str]) -> list[str]:
    """Codes in the order of the national form, those that it does not have last."""
    order = list(codes.kb.get(code_list, {}))
    return sorted(given, key=lambda code: order.index(code) if code in order else len(order))
