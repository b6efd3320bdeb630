"""*Wat verlaat deze pc?*: one delivery at a time, the next one first, and why the rest waits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, page


class LeavingScreen(Screen):
    """What a delivery says.

    Signals: ``closed``, ``print_requested``, ``turned`` (one later, -1, or one earlier, 1).
    """

    closed = Signal()
    print_requested = Signal()
    turned = Signal(int)

    def __init__(self, blocks: Sequence[Block], has_later: bool, has_earlier: bool) -> None:
        super().__init__()
        self.setWindowTitle(_("Wat verlaat deze pc?"))
        area, column = page()
        self._back = button(_("Terug"), "primary", "back", key="Esc")
        self._back.clicked.connect(self.closed)
        column.addWidget(self._ways(has_later, has_earlier))
        column.addWidget(block_view(list(blocks)))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _ways(self, has_later: bool, has_earlier: bool) -> WrappingRow:
        ways = []
        if has_earlier:
            earlier = button(_("Eerdere levering"))
            earlier.clicked.connect(lambda: self.turned.emit(1))
            ways.append(earlier)
        if has_later:
            later = button(_("Latere levering"))
            later.clicked.connect(lambda: self.turned.emit(-1))
            ways.append(later)
        printing = button(_("Op papier"), "", "printer")
        printing.clicked.connect(self.print_requested)
        return WrappingRow([*ways, printing])

    def focus_first(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
