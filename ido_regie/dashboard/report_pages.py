"""The page about the report: which periods, the words of regie, and the PDF."""

import re
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.views.decorators.http import require_http_methods, require_safe

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.dashboard.filters import asked
from ido_regie.dashboard.signal_pages import AREA, WithoutPeople
from ido_regie.figures.periods import Period
from ido_regie.organisations.access import account_of, may
from ido_regie.organisations.models import Municipality, Role
from ido_regie.report.content import contents, report
from ido_regie.report.models import LONGEST, ReportText


class TextForm(WithoutPeople):
    """The words of regie beside the numbers."""

    field_order = ("noticed", "plans", "sure")
    noticed = forms.CharField(label="Wat viel op", max_length=LONGEST, required=False, widget=AREA)
    plans = forms.CharField(label="Wat wij gaan doen", max_length=LONGEST, required=False, widget=AREA)

    def clean_noticed(self) -> str:
        """The text. Raises ValidationError when there may be a person in it."""
        return self.without_people("noticed")

    def clean_plans(self) -> str:
        """The text. Raises ValidationError when there may be a person in it."""
        return self.without_people("plans")


@may(Role.REGIE, Role.READER)
@require_http_methods(["GET", "HEAD", "POST"])
def report_page(request: HttpRequest) -> HttpResponse:
    """Choose a period, write the words beside its numbers, and take the PDF."""
    account = account_of(request)
    municipality = get_object_or_404(Municipality, account=account)
    about = asked(request)
    shown = _quarter_or_year(about.period)
    known = ReportText.objects.filter(municipality=municipality, period=shown.text).first()
    writes = account.role == Role.REGIE
    start = {"noticed": known.noticed, "plans": known.plans} if known else {}
    form = TextForm(request.POST or None, initial=start)
    if request.method == "POST":
        if not writes:
            raise Http404
        if form.is_valid():
            _keep(municipality, shown, form.cleaned_data, account.login)
            return redirect(f"{reverse('report')}?periode={shown.text}")
    is_public, titles = contents(municipality, shown)
    facts = {
        "asked": about,
        "shown_period": shown,
        "periods": [one for one in about.periods if one.kind != "maand"],
        "is_public": is_public,
        "titles": titles,
        "form": form if writes else None,
    }
    return render(request, "report.html", facts)


@may(Role.REGIE, Role.READER)
@require_safe
def report_pdf(request: HttpRequest) -> HttpResponse:
    """The report as a PDF."""
    from ido_regie.report.pdf import pdf  # reportlab takes long to load, and only this page needs it

    account = account_of(request)
    municipality = get_object_or_404(Municipality, account=account)
    about = asked(request)
    shown = _quarter_or_year(about.period)
    content = pdf(report(municipality, shown), format_date(clock.today(), "j F Y"))
    record(Action.EXPORT, account.login, f"rapport {municipality}, {shown.text} (pdf)")
    name = re.sub(r"[^a-z0-9]+", "-", f"rapport ido {municipality} {shown.text}".lower())
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _quarter_or_year(shown: Period) -> Period:
    """The asked period. Raises Http404 for a month: a report is about a quarter or a year."""
    if shown.kind == "maand":
        raise Http404
    return shown


def _keep(municipality: Municipality, shown: Period, words: dict[str, Any], login: str) -> None:
    """Keep the words of regie."""
    values = {"noticed": words["noticed"], "plans": words["plans"]}
    with transaction.atomic():
        ReportText.objects.update_or_create(municipality=municipality, period=shown.text, defaults=values)
        record(Action.REPORT, login, f"{municipality}, {shown.text}")
