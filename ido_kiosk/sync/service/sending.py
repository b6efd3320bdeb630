"""Send what waits and what regie misses; a delivery has arrived when regie's signature says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ido_kiosk.base.database import transaction
from ido_kiosk.base.language import _
from ido_kiosk.statistics import service as statistics
from ido_kiosk.statistics.service import Gap
from ido_kiosk.sync import records
from ido_kiosk.sync.service.connection import Answer, RefusedError, ask, refusal
from ido_kiosk.sync.service.linking import Regie
from ido_kiosk.sync.service.round import AheadError, Round

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from ido_shared.delivery import Receipt

NOT_SIGNED, OLDER_COPY = 401, 409


def send_all(made: Round) -> Iterator[str]:
    """Send what did not arrive yet, in order, and once more what regie misses.

    Gives for each an empty text when it arrived, or why regie refuses it: that one is set aside, and the rest go on.
    Raises AheadError when regie has what is not here.
    """
    waiting = records.unsent(made.regie.desk)
    arrived, missing = "", set[int]()
    for id in waiting:
        try:
            receipt = _send(made, id)
        except RefusedError as error:
            with transaction():
                records.set_aside(id, error.status)
            yield str(error)
        else:
            arrived, missing = id, set(receipt.ontbreekt)
            yield ""
    missed = sorted(missing - {number for id, number in _numbers(made) if id in waiting})
    for number in missed:
        _send(made, _found_or_filled(made, number))
        yield ""
    if missed:  # the last one once more, because its receipt tells the totals with the missing ones in it
        _send(made, arrived)
        yield ""


def wait_again(made: Round, missing: list[int]) -> None:
    """Let what regie misses wait once more, for a next file; and the newest one, whose receipt will tell the totals."""
    numbers, waiting = statistics.numbers(made.regie.desk), records.unsent(made.regie.desk)
    missed = sorted(set(missing) - {numbers[id] for id in waiting})
    if missed:
        newest = max(numbers, key=lambda id: numbers[id])
        ids = [*(_found_or_filled(made, number) for number in missed), newest]
        with transaction():
            for id in ids:
                records.send_again(id)


def _numbers(made: Round) -> list[tuple[str, int]]:
    return list(statistics.numbers(made.regie.desk).items())


def _found_or_filled(made: Round, number: int) -> str:
    """The delivery with a number; when it is nowhere any more, one that says again what is known."""
    from ido_shared import delivery

    id = delivery.delivery_id(made.regie.desk, 1, number)
    if records.signed_bytes(id) is None:
        statistics.fill_gap(made.sender, Gap(id, number), made.today, made.sign)
    return id


def _send(made: Round, id: str) -> "Receipt":
    """Send one delivery; it has arrived when regie's signature says so.

    One that was signed before this desk got another key is signed anew, unless regie has it as it was.
    """
    try:
        answer = _put(made, id)
    except RefusedError as error:
        if error.status != NOT_SIGNED or _is_signed_now(made, id):
            raise
        with transaction():
            statistics.resign(id, made.sign)
        answer = _put(made, id)
    if answer.status == OLDER_COPY:
        raise _ahead()
    receipt = checked_receipt(answer, made.regie, id)
    with transaction():
        records.mark_sent(id, made.today, receipt.vragen, receipt.bezoeken)
    own = max((number for _id, number in _numbers(made)), default=0)
    if max([receipt.alles_tot, *receipt.ontbreekt]) > own:
        raise _ahead()
    return receipt


def _put(made: Round, id: str) -> Answer:
    from ido_shared import delivery

    signed = records.signed_bytes(id) or b""
    path = f"/v1/leveringen/{id}"
    return ask(made.session(), "PUT", made.regie.url, path, signed, delivery.MEDIA_TYPE, made.stop)


def _is_signed_now(made: Round, id: str) -> bool:
    """Whether a delivery is signed with the key that this desk has now."""
    from ido_shared import delivery

    try:
        delivery.verify(records.signed_bytes(id) or b"", made.key.public_key())
    except delivery.ContractError:
        return False
    return True


def _ahead() -> AheadError:
    return AheadError(
        _(
            "Regie heeft andere tellingen van deze balie dan deze computer. Misschien is hier een oude kopie "
            "teruggezet. Er is niets verloren."
        )
    )


def checked_receipt(answer: Answer, regie: Regie, id: str) -> "Receipt":
    """The receipt for a delivery. Raises DeskError when regie did not sign it, or not for this delivery."""
    from ido_shared import delivery

    try:
        payload = delivery.verify(answer.body, delivery.public_from_text(regie.key))
        receipt = delivery.read(payload, delivery.Receipt)
    except delivery.ContractError as error:
        raise refusal(answer, regie.url) from error
    if (receipt.schema, receipt.id, receipt.balie) != (delivery.RECEIPT, id, regie.desk):
        raise refusal(answer, regie.url)
    return receipt
