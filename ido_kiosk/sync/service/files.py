"""Deliver and link without a network: files on a USB stick, with the same signatures."""

from datetime import date

import msgspec

from ido_kiosk.base import clock
from ido_kiosk.base.database import transaction
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync import records
from ido_kiosk.sync.service.connection import CoordinatorError, never
from ido_kiosk.sync.service.keys import own_key
from ido_kiosk.sync.service.linking import Network, Regie, keep_link
from ido_kiosk.sync.service.repairing import first_doubtful, read_page, take_in
from ido_kiosk.sync.service.round import Round, say_all, sender_of

DELIVERIES_NAME, ENROLMENT_NAME = "leveringen.ido", "koppelverzoek.ido"
"""What the files are called."""


class Read(msgspec.Struct, frozen=True):
    """What came of a file of receipts: how many deliveries arrived, and how many regie refuses."""

    arrived: int
    refused: int
    repaired: bool


def deliveries_file(
    folder: DataFolder, settings: Settings, today: date, program: str, code_list: int, content: str = ""
) -> bytes:
    """Everything that did not arrive yet, also what is new, as a file for regie.

    What is in it stays here until the receipt comes back. Raises DeskError for a desk that is not linked.
    """
    from ido_shared import delivery, exchange

    regie = _linked(settings)
    key = own_key(folder, settings, may_make=False)
    sender = sender_of(regie, regie.place, program, code_list, content)
    if not statistics.needs_repair():
        say_all(Round(folder, sender, regie, key, today, settings.section(Network).certificates, never))
    asked = exchange.Fetch(exchange.FETCH, regie.desk, first_doubtful(regie.desk))
    signed = [(records.signed_bytes(id) or b"").decode() for id in records.unsent(regie.desk)]
    if statistics.needs_repair():
        signed = []  # first the answer that tells what regie has
    file = exchange.DeliveriesFile(
        exchange.DELIVERIES_FILE,
        regie.desk,
        delivery.sign(delivery.write(asked), key, regie.desk, clock.moment()).decode(),
        signed,
    )
    return delivery.write(file)


def read_receipts(content: bytes, settings: Settings, today: date) -> Read:
    """Take in the file that came back. Raises DeskError when it is not one for this desk, or not signed by regie."""
    from ido_shared import delivery, exchange

    regie = _linked(settings)
    wrong = DeskError(_("Dit is geen antwoord van regie voor deze balie. Kies het bestand dat regie gaf."))
    try:
        file = delivery.read(content, exchange.ReceiptsFile)
        key = delivery.public_from_text(regie.key)
        receipts = [delivery.read(delivery.verify(each.encode(), key), delivery.Receipt) for each in file.ontvangen]
    except delivery.ContractError as error:
        raise wrong from error
    page = read_page(file.bladzijde.encode(), regie)
    if page is None or (file.schema, file.balie) != (exchange.RECEIPTS_FILE, regie.desk):
        raise wrong
    if any((each.schema, each.balie) != (delivery.RECEIPT, regie.desk) for each in receipts):
        raise wrong
    repaired = take_in(regie.desk, [each.encode() for each in page.leveringen], today)
    with transaction():
        for each in receipts:
            records.mark_sent(each.id, today, each.vragen, each.bezoeken)
        for refused in file.geweigerd:
            records.set_aside(refused.id, refused.status)
    return Read(len(receipts), len(file.geweigerd), repaired)


def enrolment_file(folder: DataFolder, settings: Settings, code: str, place: str) -> bytes:
    """The request to be linked, as a file for regie. Raises DeskError without a code."""
    from ido_shared import delivery, exchange

    typed, _address = exchange.read_link(code)
    if not typed:
        raise DeskError(_("Vul de koppelcode in die regie gaf."))
    before = settings.section(Regie)
    key = own_key(folder, settings, may_make=not before.desk)
    asked = delivery.Enrolment(typed, delivery.public_text(key), place, before.desk)
    return delivery.write(exchange.EnrolmentFile(exchange.ENROLMENT_FILE, asked))


def read_enrolled(content: bytes, settings: Settings, place: str) -> Regie:
    """Link this desk with the file that came back; gives the link. Raises DeskError when it is not such a file."""
    from ido_shared import delivery, exchange

    try:
        file = delivery.read(content, exchange.EnrolledFile)
        delivery.public_from_text(file.koppeling.sleutel)
    except delivery.ContractError as error:
        raise DeskError(
            _("Dit is geen koppeling van regie. Kies het bestand dat regie gaf na het koppelverzoek.")
        ) from error
    keep_link(settings, settings.section(Regie).url, place, file.koppeling)
    return settings.section(Regie)


def _linked(settings: Settings) -> Regie:
    regie = settings.section(Regie)
    if not regie.desk:
        raise CoordinatorError(_("Deze balie is nog niet gekoppeld aan regie. Koppel haar eerst."))
    return regie
