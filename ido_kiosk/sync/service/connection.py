"""Requests to regie and what comes back; whatever goes wrong is a DeskError in plain Dutch."""

import threading
import time
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests

CONNECT_WITHIN, ANSWER_WITHIN = 10, 45
"""Seconds; the second is for everything, from the name of the computer to the last byte of the answer."""
LOOK_EVERY = 0.1
"""Seconds between two looks whether to stop waiting."""
LONGEST_ANSWER = 64 * 1024
"""Bytes."""
LONGEST_DETAIL = 300
REFUSED = frozenset({400, 401, 403, 413})
"""Refusals of one message that stay, however often it is sent."""
GOOD = frozenset({200, 201, 304, 409})
PROBLEM = "application/problem+json"
THIS_COMPUTER = frozenset({"127.0.0.1", "localhost", "::1"})


T = TypeVar("T")


class UnreachableError(DeskError):
    """There is no answer of regie now; later there may be one."""


class CoordinatorError(DeskError):
    """Trying again will not help: someone must look at it."""


class RefusedError(CoordinatorError):
    """Regie does not take this one message."""

    def __init__(self, text: str, status: int, moment: int | None = None) -> None:
        """``moment``: what time it is at regie, in seconds since 1970, as far as it says."""
        super().__init__(text)
        self.status = status
        self.moment = moment


class Answer(msgspec.Struct, frozen=True):
    """What came back: the status, the media type without parameters, the bytes, the name of this version, and when."""

    status: int
    media_type: str
    body: bytes
    etag: str = ""
    moment: int | None = None
    """The time of who answers, in seconds since 1970."""


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


def session_with(address: str, certificates: str = "") -> "requests.Session":
    """A session in which requests to one regie share their connection.

    Goes by the proxy of this computer, and trusts its certificates or those in a file. Raises DeskError when that
    file cannot be read.
    """
    import requests

    from ido_kiosk.sync.service.certificates import adapter

    session = requests.Session()
    session.trust_env = address.startswith("https")  # no proxy stands between us and this computer itself
    if session.trust_env:
        session.mount("https://", adapter(certificates))
    session.headers.update({"User-Agent": "ido-kiosk", "Accept-Encoding": "identity"})
    return session


def never() -> bool:
    """Nothing asks to stop."""
    return False


def ask(
    session: "requests.Session",
    method: str,
    address: str,
    path: str,
    body: bytes,
    media_type: str,
    stop: Callable[[], bool] = never,
    headers: Mapping[str, str] | None = None,
    longest: int = LONGEST_ANSWER,
) -> Answer:
    """Send a request and give the answer when it is a good one (200, 201, 304) or a conflict (409).

    Waits no longer than ANSWER_WITHIN, and not when ``stop`` says so. Raises UnreachableError when there is no answer
    or something else than regie gives one, and CoordinatorError when regie refuses (with its reason).
    """

    def work(given_up: threading.Event) -> Answer:
        with session.request(
            method,
            f"{address}{path}",
            data=body,
            headers={"Content-Type": media_type, **(headers or {})},
            timeout=(CONNECT_WITHIN, ANSWER_WITHIN),
            allow_redirects=False,
            stream=True,
        ) as response:
            return _read(response, given_up, longest)

    answer = _checked(within(work, stop, ANSWER_WITHIN), address)
    if answer.status in GOOD and len(answer.body) <= longest:
        return answer
    raise refusal(answer, address)


def within(work: Callable[[threading.Event], T], stop: Callable[[], bool], seconds: float) -> T | Exception:
    """What the work gives or raises, or a TimeoutError at the end of the time or when it has to stop.

    Only a thread can be left: names are looked up, and bytes dribble in, for as long as others please. It touches
    nothing but its own connection, so the end of the program may cut it off.
    """
    ended: SimpleQueue[T | Exception] = SimpleQueue()
    given_up = threading.Event()

    def attempt() -> None:
        try:
            ended.put(work(given_up))
        except Exception as error:
            ended.put(error)

    threading.Thread(target=attempt, name="request", daemon=True).start()
    until = time.monotonic() + seconds
    while not stop() and (left := until - time.monotonic()) > 0:
        try:
            return ended.get(timeout=min(LOOK_EVERY, left))
        except Empty:
            continue
    given_up.set()
    return TimeoutError()


def _read(response: "requests.Response", given_up: threading.Event, longest: int) -> Answer:
    """Read an answer, and no more of it than tells that it is too long or than anyone waits for."""
    body = b""
    for part in response.iter_content(8192):
        body += part
        if len(body) > longest or given_up.is_set():
            break
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    moment = _moment_of(response.headers.get("Date", ""))
    return Answer(response.status_code, media_type, body, response.headers.get("ETag", ""), moment)


def _moment_of(text: str) -> int | None:
    """The moment in a header ``Date``; None when there is none in it."""
    from email.utils import parsedate_to_datetime

    try:
        return int(parsedate_to_datetime(text).timestamp())
    except (ValueError, OverflowError):
        return None


def _checked(answer: Answer | Exception, address: str) -> Answer:
    """The answer, when there is one. Raises UnreachableError that says why there is none."""
    import requests

    if isinstance(answer, Answer):
        return answer
    if isinstance(answer, requests.exceptions.SSLError):
        raise UnreachableError(
            _(
                "De beveiligde verbinding met {address} is niet te vertrouwen. "
                "Controleer het adres en de datum van deze computer. Vraag anders de beheerder."
            ).format(address=address)
        ) from answer
    if isinstance(answer, OSError | ValueError):  # what requests raises is either or both
        raise UnreachableError(
            _("Regie is niet bereikbaar op {address}. Controleer het adres en het internet.").format(address=address)
        ) from answer
    raise answer


def refusal(answer: Answer, address: str) -> DeskError:
    """The error for an answer that will not do: in regie's own words where it gives them."""
    if answer.media_type == PROBLEM and (detail := _detail(answer.body)):
        if answer.status in REFUSED:
            return RefusedError(detail, answer.status, answer.moment)
        return CoordinatorError(detail) if answer.status == 409 else UnreachableError(detail)
    if 300 <= answer.status < 400:
        text = _("Het adres {address} verwijst door naar een ander adres. Vraag regie om het juiste adres.")
        return CoordinatorError(text.format(address=address))
    if answer.status >= 500:
        text = _("Bij {address} is een storing. Er gaat niets verloren. Probeer het later opnieuw.")
    else:
        text = _(
            "Op {address} antwoordt iets anders dan regie, misschien de inlogpagina van een netwerk. "
            "Controleer het adres, en kijk in een webbrowser of het internet werkt."
        )
    return UnreachableError(text.format(address=address))


def _detail(body: bytes) -> str:
    try:
        return " ".join(msgspec.json.decode(body, type=_Problem).detail.split())[:LONGEST_DETAIL]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
