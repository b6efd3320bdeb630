"""Deliver and link without a network: files on a USB stick, with the same signatures."""

from datetime import date
from typing import TYPE_CHECKING

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
from ido_kiosk.sync.service.sending import OLDER_COPY, wait_again

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from ido_shared.delivery import Receipt
    from ido_shared.exchange import Page, ReceiptsFile

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
    signing = _signing(folder, settings, today, program, code_list, content)
    if not statistics.needs_repair():
        say_all(signing)
    asked = exchange.Fetch(exchange.FETCH, regie.desk, first_doubtful(regie.desk))
    signed = [(records.signed_bytes(id) or b"").decode() for id in records.unsent(regie.desk)]
    if statistics.needs_repair():
        signed = []  # first the answer that tells what regie has
    file = exchange.DeliveriesFile(
        exchange.DELIVERIES_FILE,
        regie.desk,
        delivery.sign(delivery.write(asked), signing.key, regie.desk, clock.moment()).decode(),
        signed,
    )
    return delivery.write(file)


def read_receipts(
    answer: bytes,
    folder: DataFolder,
    settings: Settings,
    today: date,
    program: str,
    code_list: int,
    content: str = "",
) -> Read:
    """Take in the file that came back; what regie misses goes into the next file.

    Raises DeskError when it is not one for this desk, or not signed by regie.
    """
    regie = _linked(settings)
    file, receipts, pages = _opened(answer, regie)
    # While an older copy waits for what regie has, a file holds no deliveries: an answer about some is of before.
    is_asked_since = not (statistics.needs_repair() and (file.ontvangen or file.geweigerd))
    found = _all_of(pages, first_doubtful(regie.desk))
    repaired = found is not None and take_in(regie.desk, found, today, is_all=is_asked_since)
    refused = [each for each in file.geweigerd if each.status != OLDER_COPY]
    with transaction():
        for each in receipts:
            records.mark_sent(each.id, today, each.vragen, each.bezoeken)
        for one in refused:
            records.set_aside(one.id, one.status)
    if receipts and receipts[-1].ontbreekt and not statistics.needs_repair():
        wait_again(_signing(folder, settings, today, program, code_list, content), receipts[-1].ontbreekt)
    return Read(len(receipts), len(refused), repaired)


def _opened(answer: bytes, regie: Regie) -> "tuple[ReceiptsFile, list[Receipt], list[Page]]":
    """The file that came back, with the receipts and pages in it. Raises DeskError as ``read_receipts``."""
    from ido_shared import delivery, exchange

    wrong = DeskError(_("Dit is geen antwoord van regie voor deze balie. Kies het bestand dat regie gaf."))
    try:
        file = delivery.read(answer, exchange.ReceiptsFile)
        key = delivery.public_from_text(regie.key)
        receipts = [delivery.read(delivery.verify(each.encode(), key), delivery.Receipt) for each in file.ontvangen]
    except delivery.ContractError as error:
        raise wrong from error
    pages = [read_page(each.encode(), regie) for each in (file.bladzijde, *file.verdere)]
    is_for_us = (file.schema, file.balie) == (exchange.RECEIPTS_FILE, regie.desk)
    if not is_for_us or any((each.schema, each.balie) != (delivery.RECEIPT, regie.desk) for each in receipts):
        raise wrong
    read = [page for page in pages if page is not None]
    if len(read) < len(pages):
        raise wrong
    return file, receipts, read


def _all_of(pages: "list[Page]", doubtful: int) -> list[bytes] | None:
    """All deliveries that regie has from the first doubtful one on; None when some may not be in these pages.

    That is so in an answer to a question of before an older copy was put back, and in one of an older regie, which
    gives only the first page: then nothing of it is taken over, and the next file asks again.
    """
    follow_on = [page.vanaf for page in pages[1:]] == [page.verder for page in pages[:-1]]
    if pages[0].vanaf > doubtful or not follow_on or pages[-1].verder:
        return None
    return [each.encode() for page in pages for each in page.leveringen]


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


def _signing(folder: DataFolder, settings: Settings, today: date, program: str, code_list: int, content: str) -> Round:
    """A round without a network, which only signs. Raises DeskError for a desk that is not linked or has no key."""
    regie = _linked(settings)
    sender = sender_of(regie, regie.place, program, code_list, content)
    key = own_key(folder, settings, may_make=False)
    return Round(folder, sender, regie, key, today, settings.section(Network).certificates, never)


def _linked(settings: Settings) -> Regie:
    regie = settings.section(Regie)
    if not regie.desk:
        raise CoordinatorError(_("Deze balie is nog niet gekoppeld aan regie. Koppel haar eerst."))
    return regie
