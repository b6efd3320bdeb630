"""The path so far: in one line, and opened as a list to jump back in or to begin again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.guides.service import Stop
from ido_kiosk.qt.layouts import WrappingRow, button, stack
from ido_kiosk.qt.wrapping_button import WrappingButton

_WIDE_FROM = 40
"""In font sizes: from this width two parts stand beside each other."""
_EDGES = 32
"""Px of padding and border of the line."""
_SHORT = 22
"""Signs of an answer or title in the line."""


class PathPart(QWidget):
    """What was done, with the answers. ``jump`` gets the index of a stop; ``restart`` and ``resume`` get nothing."""

    def __init__(
        self,
        stops: tuple[Stop, ...],
        jump: Callable[[int], None],
        restart: Callable[[], None],
        resume: Callable[[], None] | None,
    ) -> None:
        """``resume``: leads to where the visitor was before a jump; None when there was none."""
        super().__init__()
        self._stops = stops
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        if resume is not None:
            self._layout.addWidget(_pressed(button(_("Ga terug naar waar u was"), "minor", "undo"), resume))
        self._line = WrappingButton("", "minor")
        self._line.setCheckable(True)
        self._layout.addWidget(self._line)
        self._line.setVisible(bool(stops))
        self._make_rows = partial(_rows, stops, jump, restart)
        self._list: QWidget | None = None
        self._line.toggled.connect(self._unfold)
        self._name(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the answers do not fit in the line, it only says how many steps there are."""
        super().resizeEvent(event)
        self._name(event.size().width() - _EDGES)

    def _unfold(self, is_open: bool) -> None:
        """Show or hide the list; it is made when it is first asked for, because a step must come at once."""
        if self._list is None:
            self._list, _layout = stack(self._make_rows())
            self._list.setObjectName("close-links")
            self._layout.addWidget(self._list)
        self._list.setVisible(is_open)

    def _name(self, width: int) -> None:
        number = len(self._stops)
        count = ngettext("Al gedaan: {number} stap", "Al gedaan: {number} stappen", number).format(number=number)
        answers = " · ".join(f"{stop.number} {_short(stop.answer or stop.title)}" for stop in self._stops)
        line = _("Al gedaan: {answers}").format(answers=answers)
        fits = self._line.fontMetrics().horizontalAdvance(line) <= width
        self._line.set_words(line if fits else count)
        self._line.setAccessibleName(count)


def _rows(stops: tuple[Stop, ...], jump: Callable[[int], None], restart: Callable[[], None]) -> list[QWidget]:
    return [
        *(_pressed(WrappingButton(_row(stop), "link"), partial(jump, stop.index)) for stop in stops),
        _pressed(button(_("Opnieuw beginnen"), "minor", "undo"), restart),
    ]


def _row(stop: Stop) -> str:
    return f"{stop.number}  {stop.title}  {stop.answer}".rstrip()


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


def _pressed(made: QPushButton, action: Callable[[], None]) -> QPushButton:
    made.clicked.connect(lambda: action())
    return made


class Top(QWidget):
    """The path and the buttons for other shapes: beside each other where there is room."""

    def __init__(self, path: list[QWidget], shapes: list[QPushButton]) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for part in path:
            self._layout.addWidget(part, 1)
        if shapes:
            self._layout.addWidget(WrappingRow(shapes), 1, Qt.AlignmentFlag.AlignTop)

    @staticmethod
    def is_narrow_in(width: int) -> bool:
        """Whether there is no room for its parts beside each other."""
        return width < _WIDE_FROM * QApplication.font().pixelSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other in a narrow window."""
        super().resizeEvent(event)
        is_narrow = self.is_narrow_in(event.size().width())
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)
