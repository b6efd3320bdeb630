"""A guide shown on the screen, for a test: what is to be seen of it, and keys."""

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.guides.screen import GuideScreen, Surroundings
from ido_kiosk.guides.service import Library, Walk
from ido_kiosk.tour import settle, wait_for

TODAY = date(2026, 11, 26)


def show(
    library: Library, walk: Walk, qtbot: QtBot, width: int = 900, height: int = 700, around: Surroundings | None = None
) -> GuideScreen:
    made = GuideScreen(library, walk, TODAY, lambda _context, dutch: dutch, around)
    made.resize(width, height)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


def texts(parent: QWidget, name: str) -> list[str]:
    return [made.text() for made in parent.findChildren(QLabel, name) if made.isVisible()]


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    settle()


def area(parent: QWidget) -> QScrollArea:
    (found,) = [made for made in parent.findChildren(QScrollArea) if made.isVisible()]
    return found


def buttons(parent: QWidget) -> dict[str, QPushButton]:
    wait_for(lambda: not any(timer.isActive() for timer in parent.findChildren(QTimer)), "all that is shown")
    settle()
    return {made.accessibleName(): made for made in parent.findChildren(QPushButton) if made.isVisible()}
