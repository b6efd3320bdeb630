"""The page with questions per week per desk."""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ido_regie.dashboard.chart import charts
from ido_regie.dashboard.kept import Facts, page
from ido_regie.dashboard.weeks import weeks_until
from ido_regie.figures.heard import last_heard
from ido_regie.organisations.access import FIGURES, account_of, desks_of, may
from ido_regie.organisations.models import Desk


@may(*FIGURES)
@require_safe
def weeks(request: HttpRequest) -> HttpResponse:
    """Questions per week per desk of the account's own desks."""
    asked = _asked_monday(request)
    return page(request, "weeks_page.html", lambda: _weeks(desks_of(account_of(request)), asked))


def _weeks(own: QuerySet[Desk], asked: date | None) -> Facts:
    """What the page shows of these desks; ``asked``: a day in the last week that is asked."""
    table = weeks_until(own, asked)
    desks = last_heard(own)
    return {
        "table": table,
        "charts": charts(table),
        "desks": desks,
        "needs_code": not desks or any(not heard.desk.public_key for heard in desks),
    }


def _asked_monday(request: HttpRequest) -> date | None:
    """The last week that the address asks for. Raises Http404 when that is not a day."""
    text = request.GET.get("tot")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Http404 from error
