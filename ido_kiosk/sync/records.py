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
    """Keep a signed delivery that is still to be sent; one that is here already is signed anew."""
    fresh = SignedDelivery.insert(id=id, desk=desk, signed=signed)
    fresh.on_conflict(conflict_target=[SignedDelivery.id], update={SignedDelivery.signed: signed}).execute()


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
    """Remember that regie refused a delivery, and with which status; one that arrived after all stays as it is."""
    refused = SignedDelivery.update(refused=status)
    refused.where(SignedDelivery.id == id, SignedDelivery.sent_on.is_null()).execute()


def set_aside_count(desk: str) -> int:
    """How many deliveries of an identity regie refuses."""
    return len(refusals(desk))


def last_compared(desk: str) -> SignedDelivery | None:
    """The newest delivery of an identity for which regie told its totals."""
    rows = SignedDelivery.select().where(SignedDelivery.desk == desk, SignedDelivery.regie_questions.is_null(False))
    found: SignedDelivery | None = rows.order_by(SignedDelivery.position.desc()).first()
    return found


def is_compared(id: str) -> bool:
    """Whether regie told its totals with this delivery in them."""
    told = SignedDelivery.regie_questions.is_null(False)
    return bool(SignedDelivery.select().where(SignedDelivery.id == id, told).exists())


def last_sent(desk: str) -> date | None:
    """The last day on which a delivery of an identity arrived."""
    found: date | None = (
        SignedDelivery.select(peewee.fn.MAX(SignedDelivery.sent_on)).where(SignedDelivery.desk == desk).scalar()
    )
    return found


def refusals(desk: str) -> dict[str, int]:
    """The deliveries that did not arrive because regie refuses them, and with which status."""
    waits = SignedDelivery.sent_on.is_null()
    rows = SignedDelivery.select().where(SignedDelivery.desk == desk, SignedDelivery.refused.is_null(False), waits)
    return {row.id: row.refused for row in rows if row.refused is not None}


def release(desk: str) -> int:
    """Let what regie refused wait again like the rest; gives how many."""
    rows = SignedDelivery.update(refused=None).where(SignedDelivery.desk == desk)
    return int(rows.where(SignedDelivery.refused.is_null(False)).execute())


def requeue(desk: str) -> int:
    """Let all that was sent wait to be sent once more; gives how many."""
    rows = SignedDelivery.update(sent_on=None, refused=None).where(SignedDelivery.desk == desk)
    return int(rows.where(SignedDelivery.sent_on.is_null(False)).execute())


def sent_before(desk: str, day: date) -> list[str]:
    """What arrived before a day."""
    rows = SignedDelivery.select(SignedDelivery.id).where(SignedDelivery.desk == desk, SignedDelivery.sent_on < day)
    return [row.id for row in rows]


def drop(ids: list[str]) -> None:
    """Throw deliveries away."""
    for id in ids:
        SignedDelivery.delete().where(SignedDelivery.id == id).execute()


def keep_arrived(id: str, desk: str, signed: bytes, day: date) -> None:
    """Keep a delivery as regie has it, in the place of what was here under the same number."""
    row = SignedDelivery.get_or_none(SignedDelivery.id == id)
    if row is None:
        SignedDelivery.create(id=id, desk=desk, signed=signed, sent_on=day)
    else:
        changed = SignedDelivery.update(signed=signed, sent_on=row.sent_on or day, refused=None)
        changed.where(SignedDelivery.id == id).execute()


def send_again(id: str) -> None:
    """Let one delivery go once more."""
    SignedDelivery.update(sent_on=None, refused=None).where(SignedDelivery.id == id).execute()
