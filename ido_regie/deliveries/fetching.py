"""Give a desk its own deliveries back: after a restored backup it must know what was counted already."""

from django.conf import settings

from ido_regie import keys
from ido_regie.deliveries.models import Delivery
from ido_regie.deliveries.service import desk_of
from ido_regie.organisations.asking import refuse_stale
from ido_regie.organisations.models import Desk
from ido_regie.problems import ProblemError
from ido_shared import delivery, exchange

PAGE_SIZE = 512 * 1024
"""Bytes of deliveries in one answer, and one delivery more."""


def page_for(authorization: str, id: str, since: str) -> bytes:
    """The signed page of a desk's deliveries from a number on.

    Raises ProblemError: 400 for a number that is none, 401 without the desk's own signature of about now, 403 for a
    desk that may not ask.
    """
    if not authorization.startswith(exchange.BEARER):
        raise ProblemError(401, "Ondertekend vragen mag alleen een balie die gekoppeld is.")
    signed = authorization.removeprefix(exchange.BEARER).encode()
    desk, asked = _asked_by(signed, id)
    refuse_stale(signed)
    if str(asked.vanaf) != since:
        raise ProblemError(400, "Wat er ondertekend is, hoort niet bij dit adres.")
    return _signed_page(desk, asked.vanaf)


def page_of(signed: bytes, id: str) -> bytes:
    """The page that a desk asks for on a stick, where a request may be days old: a person brings it.

    Raises ProblemError as ``page_for``.
    """
    desk, asked = _asked_by(signed, id)
    return _signed_page(desk, asked.vanaf)


def _asked_by(signed: bytes, id: str) -> tuple[Desk, exchange.Fetch]:
    """The desk that asks, and for what. Raises ProblemError as ``page_for``."""
    desk = desk_of(signed)
    try:
        asked = delivery.read(delivery.verify(signed, delivery.public_from_text(desk.public_key)), exchange.Fetch)
    except delivery.ContractError as error:
        raise ProblemError(401, str(error)) from error
    if (asked.schema, asked.balie, asked.balie) != (exchange.FETCH, id, str(desk.id)):
        raise ProblemError(400, "Wat er ondertekend is, hoort niet bij dit adres.")
    return desk, asked


def _signed_page(desk: Desk, since: int) -> bytes:
    rows = Delivery.objects.filter(desk=desk, number__gte=since).order_by("epoch", "number")
    found: list[str] = []
    size, further = 0, 0
    for row in rows.iterator(chunk_size=50):
        if size > PAGE_SIZE:
            further = row.number
            break
        found.append(bytes(row.signed).decode())
        size += len(found[-1])
    page = exchange.Page(exchange.PAGE, str(desk.id), since, further, found)
    return delivery.sign(delivery.write(page), keys.signing_key(settings.DATA_FOLDER), keys.SIGNER)
