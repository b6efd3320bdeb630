"""Log questions, change them, take them away; each is on disk when the function returns."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.questions import records
from ido_kiosk.questions.service.asked import (
    CHANGED_SINCE_KB,
    NOT_IN_KB,
    TALLY,
    USUAL_RESULT,
    Asked,
    Logged,
    LoggedQuestion,
    filled_in,
    unknown_code,
)
from ido_kiosk.questions.service.days import refuse_closed
from ido_kiosk.questions.service.reading import question
from ido_shared.content.codes import NOT_FILLED_IN, Codes

_BITS = 62
"""Of a random id: SQLite keeps 63, and two alike do not happen."""


def log_question(codes: Codes, topic: str, day: date, place: str, visit: int | None = None) -> Logged:
    """Log a question about a topic with what is usual for it; for the rest as ``log_questions``."""
    return log_questions(codes, [Asked(topic)], day, place, visit)[0]


def log_questions(
    codes: Codes, asked: Iterable[Asked], day: date, place: str, visit: int | None = None
) -> list[Logged]:
    """Log the questions of one visit, all or none; they are on disk when this returns.

    ``visit`` is the visit's number of that day (None: the next free one). Raises DeskError for a code that does not
    exist or a full disk.
    """
    return _keep(codes, [_checked(codes, each) for each in asked], day, place, visit, to_complete=False)


def tally(codes: Codes, day: date, place: str) -> Logged:
    """Log a visitor with one question of which nothing more is known yet; it is to be completed."""
    return _keep(codes, [_checked(codes, TALLY)], day, place, None, to_complete=True)[0]


def put_off(codes: Codes, asked: Sequence[Asked], day: date, place: str, visit: int | None = None) -> list[Logged]:
    """Log questions that nobody confirmed, to be completed later: how they ended was not said."""
    return _keep(codes, [_unconfirmed(_checked(codes, each)) for each in asked], day, place, visit, to_complete=True)


def reopen(id: int) -> bool:
    """Let a logged question be completed again; False when it is gone. Raises DeskError for a full disk."""
    with transaction():
        found = question(id)
        if found is not None:
            asked = _unconfirmed(found.asked)
            records.change(id, _row(found, asked, to_complete=True), _several(asked))
    return found is not None


def take_back(id: int) -> bool:
    """Remove a logged question, as if it was never logged; False when it was gone already."""
    with transaction():
        return records.remove(id)


def correct(codes: Codes, id: int, asked: Asked, today: date) -> LoggedQuestion:
    """Make a logged question, or one to complete, what it really was; gives what it was before, for ``restore``.

    Raises DeskError when it is gone, when its month is closed, or as ``log_questions``.
    """
    checked = _checked(codes, asked)
    with transaction():
        before = _changeable(id, today)
        row = _row(before, checked, to_complete=False)
        records.change(id, {**row, "code_list": codes.version}, _several(checked))
    return before


def remove(id: int, today: date) -> LoggedQuestion:
    """Remove a question; gives what it was, for ``restore``. Raises DeskError when it is gone or its month closed."""
    with transaction():
        before = _changeable(id, today)
        records.remove(id)
    return before


def move(id: int, day: date, today: date) -> LoggedQuestion:
    """Give a question another day, as a visit of its own there; gives what it was, for ``restore``.

    Raises DeskError when it is gone, or when either month is closed.
    """
    refuse_closed(day, today)
    with transaction():
        before = _changeable(id, today)
        moved = msgspec.structs.replace(before, day=day, visit=_next_visit(day))
        records.change(id, _row(moved, moved.asked, before.to_complete), _several(moved.asked))
    return before


def restore(before: LoggedQuestion) -> None:
    """Make a question again what it was, whatever became of it. Raises DeskError for a full disk."""
    with transaction():
        records.remove(before.id)
        row = _row(before, before.asked, before.to_complete)
        records.keep({**row, "id": before.id, "kb": before.kb}, _several(before.asked))


def _keep(
    codes: Codes, asked: list[Asked], day: date, place: str, visit: int | None, to_complete: bool
) -> list[Logged]:
    logged: list[Logged] = []
    if not asked:
        return logged
    with transaction():
        number = visit or _next_visit(day)
        for each in asked:
            id = 1 + secrets.randbits(_BITS)
            where = {"id": id, "day": day.isoformat(), "visit": number, "place": place}
            rest = {"code_list": codes.version, "to_complete": to_complete, "kb": NOT_IN_KB}
            records.keep({**where, **_single(each), **rest}, _several(each))
            logged.append(Logged(id, number))
    return logged


def _checked(codes: Codes, asked: Asked) -> Asked:
    whole = filled_in(codes, asked)
    if unknown := unknown_code(codes, whole):
        raise DeskError(_("De code {code} staat niet in de lijst.").format(code=unknown))
    return whole


def _unconfirmed(asked: Asked) -> Asked:
    """What is only usual, nobody said."""
    return msgspec.structs.replace(asked, result=NOT_FILLED_IN) if asked.result == USUAL_RESULT else asked


def _changeable(id: int, today: date) -> LoggedQuestion:
    found = question(id)
    if found is None:
        raise DeskError(_("Deze vraag staat niet meer in de lijst."))
    refuse_closed(found.day, today)
    return found


def _row(kept: LoggedQuestion, asked: Asked, to_complete: bool) -> dict[str, Any]:
    """The columns of a question that was there already, with other codes."""
    return {
        "day": kept.day.isoformat(),
        "visit": kept.visit,
        "place": kept.place,
        **_single(asked),
        "code_list": kept.code_list,
        "to_complete": to_complete,
        "kb": NOT_IN_KB if kept.kb == NOT_IN_KB else CHANGED_SINCE_KB,
    }


def _single(asked: Asked) -> dict[str, str]:
    return {
        "kind": asked.kind,
        "topic": asked.topic,
        "organisation": asked.organisation,
        "result": asked.result,
        "channel": asked.channel,
        "warm": asked.warm,
    }


def _several(asked: Asked) -> list[records.Several]:
    return [
        (records.QuestionHelp, asked.helped),
        (records.QuestionReferral, asked.referrals),
        (records.QuestionSignal, asked.signals),
    ]


def _next_visit(day: date) -> int:
    return 1 + records.highest_visit(day.isoformat())
