"""State the totals of closed weeks, in numbered deliveries: what changed since they were last stated, once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.questions.service import DayCount, counts_per_day, is_open
from ido_kiosk.statistics import records

if TYPE_CHECKING:  # brings cryptography along
    from ido_shared.delivery import WeekTotal

FIRST_EPOCH = 1
NO_DESK_BEFORE = date(2026, 1, 1)
"""This program did not exist before this day: a clock that says so is wrong."""
LEAP = timedelta(days=366)
"""A clock that is further than this after the last day we know of is not believed by itself (nor is it by regie)."""
DAYS_OF_WORK = 5
"""So many days with questions in the year before it make such a day believable."""
MOST_WEEKS = 500
"""In one delivery; so it stays well under what regie takes (256 KiB)."""


class Sender(msgspec.Struct, frozen=True):
    """Who states totals: the desk's identity at regie (empty: not enrolled), its place, and what it runs."""

    desk: str
    place: str
    program: str
    code_list: int


class Prepared(msgspec.Struct, frozen=True):
    """A delivery that has its number, not yet signed."""

    id: str
    content: bytes


class Leaving(msgspec.Struct, frozen=True):
    """What leaves this computer, decoded from the very bytes: the next delivery if there is one, and earlier ones."""

    next: dict[str, object] | None
    earlier: tuple[dict[str, object], ...]


class Week(msgspec.Struct, frozen=True):
    """An ISO week, cut at the end of a month; the last day is included."""

    first_day: date
    last_day: date


class Total(msgspec.Struct, frozen=True):
    """The totals of one week at one place."""

    place: str
    first_day: date
    last_day: date
    questions: int
    visits: int
    days_with_questions: int
    final: bool


def note_first_use(day: date, place: str) -> None:
    """Remember from when weeks without questions count at a place; only the first time does something.

    A day on which this program did not exist yet is not believed; the next start may note a better one.
    """
    if day >= NO_DESK_BEFORE:
        with transaction():
            records.note_first_use(place, day)


def prepare_delivery(sender: Sender, today: date, sign: Callable[[Prepared], str]) -> str | None:
    """Make the next numbered delivery and give its id; None when there is nothing new to say.

    ``sign`` signs it, keeps the signed bytes and gives their digest. All of it is one transaction: when anything
    fails, nothing was stated and the number is still free. Raises DeskError when the disk is full.
    """
    seen = _news(sender, today)
    if not seen:
        return None
    with transaction():
        # Counted again now that nobody can log; only from the first change on, so that nobody waits long.
        news = _news(sender, today, since=seen[0].first_day)[:MOST_WEEKS]
        if not news:
            return None
        epoch, number, previous = _next_number(sender.desk)
        prepared = _pack(sender, epoch, number, previous, news)
        records.keep_payload(prepared.id, sender.desk, epoch, number, today, prepared.content, sign(prepared))
        records.restate(sender.desk, [msgspec.structs.asdict(total) for total in news])
    return prepared.id


def what_leaves(sender: Sender, today: date) -> Leaving:
    """What the next delivery would say today, and what all earlier ones said; also for a desk without regie."""
    news = _news(sender, today)[:MOST_WEEKS]
    coming = _decoded(_pack(sender, *_next_number(sender.desk), news).content) if news else None
    return Leaving(coming, tuple(_decoded(payload.content) for payload in records.payloads(sender.desk)))


def last_made(desk: str) -> date | None:
    """The day on which the newest delivery of this identity was made; None when there is none."""
    last = records.last_payload(desk)
    return None if last is None else last.made_on


def made_on(id: str) -> date | None:
    """The day on which a delivery was made; None when it is not there."""
    return records.made_on(id)


def numbers(desk: str) -> dict[str, int]:
    """The number of each delivery of this identity that is still here."""
    return records.numbers(desk)


def drop_payloads(ids: list[str]) -> None:
    """Throw away what old deliveries said; call it in the transaction that drops their signed bytes."""
    records.drop_payloads(ids)


def stated_totals(desk: str) -> tuple[int, int]:
    """Questions and visits over all weeks that were stated under this identity: what regie must have too."""
    weeks = records.stated_weeks(desk)
    return sum(week.questions for week in weeks), sum(week.visits for week in weeks)


def clock_in_doubt(desk: str, place: str, today: date) -> bool:
    """Whether today can hardly be: before this program existed, before a day we know of, or long after it."""
    known = _newest_day(desk, place)
    return today < NO_DESK_BEFORE or (known is not None and (today < known or _is_leap(known, today)))


def week_of(day: date) -> Week:
    """The week of a day, as it is delivered: no longer than the month it lies in."""
    from calendar import monthrange  # brings locale along, which the start of the kiosk does without

    _first, days_in_month = monthrange(day.year, day.month)
    return Week(
        day - timedelta(days=min(day.weekday(), day.day - 1)),
        day + timedelta(days=min(6 - day.weekday(), days_in_month - day.day)),
    )


def closed_weeks(first: date, today: date) -> Iterator[Week]:
    """All weeks from that of the first day up to the last one that ended before today."""
    week = week_of(first)
    while week.last_day < today:
        yield week
        week = week_of(week.last_day + timedelta(days=1))


def _newest_day(desk: str, place: str) -> date | None:
    """The newest day that this desk said is past, or on which it was first used."""
    days = [week.last_day + timedelta(days=1) for week in records.stated_weeks(desk)]
    used = records.first_use(place)
    return max(days + ([used] if used else []), default=None)


def _is_leap(known: date, today: date) -> bool:
    """Whether the clock made a leap that no days of work confirm."""
    if today - known <= LEAP:
        return False
    return len({count.day for count in counts_per_day(today - LEAP, today)}) < DAYS_OF_WORK


def _news(sender: Sender, today: date, since: date = NO_DESK_BEFORE) -> list[Total]:
    """The totals that were not stated yet or have changed, of weeks from a first day on, oldest week first."""
    known = _newest_day(sender.desk, sender.place)
    if known is not None and _is_leap(known, today):
        return []
    stated = {(row.place, week_of(row.first_day)): row for row in records.stated_weeks(sender.desk)}
    totals = _totals(sender.place, stated.keys(), since, today)
    news = [total for key, total in totals.items() if _is_news(total, stated.get(key))]
    return sorted(news, key=lambda total: (total.first_day, total.place))


def _is_news(total: Total, stated: records.StatedWeek | None) -> bool:
    """Whether a total must be stated. Final is final, unless the clock ran ahead when it was called so."""
    if stated is None:
        return True
    if stated.final and total.final:
        return False
    before = (stated.questions, stated.visits, stated.days_with_questions)
    return before != (total.questions, total.visits, total.days_with_questions) or (total.final and not stated.final)


def _totals(place: str, stated: Iterable[tuple[str, Week]], since: date, today: date) -> dict[tuple[str, Week], Total]:
    """The present totals of every closed week: since the first use of this place, with questions, or stated before."""
    days: dict[tuple[str, Week], list[DayCount]] = {}
    for count in counts_per_day(since, today):
        days.setdefault((count.place, week_of(count.day)), []).append(count)
    used = records.first_use(place)
    empty = [(place, week) for week in closed_weeks(used, today)] if used else []
    closed = [key for key in {*days, *empty, *stated} if since <= key[1].first_day and key[1].last_day < today]
    lost = records.lost_weeks()
    return {
        key: _total(
            *key,
            days.get(key, []),
            lost.get((key[0], key[1].first_day)),
            final=not is_open(key[1].first_day, today),
        )
        for key in closed
    }


def _total(place: str, week: Week, days: list[DayCount], lost: records.LostWeek | None, final: bool) -> Total:
    """The total of a week: what the log holds, and what only regie still knows since an older copy was put back."""
    questions, visits = (sum(day.questions for day in days), sum(day.visits for day in days))
    with_questions = len(days)
    if lost is not None:
        questions, visits = max(0, questions + lost.questions), max(0, visits + lost.visits)
        most = min(questions, (week.last_day - week.first_day).days + 1)
        with_questions = min(most, max(0, with_questions + lost.days_with_questions))
    return Total(
        place=place,
        first_day=week.first_day,
        last_day=week.last_day,
        questions=questions,
        visits=visits,
        days_with_questions=with_questions,
        final=final,
    )


def _next_number(desk: str) -> tuple[int, int, str]:
    """Epoch and number of the next delivery, and the digest of the one before it."""
    last = records.last_payload(desk)
    return (FIRST_EPOCH, 1, "") if last is None else (last.epoch, last.number + 1, last.digest)


def _pack(sender: Sender, epoch: int, number: int, previous: str, totals: list[Total]) -> Prepared:
    from ido_shared import delivery  # brings cryptography along, which the start of the kiosk does without

    message = delivery.Delivery(
        schema=delivery.DELIVERY,
        id=delivery.delivery_id(sender.desk, epoch, number) if sender.desk else "",
        balie=sender.desk,
        reeks=epoch,
        nummer=number,
        vorige=previous,
        programma=sender.program,
        codelijst=sender.code_list,
        totalen=[total_message(total) for total in totals],
    )
    return Prepared(message.id, delivery.pack(message))


def total_message(total: Total) -> "WeekTotal":
    """A total as the contract writes it."""
    from ido_shared import delivery

    return delivery.WeekTotal(
        plaats=total.place,
        van=total.first_day.isoformat(),
        tot=total.last_day.isoformat(),
        vragen=total.questions,
        bezoeken=total.visits,
        dagen_met_vragen=total.days_with_questions,
        definitief=total.final,
    )


def _decoded(content: bytes) -> dict[str, object]:
    decoded: dict[str, object] = msgspec.json.decode(content)
    return decoded
