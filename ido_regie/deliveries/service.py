"""Take in deliveries: each is stored once, together with the totals and cells in it, or not at all."""

import uuid
from dataclasses import dataclass

from django.db import transaction

from ido_regie import clock
from ido_regie.codes import is_known
from ido_regie.deliveries import checks, statements
from ido_regie.deliveries.checks import Counted, counted, number
from ido_regie.deliveries.knocks import last_heard, note_taken
from ido_regie.deliveries.models import Cell, Delivery
from ido_regie.organisations.models import Desk
from ido_regie.problems import ProblemError
from ido_shared import delivery


@dataclass(frozen=True)
class Taken:
    """A delivery that regie has, and whether it came just now."""

    message: delivery.Delivery
    is_new: bool


def take_in(signed: bytes, address: str) -> Taken:
    """Store a signed delivery that was sent to this id.

    Raises ProblemError: 400 against the contract, 401 for a wrong signature, 403 for a desk that may not deliver,
    409 when this number was delivered before with other content.
    """
    desk = desk_of(signed)
    try:
        payload = delivery.verify(signed, delivery.public_from_text(desk.public_key))
    except delivery.ContractError as error:
        if not _is_here(desk, signed):
            raise ProblemError(401, str(error)) from error
        payload = delivery.unverified(signed)
    try:
        message = delivery.read(payload, delivery.Delivery)
        content = counted(message, str(desk.id), address)
    except delivery.ContractError as error:
        raise ProblemError(400, str(error)) from error
    with transaction.atomic():
        heard_before = last_heard(desk) if message.geweigerd else None
        is_new = _store(desk, message, signed, content)
        if is_new:
            note_taken(desk, message, heard_before)
        return Taken(message, is_new)


def _is_here(desk: Desk, signed: bytes) -> bool:
    """Whether these very bytes are here already; then they were signed with a key that the desk had before."""
    return Delivery.objects.filter(desk=desk, digest=delivery.digest(signed)).exists()


def desk_of(signed: bytes) -> Desk:
    """The desk that says it signed, if it may deliver. Raises ProblemError 400 or 403."""
    try:
        signer = delivery.signer_of(signed)
    except delivery.ContractError as error:
        raise ProblemError(400, str(error)) from error
    refusal = ProblemError(403, "Deze balie is niet bij regie bekend, of is afgemeld. Vraag regie om een koppelcode.")
    try:
        desk = Desk.objects.filter(id=uuid.UUID(signer), revoked_on=None).exclude(public_key="").first()
    except ValueError as error:
        raise refusal from error
    if desk is None:
        raise refusal
    return desk


def _store(desk: Desk, message: delivery.Delivery, signed: bytes, content: Counted) -> bool:
    """Insert a delivery with what it counts; False when it was there already. Raises ProblemError 409 otherwise."""
    id, digest = uuid.UUID(message.id), delivery.digest(signed)
    row = (id, desk.id, message.reeks, message.nummer, signed, digest, clock.today())
    if not statements.insert_delivery(row):
        if Delivery.objects.get(id=id).digest != digest:
            raise ProblemError(409, "Dit nummer is al geleverd, met een andere inhoud. Er is niets veranderd.")
        return False
    statements.replace_weeks(_week(desk, message, week) for week in content.weeks)
    statements.insert_cells(_cell(desk, id, read) for read in content.cells)
    return True


def _cell(desk: Desk, delivery: uuid.UUID, read: checks.Cell) -> statements.Values:
    """A cell in the order of ``statements.CELL``; what our lists do not know is parked."""
    cell = read.cell
    is_parked = not is_known(cell.indeling, cell.niveau, cell.code, cell.kruis)
    return (
        delivery, desk.id, read.place, cell.soort_plaats, cell.indeling, cell.periode, read.first_day, read.last_day,
        cell.niveau, cell.code, cell.kruis, cell.vragen, cell.k, is_parked,
    )  # fmt: skip


def _week(desk: Desk, message: delivery.Delivery, week: checks.Week) -> statements.Values:
    """A week total in the order of ``statements.WEEK``."""
    total = week.total
    unsure = (total.dagen_nul, total.dagen_dicht, total.dagen_niet_bemand, total.niet_afgemaakt, total.nog_niet_in_kb)
    return (
        desk.id, week.first_day, week.place, week.last_day, total.vragen, total.bezoeken, total.dagen_met_vragen,
        *map(number, unsure), total.definitief, message.reeks, message.nummer,
    )  # fmt: skip


def review_parked() -> int:
    """Take parked cells into use whose codes our lists have by now; gives how many. Run at each start."""
    known = [
        cell.pk for cell in Cell.objects.filter(parked=True) if is_known(cell.view, cell.level, cell.code, cell.cross)
    ]
    return Cell.objects.filter(pk__in=known).update(parked=False)
