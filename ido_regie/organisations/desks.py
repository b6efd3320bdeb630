"""What happens to a desk after its enrolment: a new computer or key, revoked, taken back."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from ido_regie import clock, keys
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations.enrolment import give_code
from ido_regie.organisations.models import Desk, EnrolmentCode
from ido_regie.problems import ProblemError
from ido_shared import delivery, exchange


def revoke(desk: Desk) -> None:
    """From now on nothing of this desk is taken; what it delivered stays, and at the desk nothing is wiped."""
    with transaction.atomic():
        EnrolmentCode.objects.filter(desk=desk, used=False).delete()
        Desk.objects.filter(id=desk.id, revoked_on=None).update(revoked_on=clock.today())


def replace(desk: Desk) -> tuple[str, datetime]:
    """Let a desk be enrolled anew, as the same desk: its key of before stops working. Gives a code and its last moment.

    For a desk that was revoked, whose key is lost, that gets another computer, or that has none yet: its numbers go on.
    """
    with transaction.atomic():
        Desk.objects.filter(id=desk.id).update(public_key="", revoked_on=None)
        return give_code(desk)


def renew_key(signed: bytes, id: str) -> bytes:
    """Give a desk another key, as it asks itself, signed with the present one. The same once more is fine.

    Gives what was asked, signed by regie.

    Raises ProblemError: 400 for a request that is none, 401 for a wrong signature, 403 for a desk that may not,
    409 for a key that another desk has.
    """
    with transaction.atomic():
        desk = active(id, Desk.objects.select_for_update())
        try:
            payload = delivery.verify(signed, delivery.public_from_text(desk.public_key))
            asked = delivery.read(payload, exchange.NewKey)
            key = delivery.public_from_text(asked.sleutel).public_bytes_raw().hex()
        except delivery.ContractError as error:
            raise ProblemError(401, str(error)) from error
        if (asked.schema, asked.balie) != (exchange.NEW_KEY, id):
            raise ProblemError(400, "Wat er ondertekend is, hoort niet bij dit adres.")
        if Desk.objects.filter(public_key=key).exclude(id=desk.id).exists():
            raise ProblemError(409, "Deze sleutel is van een andere balie.")
        if desk.public_key != key:
            Desk.objects.filter(id=desk.id).update(public_key=key)
            record(Action.ENROLMENT, "", str(desk))
    return delivery.sign(payload, keys.signing_key(settings.DATA_FOLDER), keys.SIGNER)


def active(id: str, desks: QuerySet[Desk]) -> Desk:
    """One of these desks that may deliver. Raises ProblemError 403."""
    refusal = ProblemError(403, "Deze balie is niet bij regie bekend, of is afgemeld. Vraag regie om een koppelcode.")
    try:
        desk = desks.filter(id=uuid.UUID(id), revoked_on=None).exclude(public_key="").first()
    except ValueError as error:
        raise refusal from error
    if desk is None:
        raise refusal
    return desk
