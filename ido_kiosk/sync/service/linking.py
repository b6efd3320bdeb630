"""Link this desk to regie: its own key, and what regie told about itself."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.connection import Answer, CoordinatorError, address_of, ask, never, refusal, session_with

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from ido_shared.delivery import Enrolled

KEY_FILE, NEXT_KEY_FILE = "sleutel.pem", "sleutel.nieuw.pem"


class Regie(msgspec.Struct, frozen=True):
    """Section of the settings: the regie that this desk is linked to. All empty while it is not linked."""

    url: str = ""
    desk: str = ""
    """Identity of this desk at regie."""
    place: str = ""
    """Identity of where it stood when it was linked."""
    name: str = ""
    location: str = ""
    library: str = ""
    municipality: str = ""
    key: str = ""
    """Public key of regie."""
    moved: bool = False
    """Whether this desk came from another computer, and regie does not know its new key yet."""


class Network(msgspec.Struct, frozen=True):
    """Section of the settings for an administrator."""

    certificates: str = ""
    """File (PEM) with the certificates to trust instead of those of this computer; empty in most places."""


def enrol(
    url: str, code: str, folder: DataFolder, settings: Settings, place: str, stop: Callable[[], bool] = never
) -> "Enrolled":
    """Link this desk to the regie at an address, with the one-time code that regie gave out, typed or scanned.

    The desk's key is on disk before anything is sent: after a lost answer, the same code works again.
    Takes as long as the network does, 45 seconds at most, and ends early when ``stop`` says so.
    Raises DeskError that says what is wrong and what to do.
    """
    from ido_shared import delivery, exchange

    typed, scanned = exchange.read_link(code)
    address = address_of(scanned or url)
    if not typed:
        raise DeskError(_("Vul de koppelcode in die regie gaf."))
    before = settings.section(Regie)
    key = own_key(folder, may_make=not before.desk)
    known = before.desk if before.url in ("", address) else ""
    asked = delivery.Enrolment(typed, delivery.public_text(key), place, known)
    with session_with(address, settings.section(Network).certificates) as session:
        answer = ask(session, "POST", address, "/v1/koppelingen", delivery.write(asked), "application/json", stop)
    enrolled = _checked(answer, address)
    keep_link(settings, address, place, enrolled)
    return enrolled


def own_key(folder: DataFolder, may_make: bool) -> "Ed25519PrivateKey":
    """The key of this desk; made when there is none and it may be. Raises CoordinatorError without a usable key."""
    return _key_in(folder.root / KEY_FILE, may_make)


def next_key(folder: DataFolder) -> "Ed25519PrivateKey":
    """The key that this desk will have; made when there is none yet. Raises CoordinatorError."""
    return _key_in(folder.root / NEXT_KEY_FILE, may_make=True)


def keep_key(folder: DataFolder) -> None:
    """Use the next key from now on. Raises CoordinatorError."""
    file = folder.root / NEXT_KEY_FILE
    try:
        file.replace(folder.root / KEY_FILE)
    except OSError as error:
        raise _unusable(file) from error


def drop_key(folder: DataFolder) -> None:
    """Forget the keys: they are of the desk from which this folder was copied. Raises CoordinatorError."""
    for name in (KEY_FILE, NEXT_KEY_FILE):
        try:
            (folder.root / name).unlink(missing_ok=True)
        except OSError as error:
            raise _unusable(folder.root / name) from error


def _key_in(file: Path, may_make: bool) -> "Ed25519PrivateKey":
    from ido_shared import delivery

    try:
        if may_make and not file.exists():
            _write_private(file, delivery.key_to_pem(delivery.new_key()))
        return delivery.key_from_pem(file.read_bytes())
    except (OSError, delivery.ContractError) as error:
        raise _unusable(file) from error


def _unusable(file: Path) -> CoordinatorError:
    text = _("De sleutel van deze balie is weg of niet te lezen ({file}). Vertel dit aan de coördinator.")
    return CoordinatorError(text.format(file=file))


def _write_private(file: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".nieuw-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    Path(name).replace(file)


def _checked(answer: Answer, address: str) -> "Enrolled":
    """What regie answered. Raises DeskError when it is a refusal or not regie's answer at all."""
    from uuid import UUID

    from ido_shared import delivery

    if answer.status == 409:
        raise refusal(answer, address)
    try:
        enrolled = delivery.read(answer.body, delivery.Enrolled)
        delivery.public_from_text(enrolled.sleutel)
        UUID(enrolled.balie)
    except (delivery.ContractError, ValueError) as error:
        raise refusal(answer, address) from error
    return enrolled


def keep_link(settings: Settings, address: str, place: str, enrolled: "Enrolled") -> None:
    """Keep to which regie this desk is linked. Raises DeskError when that is not possible."""
    section = Regie(
        url=address,
        desk=enrolled.balie.lower(),
        place=place,
        name=enrolled.naam,
        location=enrolled.locatie,
        library=enrolled.bibliotheek,
        municipality=enrolled.gemeente,
        key=enrolled.sleutel,
    )
    try:
        settings.save(section)
    except DeskError as error:
        again = _("De koppeling is niet bewaard. Koppel straks opnieuw, met dezelfde code.")
        raise DeskError(f"{again} {error}") from error
