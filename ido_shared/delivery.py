"""The contract between kiosk and regie: what a delivery holds, how it is signed, numbered and answered.

A delivery travels as a compact JWS (EdDSA only, ``kid`` = desk). Source of the rules: docs/decisions/005.
"""

import hashlib
import uuid
import warnings
from typing import Any, TypeVar

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.errors import BadSignatureError, DecodeError, JoseError, SecurityWarning
from joserfc.jwk import OKPKey

from ido_shared.counts import Cell as Cell
from ido_shared.counts import Message as Message
from ido_shared.counts import WeekTotal as WeekTotal

DELIVERY, WITH_CELLS, TOTALS_ONLY = "levering/3", "levering/2", "levering/1"
"""What a delivery is now, and the versions before it, which are still understood: without content, without cells."""
UNDERSTOOD = (DELIVERY, WITH_CELLS, TOTALS_ONLY)
RECEIPT = "ontvangst/1"
"""What the ``schema`` of a receipt says."""
ALGORITHM = "EdDSA"
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What msgspec raises for bytes that are no JSON, that hold a text that is no UTF-8, or that nest without end."""
REGISTRY = jws.JWSRegistry(algorithms=[ALGORITHM], strict_check_header=False)
"""What a signature may be. A field of the header that nobody knows yet is overlooked."""
REGISTRY.max_header_length = 8 * 1024
REGISTRY.max_payload_length = 4 * 1024 * 1024  # room for a page of deliveries; each door has a lower limit of its own
MEDIA_TYPE = "application/jose"
PADDED_TO = 8 * 1024
"""Bytes: the JSON of every delivery is a multiple of this, so that its length tells nothing."""
SEALED_AT_MOST = 32 * 1024
"""Characters in ``verzegeld``."""

# RFC 9864 renames this algorithm to "Ed25519", and joserfc says so at each use. The contract keeps "EdDSA", as every
# desk and every delivery so far has it. What RFC 9864 warns of, a key of another curve, cannot come in here.
warnings.filterwarnings("ignore", "EdDSA is deprecated via RFC 9864", SecurityWarning)


class ContractError(Exception):
    """A message that does not keep the contract; the text says in Dutch what is wrong with it."""


class Delivery(Message, frozen=True):
    """One numbered delivery of a desk: its totals replace earlier ones of the same week, its cells are new counts."""

    schema: str
    """``levering/3``; an older program says ``levering/2``, without ``inhoud`` and ``geweigerd``, or ``levering/1``,

    which has no ``cellen`` and no ``verzegeld`` either.
    """
    id: str
    balie: str
    reeks: int
    """The epoch: 1, and one more each time a desk starts numbering anew."""
    nummer: int
    """1, 2, 3 … without gaps within one epoch."""
    vorige: str
    """SHA-256 (hex) of the signed bytes of the delivery before this one; empty for number 1."""
    programma: str
    """Version of the kiosk program."""
    codelijst: int
    """Version of the code lists."""
    totalen: list[WeekTotal]
    cellen: list[Cell] = msgspec.field(default_factory=list)
    verzegeld: str = ""
    """Room for counts that desks add up together and that the server cannot read; empty for now."""
    inhoud: str = ""
    """The newest day on which something in forms/ was checked, ``YYYY-MM-DD``; empty when the desk does not say."""
    geweigerd: bool = False
    """Whether regie did not know this desk, or had revoked it, when it last heard from it."""
    vulling: str = ""
    """Padding: spaces up to the next multiple of PADDED_TO."""


class Receipt(Message, frozen=True):
    """Regie's signed answer to a delivery: what it has, and its own totals for the kiosk to compare."""

    schema: str
    """Always ``ontvangst/1``."""
    id: str
    """The delivery that is answered."""
    balie: str
    reeks: int
    alles_tot: int
    """All numbers from 1 up to this one have arrived."""
    ontbreekt: list[int]
    """Numbers that are missing below the highest one that arrived."""
    vragen: int
    """Regie's total of questions of this desk over all weeks it knows."""
    bezoeken: int


class Enrolment(Message, frozen=True, omit_defaults=True):
    """A desk asks to be enrolled: the one-time code and the desk's public key."""

    koppelcode: str
    sleutel: str
    """Public key of the desk, Ed25519, raw bytes in hex."""
    plaats: str
    """Identity (UUID) that this desk uses for its location."""
    balie: str = ""
    """Identity that this regie gave it before; then it gets that back, also when regie lost it. Empty at first."""


class Enrolled(Message, frozen=True):
    """Regie's answer to an enrolment."""

    balie: str
    naam: str
    locatie: str
    bibliotheek: str
    gemeente: str
    sleutel: str
    """Public key of regie, Ed25519, raw bytes in hex."""


M = TypeVar("M", bound=Message)


def delivery_id(desk: str, epoch: int, number: int) -> str:
    """The identity of a delivery: a UUIDv5, the same however often it is made."""
    return str(uuid.uuid5(uuid.UUID(desk), f"levering:{epoch}:{number}"))


def digest(signed: bytes) -> str:
    """SHA-256 (hex) of signed bytes, as the next delivery names them."""
    return hashlib.sha256(signed).hexdigest()


def pack(delivery: Delivery) -> bytes:
    """The JSON of a delivery, padded to a multiple of PADDED_TO bytes."""
    bare = msgspec.json.encode(msgspec.structs.replace(delivery, vulling=""))
    return msgspec.json.encode(msgspec.structs.replace(delivery, vulling=" " * (-len(bare) % PADDED_TO)))


def sign(payload: bytes, key: Ed25519PrivateKey, signer: str, moment: int | None = None) -> bytes:
    """Sign bytes as a compact JWS; ``signer`` becomes the ``kid``, ``moment`` (seconds since 1970) the ``iat``."""
    headers = {"alg": ALGORITHM} | ({} if moment is None else {"iat": moment}) | {"kid": signer, "typ": "JOSE"}
    return jws.serialize_compact(headers, payload, OKPKey.import_key(key), registry=REGISTRY).encode()


def signer_of(signed: bytes) -> str:
    """The ``kid`` that a JWS names, not yet verified. Raises ContractError when there is none."""
    kid = _header(signed).get("kid")
    if not isinstance(kid, str):
        raise ContractError("In de ondertekening staat niet welke balie tekende.")
    return kid


def signed_at(signed: bytes) -> int | None:
    """The ``iat`` of a JWS whose signature was found right; None when it has none. Raises ContractError."""
    moment = _header(signed).get("iat")
    if moment is not None and type(moment) is not int:
        raise ContractError("In de ondertekening staat geen geldig moment.")
    return moment


def _header(signed: bytes) -> dict[str, Any]:
    """The header of a JWS, not yet verified, read beside an empty payload: a long one need not be decoded twice."""
    header, *others = signed.split(b".")
    try:
        return _opened(header + b"." * len(others)).headers()
    except JoseError as error:
        raise ContractError("Dit is geen ondertekend bericht.") from error


def verify(signed: bytes, key: Ed25519PublicKey) -> bytes:
    """The payload of a JWS whose signature is right. Raises ContractError when it is not."""
    try:
        opened = _opened(signed)
        if not jws.validate_compact(opened, OKPKey.import_key(key), registry=REGISTRY):
            raise BadSignatureError
    except JoseError as error:
        raise ContractError("De handtekening klopt niet.") from error
    return opened.payload


def unverified(signed: bytes) -> bytes:
    """The payload of a JWS that someone else vouches for. Raises ContractError when it is not one."""
    try:
        return _opened(signed).payload
    except JoseError as error:
        raise ContractError("Dit is geen ondertekend bericht.") from error


def _opened(signed: bytes) -> jws.CompactSignature:
    """A JWS taken apart, not yet verified. Raises JoseError, also for what joserfc lets through or stumbles over.

    ``crit`` changes what a signature means (``b64``: over bytes that are not coded); the contract has no such thing.
    """
    try:
        opened = jws.extract_compact(signed, registry=REGISTRY)
    except (TypeError, RecursionError) as error:
        raise DecodeError from error
    header = opened.headers()
    if not isinstance(header, dict) or "crit" in header:
        raise DecodeError
    REGISTRY.check_header(header)
    return opened


def read(payload: bytes, kind: type[M]) -> M:
    """Read a message of this kind. Raises ContractError that names the first thing that is wrong."""
    try:
        return msgspec.json.decode(payload, type=kind)
    except UNREADABLE as error:
        raise ContractError(f"Het bericht is niet volgens de afspraak: {error}") from error


def write(message: Message) -> bytes:
    """The JSON of a message."""
    return msgspec.json.encode(message)


def new_key() -> Ed25519PrivateKey:
    """A new private key."""
    return Ed25519PrivateKey.generate()


def key_to_pem(key: Ed25519PrivateKey) -> bytes:
    """A private key as the text that is kept on disk."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def key_from_pem(text: bytes) -> Ed25519PrivateKey:
    """A private key from the text on disk. Raises ContractError when it is not one."""
    try:
        key = serialization.load_pem_private_key(text, password=None)
    except ValueError as error:
        raise ContractError("Het sleutelbestand is niet te lezen.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ContractError("Het sleutelbestand bevat een andere soort sleutel.")
    return key


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half of a key, raw bytes in hex, as it travels at enrolment."""
    return key.public_key().public_bytes_raw().hex()


def public_from_text(text: str) -> Ed25519PublicKey:
    """A public key from its hex. Raises ContractError when it is not one."""
    try:
        return Ed25519PublicKey.from_public_bytes(bytes.fromhex(text))
    except ValueError as error:
        raise ContractError("De openbare sleutel is niet te lezen.") from error
