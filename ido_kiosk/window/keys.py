"""The keys that work on every screen."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_keys(window: QWidget, keys: tuple[str, ...], action: Callable[[], object]) -> None:
    """Do something at each of these keys, once a press."""
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)
