"""Numbered deliveries: put into one what was not said yet, in the transaction that signs it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.database import transaction
from ido_kiosk.statistics.records import closed, stated
from ido_kiosk.statistics.service.totals import Total, news
from ido_shared.counts import LOCATION

if TYPE_CHECKING:  # brings cryptography along
    from ido_shared.delivery import Cell, WeekTotal

FIRST_EPOCH = 1
MOST_WEEKS, MOST_CELLS = 250, 500
"""In one delivery; so it stays well under what regie takes (256 KiB)."""


class Sender(msgspec.Struct, frozen=True):
    """Who states totals: the desk's identity at regie (empty: not enrolled), its place, and what it runs."""

    desk: str
    place: str
    program: str
    code_list: int
    content: str = ""
    """The newest day on which something in forms/ was checked, ``YYYY-MM-DD``."""
    refused: bool = False
    """Whether regie did not know this desk the last time."""


class Prepared(msgspec.Struct, frozen=True):
    """A delivery that has its number, not yet signed."""

    id: str
    content: bytes


class Leaving(msgspec.Struct, frozen=True):
    """What leaves this computer, decoded from the very bytes: the next delivery if there is one, and earlier ones."""

    next: dict[str, object] | None
    earlier: tuple[dict[str, object], ...]


def prepare_delivery(sender: Sender, today: date, sign: Callable[[Prepared], str]) -> str | None:
    """Make the next numbered delivery and give its id; None when there is nothing new to say.

    ``sign`` signs it, keeps the signed bytes and gives their digest. All of it is one transaction: when anything
    fails, nothing was stated and the number is still free. Raises DeskError when the disk is full.
    """
    seen, cells = news(sender.desk, sender.place, today), closed.unstated_cells(sender.desk, 1)
    if not seen and not cells:
        return None
    with transaction():
        # Counted again now that nobody can log; only from the first change on, so that nobody waits long.
        totals = news(sender.desk, sender.place, today, since=seen[0].first_day)[:MOST_WEEKS] if seen else []
        leaving = closed.unstated_cells(sender.desk, MOST_CELLS)
        if not totals and not leaving:
            return None
        epoch, number, previous = _next_number(sender.desk)
        prepared = _pack(sender, epoch, number, previous, totals, leaving)
        stated.keep_payload(prepared.id, sender.desk, epoch, number, today, prepared.content, sign(prepared))
        if totals:
            stated.restate(sender.desk, [msgspec.structs.asdict(total) for total in totals])
        closed.keep(closed.StatedCell, ({"desk": sender.desk, "cell": cell.id} for cell in leaving))
    return prepared.id


def what_leaves(sender: Sender, today: date) -> Leaving:
    """What the next delivery would say today, and what all earlier ones said; also for a desk without regie."""
    totals = news(sender.desk, sender.place, today)[:MOST_WEEKS]
    cells = closed.unstated_cells(sender.desk, MOST_CELLS)
    packed = _pack(sender, *_next_number(sender.desk), totals, cells) if totals or cells else None
    coming = _decoded(packed.content) if packed else None
    return Leaving(coming, tuple(_decoded(payload.content) for payload in stated.payloads(sender.desk)))


def last_made(desk: str) -> date | None:
    """The day on which the newest delivery of this identity was made; None when there is none."""
    last = stated.last_payload(desk)
    return None if last is None else last.made_on


def made_on(id: str) -> date | None:
    """The day on which a delivery was made; None when it is not there."""
    return stated.made_on(id)


def numbers(desk: str) -> dict[str, int]:
    """The number of each delivery of this identity that is still here."""
    return stated.numbers(desk)


def drop_payloads(ids: list[str]) -> None:
    """Throw away what old deliveries said; call it in the transaction that drops their signed bytes."""
    stated.drop_payloads(ids)


def _next_number(desk: str) -> tuple[int, int, str]:
    """Epoch and number of the next delivery, and the digest of the one before it."""
    last = stated.last_payload(desk)
    return (FIRST_EPOCH, 1, "") if last is None else (last.epoch, last.number + 1, last.digest)


def _pack(
    sender: Sender, epoch: int, number: int, previous: str, totals: list[Total], cells: list[closed.ReleasedCell]
) -> Prepared:
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
        cellen=[_cell_message(cell) for cell in cells],
        inhoud=sender.content,
        geweigerd=sender.refused,
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
        dagen_nul=total.days_zero,
        dagen_dicht=total.days_closed,
        dagen_niet_bemand=total.days_not_staffed,
        niet_afgemaakt=total.to_complete,
        nog_niet_in_kb=total.not_in_kb,
    )


def _cell_message(cell: closed.ReleasedCell) -> "Cell":
    from ido_shared import delivery

    return delivery.Cell(
        indeling=cell.view,
        plaats=cell.place,
        soort_plaats=LOCATION,
        periode=cell.period,
        niveau=cell.level,
        code=cell.first or cell.code,
        vragen=cell.questions,
        k=cell.k,
        kruis=cell.code if cell.first else "",
    )


def _decoded(content: bytes) -> dict[str, object]:
    decoded: dict[str, object] = msgspec.json.decode(content)
    return decoded
