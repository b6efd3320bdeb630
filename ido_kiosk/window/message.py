"""The line under the bar that says what just happened or what went wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ido_kiosk.base.direction import led
from ido_kiosk.base.language import _
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import button, label


class Message(QFrame):
    """One message at a time; it stays until the next one, or until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = label("")
        close = button(_("Sluiten"), "minor")
        close.setAccessibleName(_("Melding sluiten"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show good news, and have a screen reader say it."""
        self._show(text, "toast")

    def note(self, text: str) -> None:
        """Show what is neither good nor bad, and have a screen reader say it."""
        self._show(text, "neutral")

    def warn(self, text: str) -> None:
        """Show what went wrong and what to do, and have a screen reader say it."""
        self._show(text, "error")

    def _show(self, text: str, name: str) -> None:
        self._text.setText(led(text))
        self.setObjectName(name)
        for widget in (self, *self.findChildren(QWidget)):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        announce(self, text)
