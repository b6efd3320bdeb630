"""The printer's part of the preview: which printers there are, which one is chosen, and how a print goes."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt import background, printing
from ido_kiosk.qt import preview_parts as parts
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import button, swap
from ido_kiosk.qt.notice import Notice
from ido_kiosk.qt.preview_parts import nothing
from ido_kiosk.qt.printing import Printer


class Outcomes(msgspec.Struct, frozen=True):
    """Who hears how prints end, also after the screen was left."""

    tell: Callable[[str], None] = lambda _text: None
    """Shows, in the window, that a print failed after the screen was left."""
    unprinted: Callable[[], None] = lambda: None
    """A print for the visitor failed, and none came out before."""
    came_out: Callable[[str], None] = lambda _kind: None
    """A sheet of this kind lies at the printer; not called where the printer does not tell."""


class PrintOrder(msgspec.Struct, frozen=True):
    """One sheet to print; ``done`` is what to say when it lies at the printer."""

    pdf: bytes
    kind: str
    for_visitor: bool
    done: str


class PrinterPart(QWidget):
    """A choice of printers, where there is one.

    Signals: ``sent`` (a sheet for the visitor is on its way, nobody need wait for it), ``focus_needed`` (what had the
    focus may be gone).
    """

    sent = Signal()
    focus_needed = Signal()

    def __init__(self, screen: QWidget, notice: Notice, outcomes: Outcomes) -> None:
        """``screen`` is where the sheet is seen: what it cannot show any more is told in the window."""
        super().__init__()
        self._screen, self._notice, self._outcomes = screen, notice, outcomes
        self._printers: list[Printer] | None = None
        self._order: PrintOrder | None = None
        self._is_looking = self._came_out = False
        self._looked_in_vain = 0
        self._chosen = ""
        self._choice = nothing()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._choice)
        self.hide()

    def is_known(self) -> bool:
        """Whether it is known which printers there are."""
        return self._printers is not None

    def look(self) -> None:
        """Look for printers."""
        if not self._is_looking:
            self._is_looking = True
            run(self, printing.printers, self._show_printers, self._show_error)

    def print(self, order: PrintOrder) -> None:
        """Print this; when there is no printer, look again first."""
        if self._notice.state == "printing":
            return
        if self._printers:
            self._send(order)
        else:
            self._order = order
            self._search()

    def say_if_none(self) -> None:
        """Say that there is no printer, if so, and what to do."""
        if self._printers == []:
            again = button(_("Zoek opnieuw"))
            again.clicked.connect(self._search)
            self._notice.say("no printer", parts.no_printer_text(self._looked_in_vain), "error", again)

    def _show_printers(self, printers: list[Printer]) -> None:
        order, self._order, self._is_looking = self._order, None, False
        self._printers = printers
        self._looked_in_vain = 0 if printers else self._looked_in_vain + 1
        self._offer_choice()
        if not printers:
            self.say_if_none()
        elif order is not None:
            self._send(order)
        else:
            self._notice.end("searching")

    def _search(self) -> None:
        self.focus_needed.emit()
        self._notice.say("searching", _("Even zoeken naar een printer."), "information")
        self.look()

    def _offer_choice(self) -> None:
        """Let the volunteer choose where there is a choice; a printer chosen before stays chosen while it is there."""
        names = [printer.name for printer in self._printers or []]
        if self._chosen not in names:
            self._chosen = names[0] if names else ""
        has_choice = len(names) > 1
        made = parts.printer_chooser(names, self._chosen, self._choose) if has_choice else nothing()
        self._choice = swap(self._layout, self._choice, made)
        self._choice.setVisible(has_choice)
        self.setVisible(has_choice)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self._offer_choice()
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, order: PrintOrder) -> None:
        self._say_going()
        # The window outlives this screen, which may be left before the printer is done.
        window = self.window()
        work = partial(printing.send, order.pdf, self._chosen, partial(background.post, window, self._show_trouble))
        run(window, work, partial(self._show_printed, order), partial(self._show_failure, order))
        if order.for_visitor:
            self.sent.emit()

    def _say_going(self) -> None:
        self._notice.say("printing", _("Het blad gaat naar de printer. Dit kan even duren."), "information")

    def _show_trouble(self, text: str) -> None:
        """The sheet waits for someone at the printer; empty: it goes on."""
        if not self._is_seen():
            if text:
                self._outcomes.tell(text)
        elif text:
            self._notice.say("printing", f"{text} {_('Het blad komt dan vanzelf.')}", "warning")
        else:
            self._say_going()

    def _show_printed(self, order: PrintOrder, is_known: bool) -> None:
        self._came_out = self._came_out or order.for_visitor
        if is_known:
            self._outcomes.came_out(order.kind)
        if isValid(self):
            text, look = (order.done, "good") if is_known else (parts.sent_text(), "information")
            again = _("Is het niet goed? Kies dan nog een keer Printen.")
            self._notice.say("printed", f"{text} {again}", look)

    def _show_failure(self, order: PrintOrder, error: Exception) -> None:
        if order.for_visitor and not self._came_out:
            self._outcomes.unprinted()
        self._show_error(error)

    def _show_error(self, error: Exception) -> None:
        known = isinstance(error, DeskError)
        text = str(error) if known else report_mistake(type(error), error.__traceback__)
        if not self._is_seen():
            self._outcomes.tell(text)
        if isValid(self):
            self._is_looking, self._order = False, None
            self._notice.say("failed", text, "error")
            if known:
                self.look()

    def _is_seen(self) -> bool:
        return isValid(self._screen) and self._screen.isVisible()
