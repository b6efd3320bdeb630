"""The page about desks and what belongs to it: locations, codes, revoking, the numbers of the municipality."""

import uuid
from typing import Any

import segno
from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.codes import known_codes
from ido_regie.dashboard.filters import asked
from ido_regie.dashboard.names import NameField
from ido_regie.deliveries import knocks
from ido_regie.figures.desks import Program, places
from ido_regie.organisations import desks as desk_service
from ido_regie.organisations.access import FIGURES, STAFF, account_of, desks_of, locations_of, may
from ido_regie.organisations.enrolment import VALID_FOR, new_desk
from ido_regie.organisations.models import Desk, Location, Municipality, Role
from ido_shared import VERSION, exchange

DAY = forms.DateInput(attrs={"type": "date"})


class LocationForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What staff may say about a location; nothing about people."""

    class Meta:
        model = Location
        fields = ("name", "district", "outside", "opening_hours")
        field_classes = dict.fromkeys(("name", "district", "opening_hours"), NameField)
        labels = {  # noqa: RUF012 - Django's own way
            "name": "Naam",
            "district": "Wijk of kern",
            "outside": "Deze locatie is buiten de bibliotheek",
            "opening_hours": "Openingstijden",
        }
        help_texts = {"opening_hours": "Bijvoorbeeld: dinsdag 10.00 tot 12.00 uur."}  # noqa: RUF012

    def clean_name(self) -> str:
        """The name. Raises ValidationError when another location of this library has it."""
        name: str = self.cleaned_data["name"]
        here = self.instance
        same = Location.objects.filter(municipality=here.municipality_id, library=here.library_id, name=name)
        if same.exclude(pk=here.pk).exists():
            raise forms.ValidationError("Een andere locatie van deze bibliotheek heet al zo.")
        return name


class MunicipalityForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """The numbers of a municipality with which the overview compares."""

    class Meta:
        model = Municipality
        fields = ("population", "population_on", "yearly_goal")
        widgets = {"population_on": DAY}  # noqa: RUF012
        labels = {  # noqa: RUF012
            "population": "Aantal inwoners",
            "population_on": "Peildatum",
            "yearly_goal": "Doel: vragen in een jaar",
        }
        help_texts = {  # noqa: RUF012
            "population": "Van het CBS: StatLine, tabel Bevolking, uw gemeente.",
            "population_on": "De dag waarop het CBS zo veel inwoners telde.",
        }

    def clean(self) -> dict[str, Any]:
        """Check that a population has its day, which is not in the future."""
        found: dict[str, Any] = super().clean() or {}
        day = found.get("population_on")
        if found.get("population") and not day:
            self.add_error("population_on", "Vul de peildatum in: het aantal inwoners geldt voor één dag.")
        if day and day > clock.today():
            self.add_error("population_on", "De peildatum ligt in de toekomst.")
        return found


@may(*FIGURES)
@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    """Locations with their desks: last heard, program, days, what still waits at the desk; then the revoked ones."""
    about = asked(request)
    locations = [about.location] if about.location else about.locations
    account = account_of(request)
    facts = {
        "asked": about,
        "places": places(about.desks, locations, about.period),
        "own": Program(VERSION, known_codes().version, None),
        "revoked": about.desks.exclude(revoked_on=None).select_related("location").order_by("location__name", "name"),
        "noted": knocks.noted_for(account) if account.changes_things else [],
    }
    return render(request, "desks.html", facts)


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def location(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """What staff says about one location."""
    account = account_of(request)
    found = get_object_or_404(locations_of(account), pk=id)
    form = LocationForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(Action.SETTINGS, account.login, f"locatie {found.name}")
        return redirect("desks")
    facts = {"form": form, "heading": f"Locatie {Location.objects.get(pk=id).name}", "back": "desks"}
    return render(request, "settings_form.html", facts)


@may(Role.REGIE)
@require_http_methods(["GET", "HEAD", "POST"])
def municipality(request: HttpRequest) -> HttpResponse:
    """The inhabitants and the goal of the own municipality."""
    account = account_of(request)
    found = get_object_or_404(Municipality, account=account)
    form = MunicipalityForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(Action.SETTINGS, account.login, f"inwoners en doel van {found.name}")
        return redirect("overview")
    return render(request, "settings_form.html", {"form": form, "heading": found.name, "back": "desks"})


@may(*STAFF)
@require_POST
def dismiss_knock(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Someone looked at a desk with which something was wrong."""
    account = account_of(request)
    with transaction.atomic():
        if not knocks.dismiss(account, id):
            raise Http404
        record(Action.SETTINGS, account.login, f"balie nagekeken: {str(id)[:8]}")
    return redirect("desks")


@may(*STAFF)
@require_POST
def add_desk(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """A new desk at a location, with its code."""
    place = get_object_or_404(locations_of(account_of(request)), pk=id)
    with transaction.atomic():
        made = new_desk(place)
        fresh = _given(request, made)
    return _code_page(request, made, fresh)


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """A fresh code: for a desk that is new or was revoked, or for its new computer. The old one stops: ask first."""
    found = get_object_or_404(desks_of(account_of(request)).select_related("location"), pk=id)
    works = found.public_key and found.revoked_on is None
    if request.method != "POST" or (works and request.POST.get("sure") != "ja"):
        return render(request, "another_computer.html", {"desk": found, "works": works})
    return _code_page(request, found, _given(request, found))


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Ask whether a desk must be revoked, and do it."""
    account = account_of(request)
    found = get_object_or_404(desks_of(account).select_related("location"), pk=id)
    if request.method == "POST":
        with transaction.atomic():
            desk_service.revoke(found)
            record(Action.REVOKED, account.login, str(found))
        return redirect("desks")
    return render(request, "revoke.html", {"desk": found})


def _given(request: HttpRequest, desk: Desk) -> str:
    """A fresh code for a desk, whose key of before stops working; written down in the same transaction."""
    with transaction.atomic():
        made, _ = desk_service.replace(desk)
        record(Action.CODE, account_of(request).login, str(desk))
    return made


def _code_page(request: HttpRequest, desk: Desk, made: str) -> HttpResponse:
    """The page that shows a code, once."""
    address = request.build_absolute_uri("/").rstrip("/")
    square = segno.make(exchange.link_text(address, made), error="m", micro=False)
    drawn = mark_safe(square.svg_inline(scale=4, dark="#000", light="#fff"))  # noqa: S308 - squares, and no text in them
    facts = {"desk": desk, "code": made, "address": address, "days": VALID_FOR.days, "square": drawn}
    return render(request, "code_page.html", facts)
