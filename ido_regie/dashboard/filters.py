"""What a page is asked to show: period and location, as they stand in its address."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from ido_regie import clock
from ido_regie.deliveries.checks import AHEAD, FIRST_DAY
from ido_regie.figures.periods import Period, choices, period
from ido_regie.figures.totals import known_days
from ido_regie.organisations.access import account_of, desks_of, locations_of
from ido_regie.organisations.models import Account, Desk, Location, Municipality
from ido_shared import counts

PERIOD, LOCATION, FORMAT = "periode", "locatie", "formaat"


@dataclass(frozen=True)
class Asked:
    """What is asked, and what could be asked."""

    account: Account
    period: Period
    periods: list[Period]
    location: Location | None
    locations: list[Location]
    desks: QuerySet[Desk]
    """The desks of the account, at the asked location."""
    values: Mapping[str, str]

    @property
    def municipality(self) -> Municipality | None:
        """The municipality, when the figures are those of a whole one."""
        return self.account.municipality if self.location is None else None

    @property
    def where(self) -> str:
        """Where the figures come from, in words."""
        return str(self.location or self.account.border)

    def query(self, **changes: str) -> str:
        """The address of the same page with these changes; an empty text takes a value away."""
        values = {name: text for name, text in {**self.values, **changes}.items() if text and name != "pagina"}
        return f"?{urlencode(values)}"

    @property
    def csv(self) -> str:
        """The address of these figures as CSV."""
        return self.query(**{FORMAT: "csv"})

    @property
    def ods(self) -> str:
        """The address of these figures as a spreadsheet."""
        return self.query(**{FORMAT: "ods"})


def asked(request: HttpRequest) -> Asked:
    """What an address asks. Raises Http404 for a period or a location that is none, also for someone else's."""
    account = account_of(request)
    own = desks_of(account)
    today = clock.today()
    days = known_days(own)
    periods = choices(min(today, days[0]), max(today, days[1])) if days else choices(today, today)
    location = _location(account, request.GET.get(LOCATION))
    return Asked(
        account=account,
        period=_period(request.GET.get(PERIOD)),
        periods=periods,
        location=location,
        locations=list(locations_of(account).order_by("name")),
        desks=own if location is None else own.filter(location=location),
        values={name: str(text) for name, text in request.GET.items() if name != FORMAT},
    )


def _period(text: str | None) -> Period:
    """The asked period, or this year, also when the clock of a desk is ahead.

    Raises Http404 for what is no period, and for one of which no desk can have told anything.
    """
    today = clock.today()
    try:
        found = period(text or counts.year_text(today))
    except ValueError as error:
        raise Http404 from error
    if found.last < FIRST_DAY or found.first > today + AHEAD:
        raise Http404
    return found


def _location(account: Account, text: str | None) -> Location | None:
    """The asked location of this account."""
    if not text:
        return None
    try:
        return locations_of(account).get(id=uuid.UUID(text))
    except (ValueError, Location.DoesNotExist) as error:
        raise Http404 from error
