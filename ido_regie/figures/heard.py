"""When regie last heard from each desk, as plain values for the page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet

from ido_regie import clock
from ido_regie.deliveries.models import Delivery
from ido_regie.organisations.models import Desk

QUIET_AFTER = 14
"""Days; a desk delivers each week, so two weeks of silence deserve a phone call."""


@dataclass(frozen=True)
class Heard:
    """A desk, the day on which regie last heard from it (None: never), and that in words."""

    desk: Desk
    received_on: date | None
    words: str
    is_quiet: bool


def last_heard(own: QuerySet[Desk]) -> list[Heard]:
    """Each of these desks that is not revoked, with when regie last heard from it."""
    desks = own.filter(revoked_on=None)
    ordered = desks.select_related("location__library").order_by("location__name", "name")
    days = dict(Delivery.objects.filter(desk__in=desks).values_list("desk").annotate(Max("received_on")).order_by())
    return [_heard(desk, days.get(desk.id)) for desk in ordered]


def _heard(desk: Desk, received_on: date | None) -> Heard:
    """What is known of one desk."""
    if received_on is None:
        return Heard(desk, None, "nog niets ontvangen" if desk.public_key else "nog niet gekoppeld", is_quiet=False)
    ago = (clock.today() - received_on).days
    return Heard(desk, received_on, _ago(ago), is_quiet=ago > QUIET_AFTER)


def _ago(days: int) -> str:
    """How long ago, in words."""
    if days <= 0:
        return "vandaag"
    return "gisteren" if days == 1 else f"{days} dagen geleden"
