"""The pages on which a municipality or a library writes about organisations near its desks."""

import uuid
from dataclasses import dataclass
from datetime import date

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.codes import known_codes
from ido_regie.figures.labels import label
from ido_regie.organisations import nearby
from ido_regie.organisations.access import FIGURES, STAFF, account_of, may
from ido_regie.organisations.models import Account, Nearby
from ido_shared import counts, exchange, local
from ido_shared.personal_number import has_personal_number

KINDS: dict[local.EntryKind, tuple[str, str]] = {
    "gemeente": ("Gemeente", "Het gemeentehuis, met telefoon, adres en openingstijden."),
    "wmo": ("Wmo en wijkteam", "Waar iemand hulp thuis, vervoer of een aanpassing vraagt."),
    "schuldhulp": ("Hulp bij schulden", "De schuldhulp van de gemeente, of een geldpunt."),
    "belastingkantoor": ("Belastingkantoor", "Wie hier de gemeentebelasting int."),
    "waterschap": ("Waterschap", "Wie hier de belasting voor water int."),
    "spreekuur": ("Spreekuren", "Formulierenhulp, juridisch spreekuur, sociaal raadslieden."),
    "partner": ("Andere partners", "Welzijn, ouderenbond, VluchtelingenWerk, computerhulp."),
    "cursus": ("Cursussen", "Klik & Tik, taalhuis, digitaalhuis."),
}
"""What the page calls a kind, and what belongs there; the same words as at a desk."""
MONTHS_UNTIL_OLD = 12


@dataclass(frozen=True)
class Shown:
    """An organisation on the page: what is known of it, whether that is old, and what counts instead or beside it."""

    entry: Nearby
    lines: tuple[str, ...]
    is_old: bool
    note: str = ""


@dataclass(frozen=True)
class Section:
    """The organisations of one kind: the own ones, and those that others wrote for the same desks."""

    kind: str
    title: str
    explanation: str
    own: list[Shown]
    others: list[Shown]


class NearbyForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What is asked about an organisation nearby."""

    class Meta:
        model = Nearby
        fields = (
            "name", "phone", "direct_line", "address", "opening_hours", "website", "for_whom", "bring", "referral",
            "key",
        )  # fmt: skip
        labels = {  # noqa: RUF012 - Django's own way
            "name": "Hoe heet het?",
            "phone": "Telefoonnummer",
            "direct_line": "Directe lijn voor professionals",
            "address": "Adres",
            "opening_hours": "Wanneer open?",
            "website": "Website",
            "for_whom": "Voor wie is het?",
            "bring": "Wat neemt een bezoeker mee?",
        }
        help_texts = {  # noqa: RUF012
            "name": "De organisatie of het spreekuur. Geen naam van een persoon.",
            "phone": "Bijvoorbeeld: 088 123 45 67.",
            "direct_line": "Alleen de vrijwilliger ziet dit. Het komt nooit op papier.",
            "address": "Straat, nummer en plaats.",
            "opening_hours": "Bijvoorbeeld: ma-vr 9.00-17.00. Of: op afspraak.",
            "website": "Bijvoorbeeld: gemeente.nl.",
            "for_whom": "Bijvoorbeeld: voor iedereen uit de gemeente.",
            "bring": "Bijvoorbeeld: de brief en een identiteitsbewijs.",
        }

        error_messages = {  # noqa: RUF012
            "name": {"required": "Vul in hoe de organisatie heet. Zet hier geen naam van een persoon."}
        }

    referral = forms.ChoiceField(label="Hoe telt een verwijzing hierheen?")
    key = forms.TypedChoiceField(
        label="Welke cijfertoets bij doorverwijzen?", coerce=int,
        help_text="Een balie die deze toets zelf al gebruikt, houdt haar eigen keuze.",
        choices=[(0, "Geen"), *((number, str(number)) for number in range(1, local.MOST_PARTNERS + 1))],
    )  # fmt: skip

    def __init__(self, *args: object, account: Account, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self._others = nearby.own(account).exclude(pk=self.instance.pk)
        self.fields["referral"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (code, label(counts.REFERRAL, code)) for code in known_codes().referrals if code != local.NO_PLACE
        ]
        if self.instance.kind not in local.CHOOSES_REFERRAL:
            del self.fields["referral"]

    def clean(self) -> dict[str, object]:
        """Check each field as a desk does, so that it fits there. Notes each mistake at its field."""
        found: dict[str, object] = super().clean() or {}
        said = {name: " ".join(value.split()) for name, value in found.items() if isinstance(value, str)}
        found |= said
        if "opening_hours" in said:
            found["opening_hours"] = local.usual_hours(said["opening_hours"])
        for name, text in said.items():
            if mistake := _mistake(name, text):
                self.add_error(name, mistake)
        self._refuse_twice(said.get("name", ""), self.cleaned_data.get("key", 0))
        if self.instance._state.adding and self._others.count() >= exchange.MOST_LOCAL:
            self.add_error(None, f"Er kunnen er niet meer dan {exchange.MOST_LOCAL} zijn. Haal eerst iets weg.")
        return found

    def _refuse_twice(self, name: str, key: int) -> None:
        """Note a name or a number key that another one has."""
        same_kind = self._others.filter(kind=self.instance.kind)
        if any(other.name.casefold() == name.casefold() for other in same_kind):
            self.add_error("name", "Dit staat er al. Wijzig dat, of kies een andere naam.")
        taken = self._others.filter(key=key).first() if key else None
        if taken is not None:
            self.add_error("key", f"Toets {key} is al van {taken}. Kies een andere.")


def _mistake(name: str, text: str) -> str:
    """What no desk would keep in this field, and what to do; empty when it is fine."""
    if has_personal_number(text):
        return "Hier staat een nummer dat een burgerservicenummer kan zijn. Haal het weg."
    if name in ("phone", "direct_line") and text and not local.is_phone(text):
        return "Dit lijkt geen telefoonnummer. Schrijf het zo: 088 123 45 67."
    if name == "website" and text and not local.is_website(text):
        return "Dit lijkt geen webadres. Schrijf het zo: digid.nl."
    return ""


@may(*FIGURES)
@require_safe
def nearby_list(request: HttpRequest) -> HttpResponse:
    """All organisations by kind: the own ones to change, and what others wrote for the same desks."""
    account = account_of(request)
    mine, others = list(nearby.own(account)), list(nearby.beside(account))
    sections = [
        Section(
            kind,
            *words,
            [_shown(entry, others) for entry in mine if entry.kind == kind],
            [_shown(entry, mine) for entry in others if entry.kind == kind],
        )
        for kind, words in KINDS.items()
    ]
    return render(request, "nearby.html", {"sections": sections})


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def new_nearby(request: HttpRequest, kind: str) -> HttpResponse:
    """Write about one more organisation of a kind."""
    known = next((each for each in KINDS if each == kind), None)
    if known is None:
        raise Http404
    account = account_of(request)
    entry = Nearby(
        municipality_id=account.municipality_id,
        library_id=account.library_id,
        kind=known,
        referral=local.REFERRALS[known],
    )
    return _edited(request, account, entry)


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_nearby(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Change what the own municipality or library wrote."""
    account = account_of(request)
    return _edited(request, account, get_object_or_404(nearby.own(account), pk=id))


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def drop_nearby(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """Ask whether an organisation must go from all desks, and do it."""
    account = account_of(request)
    entry = get_object_or_404(nearby.own(account), pk=id)
    if request.method == "POST":
        with transaction.atomic():
            entry.delete()
            _note(account)
        return redirect("nearby")
    return render(request, "nearby_drop.html", {"entry": entry})


def _edited(request: HttpRequest, account: Account, entry: Nearby) -> HttpResponse:
    """The form of an organisation, kept when all is well. Whoever keeps it has looked at it today."""
    title, explanation = next(words for kind, words in KINDS.items() if kind == entry.kind)
    heading = entry.name or f"{title}: toevoegen"
    form = NearbyForm(request.POST or None, instance=entry, account=account)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            entry.checked_on = clock.today()
            form.save()
            _note(account)
        return redirect("nearby")
    return render(request, "nearby_form.html", {"form": form, "heading": heading, "explanation": explanation})


def _note(account: Account) -> None:
    record(Action.SETTINGS, account.login, f"lokale gegevens van {account.border}")


def _shown(entry: Nearby, others: list[Nearby]) -> Shown:
    """An organisation in lines; the library's word goes before the municipality's at the desks of that library."""
    known = (
        entry.phone,
        f"Directe lijn: {entry.direct_line}" if entry.direct_line else "",
        entry.address,
        entry.opening_hours,
        entry.website,
        f"Voor wie: {entry.for_whom}" if entry.for_whom else "",
        f"Meenemen: {entry.bring}" if entry.bring else "",
        f"Toets {entry.key} bij doorverwijzen" if entry.key else "",
    )
    same = [one for one in others if (one.kind, one.name.casefold()) == (entry.kind, entry.name.casefold())]
    note = ""
    if same and entry.library_id is None:
        note = f"{same[0].library} schreef dit ook. Aan haar balies geldt dat."
    elif same:
        note = f"{same[0].municipality} schreef dit ook. Aan de balies van {entry.library} geldt dit hier."
    return Shown(entry, tuple(line for line in known if line), _is_old(entry.checked_on), note)


def _is_old(checked_on: date) -> bool:
    today = clock.today()
    return (today.year - checked_on.year) * 12 + today.month - checked_on.month >= MONTHS_UNTIL_OLD
