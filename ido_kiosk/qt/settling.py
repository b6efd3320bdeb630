"""Buttons that come under a resting pointer: the second press of a slow double click must not press them."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QPushButton

SETTLED_AFTER = 700
"""Milliseconds. A slow double click takes up to 500 on Windows by default, and people who shake need more."""

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class _Settling(QObject):
    """Counts from the moment at which the button is first painted: on a busy computer that is long after it is made,

    and a press that was meant for what stood there before may come in between.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._since = QElapsedTimer()
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._since.isValid():
            self._since.start()
        return event.type() in _PRESSES and not self.is_over()

    def is_over(self) -> bool:
        return self._since.isValid() and self._since.hasExpired(SETTLED_AFTER)


def settle(button: QPushButton) -> None:
    """Let a fresh button ignore the mouse for a moment; the keyboard and assistive technology press it at once."""
    _Settling(button)


def is_settled(button: QObject) -> bool:
    """Whether the mouse can press this button now."""
    waiting = button.findChild(_Settling)
    return waiting is None or waiting.is_over()
