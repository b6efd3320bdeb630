"""The page on which the municipality decides how its desks work."""

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations.access import account_of, may
from ido_regie.organisations.models import Municipality, Role


class DecisionsForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What a municipality may decide for its desks; all of it may be left to the library."""

    class Meta:
        model = Municipality
        fields = ("threshold", "letters", "unread_translations", "languages", "help", "locked")
        labels = {  # noqa: RUF012 - Django's own way
            "threshold": "Hoeveel vragen staan er minstens achter een getal?",
            "letters": "Hoe ver helpt een balie met brieven?",
            "unread_translations": "Vertalingen printen die niemand heeft nagekeken?",
            "languages": "Welke talen heeft de kiosk?",
            "help": "Waar krijgt een vrijwilliger hulp bij de kiosk?",
            "locked": "De bibliotheek en de balie mogen dit niet veranderen",
        }
        help_texts = {  # noqa: RUF012
            "threshold": (
                "Over minder vragen verlaat geen getal de balie. De hoogste van gemeente en bibliotheek geldt. "
                "Wie niets kiest, telt als 5."
            ),
            "help": "Een telefoonnummer, e-mailadres of webadres. Geen naam van een persoon.",
        }


@may(Role.REGIE)
@require_http_methods(["GET", "HEAD", "POST"])
def decisions(request: HttpRequest) -> HttpResponse:
    """What the own municipality decides; desks fetch it after their next delivery."""
    account = account_of(request)
    found = get_object_or_404(Municipality, account=account)
    form = DecisionsForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            record(Action.SETTINGS, account.login, f"instellingen van de balies van {found.name}"[:120])
        return redirect("desks")
    facts = {"form": form, "heading": "Instellingen van de balies", "back": "desks"}
    return render(request, "settings_form.html", facts)
