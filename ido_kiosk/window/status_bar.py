"""The bar at the bottom: whether counts reach regie, in words."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ido_kiosk.base import clock
from ido_kiosk.base.language import _, day_text
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import label
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # with it comes the database, and a kiosk shows its window before that
    from ido_kiosk.sync.service import Outcome

BETWEEN_DELIVERIES = 60 * 60
"""Seconds; a closed week is sent within an hour."""


class StatusBar(QFrame):
    """Shows the state of the deliveries."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts = parts
        self._text = ""
        self._short = False
        self._label = label("", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.addWidget(self._label)

    def refresh(self, last: "Outcome | None") -> None:
        """Show the present state, given how the last round of deliveries went."""
        from ido_kiosk.sync.service import status_text

        self._text = status_text(self._parts.sync_status(last)) + self._trial()
        self._show()

    def _trial(self) -> str:
        if not self._parts.is_trial:
            return ""
        return " " + _("Proef: voor deze kiosk is het {day}.").format(day=day_text(self._parts.today()))

    def set_short(self, short: bool) -> None:
        """In a narrow window only the first sentence is shown; the rest is in its tooltip and for a screen reader."""
        self._short = short
        self._show()

    def _show(self) -> None:
        first = self._text.split(". ")[0].removesuffix(".") + "." if self._text else ""
        self._label.setText(first if self._short else self._text)
        self._label.setToolTip(self._text if self._short else "")
        self._label.setAccessibleName(self._text)


class Courier(QObject):
    """Delivers in the background, now and then, and sooner again after a failure. Signal: ``delivered``."""

    delivered = Signal()

    def __init__(self, parts: Parts, read_sent: Callable[[], None], parent: QObject) -> None:
        """``read_sent``: called after each round, for it may have brought local data."""
        super().__init__(parent)
        self._parts = parts
        self._read_sent = read_sent
        self.last: Outcome | None = None
        self._failures = 0
        self._under_way = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.go())

    def start(self) -> None:
        """Deliver from now on. The first time is a little later, so that it does not tell when someone came in."""
        from ido_kiosk.sync.service import first_delay

        self._timer.start(0 if self._parts.is_trial else round(first_delay() * 1000))

    def go(self, now: bool = False) -> None:
        """Deliver what waits; nobody waits for it. ``now``: a person asked, so what is new goes along at once."""
        if not self._under_way:
            self._under_way = True
            run(self, lambda: self._parts.deliver(now), self._ended, self._broke)

    def _ended(self, outcome: "Outcome") -> None:
        from ido_kiosk.sync.service import retry_after

        self._under_way = False
        self._failures = 0 if outcome.succeeded else self._failures + 1
        pause = BETWEEN_DELIVERIES if outcome.succeeded else retry_after(self._failures)
        self._timer.start(round(pause * 1000))
        self.last = outcome
        if not outcome.succeeded:
            self.last = msgspec.structs.replace(outcome, next_try=clock.now() + timedelta(seconds=pause))
        self._read_sent()
        self.delivered.emit()

    def _broke(self, error: Exception) -> None:
        from ido_kiosk.sync.service import Outcome

        self._ended(Outcome(False, problem=report_mistake(type(error), error.__traceback__)))
