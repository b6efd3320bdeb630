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
STICK_PAGE_SIZE = 2 * 1024 * 1024
"""The same in a file: years of one desk, so that a kiosk that only reads the first page has all as good as always."""


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
    return _signed(_page(desk, asked.vanaf, PAGE_SIZE))


def since_of(signed: bytes, id: str) -> tuple[Desk, int]:
    """The desk that asks on a stick, and from which number on; a request there may be days old: a person brings it.

    Raises ProblemError as ``page_for``.
    """
    desk, asked = _asked_by(signed, id)
    return desk, asked.vanaf


def pages_of(desk: Desk, since: int) -> list[bytes]:
    """All signed pages of a desk's deliveries from a number on, for a stick."""
    pages = [_page(desk, since, STICK_PAGE_SIZE)]
    while pages[-1].verder:
        pages.append(_page(desk, pages[-1].verder, STICK_PAGE_SIZE))
    return [_signed(page) for page in pages]


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


def _page(desk: Desk, since: int, most: int) -> exchange.Page:
    rows = Delivery.objects.filter(desk=desk, number__gte=since).order_by("epoch", "number")
    found: list[str] = []
    size, further = 0, 0
    for row in rows.iterator(chunk_size=50):
        if size > most:
            further = row.number
            break
        found.append(bytes(row.signed).decode())
        size += len(found[-1])
    return exchange.Page(exchange.PAGE, str(desk.id), since, further, found)


def _signed(page: exchange.Page) -> bytes:
    return delivery.sign(delivery.write(page), keys.signing_key(settings.DATA_FOLDER), keys.SIGNER)
