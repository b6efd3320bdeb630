"""The pages that may come next, made while the visitor reads: so that a step is on the screen at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from ido_kiosk.guides.screen.step_page import StepPage
from ido_kiosk.guides.service import Walk

_PAUSE = 20
"""Ms between two pages, so that a key never waits for more than one."""


class Ahead(QObject):
    """Makes one page at a time when nothing else is to be done; forgets them all when another page is shown."""

    def __init__(self, parent: QWidget, make: Callable[[Walk], StepPage]) -> None:
        super().__init__(parent)
        self._screen = parent
        self._make = make
        self._waiting: list[Walk] = []
        self._size = QSize()
        self._pages: dict[Walk, StepPage] = {}
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._make_one)

    def prepare(self, walks: Sequence[Walk], size: QSize) -> None:
        """Begin to make the pages of these walks, for this size of the page; earlier ones are gone."""
        self.forget()
        self._waiting, self._size = list(walks), size
        self._timer.start()

    def take(self, walk: Walk) -> StepPage | None:
        """The page of a walk when it is ready; all others are gone."""
        found = self._pages.pop(walk, None)
        self.forget()
        return found

    def is_for_other_size(self, size: QSize) -> bool:
        """Whether there are pages, made or waiting, that were meant for another size than this."""
        return bool(self._waiting or self._pages) and size != self._size

    def is_busy(self) -> bool:
        """Whether there are pages still to be made."""
        return self._timer.isActive()

    def forget(self) -> None:
        """Drop what was made, and make no more."""
        self._timer.stop()
        self._waiting.clear()
        for made in self._pages.values():
            made.area.deleteLater()
        self._pages.clear()

    def _make_one(self) -> None:
        if not self._waiting or not self._screen.isVisible():
            self._timer.stop()
            return
        walk = self._waiting.pop(0)
        self._pages[walk] = made = self._make(walk)
        made.lay_out(self._size)
