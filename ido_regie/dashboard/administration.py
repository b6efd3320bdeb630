"""Pages for the administrator: logins, municipalities and libraries, and the audit log."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ido_regie.audit.models import Action, Entry
from ido_regie.audit.service import record
from ido_regie.dashboard.names import NameField
from ido_regie.organisations import accounts as account_service
from ido_regie.organisations.access import account_of, may
from ido_regie.organisations.merging import living, merge
from ido_regie.organisations.models import Account, Library, Location, Municipality, Role

SHOWN_LINES = 200
ACTIVE = {"ja": True, "nee": False}
NEEDS_MUNICIPALITY = (Role.REGIE, Role.READER)


class AccountForm(forms.Form):
    """A new login: its role says which border it needs."""

    login = forms.RegexField(
        r"^[a-z0-9][a-z0-9._@-]{1,59}$",
        label="Gebruikersnaam",
        help_text="Kleine letters, cijfers, punt, streepje of @. Bij OIDC: de naam die de gemeente gebruikt.",
        error_messages={
            "required": "Vul een gebruikersnaam in.",
            "invalid": "Gebruik alleen kleine letters, cijfers, punt, streepje of @.",
        },
    )
    role = forms.ChoiceField(label="Rol", choices=Role.choices)
    municipality = forms.ModelChoiceField(
        Municipality.objects.filter(merged_into=None).order_by("name"),
        label="Gemeente",
        required=False,
        empty_label="(geen)",
        help_text="Voor regie en lezer van de gemeente.",
    )
    library = forms.ModelChoiceField(
        Library.objects.order_by("name"),
        label="Bibliotheek",
        required=False,
        empty_label="(geen)",
        help_text="Voor een coördinator.",
    )

    def clean_login(self) -> str:
        """The login. Raises ValidationError when it exists."""
        login: str = self.cleaned_data["login"]
        if Account.objects.filter(login=login).exists():
            raise forms.ValidationError("Deze gebruikersnaam bestaat al.")
        return login

    def clean(self) -> dict[str, Any]:
        """Check that the border belongs to the role."""
        found: dict[str, Any] = self.cleaned_data
        role = found.get("role")
        if (role in NEEDS_MUNICIPALITY) is not (found.get("municipality") is not None):
            self.add_error("municipality", "Kies een gemeente bij regie of lezer, en anders geen.")
        if (role == Role.COORDINATOR) is not (found.get("library") is not None):
            self.add_error("library", "Kies een bibliotheek bij een coördinator, en anders geen.")
        return found


class LocationForm(forms.Form):
    """A new place for desks; names that do not exist yet are made."""

    municipality = NameField(
        label="Gemeente", max_length=100, error_messages={"required": "Vul de naam van de gemeente in."}
    )
    library = NameField(
        label="Bibliotheek", max_length=100, error_messages={"required": "Vul de naam van de bibliotheek in."}
    )
    name = NameField(label="Locatie", max_length=100, error_messages={"required": "Vul de naam van de locatie in."})


class MergerForm(forms.Form):
    """Two municipalities that become one."""

    old = forms.ModelChoiceField(Municipality.objects.none(), label="Gemeente die opgaat")
    new = forms.ModelChoiceField(Municipality.objects.none(), label="in deze gemeente")

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for field in self.fields.values():
            field.error_messages["required"] = "Kies een gemeente."
            field.queryset = Municipality.objects.filter(merged_into=None).order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Check that they differ."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("old") is not None and found.get("old") == found.get("new"):
            self.add_error("new", "Kies twee verschillende gemeenten.")
        return found


@may(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """All logins, and a form for a new one; its password is shown once."""
    form = AccountForm(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        by = account_of(request).login
        password = account_service.make_account(
            asked["login"], asked["municipality"], Role(asked["role"]), asked["library"], by
        )
        made, form = (asked["login"], password), AccountForm()
    return _accounts_page(request, form, made)


@may(Role.ADMINISTRATOR)
@require_POST
def renew_password(request: HttpRequest, login: str) -> HttpResponse:
    """A new password for a login, shown once."""
    account = get_object_or_404(Account, login=login)
    password = account_service.renew_password(account.login, account_of(request).login)
    return _accounts_page(request, AccountForm(), (account.login, password))


@may(Role.ADMINISTRATOR)
@require_POST
def set_active(request: HttpRequest, login: str) -> HttpResponse:
    """Close a login, or open it again; one's own stays open, so that someone can always get in.

    The form says which of the two, so that a second click changes nothing. Raises BadRequest when it does not.
    """
    wished = request.POST.get("active")
    if wished not in ACTIVE:
        raise BadRequest
    account = get_object_or_404(Account.objects.exclude(pk=account_of(request).pk), login=login)
    account_service.set_active(account, ACTIVE[wished], account_of(request).login)
    return redirect("accounts")


@may(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def organisations(request: HttpRequest) -> HttpResponse:
    """Municipalities, libraries and locations; forms for a new location and for a merger."""
    posted = request.POST if request.method == "POST" else None
    adding = LocationForm(posted if posted and "name" in posted else None)
    merging = MergerForm(posted if posted and "old" in posted else None)
    login = account_of(request).login
    if adding.is_bound and adding.is_valid():
        _add_location(adding.cleaned_data, login)
        return redirect("organisations")
    if merging.is_bound and merging.is_valid():
        merge(merging.cleaned_data["old"], merging.cleaned_data["new"], login)
        return redirect("organisations")
    locations = Location.objects.select_related("municipality", "library").order_by("municipality__name", "name")
    gone = Municipality.objects.exclude(merged_into=None).select_related("merged_into").order_by("name")
    facts = {"adding": adding, "merging": merging, "locations": locations, "gone": gone}
    return render(request, "organisations.html", facts)


@may(Role.ADMINISTRATOR)
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """The newest lines of the audit log."""
    lines = Entry.objects.order_by("-id")[:SHOWN_LINES]
    return render(request, "audit.html", {"lines": lines, "shown": SHOWN_LINES, "days": settings.INSTALLATION.log_days})


def _add_location(asked: dict[str, str], login: str) -> None:
    """Make a location, with its municipality and library where they are new; a merged name means the one of today."""
    with transaction.atomic():
        municipality = living(Municipality.objects.get_or_create(name=asked["municipality"])[0])
        library, _ = Library.objects.get_or_create(name=asked["library"])
        Location.objects.get_or_create(municipality=municipality, library=library, name=asked["name"])
        record(Action.SETTINGS, login, f"locatie {asked['name']}, {municipality}")


def _accounts_page(request: HttpRequest, form: AccountForm, made: tuple[str, str] | None) -> HttpResponse:
    """The page with all logins; ``made``: a login and its fresh password."""
    known = Account.objects.select_related("municipality", "library").order_by("login")
    return render(request, "accounts.html", {"form": form, "made": made, "known": known})
