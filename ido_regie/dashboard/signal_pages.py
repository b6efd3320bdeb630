"""The pages about signals: their numbers, and what regie or a coordinator says about them."""

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ido_regie.codes import known_codes
from ido_regie.dashboard.figure_pages import answer
from ido_regie.dashboard.filters import PERIOD, Asked, asked
from ido_regie.dashboard.kept import Facts
from ido_regie.figures import labels
from ido_regie.figures import signals as signal_figures
from ido_regie.figures.cells import counted, crossed
from ido_regie.figures.periods import Period, period
from ido_regie.organisations.access import FIGURES, STAFF, account_of, desks_of, may
from ido_regie.organisations.models import Account, Municipality
from ido_regie.signals import service
from ido_regie.signals.models import LONGEST, Signal
from ido_regie.signals.people import people_in
from ido_shared import counts

ORGANISATION = "organisatie"
AREA = forms.Textarea(attrs={"rows": 5})


class WithoutPeople(forms.Form):
    """A form whose texts may not hold a person."""

    sure = forms.BooleanField(
        label="Er staan geen namen of gegevens van mensen in", required=False,
        help_text="Alleen nodig als wij een woord voor een naam aanzien.",
    )  # fmt: skip

    def without_people(self, field: str) -> str:
        """The text of a field. Raises ValidationError when there may be a person in it."""
        text: str = self.cleaned_data[field]
        sure, names = people_in(text)
        if sure:
            raise forms.ValidationError(f"Haal weg: {', '.join(sure)}. Een signaal gaat nooit over een persoon.")
        if names and not self.data.get("sure"):
            words = ", ".join(names)
            raise forms.ValidationError(
                f"Is dit een naam: {words}? Haal hem weg. Is het geen naam van een mens? Zet dan onderaan een vinkje."
            )
        return text


class SignalForm(WithoutPeople):
    """A new signal."""

    field_order = ("municipality", "organisation", "cause", "period", "text", "sure")
    municipality = forms.ModelChoiceField(Municipality.objects.none(), label="Gemeente")
    organisation = forms.ChoiceField(label="Organisatie")
    cause = forms.ChoiceField(label="Signaal")
    period = forms.ChoiceField(label="Periode", help_text="De cijfers van deze periode staan bij het signaal.")
    text = forms.CharField(
        label="In uw woorden", max_length=LONGEST, widget=AREA,
        help_text="Wat gaat er mis, wat betekent dat voor bewoners, en wat zou helpen? Geen namen en geen nummers.",
        error_messages={"required": "Vul in wat er misgaat.", "max_length": f"Houd het korter dan {LONGEST} tekens."},
    )  # fmt: skip

    def __init__(self, *arguments: Any, municipalities: Any, periods: list[Period], **named: Any) -> None:
        super().__init__(*arguments, **named)
        own: Any = self.fields
        own["municipality"].queryset = municipalities
        own["municipality"].initial = municipalities.first()
        own["organisation"].choices = sorted(labels.organisation_names().items(), key=lambda pair: pair[1].lower())
        own["cause"].choices = list(known_codes().signals.items())
        own["period"].choices = [(one.text, one.label) for one in periods if one.kind != "maand"]

    def clean_text(self) -> str:
        """The words. Raises ValidationError when there may be a person in them."""
        return self.without_people("text")


class StepForm(WithoutPeople):
    """A form that changes a signal; it takes along what the signal was when it was shown."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class RewordForm(StepForm):
    """Other words for a signal that was not sent on yet."""

    field_order = ("text", "sure")
    text = forms.CharField(
        label="In uw woorden", max_length=LONGEST, widget=AREA, error_messages={"required": "Vul in wat er misgaat."}
    )
    clean_text = SignalForm.clean_text


class SendForm(StepForm):
    """To whom a signal was sent on."""

    field_order = ("to", "sure")
    to = forms.CharField(
        label="Verstuurd aan", max_length=100, help_text="De organisatie of afdeling, niet de naam van een medewerker.",
        error_messages={"required": "Vul in aan welke organisatie."},
    )  # fmt: skip

    def clean_to(self) -> str:
        """The receiver. Raises ValidationError when it may be a person."""
        return self.without_people("to")


class AnswerForm(StepForm):
    """What came back."""

    field_order = ("text", "sure")
    text = forms.CharField(
        label="Wat was het antwoord?", max_length=LONGEST, widget=AREA,
        error_messages={"required": "Vul in wat het antwoord was."},
    )  # fmt: skip
    clean_text = SignalForm.clean_text


@may(*FIGURES)
@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """The causes, recurring ones first, and the signals in words."""
    about = asked(request)
    chosen = request.GET.get(ORGANISATION) or None
    if chosen is not None and chosen not in labels.organisation_names():
        raise Http404
    return answer(request, about, "Signalen", lambda: _signals(about, chosen), "signals.html")


def _signals(about: Asked, chosen: str | None) -> Facts:
    """What the page about signals shows; ``chosen``: the organisation whose signals were asked."""
    return {
        "figures": [
            signal_figures.causes(about.desks, about.period),
            signal_figures.by_organisation(about.desks, about.period, chosen),
        ],
        "organisations": signal_figures.organisations(about.desks, about.period),
        "organisation": chosen,
        "worded": [_shown(one) for one in service.signals_of(about.account).order_by("-written_on", "organisation")],
    }


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def new_signal(request: HttpRequest) -> HttpResponse:
    """Word a signal."""
    account = account_of(request)
    about = asked(request)
    start = {"organisation": request.GET.get(ORGANISATION), "period": request.GET.get(PERIOD) or about.period.text}
    form = SignalForm(
        request.POST or None, initial=start, municipalities=service.municipalities_of(account), periods=about.periods
    )
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("organisation", "cause", "period", "text")}
        made = service.write(account, form.cleaned_data["municipality"], words)
        return redirect("signal", id=made.pk)
    return render(request, "signal_form.html", {"form": form})


@may(*FIGURES)
@require_http_methods(["GET", "HEAD", "POST"])
def signal(request: HttpRequest, id: uuid.UUID) -> HttpResponse:
    """One signal with its numbers; whoever may change it sends it on, or keeps the answer."""
    account = account_of(request)
    found = get_object_or_404(service.signals_of(account), pk=id)
    form = None
    if request.method == "POST":
        with transaction.atomic():
            found = get_object_or_404(service.signals_of(account).select_for_update(), pk=id)
            form = _posted(request, found)
            if form is not None and form[1].is_valid():
                _take_step(request, found, *form)
                return redirect("signal", id=id)
    is_stale = request.method == "POST" and form is None
    if form is None and account.changes_things:
        form = _next_step(found, request.GET)
    facts = {
        "signal": _shown(found),
        "step": form[0] if form else "",
        "form": form[1] if form else None,
        "is_stale": is_stale,
        "typed": (request.POST.get("text") or request.POST.get("to")) if is_stale else "",
        "numbers": _numbers(account, found),
    }
    return render(request, "signal.html", facts)


@may(*FIGURES)
@require_safe
def letter(request: HttpRequest) -> HttpResponse:
    """All signals that were not answered yet on one page, to print or to paste into a letter to an organisation."""
    account = account_of(request)
    chosen = request.GET.get(ORGANISATION) or None
    found = service.signals_of(account).filter(answered_on=None).select_related("municipality")
    found = found.order_by("organisation", "written_on")
    if chosen:
        found = found.filter(organisation=chosen)
    facts = {"signals": [(_shown(one), _numbers(account, one)) for one in found]}
    return render(request, "signal_letter.html", facts)


def _shown(one: Signal) -> dict[str, object]:
    """A signal with its codes in words."""
    return {
        "row": one,
        "organisation": labels.label(counts.ORGANISATION, one.organisation),
        "cause": labels.label(counts.SIGNAL, one.cause),
        "period": period(one.period).label,
    }


def _numbers(account: Account, one: Signal) -> dict[str, int | None]:
    """The numbers of a signal's period: of its cause, and of its cause with its organisation (None: too few yet).

    They are those of the desks that this account sees in the municipality of the signal, wherever they are shown.
    """
    desks = desks_of(account).filter(location__municipality=one.municipality_id)
    about = period(one.period)
    return {
        "cause": counted(desks, counts.SIGNAL, about).codes.get(one.cause),
        "both": crossed(desks, counts.SIGNAL_OF, about).get((one.cause, one.organisation)),
        "organisation": counted(desks, counts.ORGANISATION, about).codes.get(one.organisation),
    }


def _posted(request: HttpRequest, found: Signal) -> tuple[str, forms.Form] | None:
    """The step that a form takes; None when the signal changed after that form was shown.

    Then the same fields could mean something else: the words of a signal would be kept as its answer. Raises Http404
    for who may change nothing, and when there is no step left.
    """
    if not account_of(request).changes_things:
        raise Http404
    if request.POST.get("seen") != _seen(found):
        return None
    form = _next_step(found, request.GET, request.POST)
    if form is None:
        raise Http404
    return form


def _seen(found: Signal) -> str:
    """What a signal is now, as a short text that differs after every change."""
    parts = (found.text, found.sent_on, found.sent_to, found.answered_on, found.answer)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _next_step(
    found: Signal, address: Mapping[str, Any], posted: Mapping[str, Any] | None = None
) -> tuple[str, forms.Form] | None:
    """What can be done with a signal now, and the form for it: reword or send on, then answer, then nothing."""
    start = {"seen": _seen(found), "text": found.text}
    if found.answered_on:
        return None
    if found.sent_on:
        return "answer", AnswerForm(posted, initial={"seen": start["seen"]})
    if address.get("stap") == "tekst":
        return "reword", RewordForm(posted, initial=start)
    return "send", SendForm(posted, initial=start)


def _take_step(request: HttpRequest, found: Signal, step: str, form: forms.Form) -> None:
    account = account_of(request)
    if step == "send":
        service.send_on(account, found, form.cleaned_data["to"])
    elif step == "answer":
        service.answered(account, found, form.cleaned_data["text"])
    else:
        service.reword(account, found, form.cleaned_data["text"])
