"""Each desk as its municipality sees it: when it was heard, with which program, and which days it was open."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery

from ido_regie import clock
from ido_regie.codes import known_codes
from ido_regie.deliveries.models import Delivery
from ido_regie.deliveries.receipts import arrived
from ido_regie.figures.heard import Heard, last_heard
from ido_regie.figures.periods import Period
from ido_regie.figures.totals import Totals, totals_of_each
from ido_regie.organisations.models import Desk, Location
from ido_shared import VERSION, delivery

OLD_AFTER = timedelta(days=183)
DAYS_IN_WORDS, DAYS_A_MONTH = 31, 30


@dataclass(frozen=True)
class Program:
    """With what a desk worked when it last delivered."""

    version: str
    codes: int
    content: date | None
    """The newest day on which something in its guides was checked; None when it does not say."""

    @property
    def is_other(self) -> bool:
        """Whether it runs another version than regie does; both come from one release."""
        return self.version != VERSION

    @property
    def has_old_codes(self) -> bool:
        """Whether regie has newer code lists."""
        return self.codes < known_codes().version

    @property
    def content_age(self) -> str:
        """How long ago the newest check was, in words."""
        days = (clock.today() - self.content).days if self.content else 0
        if days < DAYS_IN_WORDS:
            return "nieuw"
        return f"{days // DAYS_A_MONTH} maand{'en' if days // DAYS_A_MONTH > 1 else ''} oud"

    @property
    def has_old_content(self) -> bool:
        """Whether amounts have changed since: most do so on 1 January or 1 July."""
        return self.content is not None and clock.today() - self.content > OLD_AFTER


@dataclass(frozen=True)
class DeskState:
    """A desk: last heard, its program, numbers of deliveries that miss, and its totals in the period."""

    heard: Heard
    program: Program | None
    missing: int
    totals: Totals

    @property
    def desk(self) -> Desk:
        """The desk itself."""
        return self.heard.desk


@dataclass(frozen=True)
class Place:
    """A location with its desks."""

    location: Location
    desks: list[DeskState]


def places(desks: QuerySet[Desk], locations: list[Location], shown: Period) -> list[Place]:
    """The locations in the order of their district and name, each with its desks; no ranking."""
    heard = last_heard(desks)
    sums = totals_of_each(desks, shown)
    newest = _newest(desks)
    gaps = _gaps(newest)
    found = {
        location.pk: Place(location, []) for location in sorted(locations, key=lambda one: (one.district, one.name))
    }
    for one in heard:
        last = newest.get(one.desk.pk)
        missing = len(arrived(one.desk.pk, last.epoch)[1]) if last and one.desk.pk in gaps else 0
        state = DeskState(one, _program(last) if last else None, missing, sums.get(one.desk.pk, Totals()))
        if one.desk.location_id in found:
            found[one.desk.location_id].desks.append(state)
    return list(found.values())


def _newest(desks: QuerySet[Desk]) -> dict[UUID, Delivery]:
    """The newest delivery of each desk that ever delivered."""
    of_desk = Delivery.objects.filter(desk=OuterRef("pk")).order_by("-epoch", "-number").values("pk")[:1]
    keys = desks.order_by().annotate(newest=Subquery(of_desk)).values("newest")
    return {one.desk_id: one for one in Delivery.objects.filter(pk__in=keys)}


def _gaps(newest: dict[UUID, Delivery]) -> set[UUID]:
    """The desks of whose newest epoch a number is missing."""
    counted = Delivery.objects.filter(desk__in=newest).values("desk", "epoch").annotate(number=Count("pk")).order_by()
    there = {(row["desk"], row["epoch"]): row["number"] for row in counted}
    return {desk for desk, last in newest.items() if there[desk, last.epoch] != last.number}


def _program(last: Delivery) -> Program:
    """What a delivery says of its program; its signature was checked when it came in."""
    said = delivery.read(delivery.unverified(bytes(last.signed)), delivery.Delivery)
    return Program(said.programma, said.codelijst, date.fromisoformat(said.inhoud) if said.inhoud else None)
