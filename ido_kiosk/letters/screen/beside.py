"""The form of a letter with its paper beside it; in a narrow window one key goes from one to the other."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base.language import _
from ido_kiosk.base.pdf.letter_sheet import Area
from ido_kiosk.letters.service import Draft
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import WrappingRow, button
from ido_kiosk.qt.live_page import LivePage
from ido_kiosk.qt.own_key import OwnKey

_BESIDE_FROM = 48
"""In heights of the text: a narrower window shows the form or the paper."""
_MARGIN = 12


class Sight(msgspec.Struct, frozen=True):
    """How a letter will look, for the screen that fills it in."""

    work: Callable[[Draft], Callable[[], bytes]]
    """Gives what makes the PDF of a draft, in another thread."""
    window: Area
    """What the envelope shows of the sheet."""


class FormAndPaper(QWidget):
    """``form`` is what one types in; ``paper`` follows it. Signal: ``print_requested`` (seen, and it is right)."""

    print_requested = Signal()

    def __init__(self, form: QWidget, sight: Sight) -> None:
        super().__init__()
        self._form, self._sight = form, sight
        window = QRectF(sight.window.left, sight.window.top, sight.window.width, sight.window.height)
        self.paper = LivePage(_("Zo komt de brief op papier. Het kader is het venster van de envelop."), window)
        self._is_beside, self._shows_paper = True, False
        self._focus_before: QWidget | None = None
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(form, 3)
        row.addWidget(self.paper, 2)
        self._look = button(_("Voorbeeld (F7)"), "", "eye")
        self._look.clicked.connect(self._show_paper)
        self._type = button(_("Verder typen"), "primary", "keyboard")
        self._type.clicked.connect(self.show_form)
        self._print = button(_("Bekijk en print de brief"), "", "printer", key="Ctrl+P")
        self._print.clicked.connect(self.print_requested)
        self._ways = WrappingRow([self._look, self._type, self._print], margin=_MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self._ways)
        for each in (self._look, self._type):
            each.setToolTip("F7")
        OwnKey(self, Qt.Key.Key_F7, self._ways.isVisible, self._turn)
        self._arrange()

    def follow(self, draft: Draft) -> None:
        """Show this draft on paper, in a moment; nothing while it is not known to whom it goes."""
        if draft.organisation:
            self.paper.follow(self._sight.work(draft))
        else:
            self.paper.clear(_("Kies eerst aan wie u schrijft."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the paper takes the place of the form, Esc goes back to it and other keys scroll the paper."""
        if not self._type.isVisible():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.show_form()
        else:
            self.paper.keyPressEvent(event)

    def show_form(self) -> None:
        """Back to where one was typing, from the paper."""
        if not self._shows_paper:
            return
        self._shows_paper = False
        self._arrange()
        before = self._focus_before
        if before is None or not isValid(before) or not self._form.isAncestorOf(before):
            before = self._look
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self._is_beside = self.width() >= _BESIDE_FROM * QApplication.font().pixelSize()
        shows_paper = self._shows_paper and not self._is_beside
        self._form.setVisible(not shows_paper)
        self.paper.setVisible(self._is_beside or shows_paper)
        self.paper.show_whole(self._is_beside)
        self._ways.setVisible(not self._is_beside)
        self._ways.show_part(self._look, not shows_paper)
        self._ways.show_part(self._type, shows_paper)
        self._ways.show_part(self._print, shows_paper)

    def _turn(self) -> None:
        (self._type if self._shows_paper else self._look).click()

    def _show_paper(self) -> None:
        self._focus_before = QApplication.focusWidget()
        self._shows_paper = True
        self._arrange()
        self._type.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("Voorbeeld van de brief."))
