"""Of which desks something of a period has yet to come: a published number never changes, so those are waited for."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.dateformat import format as format_date

from ido_regie.deliveries.models import WeekTotal
from ido_regie.figures.periods import Period
from ido_regie.organisations.models import Desk


@dataclass(frozen=True)
class Awaited:
    """A desk, and in words what has yet to come of it."""

    desk: Desk
    words: str


def awaited(desks: QuerySet[Desk], asked: Period) -> list[Awaited]:
    """The desks of a period that said nothing of its last day, or of which weeks can still change; by name.

    A desk states each week, also one without questions, and sends the cells of a month with its final weeks. It belongs
    to the period when it delivered something up to its end, or had its key by then; once revoked it owes no last day.
    """
    rows = WeekTotal.objects.filter(desk__in=desks, first_day__lte=asked.last).values("desk").order_by()
    provisional, ends = Q(final=False, first_day__gte=asked.first), Q(last_day=asked.last)
    counted = rows.annotate(provisional=Count("pk", filter=provisional), ends=Count("pk", filter=ends))
    weeks = {row["desk"]: (row["provisional"], row["ends"]) for row in counted}
    found = []
    for desk in desks.select_related("location").order_by("location__name", "name"):
        belongs = desk.pk in weeks or (desk.enrolled_on is not None and desk.enrolled_on <= asked.last)
        is_gone = desk.revoked_on is not None and desk.revoked_on <= asked.last
        changing, last = weeks.get(desk.pk, (0, 0))
        if belongs and not last and not is_gone:
            found.append(Awaited(desk, f"nog geen cijfers tot en met {format_date(asked.last, 'j F Y')}"))
        elif changing:
            which = "1 week" if changing == 1 else f"{changing} weken"
            found.append(Awaited(desk, f"van {which} zijn de cijfers nog voorlopig"))
    return found
