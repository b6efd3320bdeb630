"""The pages about open data: what was published, what can be, and the files of it."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.dashboard import exports
from ido_regie.dashboard.filters import FORMAT, PERIOD
from ido_regie.dashboard.layout import shown
from ido_regie.figures.periods import Period, choices, period
from ido_regie.figures.totals import known_days
from ido_regie.organisations.access import EVERYONE, account_of, desks_of, may
from ido_regie.organisations.models import Account, Municipality, Role
from ido_regie.publication import service
from ido_regie.publication.draft import CLOSES_AFTER, draft

WITHOUT = "zonder"
"""In the address: a desk that will never deliver, so that a period can be published without it."""


@may(*EVERYONE)
@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """What was published, and the periods that can be."""
    account = account_of(request)
    found = [(one, period(one.period)) for one in service.publications_of(account).distinct()]
    open_periods = _open_periods(account, {one.text for _, one in found}) if account.role == Role.REGIE else []
    facts = {"found": found, "open_periods": open_periods, "method": service.METHOD}
    return render(request, "publications.html", facts)


@may(Role.REGIE)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest) -> HttpResponse:
    """Show what would be published and what the audit says of it; after a yes, publish it."""
    account = account_of(request)
    municipality = get_object_or_404(Municipality, account=account)
    asked = _period(request.GET.get(PERIOD, ""))
    without = request.GET.getlist(WITHOUT)
    refusal = ""
    if request.method == "POST":
        try:
            made = service.publish(municipality, asked, account.login, without)
        except service.RefusedError as error:
            refusal = str(error)
        else:
            return redirect("publication", id=made.pk)
    ready = draft(municipality, asked, without)
    facts = {
        "period": asked,
        "refusal": refusal or ready.refusal,
        "awaited": ready.awaited,
        "without": [one for one in ready.awaited if str(one.desk.pk) in without],
        "figures": shown(service.preview(ready)),
        "method": service.METHOD,
        "extra": sum(1 for key in ready.hidden if ready.exact[key] >= 10),
    }
    return render(request, "publish.html", facts)


@may(*EVERYONE)
@require_safe
def publication(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """A publication, on the screen or as a file with its metadata."""
    account = account_of(request)
    found = get_object_or_404(service.publications_of(account).distinct(), pk=id)
    figures = service.shown(found)
    asked = period(found.period)
    kind = request.GET.get(FORMAT)
    if kind is None:
        facts = {"publication": found, "period": asked, "figures": shown(figures), "method": service.METHOD}
        return render(request, "publication.html", facts)
    if kind not in exports.KINDS:
        raise Http404
    record(Action.EXPORT, account.login, f"publicatie {found.municipality}, {found.period} ({kind})")
    head = [
        ("Titel", f"Vragen aan het Informatiepunt Digitale Overheid, {found.municipality}, {asked.label}"),
        ("Uitgever", found.municipality.name), ("Periode", found.period),
        ("Gepubliceerd op", found.published_on.isoformat()), ("Licentie", "CC0 1.0"), ("Taal", "nl"),
        *(("Uitleg", line) for line in service.METHOD),
    ]  # fmt: skip
    return exports.as_file(kind, f"ido {found.municipality} {found.period}", head, figures)


def _period(text: str) -> Period:
    try:
        return period(text)
    except ValueError as error:
        raise Http404 from error


def _open_periods(account: Account, published: set[str]) -> list[Period]:
    """The quarters and years that are over and were not published."""
    days = known_days(desks_of(account))
    today = clock.today()
    found = choices(days[0], today) if days else []
    return [
        one
        for one in found
        if one.kind != "maand"
        and (today - one.last).days >= CLOSES_AFTER
        and one.text not in published
        and one.text[:4] not in published
    ]
