"""Log in and out, and choose a password of one's own."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.views import LoginView
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations import lockout
from ido_regie.organisations.access import EVERYONE, account_of, may
from ido_regie.security import NOT_DONE

WRONG_LOGIN = "De gebruikersnaam of het wachtwoord klopt niet. Let op hoofdletters en streepjes."
RULES = (
    "Ten minste 12 tekens. Niet alleen cijfers, niet uw gebruikersnaam, en niet een wachtwoord dat veel mensen kiezen."
)
LOCKED = (
    "Deze gebruikersnaam is even dicht, na te veel verkeerde wachtwoorden. Probeer het over een kwartier opnieuw, "
    "of vraag de beheerder om een nieuw wachtwoord."
)


class LogInForm(AuthenticationForm):
    """The login form; it never says which of the two was wrong, nor whether the name exists."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.error_messages = {**self.error_messages, "invalid_login": WRONG_LOGIN, "inactive": WRONG_LOGIN}
        self.fields["username"].error_messages["required"] = "Vul uw gebruikersnaam in."
        self.fields["password"].error_messages["required"] = "Vul uw wachtwoord in."
        if self.is_bound:
            del self.fields["username"].widget.attrs["autofocus"]  # the message gets the focus

    def clean(self) -> dict[str, Any]:
        """Check name and password, unless the name failed too often."""
        login = self.cleaned_data.get("username", "")
        if lockout.is_locked(login):
            raise forms.ValidationError(LOCKED, code="locked")
        try:
            checked: dict[str, Any] = super().clean()
        except forms.ValidationError:
            lockout.failed(login)
            raise
        return checked


class LogIn(LoginView):
    """The page to log in."""

    template_name = "login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What the page shows."""
        found: dict[str, Any] = super().get_context_data(**more)
        asked = self.request.GET
        return found | {
            "oidc": settings.INSTALLATION.oidc,
            "oidc_failed": asked.get("oidc") == "mislukt",
            "not_done": NOT_DONE in asked and not found["form"].is_bound,
        }

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Log in, and write that down."""
        login = form.get_user().get_username()
        with transaction.atomic():
            lockout.forget(login)
            record(Action.LOGIN, login)
            return super().form_valid(form)


@login_not_required
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session, also one that ended by itself; who only opens the address gets the overview."""
    if request.method != "POST":
        return redirect("overview")
    logout(request)
    return redirect("login")


class PasswordForm(SetPasswordForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A new password, twice, after the old one."""

    old_password = forms.CharField(
        label="Uw wachtwoord van nu",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul uw wachtwoord van nu in."},
    )
    field_order = ("old_password", "new_password1", "new_password2")

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["new_password1"].label = "Uw nieuwe wachtwoord"
        self.fields["new_password1"].help_text = RULES
        self.fields["new_password1"].error_messages["required"] = "Vul een nieuw wachtwoord in."
        self.fields["new_password2"].label = "Uw nieuwe wachtwoord nog een keer"
        self.fields["new_password2"].help_text = ""
        self.fields["new_password2"].error_messages["required"] = "Vul het nieuwe wachtwoord nog een keer in."

    def clean_old_password(self) -> str:
        """The password of now. Raises ValidationError when it is not."""
        old: str = self.cleaned_data["old_password"]
        if not self.user.check_password(old):
            raise forms.ValidationError("Dit is niet uw wachtwoord van nu.")
        return old


@may(*EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponseBase:
    """Choose a new password; other sessions of this account end."""
    account = account_of(request)
    form = PasswordForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(Action.PASSWORD, account.login, account.login)
        update_session_auth_hash(request, account)
        return render(request, "password.html", {"form": None})
    return render(request, "password.html", {"form": form})
