"""The page with questions per week per desk."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ido_regie.dashboard.chart import charts
from ido_regie.dashboard.weeks import weeks_until
from ido_regie.figures.heard import last_heard
from ido_regie.organisations.access import FIGURES, account_of, desks_of, may


@may(*FIGURES)
@require_safe
def weeks(request: HttpRequest) -> HttpResponse:
    """Questions per week per desk of the account's own desks."""
    own = desks_of(account_of(request))
    table = weeks_until(own, _asked_monday(request))
    desks = last_heard(own)
    facts = {
        "table": table,
        "charts": charts(table),
        "desks": desks,
        "needs_code": not desks or any(not heard.desk.public_key for heard in desks),
    }
    return render(request, "weeks_page.html", facts)


def _asked_monday(request: HttpRequest) -> date | None:
    """The last week that the address asks for. Raises Http404 when that is not a day."""
    text = request.GET.get("tot")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Http404 from error
