"""Each desk as its municipality sees it: when it was heard, with which program, and which days it was open."""

from dataclasses import dataclass

from django.db.models import Max, QuerySet

from ido_regie.deliveries.models import Delivery
from ido_regie.deliveries.receipts import arrived
from ido_regie.figures.heard import Heard, last_heard
from ido_regie.figures.periods import Period
from ido_regie.figures.totals import Totals, totals_of_each
from ido_regie.organisations.models import Desk, Location
from ido_shared import delivery


@dataclass(frozen=True)
class Program:
    """With what a desk worked when it last delivered."""

    version: str
    codes: int


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


def _program(last: Delivery) -> Program | None:
    """What a delivery says of its program. None when it was signed with a key of before."""
    try:
        payload = delivery.verify(bytes(last.signed), delivery.public_from_text(last.desk.public_key))
        said = delivery.read(payload, delivery.Delivery)
    except delivery.ContractError:
        return None
    return Program(said.programma, said.codelijst)
