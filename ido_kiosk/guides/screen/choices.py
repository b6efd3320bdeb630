"""The answers to a question, and the row below the page that leads to them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.layouts import WrappingRow, button
from ido_kiosk.qt.wrapping_button import WrappingButton

MARGIN = 12
"""Px around the row that stays in sight."""

_ROOM_FOR_MARK = 6
"""Px around the answers, for the mark of the focus."""

_WIDE_ENOUGH = 24
"""In font sizes: a narrower row stacks its buttons, and one more would take the room of the text."""


class Choices(QWidget):
    """The answers to a question: a list that takes the focus as a whole, so that no answer looks chosen.

    A number key presses the answer with that number while the list or one of its answers has the focus.
    """

    def __init__(self, choices: tuple[tuple[str, str], ...], answered: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Antwoorden"))
        self.setAccessibleDescription(_("Druk op het cijfer van een antwoord."))
        self._buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_ROOM_FOR_MARK, _ROOM_FOR_MARK, _ROOM_FOR_MARK, _ROOM_FOR_MARK)
        for number, (id_, words) in enumerate(choices, start=1):
            made = _choice(number, words, id_ == answered)
            made.clicked.connect(lambda _checked=False, id_=id_: chosen(id_))
            layout.addWidget(made)
            self._buttons.append(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the answer with this number; the down key goes to the first answer."""
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 1 <= number <= len(self._buttons):
            self._buttons[number - 1].click()
        elif event.key() == Qt.Key.Key_Down and self.hasFocus():
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark the focus with a line around all answers."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.colour("accent")), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.end()


def _choice(number: int, words: str, is_answered: bool) -> QPushButton:
    made = WrappingButton(f"{number}   {words}", "choice")
    made.setAccessibleName(words)
    if is_answered:
        made.setAccessibleName(_("{answer} (uw vorige antwoord)").format(answer=words))
        made.setIcon(pictograms.icon("tick"))
    return made


def row_to_answers(
    before: QWidget, after: Sequence[QWidget], answers: QWidget, area: QScrollArea, is_strip: bool
) -> WrappingRow:
    """The row of a question; while its answers are below what is in sight, with a button that shows them."""
    down = button(_("Antwoord") if is_strip else _("Kies een antwoord"), "primary", "down")
    down.setAccessibleName(_("Kies een antwoord"))
    down.hide()
    row = WrappingRow([before, down, *after], margin=MARGIN)

    def show() -> None:
        area.ensureWidgetVisible(answers)
        answers.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow() -> None:
        bottom = answers.mapTo(area.viewport(), QPoint(0, answers.height())).y()
        has_room = row.width() >= _WIDE_ENOUGH * QApplication.font().pixelSize()
        row.show_part(down, has_room and bottom > area.viewport().height())

    down.clicked.connect(show)
    area.verticalScrollBar().rangeChanged.connect(follow)
    area.verticalScrollBar().valueChanged.connect(follow)
    return row
