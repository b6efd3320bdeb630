"""One notice on a screen: how things are now, seen and heard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import box, label, swap


class Notice(QWidget):
    """There is one at a time. Signal: ``shown`` (another one)."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = ""
        """What it is about; empty for nothing."""
        self._inside = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._inside)
        self.hide()

    def say(self, state: str, text: str, kind: str, remedy: QPushButton | None = None) -> None:
        """Show how things are, and have a screen reader say it; ``kind`` chooses its look."""
        frame, inside = box(kind)
        inside.addWidget(label(text))
        if remedy:
            inside.addWidget(remedy)
        self.state = state
        self._inside = swap(self._layout, self._inside, frame)
        self._inside.show()
        self.show()
        self.shown.emit()
        announce(self, text)

    def end(self, state: str) -> None:
        """Take the notice of this state away; another one stays."""
        if self.state == state:
            self.state = ""
            self.hide()
