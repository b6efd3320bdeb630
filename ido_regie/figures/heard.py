"""When regie last heard from each desk, as plain values for the page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet
from django.utils.dateformat import format as format_date

from ido_regie import clock
from ido_regie.deliveries.models import Delivery, WeekTotal
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
    ahead_until: date | None = None
    """The last day that the desk counted, when that is still to come: its clock is, or was, ahead."""

    @property
    def ahead_words(self) -> str:
        """What to say of a desk whose clock is ahead; empty when it is not."""
        if self.ahead_until is None:
            return ""
        until = format_date(self.ahead_until, "j F Y")
        return (
            f"{self.desk}: telde dagen die nog moeten komen, tot en met {until}. Staat de datum van die computer goed?"
        )


def last_heard(own: QuerySet[Desk]) -> list[Heard]:
    """Each of these desks that is not revoked, with when regie last heard from it."""
    desks = own.filter(revoked_on=None)
    ordered = desks.select_related("location__library").order_by("location__name", "name")
    days = dict(Delivery.objects.filter(desk__in=desks).values_list("desk").annotate(Max("received_on")).order_by())
    to_come = WeekTotal.objects.filter(desk__in=desks, first_day__gt=clock.today())
    ahead = dict(to_come.values_list("desk").annotate(Max("last_day")).order_by())
    return [_heard(desk, days.get(desk.id), ahead.get(desk.id)) for desk in ordered]


def _heard(desk: Desk, received_on: date | None, ahead_until: date | None) -> Heard:
    """What is known of one desk."""
    if received_on is None:
        return Heard(desk, None, "nog niets ontvangen" if desk.public_key else "nog niet gekoppeld", is_quiet=False)
    ago = (clock.today() - received_on).days
    return Heard(desk, received_on, _ago(ago), ago > QUIET_AFTER, ahead_until)


def _ago(days: int) -> str:
    """How long ago, in words."""
    if days <= 0:
        return "vandaag"
    return "gisteren" if days == 1 else f"{days} dagen geleden"
