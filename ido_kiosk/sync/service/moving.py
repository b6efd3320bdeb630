"""A desk that moved to another computer gets a new key: from then on the old computer cannot deliver any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.asking import NOT_SIGNED_BY
from ido_kiosk.sync.service.connection import RefusedError, ask, refusal
from ido_kiosk.sync.service.keys import keep_key, next_key
from ido_kiosk.sync.service.linking import Regie

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def renew_key(
    session: "requests.Session",
    folder: DataFolder,
    settings: Settings,
    present: "Ed25519PrivateKey",
    stop: Callable[[], bool],
) -> "Ed25519PrivateKey":
    """Let regie know a new key of this desk, and use it from now on; gives it.

    The new key is on disk before it is sent: after a lost answer the same one is asked for again, by itself.
    Raises DeskError when regie does not take it.
    """
    fresh = next_key(folder, settings)
    try:
        _ask_for(session, settings, fresh, present, stop)
    except RefusedError as error:
        if error.status != NOT_SIGNED_BY:
            raise
        _ask_for(session, settings, fresh, fresh, stop)
    keep_key(folder)
    settings.save(replace(settings.section(Regie), moved=False))
    return fresh


def _ask_for(
    session: "requests.Session",
    settings: Settings,
    fresh: "Ed25519PrivateKey",
    signer: "Ed25519PrivateKey",
    stop: Callable[[], bool],
) -> None:
    from ido_shared import delivery, exchange

    regie = settings.section(Regie)
    asked = exchange.NewKey(exchange.NEW_KEY, regie.desk, delivery.public_text(fresh))
    signed = delivery.sign(delivery.write(asked), signer, regie.desk)
    path = f"/v1/balies/{regie.desk}/sleutel"
    answer = ask(session, "PUT", regie.url, path, signed, delivery.MEDIA_TYPE, stop)
    refused: DeskError = refusal(answer, regie.url)
    try:
        said = delivery.read(delivery.verify(answer.body, delivery.public_from_text(regie.key)), exchange.NewKey)
    except delivery.ContractError as error:
        raise refused from error
    if said != asked:
        raise refused
