"""Where the parts of the window go: the panel beside or under the work, and what gives way in a small window."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.message import Message
from ido_kiosk.window.status_bar import StatusBar
from ido_kiosk.window.top_bar import TopBar
from ido_kiosk.window.view import View
from ido_kiosk.window.visit_panel import BESIDE_FROM, Shape, VisitPanel, shape_for

FRAME = QSize(16, 48)
"""Px that the title bar and edges of a window take at most."""
PANEL_WIDTH = 300
WORDS_BESIDE_FROM = 300
"""Px at 100 percent text: from this width the words of the bar fit beside their pictograms."""
LOW_UNDER = 560
"""Px at 100 percent text: under this height the bar and the panel give their room to the work."""
ANY_WIDTH = 16_777_215
"""Qt's own word for no limit."""


def size_window(window: QMainWindow, fills_screen: bool) -> None:
    """Make a window as large as the work can use or the screen has room for, or the screen itself.

    Before its parts are made: they are then arranged once.
    """
    if fills_screen:
        window.setGeometry(window.screen().geometry())  # without a window manager full screen alone does not fill it
    else:
        room = window.screen().availableSize() - FRAME
        window.resize(min(1280, room.width()), min(860, room.height()))


def show_window(window: QMainWindow, fills_screen: bool) -> None:
    """Show a window in front of others."""
    if fills_screen:
        window.showFullScreen()
    else:
        window.show()
    window.activateWindow()


def come_forward(window: QMainWindow) -> None:
    """Bring a window to the front, also from the taskbar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class Places(NamedTuple):
    """The parts of the window."""

    bar: TopBar
    message: Message
    work: QBoxLayout
    panel: VisitPanel
    status: StatusBar


def put_together(window: QMainWindow, places: Places) -> None:
    """Fill the window with these parts; what was in it is gone from the screen at once."""
    if (before := window.takeCentralWidget()) is not None:
        before.hide()
        before.deleteLater()
    whole = QWidget()
    window.setCentralWidget(whole)  # before its parts: all that is in a widget is styled again when it gets a parent
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(places.bar)
    layout.addWidget(places.message)
    layout.addLayout(places.work, 1)
    layout.addWidget(places.status)


def arrange(places: Places, size: QSize, percent: int, view: View, screen: Screen) -> None:
    """Put the panel where there is room for it, and leave most room for the work; some screens take all of it.

    ``size``: of the window, in px at 100 percent text.
    """
    low, beside = size.height() < LOW_UNDER, size.width() >= BESIDE_FROM and not view.visitor
    shape: Shape = "private" if view.visitor else "tiny" if view.strip else shape_for(size.width(), low)
    places.bar.set_low(low and size.width() >= WORDS_BESIDE_FROM)
    places.work.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
    places.panel.set_shape(shape)
    places.status.set_short(not beside)
    alone = screen.fills_window()
    places.status.setVisible(not low and view.is_ordinary() and not alone)
    places.bar.setVisible(not view.strip and not alone)
    places.panel.setVisible(not alone)
    width = PANEL_WIDTH * percent // 100
    places.panel.setMinimumWidth(width if beside else 0)
    places.panel.setMaximumWidth(width if beside else ANY_WIDTH)
