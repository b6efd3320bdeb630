"""Make good what an older copy misses: fetch what regie has of this desk, and go on after it."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ido_kiosk.base.database import transaction
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync import records
from ido_kiosk.sync.service.asking import get_signed
from ido_kiosk.sync.service.connection import refusal
from ido_kiosk.sync.service.linking import Regie

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    import requests
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from ido_shared.exchange import Page

LONGEST_PAGE = 4 * 1024 * 1024
"""Bytes."""


def repair(
    session: "requests.Session", regie: Regie, key: "Ed25519PrivateKey", today: date, stop: Callable[[], bool]
) -> bool:
    """Take over what regie has of this desk and this computer has not; gives whether there was something.

    Raises DeskError when regie does not say it.
    """
    found = list(_fetch(session, regie, key, first_doubtful(regie.desk), stop))
    return take_in(regie.desk, found, today)


def take_in(desk: str, signed: list[bytes], today: date, is_all: bool = True) -> bool:
    """Take over deliveries of this desk, as regie gave them back; gives whether one of them was not known here.

    ``is_all``: whether regie has no other ones now, so that an older copy is put right with these.
    """
    from ido_shared import delivery

    found = {delivery.digest(each): (each, delivery.unverified(each)) for each in signed}
    with transaction():
        is_news, dropped = statistics.adopt(
            desk,
            [
                statistics.Found(json.loads(content)["id"], content, digest)
                for digest, (_signed, content) in found.items()
            ],
            today,
        )
        records.drop(dropped)
        for each, content in found.values():
            records.keep_arrived(json.loads(content)["id"], desk, each, today)
        newest = max(statistics.numbers(desk).items(), key=lambda item: item[1], default=None)
        if newest is not None and (is_news or not records.is_compared(newest[0])):
            records.send_again(newest[0])  # its receipt tells the totals as they are now
        if is_all:
            statistics.repaired()
    return is_news


def first_doubtful(desk: str) -> int:
    """The first number that regie may know otherwise: after all that has surely arrived."""
    numbers, waiting = statistics.numbers(desk), records.unsent(desk)
    return min((numbers[id] for id in waiting), default=max(numbers.values(), default=0) + 1)


def _fetch(
    session: "requests.Session",
    regie: Regie,
    key: "Ed25519PrivateKey",
    since: int,
    stop: Callable[[], bool],
) -> Iterator[bytes]:
    """The deliveries that regie has, from a number on."""
    from ido_shared import exchange

    further = since
    while further:
        asked = exchange.Fetch(exchange.FETCH, regie.desk, further)
        path = f"leveringen?vanaf={further}"
        answer = get_signed(session, regie, key, asked, path, "", stop, LONGEST_PAGE)
        page = read_page(answer.body, regie)
        if page is None or page.vanaf != further:
            raise refusal(answer, regie.url)
        yield from (each.encode() for each in page.leveringen)
        further = page.verder


def read_page(signed: bytes, regie: Regie) -> "Page | None":
    """A page that regie signed for this desk; None when it is not that."""
    from ido_shared import delivery, exchange

    try:
        page = delivery.read(delivery.verify(signed, delivery.public_from_text(regie.key)), exchange.Page)
    except delivery.ContractError:
        return None
    is_ours = (page.schema, page.balie) == (exchange.PAGE, regie.desk)
    return page if is_ours and (page.verder == 0 or page.verder > page.vanaf) else None
