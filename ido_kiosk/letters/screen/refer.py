"""A letter above the library's line: who helps with it instead."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, button, label, page


class ReferScreen(Screen):
    """Where to go. Signal: ``closed``."""

    closed = Signal()

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        super().__init__()
        area, column = page()
        column.addWidget(label(_("Brief"), "kicker"))
        column.addWidget(label(title, "title"))
        column.addWidget(block_view(list(blocks)))
        self._back = button(_("Terug"), "", "back", key="Esc")
        self._back.clicked.connect(self.closed)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.setAccessibleName(title)

    def focus_first(self) -> None:
        """Put the focus on *Terug*."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
