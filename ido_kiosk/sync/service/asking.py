"""Ask regie for something it signs and names by its content, and believe only that."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ido_kiosk.base import clock
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.connection import LONGEST_ANSWER, Answer, RefusedError, ask, refusal, session_with
from ido_kiosk.sync.service.keys import own_key
from ido_kiosk.sync.service.linking import Network, Regie

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from ido_shared.exchange import DeskLocal, DeskSettings, Fetch, FetchLocal, FetchSettings

    Said = TypeVar("Said", DeskSettings, DeskLocal)

NOT_MODIFIED, NOT_SIGNED_BY = 304, 401


def ask_signed(
    folder: DataFolder,
    settings: Settings,
    path: str,
    asked: "FetchSettings | FetchLocal",
    known: str,
    expected: "tuple[type[Said], str]",
    stop: Callable[[], bool],
    longest: int = LONGEST_ANSWER,
) -> "tuple[Said, str] | None":
    """What regie signed for this desk, of the expected kind and schema, and its ETag; None when it is still ``known``.

    Raises DeskError when nothing came or something else than that.
    """
    regie = settings.section(Regie)
    key = own_key(folder, settings, may_make=False)
    with session_with(regie.url, settings.section(Network).certificates) as session:
        answer = get_signed(session, regie, key, asked, path, known, stop, longest)
    if answer.status == NOT_MODIFIED and known:
        return None
    return _checked(answer, regie, *expected)


def get_signed(
    session: "requests.Session",
    regie: Regie,
    key: "Ed25519PrivateKey",
    asked: "Fetch | FetchSettings | FetchLocal",
    path: str,
    known: str,
    stop: Callable[[], bool],
    longest: int,
) -> Answer:
    """Ask for something of this desk under its signature, which counts for minutes.

    When the clock of this computer is wrong, it is asked once more by the time that regie tells. Raises DeskError.
    """
    from ido_shared import exchange

    def attempt(moment: int) -> Answer:
        headers = {"Authorization": exchange.signed_request(asked, key, moment)} | (
            {"If-None-Match": known} if known else {}
        )
        whole = f"/v1/balies/{regie.desk}/{path}"
        return ask(session, "GET", regie.url, whole, b"", "text/plain", stop, headers, longest)

    here = clock.moment()
    try:
        return attempt(here)
    except RefusedError as error:
        there = error.moment
        if error.status != NOT_SIGNED_BY or there is None or abs(there - here) < exchange.VALID_FOR:
            raise
        return attempt(there)


def _checked(answer: Answer, regie: Regie, kind: "type[Said]", schema: str) -> "tuple[Said, str]":
    """What regie signed for this desk, and its name. Raises DeskError when it is not that."""
    from ido_shared import delivery, exchange

    try:
        payload = delivery.verify(answer.body, delivery.public_from_text(regie.key))
        said = delivery.read(payload, kind)
    except delivery.ContractError as error:
        raise refusal(answer, regie.url) from error
    if (said.schema, said.balie) != (schema, regie.desk):
        raise refusal(answer, regie.url)
    return said, exchange.entity_tag(payload)
