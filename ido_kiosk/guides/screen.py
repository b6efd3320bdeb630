"""Go through a guide with the visitor, one step at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides import service
from ido_kiosk.guides.service import Library, Translate, Walk
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import WrappingRow, button, label, page


class GuideScreen(QWidget):
    """One guide. Signals: ``walk_changed`` (Walk), ``stepped_forward`` (guide id), ``handout_requested`` (Walk),
    ``guide_requested`` (id), ``closed``.
    """

    walk_changed = Signal(object)
    stepped_forward = Signal(str)
    handout_requested = Signal(object)
    guide_requested = Signal(str)
    closed = Signal()

    def __init__(self, library: Library, walk: Walk, today: date, translate: Translate) -> None:
        super().__init__()
        self._library = library
        self._today = today
        self._translate = translate
        self._walk = walk
        self._main: QPushButton | None = None
        self._body = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._body)
        self._show()

    def focus_first(self) -> None:
        """Put the focus where the work goes on: the first choice, or *Verder*."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)
