"""A desk as regie meets it: it enrols with a code and signs numbered deliveries, as the contract says."""

import json
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ido_shared import delivery

NOBODY = str(uuid.UUID(int=7))


@dataclass(frozen=True)
class TestDesk:
    """The identity, key and place of a desk."""

    __test__ = False
    id: str
    key: delivery.Ed25519PrivateKey
    place: str


def enrolment(code: str, key: delivery.Ed25519PrivateKey, place: str) -> bytes:
    """The request of a desk that wants to be enrolled."""
    return delivery.write(delivery.Enrolment(koppelcode=code, sleutel=delivery.public_text(key), plaats=place))


def week(desk: TestDesk, first: date, questions: int, **other: object) -> delivery.WeekTotal:
    """The totals of the week that begins on this day, up to its Sunday or the end of its month."""
    last = first
    while last.weekday() < 6 and (last + timedelta(days=1)).month == first.month:
        last += timedelta(days=1)
    values = {"vragen": questions, "bezoeken": questions, "dagen_met_vragen": min(questions, 1), "definitief": False}
    return delivery.WeekTotal(plaats=desk.place, van=str(first), tot=str(last), **(values | other))


def message(
    desk: TestDesk, number: int, weeks: Iterable[delivery.WeekTotal] = (), **other: object
) -> delivery.Delivery:
    """A delivery of this desk with this number."""
    values = {
        "schema": "levering/1",
        "id": delivery.delivery_id(desk.id, 1, number),
        "balie": desk.id,
        "reeks": 1,
        "nummer": number,
        "vorige": "" if number == 1 else "0" * 64,
        "programma": "0.1.0",
        "codelijst": 1,
        "totalen": list(weeks),
    }
    return delivery.Delivery(**(values | other))


def signed(desk: TestDesk, sent: delivery.Delivery) -> bytes:
    """A delivery as its desk signs it."""
    return delivery.sign(delivery.pack(sent), desk.key, desk.id)


def forged(header: object, payload: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """A compact JWS made by hand, with any header and any signature: also one that no library would make."""
    together = coded(json.dumps(header).encode()) + b"." + coded(payload)
    return together + b"." + coded(sign(together))


def coded(content: bytes) -> bytes:
    """Bytes as they stand in a JWS."""
    return urlsafe_b64encode(content).rstrip(b"=")
