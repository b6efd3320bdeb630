"""The pages, and what they are made of."""

from datetime import date
from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ido_regie.dashboard import colours as colour_tokens
from ido_regie.dashboard.chart import charts
from ido_regie.dashboard.heard import last_heard
from ido_regie.dashboard.weeks import weeks_until
from ido_regie.organisations.models import Account

WRONG_LOGIN = "De gebruikersnaam of het wachtwoord klopt niet. Let op hoofdletters en streepjes."
COLOURS_KEPT = {"Cache-Control": "max-age=60, public"}


class LogInForm(AuthenticationForm):
    """The login form; it never says which of the two was wrong."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.error_messages = {**self.error_messages, "invalid_login": WRONG_LOGIN, "inactive": WRONG_LOGIN}
        self.fields["username"].error_messages["required"] = "Vul uw gebruikersnaam in."
        self.fields["password"].error_messages["required"] = "Vul uw wachtwoord in."
        if self.is_bound:
            del self.fields["username"].widget.attrs["autofocus"]  # the message gets the focus


class LogIn(LoginView):
    """The page to log in."""

    template_name = "login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True


@login_not_required
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session, also one that ended by itself; who only opens the address gets the overview."""
    if request.method != "POST":
        return redirect("overview")
    logout(request)
    return redirect("login")


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Questions per week per desk of the own municipality."""
    account = request.user
    if not isinstance(account, Account):
        raise PermissionDenied
    table = weeks_until(account.municipality, _asked_monday(request))
    desks = last_heard(account.municipality)
    facts = {
        "municipality": account.municipality,
        "table": table,
        "charts": charts(table),
        "desks": desks,
        "needs_code": not desks or any(not heard.desk.public_key for heard in desks),
    }
    return render(request, "overview.html", facts)


@login_not_required
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Says that regie and its database work, for who watches over the server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def colours(_request: HttpRequest) -> HttpResponse:
    """The style sheet with the colours."""
    return HttpResponse(colour_tokens.style_sheet(), content_type="text/css; charset=utf-8", headers=COLOURS_KEPT)


def _asked_monday(request: HttpRequest) -> date | None:
    """The last week that the address asks for. Raises Http404 when that is not a day."""
    text = request.GET.get("tot")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Http404 from error
