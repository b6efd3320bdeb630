"""Counts per code, at the detail in which they came: a question counts once, whatever the level of its cell.

A cell belongs to a page's period when it lies within it. One that is longer (the year, where the page shows a quarter)
holds questions of this period and of others: it is named, and never divided.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet, Sum

from ido_regie.codes import known_codes
from ido_regie.deliveries.models import Cell
from ido_regie.figures.periods import Period
from ido_regie.organisations.models import Desk
from ido_shared import counts


@dataclass(frozen=True)
class Counted:
    """The counts of one view in a period."""

    codes: Mapping[str, int] = field(default_factory=dict)
    themes: Mapping[str, int] = field(default_factory=dict)
    """Questions of which only the theme is known."""
    rest: int = 0
    """Questions of which only is known that they were asked."""
    longer: int = 0
    """Questions in cells of a longer period, of which a part may belong here."""

    @property
    def sum(self) -> int:
        """All questions that were counted within this period, at any level."""
        return sum(self.codes.values()) + sum(self.themes.values()) + self.rest

    def by_theme(self) -> dict[str, int]:
        """Topics added up to their theme, with the questions of which only the theme is known."""
        topics = known_codes().topics
        found = dict(self.themes)
        for code, number in self.codes.items():
            theme = topics[code].theme if code in topics else code
            found[theme] = found.get(theme, 0) + number
        return found


def counted(desks: QuerySet[Desk], view: str, period: Period) -> Counted:
    """What these desks counted in a view within a period."""
    within = Q(first_day__gte=period.first, last_day__lte=period.last)
    # No cell is longer than a calendar year: what overlaps the period began in its year; older ones stay unread.
    year = period.first.replace(month=1, day=1)
    rows = _cells(desks, view).filter(first_day__gte=year, first_day__lte=period.last, last_day__gte=period.first)
    found = rows.values_list("level", "code").annotate(
        inside=Sum("questions", filter=within), reaching=Sum("questions", filter=~within)
    )
    levels: dict[str, dict[str, int]] = {level: {} for level in counts.LEVELS}
    longer = 0
    for level, code, inside, reaching in found.order_by():
        longer += reaching or 0
        if inside is not None:
            levels[level][code] = inside
    return Counted(levels[counts.CODE], levels[counts.THEME], sum(levels[counts.ALL].values()), longer)


def crossed(desks: QuerySet[Desk], view: str, period: Period) -> dict[tuple[str, str], int]:
    """The counts of a view of two codes within a period."""
    rows = _cells(desks, view).filter(first_day__gte=period.first, last_day__lte=period.last)
    found = rows.values_list("code", "cross").annotate(Sum("questions")).order_by()
    return {(code, cross): number for code, cross, number in found}


def places(desks: QuerySet[Desk], view: str, code: str, period: Period) -> dict[str, int]:
    """How often one code was counted at each location."""
    rows = _cells(desks, view).filter(
        code=code, level=counts.CODE, first_day__gte=period.first, last_day__lte=period.last
    )
    return dict(rows.values_list("desk__location__name").annotate(Sum("questions")).order_by())


def first_seen(desks: QuerySet[Desk], view: str, since: Period) -> list[str]:
    """The codes of a view that were counted in a period and never before it."""
    rows = _cells(desks, view).filter(level=counts.CODE).exclude(code="NI")
    before = set(rows.filter(first_day__lt=since.first).values_list("code", flat=True).distinct())
    within = rows.filter(first_day__gte=since.first, last_day__lte=since.last)
    return sorted(set(within.values_list("code", flat=True).distinct()) - before)


def _cells(desks: QuerySet[Desk], view: str) -> QuerySet[Cell]:
    return Cell.objects.filter(desk__in=desks, view=view, parked=False)
