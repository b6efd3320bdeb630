"""A list to choose from, each choice with one number key; some can be made a favourite of this desk."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ido_kiosk.base.language import _
from ido_kiosk.finding.screen.star import Star
from ido_kiosk.qt.layouts import Screen, bring_into_view, button, label, page

_MOST = 10
"""Rows with a number key: 1 to 9, and 0."""


class Row(msgspec.Struct, frozen=True):
    """A choice; ``is_favourite`` is None for what cannot be one."""

    words: str
    picture: str
    action: Callable[[], None]
    is_favourite: bool | None = None
    mark: Callable[[bool], bool] | None = None
    """Makes it a favourite or not any more; gives whether that was kept."""


class Section(msgspec.Struct, frozen=True):
    """Rows below a heading, which may be empty."""

    heading: str
    rows: list[Row]


class ListScreen(Screen):
    """Rows in sections. A number key presses the row with that number, 0 the tenth, while the list has the focus.

    Signals: ``closed``, ``left`` (the place of the row that was chosen: whoever comes back goes on there).
    """

    closed = Signal()
    left = Signal(int)

    def __init__(
        self, title: str, explanation: str, sections: list[Section], look: str = "choice", place: int = 0
    ) -> None:
        """``look``: that of the rows, in assets/style.qss; ``place``: the row chosen before."""
        super().__init__()
        self._look = look
        self._place = place
        self._rows: list[QPushButton] = []
        area, column = page()
        column.addWidget(label(title, "title"))
        column.addWidget(label(explanation, "muted"))
        for section in sections:
            if section.heading:
                column.addWidget(label(section.heading, "heading"))
            for row in section.rows:
                column.addLayout(self._row(row))
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        column.addWidget(way_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._first = self._rows[place] if place < len(self._rows) else way_back
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def focus_first(self) -> None:
        """Put the focus on the row chosen before, or on the first."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._place:
            bring_into_view(self._first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the row with this number."""
        number = (event.key() - Qt.Key.Key_0) or _MOST
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 1 <= number <= min(_MOST, len(self._rows)):
            self._rows[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int, row: Row) -> None:
        self.left.emit(place)
        row.action()

    def _row(self, row: Row) -> QHBoxLayout:
        number = len(self._rows) + 1
        made = button(f"{number % _MOST}   {row.words}" if number <= _MOST else row.words, self._look, row.picture)
        made.setAccessibleName(row.words)
        made.clicked.connect(lambda: self._choose(number - 1, row))
        self._rows.append(made)
        layout = QHBoxLayout()
        layout.addWidget(made, 1)
        if row.is_favourite is not None and row.mark is not None:
            star = Star()
            star.stand_for(row.words, row.is_favourite, row.mark)
            layout.addWidget(star)
        return layout
