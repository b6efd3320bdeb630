"""Go through a guide with the visitor, one step at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides import service
from ido_kiosk.guides.service import Library, Page, Translate, Walk
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, label, page, swap
from ido_kiosk.qt.wrapping_button import WrappingButton


class Choices(QWidget):
    """The answers to a question. A number key presses the answer with that number while this list has the focus."""

    def __init__(self, choices: tuple[tuple[str, str], ...], chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, (id_, words) in enumerate(choices, start=1):
            made = WrappingButton(f"{number}   {words}", "choice")
            made.setAccessibleName(words)
            made.clicked.connect(lambda _checked=False, id_=id_: chosen(id_))
            layout.addWidget(made)
            self.buttons.append(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the answer with this number."""
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 1 <= number <= len(self.buttons):
            self.buttons[number - 1].click()
        else:
            super().keyPressEvent(event)


class GuideScreen(Screen):
    """One guide. Signals: ``walk_changed`` (Walk), ``stepped_forward`` (guide id), ``handout_requested`` (Walk),
    ``guide_requested`` (id), ``closed``.
    """

    walk_changed = Signal(object)
    stepped_forward = Signal(str)
    handout_requested = Signal(object)
    guide_requested = Signal(str)
    closed = Signal()

    def __init__(self, library: Library, walk: Walk, today: date, translate: Translate) -> None:
        super().__init__()
        self._library = library
        self._today = today
        self._translate = translate
        self._walk = walk
        self._main: QPushButton | None = None
        self._body = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._body)
        self._show()

    def focus_first(self) -> None:
        """Put the focus where the work goes on: the first choice, *Verder* or *Klaar*."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Show the page of the walk, from its top."""
        shown = service.page(self._library, self._walk, self._today, self._translate)
        area, column = page()
        column.addWidget(label(shown.kicker, "kicker"))
        column.addWidget(label(shown.title, "title"))
        column.addWidget(block_view(shown.blocks))
        for part in (self._choices(shown), self._navigation(shown), self._elsewhere(shown), _line()):
            column.addWidget(part)
        column.addWidget(block_view(shown.below))
        column.addStretch(1)
        self._body = swap(self._layout, self._body, area)
        self._body.show()
        self.setAccessibleName(f"{shown.kicker}. {shown.title}")

    def _choices(self, shown: Page) -> QWidget:
        choices = Choices(shown.choices, lambda id_: self._step(service.forward(self._library, self._walk, id_)))
        self._main = choices.buttons[0] if choices.buttons else None
        return choices

    def _navigation(self, shown: Page) -> QWidget:
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self._back)
        handout = button(_("Blad voor de bezoeker"), "", "printer", key="Ctrl+P")
        handout.clicked.connect(lambda: self.handout_requested.emit(self._walk))
        parts: list[QWidget] = [way_back, handout]
        if not shown.choices:
            self._main = self._way_on(shown)
            parts.insert(1, self._main)
        return WrappingRow(parts)

    def _way_on(self, shown: Page) -> QPushButton:
        if not shown.can_go_on:
            done = button(_("Klaar"), "primary")
            done.clicked.connect(self.closed)
            return done
        further = button(_("Verder"), "primary")
        further.clicked.connect(lambda: self._step(service.forward(self._library, self._walk)))
        return further

    def _elsewhere(self, shown: Page) -> QWidget:
        """Ways to other guides and to the standard exits."""
        parts: list[QWidget] = [_link(title, self.guide_requested.emit, id_) for id_, title in shown.further]
        if parts:
            parts.insert(0, label(_("Hierna"), "subheading"))
        if shown.exits:
            parts.append(label(_("Is er iets anders aan de hand?"), "subheading"))
        parts += [_link(words, self._leave, page_) for page_, words in shown.exits]
        return _stack(parts)

    def _leave(self, page_: str) -> None:
        self._step(service.leave(self._walk, page_))

    def _step(self, walk: Walk) -> None:
        self._go(walk)
        self.stepped_forward.emit(walk.guide)

    def _back(self) -> None:
        walk = service.back(self._walk)
        if walk == self._walk:
            self.closed.emit()
        else:
            self._go(walk)

    def _go(self, walk: Walk) -> None:
        self._walk = walk
        self._show()
        self.focus_first()
        announce(self, self.accessibleName())
        self.walk_changed.emit(walk)


def _link(words: str, action: Callable[[str], None], target: str) -> QWidget:
    made = WrappingButton(words, "link")
    made.clicked.connect(lambda: action(target))
    return made


def _stack(parts: list[QWidget]) -> QWidget:
    stack = QWidget()
    layout = QVBoxLayout(stack)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return stack


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
