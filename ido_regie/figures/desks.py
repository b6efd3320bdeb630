"""Each desk as its municipality sees it: when it was heard, with which program, and which days it was open."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, QuerySet

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
    programs = _programs([one.desk for one in heard])
    found = {
        location.pk: Place(location, []) for location in sorted(locations, key=lambda one: (one.district, one.name))
    }
    for one in heard:
        version, epoch = programs.get(one.desk.pk, (None, 1))
        missing = len(arrived(one.desk.pk, epoch)[1]) if version else 0
        state = DeskState(one, version, missing, sums.get(one.desk.pk, Totals()))
        if one.desk.location_id in found:
            found[one.desk.location_id].desks.append(state)
    return list(found.values())


def _programs(desks: list[Desk]) -> dict[object, tuple[Program | None, int]]:
    """The program of each desk as its newest delivery says, and the epoch of that delivery."""
    newest = Delivery.objects.filter(desk__in=desks).values("desk").annotate(epoch=Max("epoch")).order_by()
    found: dict[object, tuple[Program | None, int]] = {}
    for row in newest:
        last = (
            Delivery.objects.filter(desk=row["desk"], epoch=row["epoch"]).order_by("-number").select_related("desk")[0]
        )
        found[row["desk"]] = (_program(last), row["epoch"])
    return found


def _program(last: Delivery) -> Program:
    """What a delivery says of its program; its signature was checked when it came in."""
    said = delivery.read(delivery.unverified(bytes(last.signed)), delivery.Delivery)
    return Program(said.programma, said.codelijst, date.fromisoformat(said.inhoud) if said.inhoud else None)
