"""The contract beside the delivery itself: ask for what was delivered, and the page that answers it.

All of it travels as a compact JWS, as a delivery does. Source of the rules: docs/decisions/016.
"""

import hashlib
from typing import Any, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ido_shared import delivery
from ido_shared.delivery import Message

FETCH = "opvragen/1"
PAGE = "leveringen/1"
NEW_KEY = "sleutel/1"
SETTINGS_ASKED = "instellingen-opvragen/1"
SETTINGS = "instellingen/1"
LOCAL_ASKED = "lokaal-opvragen/1"
LOCAL = "lokaal/1"
LONGEST_LOCAL = 512 * 1024
"""Bytes of a signed answer with local data; MOST_LOCAL entries of both writers, with every field full, fit in it."""
MOST_LOCAL = 100
"""Entries that one municipality or library may have."""
BEARER = "Bearer "
"""What stands before a signed request in the header ``Authorization``."""
VALID_FOR = 300
"""Seconds before and after its moment in which a signed request counts: who gets hold of one later has nothing."""


class Fetch(Message, frozen=True):
    """A desk asks for its own deliveries, from a number on."""

    schema: str
    """Always ``opvragen/1``."""
    balie: str
    vanaf: int


class Page(Message, frozen=True):
    """The deliveries of a desk from a number on, byte for byte as it signed them."""

    schema: str
    """Always ``leveringen/1``."""
    balie: str
    vanaf: int
    verder: int
    """The number to ask for next; 0 when this was all."""
    leveringen: list[str]
    """Each a compact JWS."""


class NewKey(Message, frozen=True):
    """A desk that moved to another computer asks for a new key, signed with the one of before."""

    schema: str
    """Always ``sleutel/1``."""
    balie: str
    sleutel: str
    """The new public key, Ed25519, raw bytes in hex."""


class FetchSettings(Message, frozen=True):
    """A desk asks what the municipality decided for it."""

    schema: str
    """Always ``instellingen-opvragen/1``."""
    balie: str


class DeskSettings(Message, frozen=True):
    """What the municipality decided for a desk; what it left to the library is not in it."""

    schema: str
    """Always ``instellingen/1``."""
    balie: str
    waarden: dict[str, dict[str, Any]]
    """Values by section of the kiosk's settings. A kiosk leaves out what it does not know, and says so."""
    vast: dict[str, list[str]]
    """Which of them the library and the desk may not change."""


class FetchLocal(Message, frozen=True):
    """A desk asks what its municipality and its library wrote about organisations nearby."""

    schema: str
    """Always ``lokaal-opvragen/1``."""
    balie: str


class LocalEntry(Message, frozen=True):
    """An organisation, a consulting hour or a course near a library; the fields are those of the kiosk's own."""

    id: str
    van: Literal["gemeente", "bibliotheek"]
    """Who wrote it."""
    soort: str
    """One of ``local.KINDS``, or one that only a newer kiosk knows."""
    naam: str
    verwijzing: str
    telefoon: str
    adres: str
    open: str
    directe_lijn: str
    website: str
    voor_wie: str
    meenemen: str
    toets: int
    """The number key that is proposed, 1 to 9; 0 is none."""
    nagekeken: str
    """The day on which the writer last kept it, ``YYYY-MM-DD``."""


class DeskLocal(Message, frozen=True):
    """All organisations nearby, as municipality and library wrote them; the desk's own stay as they are."""

    schema: str
    """Always ``lokaal/1``."""
    balie: str
    gegevens: list[LocalEntry]


def entity_tag(payload: bytes) -> str:
    """The ETag of what is inside a signature: both sides work it out from the same bytes."""
    return f'"{hashlib.sha256(payload).hexdigest()}"'


def signed_request(fetch: Fetch | FetchSettings | FetchLocal, key: Ed25519PrivateKey, moment: int) -> str:
    """The value of the header ``Authorization`` with which a desk asks at a moment, in seconds since 1970.

    The moment stands beside the message, where a regie that does not know it yet overlooks it.
    """
    return BEARER + delivery.sign(delivery.write(fetch), key, fetch.balie, moment).decode()


def is_fresh(signed: bytes, now: int) -> bool:
    """Whether a request with a good signature was made about now; a kiosk one version back does not say when.

    Raises ContractError for a moment that is none.
    """
    made = delivery.signed_at(signed)
    return made is None or abs(now - made) <= VALID_FOR


DELIVERIES_FILE = "leveringen-bestand/1"
RECEIPTS_FILE = "ontvangst-bestand/1"
ENROLMENT_FILE = "koppelverzoek-bestand/1"
ENROLLED_FILE = "koppeling-bestand/1"


class DeliveriesFile(Message, frozen=True):
    """Deliveries on a USB stick, and a signed question for what regie has already."""

    schema: str
    """Always ``leveringen-bestand/1``."""
    balie: str
    opvraging: str
    """A compact JWS of a Fetch."""
    leveringen: list[str]
    """Each a compact JWS, oldest first."""


class Refused(Message, frozen=True):
    """A delivery that regie did not take from a file."""

    id: str
    status: int
    reden: str


class ReceiptsFile(Message, frozen=True, omit_defaults=True):
    """Regie's answer to a file of deliveries, on the same stick."""

    schema: str
    """Always ``ontvangst-bestand/1``."""
    balie: str
    ontvangen: list[str]
    """Each a receipt as compact JWS."""
    geweigerd: list[Refused]
    bladzijde: str
    """The page that was asked for, as compact JWS."""
    verdere: list[str] = msgspec.field(default_factory=list)
    """The pages after it, up to the last; only there when one is too small, since an older kiosk does not know it."""


class EnrolmentFile(Message, frozen=True):
    """A desk asks to be enrolled, on a USB stick."""

    schema: str
    """Always ``koppelverzoek-bestand/1``."""
    verzoek: delivery.Enrolment


class EnrolledFile(Message, frozen=True):
    """Regie's answer to it."""

    schema: str
    """Always ``koppeling-bestand/1``."""
    koppeling: delivery.Enrolled


LINK = "ido-koppel:"
"""How the text of a QR code for linking begins."""


def link_text(address: str, code: str) -> str:
    """The text of the QR code with which a desk is linked: a scanner types it into the field of the code."""
    return f"{LINK}{code}@{address}"


def read_link(typed: str) -> tuple[str, str]:
    """The code and the address in what was typed or scanned; the address is empty when only a code was typed."""
    text = "".join(typed.split())
    if not text.startswith(LINK):
        return text, ""
    code, _at, address = text.removeprefix(LINK).partition("@")
    return code, address
