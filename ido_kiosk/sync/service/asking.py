"""Ask regie for something it signs and names by its content, and believe only that."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.connection import LONGEST_ANSWER, Answer, ask, refusal, session_with
from ido_kiosk.sync.service.linking import Network, Regie, own_key

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from ido_shared.exchange import DeskLocal, DeskSettings, FetchLocal, FetchSettings

    Said = TypeVar("Said", DeskSettings, DeskLocal)

NOT_MODIFIED = 304


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
    from ido_shared import exchange

    regie = settings.section(Regie)
    headers = {"Authorization": exchange.signed_request(asked, own_key(folder, may_make=False))}
    if known:
        headers["If-None-Match"] = known
    with session_with(regie.url, settings.section(Network).certificates) as session:
        whole = f"/v1/balies/{regie.desk}/{path}"
        answer = ask(session, "GET", regie.url, whole, b"", "text/plain", stop, headers, longest)
    if answer.status == NOT_MODIFIED and known:
        return None
    return _checked(answer, regie, *expected)


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
