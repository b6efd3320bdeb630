"""The pages with figures: overview, topics, referrals. Each can also be taken along as a file."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.codes import known_codes
from ido_regie.dashboard import exports
from ido_regie.dashboard.filters import FORMAT, Asked, asked
from ido_regie.dashboard.layout import shown
from ido_regie.figures import overview as overview_figures
from ido_regie.figures import referrals as referral_figures
from ido_regie.figures import topics as topic_figures
from ido_regie.figures.cells import counted
from ido_regie.figures.figure import Figure
from ido_regie.figures.heard import last_heard
from ido_regie.figures.totals import totals
from ido_regie.organisations.access import EVERYONE, FIGURES, account_of, may
from ido_shared import counts

THEME = "thema"


def answer(
    request: HttpRequest, about: Asked, title: str, figures: Sequence[Figure], template: str, **more: Any
) -> HttpResponse:
    """A page with figures, or the same figures as a file when the address asks for one."""
    kind = request.GET.get(FORMAT)
    if kind is None:
        facts = {"asked": about, "title": title, "figures": shown(figures), **more}
        return render(request, template, facts)
    if kind not in exports.KINDS:
        raise Http404
    record(Action.EXPORT, about.account.login, f"{title}, {about.period.label} ({kind})")
    head = exports.about(title, about.where, about.period.label, clock.today())
    return exports.as_file(kind, f"{title} {about.where} {about.period.text}", head, figures)


@may(*EVERYONE)
@require_safe
def start(request: HttpRequest) -> HttpResponseBase:
    """The first page: the overview, or for an administrator the logins, and else what was published."""
    account = account_of(request)
    if account.sees_figures:
        return overview(request)
    return redirect("accounts" if account.role == "administrator" else "publications")


def overview(request: HttpRequest) -> HttpResponse:
    """Questions against last year and the goal, visits, results, and what needs attention."""
    about = asked(request)
    now = totals(about.desks, about.period)
    results = counted(about.desks, counts.RESULT, about.period)
    quiet = [str(heard.desk) for heard in last_heard(about.desks) if heard.is_quiet]
    figures = [
        overview_figures.month_figure(about.desks, about.period),
        overview_figures.code_figure(
            "resultaten", "Hoe het afliep", counts.RESULT, results, now.questions, "Resultaat"
        ),
    ]
    facts = overview_figures.facts(about.desks, about.period, about.municipality)
    sentences = overview_figures.attention(about.desks, about.period, quiet)
    return answer(
        request, about, "Overzicht", figures, "overview.html", facts=facts, sentences=sentences, now=now,
        nothing=now.last_day is None and not about.desks.exclude(public_key="").exists(),
    )  # fmt: skip


@may(*FIGURES)
@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Themes and their topics, organisations, and what changed."""
    about = asked(request)
    theme = request.GET.get(THEME) or None
    if theme is not None and theme not in known_codes().themes:
        raise Http404
    found = counted(about.desks, counts.TOPIC, about.period)
    total = totals(about.desks, about.period).questions
    links = {code: about.query(**{THEME: code}) + "#onderwerpen" for code in known_codes().themes}
    figures = [
        topic_figures.theme_figure(found, total, links),
        topic_figures.topic_figure(found, theme),
        topic_figures.organisation_figure(counted(about.desks, counts.ORGANISATION, about.period), total),
        topic_figures.change_figure(about.desks, about.period),
    ]
    all_topics = about.query(**{THEME: ""}) if theme else ""
    return answer(request, about, "Onderwerpen en organisaties", figures, "figures.html", all_topics=all_topics)


@may(*FIGURES)
@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    """To whom, warm or not, and where there was no suitable place."""
    about = asked(request)
    figures = [
        make(about.desks, about.period)
        for make in (
            referral_figures.to_whom,
            referral_figures.warm,
            referral_figures.gaps_by_theme,
            referral_figures.gaps_by_place,
        )
    ]
    return answer(request, about, "Doorverwijzen", figures, "figures.html")
