"""The keys that work on every screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget


def add_keys(window: QWidget, keys: tuple[str, ...], action: Callable[[], object]) -> None:
    """Do something at each of these keys, once a press."""
    from PySide6.QtGui import QKeySequence, QShortcut  # 3 ms, and the first picture has no keys yet

    for key in keys:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)


class TabKey(QObject):
    """Knows whether the Tab key is being handled.

    Qt also asks for the next part when what has the focus is hidden or taken apart. Its parts must not be looked at
    from Python then: a wrapper made for a part that is half gone brings the program down later.
    """

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._is_down = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a Tab key that goes down, and any other key or its release."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            self._is_down = is_press and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return False

    def take(self) -> bool:
        """Whether the Tab key is being handled; it counts once."""
        is_down, self._is_down = self._is_down, False
        return is_down
