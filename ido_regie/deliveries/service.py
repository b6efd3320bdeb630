"""Take in deliveries: each is stored once, together with the totals and cells in it, or not at all."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from ido_regie import clock
from ido_regie.codes import is_known
from ido_regie.deliveries.checks import Counted, Week, counted, number
from ido_regie.deliveries.knocks import last_heard, note_taken
from ido_regie.deliveries.models import Cell, Delivery, WeekTotal
from ido_regie.organisations.models import Desk
from ido_regie.problems import ProblemError
from ido_shared import delivery

MAY_BE_MISSING = ("days_zero", "days_closed", "days_not_staffed", "not_completed", "not_in_kb")
"""Columns of a week total that ``levering/1`` does not fill."""


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
        heard_before = last_heard(desk)
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
    # Deliveries of one desk wait for each other here, on any database: so looking and then inserting is safe,
    # and no week total is replaced by an older one.
    Desk.objects.select_for_update().get(id=desk.id)
    stored = Delivery.objects.filter(id=message.id).values_list("signed", flat=True).first()
    if stored is not None and bytes(stored) != signed:
        raise ProblemError(409, "Dit nummer is al geleverd, met een andere inhoud. Er is niets veranderd.")
    if stored is not None:
        return False
    stored_now = Delivery.objects.create(
        id=message.id,
        desk=desk,
        epoch=message.reeks,
        number=message.nummer,
        signed=signed,
        digest=delivery.digest(signed),
        received_on=clock.today(),
    )
    _restate(desk, message, content.weeks)
    Cell.objects.bulk_create(_cells(stored_now, content))
    return True


def _cells(stored: Delivery, content: Counted) -> list[Cell]:
    """The cells of a delivery as rows; what our lists do not know is parked."""
    return [
        Cell(
            delivery=stored,
            desk=stored.desk,
            place=read.place,
            place_kind=read.cell.soort_plaats,
            view=read.cell.indeling,
            period=read.cell.periode,
            first_day=read.first_day,
            last_day=read.last_day,
            level=read.cell.niveau,
            code=read.cell.code,
            cross=read.cell.kruis,
            questions=read.cell.vragen,
            k=read.cell.k,
            parked=not is_known(read.cell.indeling, read.cell.niveau, read.cell.code, read.cell.kruis),
        )
        for read in content.cells
    ]


def review_parked() -> int:
    """Take parked cells into use whose codes our lists have by now; gives how many. Run at each start."""
    known = [
        cell.pk for cell in Cell.objects.filter(parked=True) if is_known(cell.view, cell.level, cell.code, cell.cross)
    ]
    return Cell.objects.filter(pk__in=known).update(parked=False)


def _restate(desk: Desk, message: delivery.Delivery, weeks: Sequence[Week]) -> None:
    """Let a delivery's totals replace those of lower numbers; later ones that came in first stay."""
    days = [week.first_day for week in weeks]
    known = {(total.place, total.first_day): total for total in WeekTotal.objects.filter(desk=desk, first_day__in=days)}
    stated = [
        _row(desk, message, week) for week in weeks if not _is_newer(known.get((week.place, week.first_day)), message)
    ]
    WeekTotal.objects.bulk_create(
        stated,
        update_conflicts=True,
        unique_fields=["desk", "first_day", "place"],
        update_fields=[
            "last_day",
            "questions",
            "visits",
            "days_with_questions",
            *MAY_BE_MISSING,
            "final",
            "epoch",
            "number",
        ],
    )


def _is_newer(known: WeekTotal | None, message: delivery.Delivery) -> bool:
    """Whether what is known comes from a later delivery than this one."""
    return known is not None and (known.epoch, known.number) > (message.reeks, message.nummer)


def _row(desk: Desk, message: delivery.Delivery, week: Week) -> WeekTotal:
    """A week total as a row."""
    return WeekTotal(
        desk=desk,
        place=week.place,
        first_day=week.first_day,
        last_day=week.last_day,
        questions=week.total.vragen,
        visits=week.total.bezoeken,
        days_with_questions=week.total.dagen_met_vragen,
        days_zero=number(week.total.dagen_nul),
        days_closed=number(week.total.dagen_dicht),
        days_not_staffed=number(week.total.dagen_niet_bemand),
        not_completed=number(week.total.niet_afgemaakt),
        not_in_kb=number(week.total.nog_niet_in_kb),
        final=week.total.definitief,
        epoch=message.reeks,
        number=message.nummer,
    )
