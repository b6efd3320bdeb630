"""The path so far: in one line, and opened as a list to jump back in or to begin again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.guides.service import Stop
from ido_kiosk.qt.layouts import button
from ido_kiosk.qt.wrapping_button import WrappingButton

_WIDE_FROM = 40
"""In font sizes: from this width the answers stand in the line itself."""
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
        self._rows = [
            *(_pressed(WrappingButton(_row(stop), "link"), partial(jump, stop.index)) for stop in stops),
            _pressed(button(_("Opnieuw beginnen"), "minor", "undo"), restart),
        ]
        for row in self._rows:
            row.hide()
            self._layout.addWidget(row)
        self._line.toggled.connect(self._unfold)
        self._name(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the line only says how many steps there are."""
        super().resizeEvent(event)
        self._name(event.size().width() >= _WIDE_FROM * QApplication.font().pixelSize())

    def _unfold(self, is_open: bool) -> None:
        for row in self._rows:
            row.setVisible(is_open)

    def _name(self, is_wide: bool) -> None:
        number = len(self._stops)
        count = ngettext("Al gedaan: {number} stap", "Al gedaan: {number} stappen", number).format(number=number)
        answers = " · ".join(f"{stop.number} {_short(stop.answer or stop.title)}" for stop in self._stops)
        self._line.set_words(_("Al gedaan: {answers}").format(answers=answers) if is_wide else count)
        self._line.setAccessibleName(count)


def _row(stop: Stop) -> str:
    return f"{stop.number}  {stop.title}  {stop.answer}".rstrip()


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


def _pressed(made: QPushButton, action: Callable[[], None]) -> QPushButton:
    made.clicked.connect(lambda: action())
    return made
