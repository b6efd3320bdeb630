"""Deliveries and enrolments that come on a USB stick: the same messages with the same signatures, many in one file."""

from ido_regie.deliveries.fetching import pages_of, since_of
from ido_regie.deliveries.receipts import receipt_for
from ido_regie.deliveries.service import Taken, take_in
from ido_regie.organisations.enrolment import enrol
from ido_regie.problems import ProblemError
from ido_shared import delivery, exchange

LARGEST = 16 * 1024 * 1024
"""Bytes: years of deliveries of one desk."""
OLDER_COPY = 409
"""The status of a delivery whose number is here with other bytes: an older copy of the desk was put back."""
DELIVERIES_NAME, RECEIPTS_NAME, ENROLLED_NAME = "leveringen.ido", "ontvangst.ido", "koppeling.ido"
"""What files are called that a person takes along."""


def answer_deliveries(content: bytes) -> bytes:
    """Take in a file of deliveries; gives the file that goes back on the stick.

    Each delivery is stored once, as over the network; one that is refused holds up no other. But after a 409, of an
    older copy, none is taken: what the copy says next would hide what is here. The pages hold what is here after all
    that, so that the kiosk can compare.

    Raises ProblemError: 400 for something else than such a file, 401 or 403 when its desk is not (or no longer) known.
    """
    file = _read(content, exchange.DeliveriesFile, exchange.DELIVERIES_FILE)
    desk, since = since_of(file.opvraging.encode(), file.balie)
    taken, refused = _taken(file.leveringen)
    receipts = [receipt_for(each.message).decode() for each in taken]
    page, *further = (each.decode() for each in pages_of(desk, since))
    return delivery.write(exchange.ReceiptsFile(exchange.RECEIPTS_FILE, file.balie, receipts, refused, page, further))


def _taken(deliveries: list[str]) -> tuple[list[Taken], list[exchange.Refused]]:
    """Take deliveries in, in their order; gives which were taken and which were not."""
    taken: list[Taken] = []
    refused: list[exchange.Refused] = []
    for each in deliveries:
        id = _id_of(each)
        try:
            taken.append(take_in(each.encode(), id))
        except ProblemError as error:
            refused.append(exchange.Refused(id, error.status, error.detail))
            if error.status == OLDER_COPY:
                break
    return taken, refused


def answer_enrolment(content: bytes) -> bytes:
    """Enrol the desk of a file; gives the file that goes back. Raises ProblemError as ``enrol``, or 400."""
    file = _read(content, exchange.EnrolmentFile, exchange.ENROLMENT_FILE)
    enrolled, _is_new = enrol(file.verzoek)
    return delivery.write(exchange.EnrolledFile(exchange.ENROLLED_FILE, enrolled))


def answer(content: bytes) -> tuple[str, bytes]:
    """The name and content of the file that answers a file of either kind. Raises ProblemError."""
    if len(content) > LARGEST:
        raise ProblemError(413, "Dit bestand is te groot om van een kiosk te zijn.")
    if exchange.ENROLMENT_FILE.encode() in content[:200]:
        return ENROLLED_NAME, answer_enrolment(content)
    return RECEIPTS_NAME, answer_deliveries(content)


def _read(content: bytes, kind: type[delivery.M], schema: str) -> delivery.M:
    problem = ProblemError(400, "Dit is geen bestand van een kiosk. Kies het bestand dat de kiosk bewaarde.")
    try:
        file = delivery.read(content, kind)
    except delivery.ContractError as error:
        raise problem from error
    if getattr(file, "schema", "") != schema:
        raise problem
    return file


def _id_of(signed: str) -> str:
    """The id that a delivery itself names, still to be verified."""
    try:
        return delivery.read(delivery.unverified(signed.encode()), delivery.Delivery).id
    except delivery.ContractError:
        return ""
