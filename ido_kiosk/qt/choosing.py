"""Choose one thing: large buttons with a number key each, and type-to-find where the list is long."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, button, label, page, swap

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ROOM_FOR_MARK = 6
"""Px around a list, for the mark of the focus."""
_MOST_FOUND = 9


class Choice(msgspec.Struct, frozen=True):
    """Something to choose, and what it does."""

    words: str
    action: Callable[[], None]
    is_on: bool = False
    """It is what holds now."""


class Section(msgspec.Struct, frozen=True):
    """Choices below a heading, which may be empty; ``last`` has the key 0."""

    heading: str
    choices: Sequence[Choice]
    last: Choice | None = None


class ChoiceList(QWidget):
    """Choices as a list that takes the focus as a whole; a number key acts only while it, or one of it, has that."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(section.heading or _("Lijst"))
        self.setAccessibleDescription(_("Druk op het cijfer van uw keuze."))
        self._by_key: dict[int, QPushButton] = {}
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_ROOM_FOR_MARK, _ROOM_FOR_MARK, _ROOM_FOR_MARK, _ROOM_FOR_MARK)
        layout.setSpacing(6)
        for number, choice in enumerate(section.choices, start=1):
            layout.addWidget(self._button(number, choice))
        if section.last is not None:
            layout.addWidget(self._button(0, section.last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number key presses the choice with that number; the arrows go from one to the next."""
        pressed = self._by_key.get(event.key() - Qt.Key.Key_0)
        if pressed is not None and event.modifiers() in _PLAIN:
            if not event.isAutoRepeat():
                pressed.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.buttons:
            self._go(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark the focus with a line around the list."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.colour("accent")), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.end()

    def _go(self, by: int) -> None:
        at = next((index for index, each in enumerate(self.buttons) if each.hasFocus()), -1 if by > 0 else 0)
        self.buttons[(at + by) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, number: int, choice: Choice) -> QPushButton:
        made = button(f"{number}   {choice.words}" if number <= 9 else f"      {choice.words}", "choice")
        made.setAccessibleName(choice.words)
        if choice.is_on:
            made.setAccessibleName(_("{choice} (gekozen)").format(choice=choice.words))
            made.setIcon(pictograms.icon("tick", made.iconSize().width()))
        made.clicked.connect(lambda: choice.action())
        if number <= 9:
            self._by_key[number] = made
        self.buttons.append(made)
        return made


class ChoiceScreen(Screen):
    """One or more lists to choose from. Typing a word shows what fits it. Signal: ``closed``."""

    closed = Signal()

    def __init__(
        self,
        title: str,
        explanation: str,
        sections: Sequence[Section],
        find: Callable[[str], Sequence[Choice]] | None = None,
        start: int = 0,
        above: Sequence[QWidget] = (),
    ) -> None:
        """``find``: gives what fits typed words; ``start``: the list that has the focus first; ``above``: stands there

        before the lists.
        """
        super().__init__()
        self._sections = [section for section in sections if section.choices or section.last]
        self._find = find
        self._start = min(start, len(self._sections) - 1)
        self._typed = ""
        self._lists: list[ChoiceList] = []
        self.setAccessibleName(title)
        area, column = page()
        column.addWidget(label(title, "title"))
        if explanation:
            column.addWidget(label(explanation, "muted"))
        self._asked = label("", "subheading")
        self._asked.hide()
        column.addWidget(self._asked)
        for part in above:
            column.addWidget(part)
        self._body = QWidget()
        self._column = column
        column.addWidget(self._body)
        self._back = button(_("Terug"), "", "back", key="Esc")
        self._back.clicked.connect(self._leave)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._show(self._sections)

    def focus_first(self) -> None:
        """Put the focus on the list where the work goes on."""
        part: QWidget = self._lists[self._start] if self._start < len(self._lists) and self._lists else self._back
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters look for a choice; Enter takes the first one that was found."""
        text = event.text()
        if self._find is None or event.modifiers() not in (*_PLAIN, Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif text.isalpha() or (self._typed and text in (" ", "-")):
            self._look_for(self._typed + text)
        elif event.key() == Qt.Key.Key_Backspace and self._typed:
            self._look_for(self._typed[:-1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed and self._lists:
            self._lists[0].buttons[0].click()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Back to the whole list; from there to where this screen was opened."""
        if self._typed:
            self._look_for("")
        else:
            self.closed.emit()

    def _look_for(self, typed: str) -> None:
        self._typed = typed
        found = list(self._find(typed))[:_MOST_FOUND] if typed and self._find else []
        self._asked.setVisible(bool(typed))
        number = ngettext("{number} gevonden", "{number} gevonden", len(found)).format(number=len(found))
        self._asked.setText(_("Zoek: {words} ({found})").format(words=typed, found=number))
        self._show([Section(_("Gevonden"), found)] if typed else self._sections)
        if typed:
            announce(self, number)

    def _show(self, sections: Sequence[Section]) -> None:
        had_body = bool(self._lists) or bool(self._typed)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        self._lists = []
        for section in sections:
            if section.heading:
                layout.addWidget(label(section.heading, "heading"))
            if section.choices or section.last:
                made = ChoiceList(section)
                layout.addWidget(made)
                self._lists.append(made)
        self._body = swap(self._column, self._body, whole)
        if had_body:
            self._focus_shown()

    def _focus_shown(self) -> None:
        if self._typed and not self._lists:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._typed:
            self._lists[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()
