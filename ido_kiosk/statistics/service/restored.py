"""An older copy was put back: take over what regie has counted since, so that nothing is lost or counted twice.

What regie knew of a week at its newest delivery is what the log held then. So the difference with what the copy held
when it was put back is what the copy misses (or has too much); it counts along from then on. Source: decision 016.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.statistics.records import stated as records
from ido_kiosk.statistics.service.days import NO_DESK_BEFORE, days_between
from ido_kiosk.statistics.service.payloads import FIRST_EPOCH, MOST_WEEKS, Prepared, Sender, total_message
from ido_kiosk.statistics.service.restored_cells import take_over_cells
from ido_kiosk.statistics.service.totals import Total, week_of

Key = tuple[str, date]
"""A place and the first day of a week."""
NO_DIGEST = "0" * 64


class Found(msgspec.Struct, frozen=True):
    """A delivery of this desk as regie has it: what it says, and the digest of its signed bytes."""

    id: str
    content: bytes
    digest: str


class Gap(msgspec.Struct, frozen=True):
    """A number that nobody has a delivery for any more."""

    id: str
    number: int


class _Said(msgspec.Struct):
    """What is used of a delivery."""

    nummer: int
    vorige: str
    totalen: list["_Week"]


class _Week(msgspec.Struct):
    """What is used of the total of a week."""

    plaats: str
    van: date
    tot: date
    vragen: int
    bezoeken: int
    dagen_met_vragen: int
    definitief: bool
    dagen_nul: int = 0
    dagen_dicht: int = 0
    dagen_niet_bemand: int = 0
    niet_afgemaakt: int = 0
    nog_niet_in_kb: int = 0


def is_known(digest: str) -> bool:
    """Whether a delivery with this digest was made by this database."""
    return records.is_known(digest)


def note_restored(desk: str, mark: str) -> None:
    """Remember that an older copy was put back, and what its log holds; for the same mark only the first time."""
    newest = records.newest_restored()
    if newest is not None and newest.mark == mark:
        return
    last = records.last_payload(desk)
    with transaction():
        records.keep_restored(mark, last.number if last else 0, list(_snapshot()))


def needs_repair() -> bool:
    """Whether a copy was put back of which regie may know more."""
    newest = records.newest_restored()
    return newest is not None and not newest.done


def repaired() -> None:
    """Regie has said all it knows."""
    with transaction():
        records.mark_repaired()


def adopt(desk: str, found: Iterable[Found], today: date) -> tuple[bool, list[str]]:
    """Take over deliveries that regie has; gives whether one said something unknown here, and what is thrown away:

    the ids of own ones that never arrived.

    Call it in a transaction. What is thrown away is said again in a next delivery, as far as it is still so.
    """
    goes_on = needs_repair()
    own = {payload.number: payload for payload in records.payloads(desk)}
    theirs = {_said(each.content).nummer: each for each in found}
    for number, each in theirs.items():
        if number in own and own[number].digest != each.digest and bytes(own[number].content) == each.content:
            records.resign(each.id, each.digest)  # the same, signed with another key
    unknown = [n for n, each in theirs.items() if n not in own or bytes(own[n].content) != each.content]
    if not unknown:
        return False, []
    lowest = min(unknown)
    dropped = [payload for number, payload in own.items() if number >= lowest and number not in theirs]
    dropped += [own[number] for number in unknown if number in own]
    turns_up = any(number > lowest and number in own for number in theirs.keys() - set(unknown))
    if not goes_on and not (turns_up and records.newest_restored()):  # what follows it is the same here and there
        _note_found(theirs[lowest], own)
    records.drop_payloads([payload.id for payload in dropped])
    for number in unknown:
        each = theirs[number]
        records.keep_payload(
            each.id, desk, FIRST_EPOCH, number, _made_on(each.content, today), each.content, each.digest
        )
    contents = [payload.content for payload in dropped] + [each.content for each in theirs.values()]
    touched = {key for content in contents for key in _weeks(content)}
    _take_over(desk, touched, set(unknown))
    take_over_cells(desk, [each.content for each in theirs.values()], [payload.content for payload in dropped])
    return True, [payload.id for payload in dropped if payload.id not in {each.id for each in theirs.values()}]


def resign(id: str, sign: Callable[[Prepared], str]) -> None:
    """Sign a delivery anew, with the key that this desk has now. Call it in a transaction."""
    content = records.content_of(id)
    records.resign(id, sign(Prepared(id, content)))


def fill_gap(sender: Sender, gap: Gap, today: date, sign: Callable[[Prepared], str]) -> None:
    """Make a delivery for a number that is nowhere any more, with all that was ever stated.

    Whatever newer deliveries say of a week counts, so it only says what else nobody would know.
    """
    from ido_shared import delivery

    with transaction():
        before = {payload.number: payload.digest for payload in records.payloads(sender.desk)}
        weeks = sorted(records.stated_weeks(sender.desk), key=lambda week: week.first_day)[-MOST_WEEKS:]
        message = delivery.Delivery(
            schema=delivery.DELIVERY,
            id=gap.id,
            balie=sender.desk,
            reeks=FIRST_EPOCH,
            nummer=gap.number,
            vorige="" if gap.number == 1 else before.get(gap.number - 1, NO_DIGEST),
            programma=sender.program,
            codelijst=sender.code_list,
            totalen=[total_message(_as_total(week)) for week in weeks],
            inhoud=sender.content,
            geweigerd=sender.refused,
        )
        prepared = Prepared(gap.id, delivery.pack(message))
        records.keep_payload(gap.id, sender.desk, FIRST_EPOCH, gap.number, today, prepared.content, sign(prepared))


def _note_found(lowest: Found, own: Mapping[int, records.Payload]) -> None:
    """If nobody noticed that a copy was put back, what the log holds now is the best that is known of it.

    The delivery before the first unknown one is the newest that the copy knew: unless that is not ours either, and
    then it belongs to the copy that was noticed.
    """
    said, newest = _said(lowest.content), records.newest_restored()
    before = own.get(said.nummer - 1)
    follows_ours = said.nummer == 1 or (before is not None and before.digest == said.vorige)
    if newest is None or (follows_ours and newest.after != said.nummer - 1):
        records.keep_restored(lowest.digest, said.nummer - 1, list(_snapshot()))


def _made_on(content: bytes, today: date) -> date:
    """The day on which a delivery was made, as far as it tells: after the newest week in it."""
    return min(today, max((week.tot + timedelta(days=1) for week in _said(content).totalen), default=today))


def _take_over(desk: str, touched: set[Key], unknown: set[int]) -> None:
    """Let what regie knows of weeks count here too: of each week what the highest number said that the copy missed.

    A lower number may turn up later, on a stick; it says nothing newer.
    """
    newest = records.newest_restored()
    after = newest.after if newest is not None else 0
    stated: dict[Key, _Week] = {}
    before: dict[Key, tuple[int, _Week]] = {}
    for payload in reversed(records.payloads(desk)):
        weeks = _weeks(payload.content)
        stated |= weeks
        if payload.number <= after or payload.number in unknown:
            before |= {key: (payload.number, week) for key, week in weeks.items()}
    rows = [_stated_row(stated[key]) for key in touched if key in stated]
    records.state(desk, rows, [key for key in touched if key not in stated])
    held, known = records.restored_weeks(), records.lost_weeks()
    lost = [
        _lost(number, week, held.get(key))
        for key, (number, week) in before.items()
        if key not in known or number >= known[key].number
    ]
    records.keep_lost([row for row in lost if row["number"] in unknown or _counts(row) or _key(row) in known])


def _lost(number: int, week: _Week, held: records.RestoredWeek | None) -> dict[str, object]:
    """What regie knew of a week more than the copy held, and from which number."""
    return {
        "place": week.plaats,
        "first_day": week.van,
        "questions": week.vragen - (held.questions if held else 0),
        "visits": week.bezoeken - (held.visits if held else 0),
        "days_with_questions": week.dagen_met_vragen - (held.days_with_questions if held else 0),
        "number": number,
    }


def _snapshot() -> Iterator[dict[str, object]]:
    """What the log holds of each week now."""
    weeks: dict[Key, list[int]] = {}
    for day in days_between("", NO_DESK_BEFORE, date.max):
        counted = weeks.setdefault((day.place, week_of(day.day).first_day), [0, 0, 0])
        for index, number in enumerate((day.questions, day.visits, int(day.questions > 0))):
            counted[index] += number
    for (place, first_day), (questions, visits, days) in weeks.items():
        yield {
            "place": place,
            "first_day": first_day,
            "questions": questions,
            "visits": visits,
            "days_with_questions": days,
        }


def _counts(row: Mapping[str, object]) -> bool:
    return any((row["questions"], row["visits"]))


def _key(row: Mapping[str, object]) -> tuple[object, object]:
    return row["place"], row["first_day"]


def _said(content: bytes) -> _Said:
    return msgspec.json.decode(bytes(content), type=_Said)


def _weeks(content: bytes) -> dict[Key, _Week]:
    return {(week.plaats, week.van): week for week in _said(content).totalen}


def _stated_row(week: _Week) -> dict[str, object]:
    return {
        "place": week.plaats,
        "first_day": week.van,
        "last_day": week.tot,
        "questions": week.vragen,
        "visits": week.bezoeken,
        "days_with_questions": week.dagen_met_vragen,
        "days_zero": week.dagen_nul,
        "days_closed": week.dagen_dicht,
        "days_not_staffed": week.dagen_niet_bemand,
        "to_complete": week.niet_afgemaakt,
        "not_in_kb": week.nog_niet_in_kb,
        "final": week.definitief,
    }


def _as_total(week: records.StatedWeek) -> Total:
    return Total(**{field: getattr(week, field) for field in Total.__struct_fields__})
