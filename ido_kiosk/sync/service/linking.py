"""Link this desk to regie: its own key, and what regie told about itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service.connection import Answer, address_of, ask, never, refusal, session_with
from ido_kiosk.sync.service.keys import own_key

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from ido_shared.delivery import Enrolled


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
    key = own_key(folder, settings, may_make=not before.desk)
    known = before.desk if before.url in ("", address) else ""
    asked = delivery.Enrolment(typed, delivery.public_text(key), place, known)
    with session_with(address, settings.section(Network).certificates) as session:
        answer = ask(session, "POST", address, "/v1/koppelingen", delivery.write(asked), "application/json", stop)
    enrolled = _checked(answer, address)
    keep_link(settings, address, place, enrolled)
    return enrolled


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
