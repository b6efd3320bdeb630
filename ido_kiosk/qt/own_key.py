"""A key that means something within a part of the screen, and something else in the rest of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class OwnKey(QObject):
    """Has the key before the window has it. Not by a second shortcut: when two fit, Qt does neither."""

    def __init__(self, part: QWidget, key: Qt.Key, is_meant: Callable[[], bool], action: Callable[[], object]) -> None:
        """``part`` has the focus, or is around what has it; while ``is_meant`` gives False the key is the window's."""
        super().__init__(part)
        self._key, self._is_meant, self._action = key, is_meant, action
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key, and do what it is for, once a press."""
        if not isinstance(event, QKeyEvent) or event.key() != self._key or not self._is_meant():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._action()
        return True
