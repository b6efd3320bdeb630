"""Close months: fold their questions into counters and let leave what may, each month in one transaction."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.base.layers import LAYERS, Layer, Origin
from ido_kiosk.base.settings import Settings
from ido_kiosk.questions.service import LoggedQuestion, counts_per_day, forget_served, is_open, questions_of
from ido_kiosk.statistics.records import closed, stated
from ido_kiosk.statistics.service.days import NO_DESK_BEFORE, days_between, logged_days, working_days
from ido_kiosk.statistics.service.folding import codes_of, fold
from ido_kiosk.statistics.service.pool import Cell, Counted, Line, Lists, Pool, Spot
from ido_kiosk.statistics.service.scheme import Rules, close_month, drawn, leave_again
from ido_shared import counts

GAP = timedelta(days=45)
"""After a gap of more than this, in which nobody logged anything, the clock may be wrong."""
WORK_AFTER_GAP = 2
"""So many days with questions after a gap make the clock believable: closing a month cannot be undone."""


MONTHS_OF_ROWS = 24
"""So many folded months are looked at for rows that may go; they go long before that."""


class Release(msgspec.Struct, frozen=True):
    """The section of the settings about what leaves: no number about fewer than ``k`` questions."""

    k: int = 5


def threshold(settings: Settings) -> int:
    """The k in force, never outside its limits: the higher of the municipality's and the library's (design § 8).

    Who says nothing says the standard one: it becomes lower only where both say so. The desk itself can only raise it.
    """
    return min(max(_asked(settings).values()), counts.HIGHEST_K)


def threshold_origin(settings: Settings) -> Origin:
    """Who asks for the k in force; the standard one when nobody asked for that much. Nobody may lower it."""
    said = settings.said(Release, "k")
    highest = max(said.values(), default=0)
    if highest < threshold(settings):
        return Origin()
    first = next(layer for layer in LAYERS if said.get(layer) == highest)
    return Origin(first, is_locked=first != "balie")


def _asked(settings: Settings) -> dict[Layer, int]:
    """The k that each layer asks for, the standard one where it says nothing; the desk's own only counts if higher."""
    asked = dict.fromkeys(LAYERS, Release().k) | {"balie": counts.LOWEST_K}
    return {layer: max(k, counts.LOWEST_K) for layer, k in (asked | settings.said(Release, "k")).items()}


def close_months(place: str, today: date, lists: Lists, k: int) -> int:
    """Close every month that takes no changes any more, at this place and wherever something was logged; how many.

    Each month is one transaction, so that it is done whole or not at all; then the rows that have served go. Does
    nothing while the clock is in doubt.
    Takes seconds at the end of a year: run it in the background. Raises DeskError when the disk is full.
    """
    days = days_between(place, NO_DESK_BEFORE, today)
    if not is_believed(working_days(days), today):
        return 0
    number = 0
    for each in sorted({place, *(day.place for day in days), *closed.places_closed()}):
        for month in list(_months_to_close(each, today)):
            number += _close(each, month, lists, k)
        forget_served(each, closed.closed_months(each)[-MONTHS_OF_ROWS:], today)
    return number


def is_believed(days: list[date], today: date) -> bool:
    """Whether today can be, by the days on which something was logged: no long gap, or work after it."""
    known = [day for day in days if day <= today]
    gaps = [number for number, (one, other) in enumerate(pairwise([*known, today])) if other - one > GAP]
    return not gaps or len(known) - 1 - gaps[-1] >= WORK_AFTER_GAP


def waiting_topics(today: date) -> int:
    """How many questions of this year and of the months before it that are open have a topic that has not left."""
    since = date(today.year - (today.month == 1), 1, 1)
    asked = sum(day.questions for day in days_between("", since, today))
    return asked - closed.released(counts.TOPIC, f"{since.year:04}")


def _months_to_close(place: str, today: date) -> Iterator[str]:
    """The months of a place that are not folded and take no changes, from its first day on, in order."""
    first = _first_day(place, today)
    done = closed.closed_months(place)
    if done:
        _first, last = counts.days_of(done[-1])
        first = last + timedelta(days=1)
    while first is not None and first < today and not is_open(first, today):
        yield counts.month_text(first)
        first = counts.days_of(counts.month_text(first))[1] + timedelta(days=1)


def _first_day(place: str, today: date) -> date | None:
    """The first day of which this place has something to say."""
    logged = [count.day for count in counts_per_day(NO_DESK_BEFORE, today) if count.place == place]
    used = stated.first_use(place)
    return min([*logged, *([used] if used else [])], default=None)


def _close(place: str, month: str, lists: Lists, k: int) -> bool:
    """Fold one month and let leave what may; false when another did it meanwhile."""
    first, last = counts.days_of(month)
    questions = questions_of(place, first, last)
    folded = fold(questions, month, lists.themes[counts.TOPIC])
    with transaction():
        secret = closed.secret()
    pool = _pool(place, month[:4], lists)
    pool.open(month, len(questions), {spot: Counted(number, k) for spot, number in folded.items()}, lists)
    # Also cells of this very month: an older copy was put back, and they had left already.
    leave_again(pool, [_as_cell(row) for row in closed.cells(place, month[:4])], lists)
    # Worked out before the transaction, which nobody who logs should have to wait for: a closed month cannot change.
    cells = close_month(pool, month, Rules(lists, k, partial(drawn, secret, place)))
    with transaction():
        if not closed.close(place, month):
            return False
        _keep_days(place, month, questions, lists.themes[counts.TOPIC])
        closed.keep(closed.Counter, (_counter(place, spot, number, k) for spot, number in sorted(folded.items())))
        closed.keep(closed.ReleasedCell, (_cell(place, cell) for cell in cells))
    return True


def _pool(place: str, year: str, lists: Lists) -> Pool:
    """The counters of the closed months of a place and year."""
    pool = Pool(year)
    rows = closed.counters(place, year)
    for month, questions in closed.month_totals(place, year).items():
        spots = {
            Spot(Line(row.view, row.first), month, row.code): Counted(row.questions, row.k)
            for row in rows
            if row.month == month
        }
        pool.open(month, questions, spots, lists)
    return pool


def _keep_days(place: str, month: str, questions: list[LoggedQuestion], themes: Mapping[str, str]) -> None:
    """Keep the day totals, and those per code, for the desk's own overviews."""
    days = [day for day in logged_days(place, *counts.days_of(month)) if day.place == place]
    closed.keep(closed.DayTotal, (msgspec.structs.asdict(day) for day in days))
    per_code = Counter(
        (question.day, *line, code) for question in questions for line, code in codes_of(question, themes)
    )
    closed.keep(
        closed.DayCode,
        (
            {"place": place, "day": day, "view": view, "first": one, "code": code, "questions": number}
            for (day, view, one, code), number in sorted(per_code.items())
        ),
    )


def _counter(place: str, spot: Spot, questions: int, k: int) -> dict[str, object]:
    line, month, code = spot
    return {
        "place": place,
        "month": month,
        "view": line.view,
        "first": line.first,
        "code": code,
        "questions": questions,
        "k": k,
    }


def _cell(place: str, cell: Cell) -> dict[str, object]:
    line, *values = cell
    names = ("period", "level", "code", "questions", "k")
    return {"place": place, "view": line.view, "first": line.first, **dict(zip(names, values, strict=True))}


def _as_cell(row: closed.ReleasedCell) -> Cell:
    return Cell(Line(row.view, row.first), row.period, row.level, row.code, row.questions, row.k)
