"""Answer a desk that asks for something under its signature: signed too, and named by its content."""

from collections.abc import Callable

from django.conf import settings

from ido_regie import clock, keys
from ido_regie.organisations.desks import active
from ido_regie.organisations.models import Desk
from ido_regie.problems import ProblemError
from ido_shared import delivery, exchange

Asked = tuple[type[exchange.FetchSettings] | type[exchange.FetchLocal], str]
"""What the desk signs, and the schema that stands in it."""


def signed_answer(
    authorization: str, id: str, expected: Asked, say: Callable[[Desk], delivery.Message]
) -> tuple[bytes, str]:
    """What is said to a desk, signed, and its ETag; the same until it changes.

    Raises ProblemError: 400 when something else was signed, 401 without the desk's own signature of about now, 403
    for a desk that may not ask.
    """
    if not authorization.startswith(exchange.BEARER):
        raise ProblemError(401, "Ondertekend vragen mag alleen een balie die gekoppeld is.")
    desk = active(id, Desk.objects.select_related("location__municipality"))
    signed = authorization.removeprefix(exchange.BEARER).encode()
    kind, schema = expected
    try:
        payload = delivery.verify(signed, delivery.public_from_text(desk.public_key))
        asked = delivery.read(payload, kind)
    except delivery.ContractError as error:
        raise ProblemError(401, str(error)) from error
    refuse_stale(signed)
    if (asked.schema, asked.balie, asked.balie) != (schema, id, str(desk.id)):
        raise ProblemError(400, "Wat er ondertekend is, hoort niet bij dit adres.")
    said = delivery.write(say(desk))
    return delivery.sign(said, keys.signing_key(settings.DATA_FOLDER), keys.SIGNER), exchange.entity_tag(said)


def refuse_stale(signed: bytes) -> None:
    """Raises ProblemError 401 for a signed request that was not made about now; every answer tells the time here."""
    try:
        is_fresh = exchange.is_fresh(signed, clock.moment())
    except delivery.ContractError as error:
        raise ProblemError(401, str(error)) from error
    if not is_fresh:
        raise ProblemError(401, "Dit verzoek is te oud, of de klok van deze computer loopt niet goed.")
