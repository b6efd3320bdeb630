"""The envelope of a desk, and the sheet to hold against it before the first letter."""

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance

from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.letters.service import Envelope
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import Screen


class Opener(Protocol):
    """What opens screens, closes them, and tells what went wrong."""

    opened: SignalInstance
    closed: SignalInstance
    failed: SignalInstance


def envelope_of(envelopes: Mapping[str, Envelope], desk: ThisDesk) -> Envelope:
    """That of this desk, or the usual one when it is not there any more."""
    return envelopes.get(desk.envelope) or next(iter(envelopes.values()))


def open_test_sheet(asked_from: Screen, envelopes: Mapping[str, Envelope], desk: ThisDesk, opener: Opener) -> None:
    """Make the test sheet in the background and open its preview, unless the volunteer has gone elsewhere meanwhile."""
    from ido_kiosk.letters import printout  # with it comes reportlab: not needed at the start

    def made(pdf: bytes) -> None:
        if asked_from.isVisible():
            opener.opened.emit(lambda: _preview(pdf, opener))

    def not_made(error: Exception) -> None:
        report_mistake(type(error), error.__traceback__)
        opener.failed.emit(_("Het proefblad is niet gemaakt. Geef dit door aan de coördinator."))

    envelope, offset = envelope_of(envelopes, desk), (desk.envelope_across, desk.envelope_down)
    run(asked_from, partial(printout.test_sheet_pdf, envelope, offset), made, not_made)


def _preview(pdf: bytes, opener: Opener) -> Screen:
    from ido_kiosk.qt.preview import PreviewScreen
    from ido_kiosk.qt.printer_part import Outcomes

    screen = PreviewScreen(pdf, _("Proefblad voor de envelop"), Outcomes(opener.failed.emit))
    screen.closed.connect(opener.closed)
    return screen
