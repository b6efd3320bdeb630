"""The strip: the same window, small and always on top, so that the browser has the rest of the screen."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.beside_keys import BesideKeys
from ido_kiosk.window.view import View
from ido_kiosk.window.visit_panel import VisitPanel

WIDTH = 480
"""Px at 100 percent text."""
_HIGHEST = 0.45
"""Of the screen: the browser needs most of it."""


def refusal(screen: Screen, fills_screen: bool) -> str:
    """Why the window cannot become a strip now, in words; empty when it can."""
    if fills_screen:
        return _("Deze kiosk vult het scherm. Daar past geen strook bij.")
    if screen.wanted_height(WIDTH) is None:
        return _("Open eerst een gids. Dan kan het venster een strook worden.")
    return ""


class Strip:
    """Makes the window a strip, and afterwards what it was."""

    def __init__(self, window: QMainWindow, view: View, beside: BesideKeys) -> None:
        self._window = window
        self._view = view
        self._beside = beside
        self._before = QRect()
        self._was_maximized = False

    def toggle(self) -> None:
        """Shrink, ``fit`` then gives it its size; or grow again."""
        if self._view.strip:
            self.leave()
        else:
            self._enter()

    def _enter(self) -> None:
        self._before, self._was_maximized = self._window.geometry(), self._window.isMaximized()
        self._view.strip = True
        if self._was_maximized:
            self._window.showNormal()
        self._stay_on_top(True)
        self._let_keys_follow()

    def leave(self) -> None:
        """Be as large as before, where it was before; a window that is no strip stays as it is."""
        if not self._view.strip:
            return
        self._view.strip = False
        self._stay_on_top(False)
        self._let_keys_follow()
        self._window.setGeometry(self._before)
        if self._was_maximized:
            self._window.showMaximized()

    def fit(self, screen: Screen, percent: int) -> None:
        """Be as high as the present step needs, in the corner where a browser shows least."""
        if not self._view.strip:
            return
        frame = self._window.frameGeometry().size() - self._window.size()
        room = self._window.screen().availableGeometry()
        width = min(WIDTH * percent // 100, room.width() - frame.width())
        wanted = screen.wanted_height(width)
        if wanted is None:
            return
        wanted += sum(panel.sizeHint().height() for panel in self._window.findChildren(VisitPanel) if panel.isVisible())
        height = min(wanted, int(room.height() * _HIGHEST))
        self._window.resize(width, height)
        corner = room.bottomRight() - QPoint(width + frame.width(), height + frame.height()) + QPoint(1, 1)
        self._window.move(corner)

    def _let_keys_follow(self) -> None:
        """Once the window has its new shape, so that what is to be said of the keys can be seen in it."""
        QTimer.singleShot(0, self._window, lambda: self._beside.follow(self._view.strip))

    def _stay_on_top(self, is_on_top: bool) -> None:
        """By the native window itself: by QWidget's own way the window would vanish and come back without the focus."""
        self._window.windowHandle().setFlag(Qt.WindowType.WindowStaysOnTopHint, is_on_top)
