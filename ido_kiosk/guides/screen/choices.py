"""The answers to a question."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.blocks import Told
from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.layouts import dutch_below
from ido_kiosk.qt.wrapping_button import WrappingButton

_ROOM_FOR_MARK = 6
"""Px around the answers, for the mark of the focus."""


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
            made = _choice(number, str(words), id_ == answered)
            made.clicked.connect(lambda _checked=False, id_=id_: chosen(id_))
            layout.addWidget(made)
            if isinstance(words, Told):
                layout.addWidget(dutch_below(words))
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
        made.setIcon(pictograms.icon("tick", made.iconSize().width()))
    return made
