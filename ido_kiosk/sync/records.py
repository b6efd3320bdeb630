"""The table of signed deliveries: the bytes as they are sent, when they arrived, and what regie then had."""

from datetime import date

import peewee

from ido_kiosk.base.database import Table


class SignedDelivery(Table):
    """A delivery as it was signed, byte for byte; without ``sent_on`` it did not arrive yet.

    ``refused`` is the status with which regie refused it the last time; it is tried again each round.
    """

    position = peewee.AutoField()
    id = peewee.TextField(unique=True)
    desk = peewee.TextField()
    signed = peewee.BlobField()
    sent_on = peewee.DateField(null=True)
    regie_questions = peewee.IntegerField(null=True)
    regie_visits = peewee.IntegerField(null=True)
    refused = peewee.IntegerField(null=True)


def keep(id: str, desk: str, signed: bytes) -> None:
    """Keep a signed delivery that is still to be sent."""
    SignedDelivery.create(id=id, desk=desk, signed=signed)


def signed_bytes(id: str) -> bytes | None:
    """The signed bytes of a delivery; None when it is not ours."""
    row = SignedDelivery.get_or_none(SignedDelivery.id == id)
    return None if row is None else bytes(row.signed)


def unsent(desk: str) -> list[str]:
    """The deliveries of an identity that did not arrive yet, in the order of their numbers."""
    rows = SignedDelivery.select(SignedDelivery.id).where(SignedDelivery.desk == desk, SignedDelivery.sent_on.is_null())
    return [row.id for row in rows.order_by(SignedDelivery.position)]


def mark_sent(id: str, day: date, questions: int, visits: int) -> None:
    """Remember that a delivery arrived, and which totals regie had then."""
    arrived = SignedDelivery.update(sent_on=day, regie_questions=questions, regie_visits=visits, refused=None)
    arrived.where(SignedDelivery.id == id).execute()


def set_aside(id: str, status: int) -> None:
    """Remember that regie refused a delivery, and with which status."""
    SignedDelivery.update(refused=status).where(SignedDelivery.id == id).execute()


def set_aside_count(desk: str) -> int:
    """How many deliveries of an identity regie refuses."""
    return SignedDelivery.select().where(SignedDelivery.desk == desk, SignedDelivery.refused.is_null(False)).count()


def last_delivery(desk: str) -> SignedDelivery | None:
    """The delivery of an identity with the highest number."""
    found: SignedDelivery | None = (
        SignedDelivery.select().where(SignedDelivery.desk == desk).order_by(SignedDelivery.position.desc()).first()
    )
    return found


def last_sent(desk: str) -> date | None:
    """The last day on which a delivery of an identity arrived."""
    found: date | None = (
        SignedDelivery.select(peewee.fn.MAX(SignedDelivery.sent_on)).where(SignedDelivery.desk == desk).scalar()
    )
    return found


def set_aside_ones(desk: str) -> list[SignedDelivery]:
    """The deliveries that regie refuses, oldest first."""
    rows = SignedDelivery.select().where(SignedDelivery.desk == desk, SignedDelivery.refused.is_null(False))
    return list(rows.order_by(SignedDelivery.position))


def release(desk: str) -> int:
    """Let what regie refused wait again like the rest; gives how many."""
    rows = SignedDelivery.update(refused=None).where(SignedDelivery.desk == desk)
    return int(rows.where(SignedDelivery.refused.is_null(False)).execute())


def requeue(desk: str) -> int:
    """Let all that was sent wait to be sent once more; gives how many."""
    rows = SignedDelivery.update(sent_on=None, refused=None).where(SignedDelivery.desk == desk)
    return int(rows.where(SignedDelivery.sent_on.is_null(False)).execute())


def drop_sent(desk: str, before: date) -> list[str]:
    """Throw away what arrived before a day, but for the newest delivery; gives which ones."""
    last = last_delivery(desk)
    rows = SignedDelivery.select(SignedDelivery.id).where(SignedDelivery.desk == desk, SignedDelivery.sent_on < before)
    ids = [row.id for row in rows if last is not None and row.id != last.id]
    for id in ids:
        SignedDelivery.delete().where(SignedDelivery.id == id).execute()
    return ids
