"""The pages with figures: overview, topics, referrals. Each can also be taken along as a file."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.codes import known_codes
from ido_regie.dashboard import exports
from ido_regie.dashboard.filters import FORMAT, Asked, asked
from ido_regie.dashboard.kept import Facts, page
from ido_regie.dashboard.layout import shown
from ido_regie.figures import overview as overview_figures
from ido_regie.figures import referrals as referral_figures
from ido_regie.figures import topics as topic_figures
from ido_regie.figures.cells import counted
from ido_regie.figures.heard import last_heard
from ido_regie.figures.totals import totals
from ido_regie.organisations.access import EVERYONE, FIGURES, account_of, may
from ido_shared import counts

THEME = "thema"


def answer(request: HttpRequest, about: Asked, title: str, make: Callable[[], Facts], template: str) -> HttpResponse:
    """A page with figures, or the same figures as a file when the address asks for one.

    ``make`` gives the figures and whatever else the page shows; it is not called for a page that is kept.
    """
    kind = request.GET.get(FORMAT)
    if kind is None:
        return page(request, template, lambda: _laid_out(make()), asked=about, title=title)
    if kind not in exports.KINDS:
        raise Http404
    record(Action.EXPORT, about.account.login, f"{title}, {about.period.label} ({kind})")
    head = exports.about(title, about.where, about.period.label, clock.today())
    return exports.as_file(kind, f"{title} {about.where} {about.period.text}", head, make()["figures"])


def _laid_out(facts: Facts) -> Facts:
    """What a page shows, with its figures laid out for the template."""
    return {**facts, "figures": shown(facts["figures"])}


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
    return answer(request, about, "Overzicht", lambda: _overview(about), "overview.html")


def _overview(about: Asked) -> Facts:
    """What the overview shows."""
    now = totals(about.desks, about.period)
    results = counted(about.desks, counts.RESULT, about.period)
    heard = last_heard(about.desks)
    quiet = [str(one.desk) for one in heard if one.is_quiet]
    ahead = [one.ahead_words for one in heard if one.ahead_until]
    return {
        "figures": [
            overview_figures.month_figure(about.desks, about.period),
            overview_figures.code_figure(
                "resultaten", "Hoe het afliep", counts.RESULT, results, now.questions, "Resultaat"
            ),
        ],
        "facts": overview_figures.facts(about.desks, about.period, about.municipality, now),
        "sentences": ahead + overview_figures.attention(about.desks, about.period, now, results, quiet),
        "now": now,
        "nothing": now.last_day is None and not about.desks.exclude(public_key="").exists(),
    }


@may(*FIGURES)
@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Themes and their topics, organisations, and what changed."""
    about = asked(request)
    theme = request.GET.get(THEME) or None
    if theme is not None and theme not in known_codes().themes:
        raise Http404
    return answer(request, about, "Onderwerpen en organisaties", lambda: _topics(about, theme), "figures.html")


def _topics(about: Asked, theme: str | None) -> Facts:
    """What the page about topics shows; ``theme``: the one whose topics were asked."""
    found = counted(about.desks, counts.TOPIC, about.period)
    total = totals(about.desks, about.period).questions
    links = {code: about.query(**{THEME: code}) + "#onderwerpen" for code in known_codes().themes}
    return {
        "figures": [
            topic_figures.theme_figure(found, total, links),
            topic_figures.topic_figure(found, theme),
            topic_figures.organisation_figure(counted(about.desks, counts.ORGANISATION, about.period), total),
            topic_figures.change_figure(about.desks, about.period),
        ],
        "all_topics": about.query(**{THEME: ""}) if theme else "",
    }


@may(*FIGURES)
@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    """To whom, warm or not, and where there was no suitable place."""
    about = asked(request)
    return answer(request, about, "Doorverwijzen", lambda: _referrals(about), "figures.html")


def _referrals(about: Asked) -> Facts:
    """What the page about referrals shows."""
    makers = (
        referral_figures.to_whom,
        referral_figures.warm,
        referral_figures.gaps_by_theme,
        referral_figures.gaps_by_place,
    )
    return {"figures": [make(about.desks, about.period) for make in makers]}
