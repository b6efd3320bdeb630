"""The contract beside the delivery itself: ask for what was delivered, and the page that answers it.

All of it travels as a compact JWS, as a delivery does. Source of the rules: docs/decisions/013.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ido_shared import delivery
from ido_shared.delivery import Message

FETCH = "opvragen/1"
PAGE = "leveringen/1"
NEW_KEY = "sleutel/1"
BEARER = "Bearer "
"""What stands before a signed request in the header ``Authorization``."""


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


def signed_request(fetch: Fetch, key: Ed25519PrivateKey) -> str:
    """The value of the header ``Authorization`` with which a desk asks."""
    return BEARER + delivery.sign(delivery.write(fetch), key, fetch.balie).decode()
