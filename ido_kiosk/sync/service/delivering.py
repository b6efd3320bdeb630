"""Deliver: sign what is new, send what did not arrive yet, and believe only regie's signature that it did."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.database import own_connection, transaction
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics.service import Prepared, Sender, drop_payloads, last_made, prepare_delivery
from ido_kiosk.sync import records
from ido_kiosk.sync.service.connection import (
    Answer,
    CoordinatorError,
    RefusedError,
    UnreachableError,
    ask,
    never,
    refusal,
    session_with,
)
from ido_kiosk.sync.service.linking import Network, Regie, own_key
from ido_kiosk.sync.service.schedule import is_due

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from ido_shared.delivery import Receipt

KEPT = timedelta(days=400)
"""So long are deliveries kept after they arrived: a regie that lost them gets them again (design § 8)."""


class Outcome(msgspec.Struct, frozen=True):
    """How a round went: whether all has arrived, how many deliveries did now, and in Dutch what stopped it."""

    succeeded: bool
    sent: int = 0
    problem: str = ""
    needs_coordinator: bool = False
    next_try: datetime | None = None
    """When the next round is, as far as that is known."""


def deliver(
    folder: DataFolder,
    settings: Settings,
    today: date,
    program: str,
    code_list: int,
    stop: Callable[[], bool] = never,
    now: bool = False,
) -> Outcome:
    """State what is new and send all that did not arrive yet; does nothing while this desk is not linked.

    What is new is said once a week, or ``now`` when a person asks for it; what did not arrive is tried each time.
    Takes as long as the network does: run it in a thread. It has its own connection to the database, and ends soon
    after ``stop`` says so: what is signed is on disk, and goes next time.
    """
    regie = settings.section(Regie)
    if not regie.desk:
        return Outcome(succeeded=True)
    sent, refused = 0, ""
    with own_connection():
        try:
            key = own_key(folder, may_make=False)
            if now or is_due(last_made(regie.desk), today):
                _prepare(Sender(regie.desk, regie.place, program, code_list), today, key)
            _drop_old(regie.desk, today - KEPT)
            for reason in _send_all(regie, settings.section(Network).certificates, today, stop):
                refused = refused or reason
                sent += 0 if reason else 1
        except UnreachableError:
            return Outcome(False, sent, refused or _unreachable(), bool(refused))
        except DeskError as error:
            return Outcome(False, sent, str(error), isinstance(error, CoordinatorError))
    return Outcome(not refused, sent, refused, bool(refused))


def _prepare(sender: Sender, today: date, key: "Ed25519PrivateKey") -> None:
    """Make and sign deliveries until all is said."""
    from ido_shared import delivery

    def sign(prepared: Prepared) -> str:
        signed = delivery.sign(prepared.content, key, sender.desk)
        records.keep(prepared.id, sender.desk, signed)
        return delivery.digest(signed)

    while prepare_delivery(sender, today, sign):
        pass


def send_again(desk: str) -> int:
    """Let all that was ever sent, and is still here, go once more; regie counts it once. Gives how many."""
    with transaction():
        return records.requeue(desk)


def _drop_old(desk: str, before: date) -> None:
    """Throw away what arrived long ago."""
    with transaction():
        drop_payloads(records.drop_sent(desk, before))


def _unreachable() -> str:
    """What someone at the desk needs to know: nothing about addresses."""
    return _("Regie is niet bereikbaar. Alles blijft bewaard en gaat later vanzelf. Werk gewoon door.")


def _send_all(regie: Regie, certificates: str, today: date, stop: Callable[[], bool]) -> Iterator[str]:
    """Send what did not arrive yet, in order, and once more what regie misses.

    Gives for each an empty text when it arrived, or why regie refuses it: that one is set aside, and the rest go on.
    """
    from ido_shared import delivery

    waiting = records.unsent(regie.desk)
    if not waiting:
        return
    arrived, missing = "", []
    with session_with(regie.url, certificates) as session:
        for id in waiting:
            try:
                receipt = _send(session, regie, id, today, stop)
            except RefusedError as error:
                with transaction():
                    records.set_aside(id, error.status)
                yield str(error)
            else:
                arrived = id
                missing = [delivery.delivery_id(regie.desk, receipt.reeks, number) for number in receipt.ontbreekt]
                yield ""
        missed = [id for id in missing if id not in waiting]
        # The last one once more, because its receipt tells the totals with the missing ones in it.
        for id in [*missed, arrived] if missed else []:
            _send(session, regie, id, today, stop)
            yield ""


def _send(session: "requests.Session", regie: Regie, id: str, today: date, stop: Callable[[], bool]) -> "Receipt":
    """Send one delivery; it has arrived when regie's signature says so."""
    from ido_shared import delivery

    signed = records.signed_bytes(id)
    if signed is None:
        raise CoordinatorError(_("Regie mist tellingen die hier niet meer zijn."))
    answer = ask(session, "PUT", regie.url, f"/v1/leveringen/{id}", signed, delivery.MEDIA_TYPE, stop)
    if answer.status == 409:
        raise CoordinatorError(
            _(
                "Regie heeft deze levering al, met andere tellingen. Misschien is hier een oude kopie teruggezet. "
                "Er is niets verloren."
            )
        )
    receipt = _receipt(answer, regie, id)
    with transaction():
        records.mark_sent(id, today, receipt.vragen, receipt.bezoeken)
    return receipt


def _receipt(answer: Answer, regie: Regie, id: str) -> "Receipt":
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
