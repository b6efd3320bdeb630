"""A list to choose from, each choice with one number key; some can be made a favourite of this desk."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms
from ido_kiosk.qt.layouts import Screen, button, label, page
from ido_kiosk.qt.wrapping_button import WrappingButton


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
    """Rows in sections. A number key presses the row with that number, and acts only while the list has the focus.

    Signal: ``closed``.
    """

    closed = Signal()

    def __init__(self, title: str, explanation: str, sections: list[Section], look: str = "choice") -> None:
        """``look``: that of the rows, in assets/style.qss."""
        super().__init__()
        self._look = look
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
        self._first = (self._rows or [way_back])[0]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def focus_first(self) -> None:
        """Put the focus on the first row."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the row with this number."""
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 1 <= number <= min(9, len(self._rows)):
            self._rows[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _row(self, row: Row) -> QHBoxLayout:
        number = len(self._rows) + 1
        made = button(f"{number}   {row.words}" if number <= 9 else row.words, self._look, row.picture)
        made.setAccessibleName(row.words)
        made.clicked.connect(lambda: row.action())
        self._rows.append(made)
        layout = QHBoxLayout()
        layout.addWidget(made, 1)
        if row.is_favourite is not None and row.mark is not None:
            layout.addWidget(_star(row.words, row.is_favourite, row.mark))
        return layout


def _star(words: str, is_favourite: bool, mark: Callable[[bool], bool]) -> WrappingButton:
    """A button that makes a favourite, and unmakes it when it is pressed again."""
    made = WrappingButton("", "star")
    side = round(1.4 * QApplication.font().pixelSize())
    made.setIconSize(QSize(side, side))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)  # as high as the row beside it
    made.setCheckable(True)
    made.setChecked(is_favourite)

    def show() -> None:
        is_one = made.isChecked()
        name = _("Geen favoriet meer: {title}") if is_one else _("Maak favoriet: {title}")
        made.setAccessibleName(name.format(title=words))
        made.setToolTip(_("Geen favoriet meer") if is_one else _("Maak favoriet"))
        made.setIcon(pictograms.icon("star-full" if is_one else "star"))

    def press() -> None:
        if not mark(made.isChecked()):
            made.setChecked(not made.isChecked())
        show()

    made.clicked.connect(press)
    show()
    return made
