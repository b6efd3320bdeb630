"""The page for a file that a kiosk put on a USB stick: take it in, and give the file that goes back."""

from typing import Any

import msgspec
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.deliveries.files import LARGEST, answer
from ido_regie.organisations.access import STAFF, account_of, desks_of, may
from ido_regie.organisations.models import Account
from ido_regie.problems import ProblemError
from ido_shared import delivery


class StickForm(forms.Form):
    """The file of a kiosk."""

    file = forms.FileField(
        label="Bestand van de usb-stick",
        help_text="De kiosk bewaart het bij Regie: leveringen.ido, of koppelverzoek.ido.",
        error_messages={"required": "Kies het bestand dat de kiosk bewaarde.", "empty": "Dit bestand is leeg."},
    )


@may(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def stick(request: HttpRequest) -> HttpResponse:
    """Ask for the file; the answer is the file that goes back to the kiosk."""
    account = account_of(request)
    form = StickForm(request.POST, request.FILES) if request.method == "POST" else StickForm()
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read(LARGEST + 1)
        try:
            name, back = _answer(account, content)
        except ProblemError as error:
            form.add_error("file", error.detail)
        else:
            record(Action.UPLOAD, account.login, name)
            headers = {"Content-Disposition": f'attachment; filename="{name}"'}
            return HttpResponse(back, content_type="application/octet-stream", headers=headers)
    return render(request, "stick.html", {"form": form})


def _answer(account: Account, content: bytes) -> tuple[str, bytes]:
    """The file that answers. Raises ProblemError, also for the deliveries of a desk of someone else."""
    try:
        said: Any = msgspec.json.decode(content)
    except delivery.UNREADABLE:
        said = {}
    desk = said.get("balie") if isinstance(said, dict) else None
    if isinstance(desk, str) and desk not in {str(own) for own in desks_of(account).values_list("pk", flat=True)}:
        raise ProblemError(403, "Dit bestand is niet van een van uw balies.")
    return answer(content)
