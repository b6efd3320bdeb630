"""Requests to regie and what comes back; whatever goes wrong is a DeskError in plain Dutch."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests

CONNECT_WITHIN, ANSWER_WITHIN = 5, 30
"""Seconds."""
LONGEST_ANSWER = 64 * 1024
"""Bytes."""
LONGEST_DETAIL = 300
FOR_A_PERSON = frozenset({400, 401, 403, 409, 413})
"""Refusals that stay, however often the same is sent."""
PROBLEM = "application/problem+json"
THIS_COMPUTER = frozenset({"127.0.0.1", "localhost", "::1"})


class CoordinatorError(DeskError):
    """Trying again will not help: someone must look at it."""


class Answer(msgspec.Struct, frozen=True):
    """What came back: the status, the media type without parameters, and the bytes."""

    status: int
    media_type: str
    body: bytes


class _Problem(msgspec.Struct):
    """What is used of a problem+json."""

    detail: str = ""


def address_of(url: str) -> str:
    """The address of a regie as it is used. Raises DeskError for one that cannot be, or is not safe."""
    try:
        parts = urlsplit(url.strip())
        possible = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        possible = False
    if not possible or parts.username is not None or parts.query or parts.fragment:
        raise DeskError(_("{url} is geen adres van regie. Een adres begint met https://.").format(url=url))
    if parts.scheme == "http" and parts.hostname not in THIS_COMPUTER:
        raise DeskError(
            _(
                "{url} is niet veilig. Het adres van regie begint met https://. "
                "Alleen regie op deze computer zelf mag met http:// beginnen."
            ).format(url=url)
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def session_with(address: str) -> "requests.Session":
    """A session in which requests to one regie share their connection."""
    import requests

    session = requests.Session()
    session.trust_env = address.startswith("https")  # no proxy stands between us and this computer itself
    session.headers.update({"User-Agent": "ido-kiosk", "Accept-Encoding": "identity"})
    return session


def ask(session: "requests.Session", method: str, address: str, path: str, body: bytes, media_type: str) -> Answer:
    """Send a request and give the answer when it is a good one (200 or 201) or a conflict (409).

    Raises DeskError when there is no answer, when regie refuses (with its reason), or when this is not regie.
    """
    import requests

    try:
        with session.request(
            method,
            f"{address}{path}",
            data=body,
            headers={"Content-Type": media_type},
            timeout=(CONNECT_WITHIN, ANSWER_WITHIN),
            allow_redirects=False,
            stream=True,
        ) as response:
            answer = _read(response)
    except requests.exceptions.SSLError as error:
        raise DeskError(
            _(
                "De beveiligde verbinding met {address} is niet te vertrouwen. "
                "Controleer het adres en de datum van deze computer. Vraag anders de beheerder."
            ).format(address=address)
        ) from error
    except (OSError, ValueError) as error:  # what requests raises is either or both
        raise DeskError(
            _("Regie is niet bereikbaar op {address}. Controleer het adres en het internet.").format(address=address)
        ) from error
    if answer.status in (200, 201, 409) and len(answer.body) <= LONGEST_ANSWER:
        return answer
    raise refusal(answer, address)


def _read(response: "requests.Response") -> Answer:
    """Read an answer, and no more of it than tells that it is too long."""
    body = b""
    for part in response.iter_content(8192):
        body += part
        if len(body) > LONGEST_ANSWER:
            break
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Answer(response.status_code, media_type, body)


def refusal(answer: Answer, address: str) -> DeskError:
    """The error for an answer that will not do: in regie's own words where it gives them."""
    if answer.media_type == PROBLEM and (detail := _detail(answer.body)):
        return CoordinatorError(detail) if answer.status in FOR_A_PERSON else DeskError(detail)
    if 300 <= answer.status < 400:
        text = _("Het adres {address} verwijst door naar een ander adres. Vraag regie om het juiste adres.")
    elif answer.status >= 500:
        text = _("Bij {address} is een storing. Er gaat niets verloren. Probeer het later opnieuw.")
    else:
        text = _(
            "Op {address} antwoordt iets anders dan regie, misschien de inlogpagina van een netwerk. "
            "Controleer het adres, en kijk in een webbrowser of het internet werkt."
        )
    return DeskError(text.format(address=address))


def _detail(body: bytes) -> str:
    try:
        return " ".join(msgspec.json.decode(body, type=_Problem).detail.split())[:LONGEST_DETAIL]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
