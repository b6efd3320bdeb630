"""Desks that a person has to look at after a copy of regie was put back: what they say when they knock.

The copy does not know who was enrolled, got another key or was revoked since it was made. A desk that regie does not
know, or whose key it does not know, is refused, and noted here. One that was revoked since is taken again; it says
itself that regie refused it before. Source: docs/decisions/016.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from ido_regie import clock
from ido_regie.deliveries import statements
from ido_regie.deliveries.models import Delivery, Knock
from ido_regie.organisations.access import desks_of, locations_of
from ido_regie.organisations.models import Account, Desk, Location
from ido_shared import delivery

MOST = 200
"""Unknown desks that are remembered; anybody can knock, and the oldest go first."""
Reason = Knock.Reason


@dataclass(frozen=True)
class Noted:
    """A desk to look at, as far as it is known: itself, or where others that say the same place stand."""

    knock: Knock
    desk: Desk | None
    location: Location | None

    @property
    def mark(self) -> str:
        """The first signs of its identity, as the desk itself shows it."""
        return str(self.knock.desk_id)[:8]


def note_refused(signed: bytes) -> None:
    """Remember who sent a delivery that was refused as unknown or badly signed; nothing for a revoked desk."""
    try:
        id = uuid.UUID(delivery.signer_of(signed))
    except (delivery.ContractError, ValueError):
        return
    desk = Desk.objects.filter(id=id).first()
    if desk is None:
        _note(id, Reason.UNKNOWN, _place_in(signed))
    elif desk.revoked_on is None:
        _note(id, Reason.OTHER_KEY, desk.place)


def note_taken(desk: Desk, message: delivery.Delivery, heard_before: date | None) -> None:
    """A delivery was taken in: what was noted of its desk is over, unless the desk says that regie refused it before.

    ``heard_before``: the day of the delivery before it. A desk that was enrolled since then was let in on purpose.
    """
    let_in = desk.enrolled_on is not None and (heard_before is None or desk.enrolled_on >= heard_before)
    if message.geweigerd and not let_in:
        _note(desk.id, Reason.REFUSED_BEFORE, desk.place)
    else:
        statements.delete_knock(desk.id, unless=Reason.REFUSED_BEFORE)


def last_heard(desk: Desk) -> date | None:
    """The day of the newest delivery of a desk."""
    found: date | None = Delivery.objects.filter(desk=desk).aggregate(day=Max("received_on"))["day"]
    return found


def noted_for(account: Account) -> list[Noted]:
    """The desks that someone has to look at: of the own locations, and those of which nobody knows where they stand."""
    return [one for one in _all() if _is_for(account, one)]


def dismiss(account: Account, id: uuid.UUID) -> bool:
    """Someone looked at a desk: it goes from the list, until it knocks again. Whether it was there for this account."""
    with transaction.atomic():
        for one in noted_for(account):
            if one.knock.desk_id == id:
                one.knock.delete()
                return True
    return False


def _all() -> Iterable[Noted]:
    knocks = list(Knock.objects.order_by("-seen_on", "desk_id"))
    desks = Desk.objects.select_related("location").in_bulk([knock.desk_id for knock in knocks])
    places = [knock.place for knock in knocks if knock.place]
    stands = {desk.place: desk.location for desk in Desk.objects.filter(place__in=places).select_related("location")}
    for knock in knocks:
        desk = desks.get(knock.desk_id)
        if desk is None or desk.revoked_on is None:
            yield Noted(knock, desk, desk.location if desk else stands.get(knock.place))


def _is_for(account: Account, one: Noted) -> bool:
    if one.desk is not None:
        return desks_of(account).filter(pk=one.desk.pk).exists()
    return one.location is None or locations_of(account).filter(pk=one.location.pk).exists()


def _note(id: uuid.UUID, reason: Knock.Reason, place: uuid.UUID | None) -> None:
    today = clock.today()
    if Knock.objects.filter(desk_id=id, reason=reason, seen_on=today).exists():
        return  # a desk knocks each hour, and each of them would wait for the one writer of SQLite
    with transaction.atomic():
        Knock.objects.update_or_create(desk_id=id, defaults={"reason": reason, "place": place, "seen_on": today})
        newest = Knock.objects.filter(reason=Reason.UNKNOWN).order_by("-seen_on", "-desk_id")[:MOST]
        Knock.objects.filter(reason=Reason.UNKNOWN).exclude(pk__in=list(newest.values_list("pk", flat=True))).delete()


def _place_in(signed: bytes) -> uuid.UUID | None:
    """The place that an unknown desk names."""
    try:
        message = delivery.read(delivery.unverified(signed), delivery.Delivery)
        return uuid.UUID(message.totalen[0].plaats)
    except (delivery.ContractError, ValueError, IndexError):
        return None
