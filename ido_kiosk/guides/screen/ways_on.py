"""The row below the page: back, on or to the answers, and the sheet; it stays while the pages above it turn."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import WrappingRow, button
from ido_kiosk.qt.wrapping_button import WrappingButton

MARGIN = 12
"""Px around the row."""

_WIDE_ENOUGH = 24
"""In font sizes: a narrower row stacks its buttons, and one more would take the room of the text."""


class WaysOn(WrappingRow):
    """While answers are below what is in sight, a button shows them.

    Signals: ``back``, ``onward`` (*Verder*), ``finished`` (*Klaar*), ``handout_requested``, ``strip_left``.
    """

    back = Signal()
    onward = Signal()
    finished = Signal()
    handout_requested = Signal()
    strip_left = Signal()

    def __init__(self, is_strip: bool) -> None:
        self._area: QScrollArea | None = None
        self._answers: QWidget | None = None
        self._is_end = False
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(lambda: self.back.emit())
        self._down = button(_("Antwoord") if is_strip else _("Kies een antwoord"), "primary", "down")
        self._down.setAccessibleName(_("Kies een antwoord"))
        self._down.hide()
        self._down.clicked.connect(lambda: self._show_answers())
        self._on = button(_("Verder"), "primary")
        self._on.clicked.connect(lambda: self._go_on())
        super().__init__([way_back, self._down, self._on, self._last(is_strip)], margin=MARGIN)

    def turn(self, area: QScrollArea, answers: QWidget | None, is_end: bool) -> QWidget:
        """Lead on from another page: to its ``answers``, or on, or out of the guide; gives where the work goes on."""
        self._area, self._answers, self._is_end = area, answers, is_end
        area.verticalScrollBar().rangeChanged.connect(self._follow)
        area.verticalScrollBar().valueChanged.connect(self._follow)
        words = _("Klaar") if is_end else _("Verder")
        if words != self._on.words():
            self._on.set_words(words)
        self.show_part(self._on, answers is None)
        self._follow()
        return answers or self._on

    def _last(self, is_strip: bool) -> WrappingButton:
        if is_strip:
            made = button(_("Groot"), "", "strip")
            made.setAccessibleName(_("Groot venster (F8)"))
            made.clicked.connect(lambda: self.strip_left.emit())
        else:
            made = button(_("Blad"), "", "printer", key="Ctrl+P")
            made.setAccessibleName(_("Blad voor de bezoeker"))
            made.clicked.connect(lambda: self.handout_requested.emit())
        return made

    def _go_on(self) -> None:
        (self.finished if self._is_end else self.onward).emit()

    def _show_answers(self) -> None:
        if self._area is not None and self._answers is not None:
            self._area.ensureWidgetVisible(self._answers)
            self._answers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        has_room = self.width() >= _WIDE_ENOUGH * QApplication.font().pixelSize()
        self.show_part(self._down, has_room and self._are_below())

    def _are_below(self) -> bool:
        """Whether the end of the answers is below what is in sight."""
        if self._area is None or self._answers is None:
            return False
        bottom = self._answers.mapTo(self._area.viewport(), QPoint(0, self._answers.height())).y()
        return bottom > self._area.viewport().height()
