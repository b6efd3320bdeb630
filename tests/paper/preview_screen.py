"""What a test sees and presses in the preview."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ido_kiosk.qt.preview import PreviewScreen

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., PreviewScreen]


def button(screen: PreviewScreen, words: str) -> QPushButton:
    return next(found for found in screen.findChildren(QPushButton) if found.accessibleName().startswith(words))


def shown(screen: PreviewScreen) -> str:
    return " ".join(found.text() for found in screen.findChildren(QLabel) if found.isVisible())


def pages(screen: PreviewScreen) -> list[QLabel]:
    return [found for found in screen.findChildren(QLabel) if not found.pixmap().isNull()]


def press(screen: PreviewScreen, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or screen, key, modifiers)


def print_it(screen: PreviewScreen, qtbot: QtBot) -> None:
    """Print, and wait until the sheet is there."""
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Het blad ligt bij de printer." in shown(screen))
