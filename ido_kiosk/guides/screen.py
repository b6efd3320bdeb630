"""Go through a guide with the visitor, one step at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides import service
from ido_kiosk.guides.service import Library, Page, Translate, Walk
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, label, page, swap
from ido_kiosk.qt.wrapping_button import WrappingButton

_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}

_MARGIN = 12
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


class GuideScreen(Screen):
    """One guide.

    Signals: ``walk_changed`` (Walk), ``stepped_forward`` (guide id), ``result_known`` (after these two: the code of how
    a visit that stops here ends, empty for as usual), ``handout_requested`` (Walk), ``guide_requested`` (id),
    ``finished`` (*Klaar* at the end), ``closed`` (back from the first page).
    """

    walk_changed = Signal(object)
    stepped_forward = Signal(str)
    handout_requested = Signal(object)
    guide_requested = Signal(str)
    result_known = Signal(str)
    finished = Signal()
    closed = Signal()

    def __init__(self, library: Library, walk: Walk, today: date, translate: Translate) -> None:
        super().__init__()
        self._library = library
        self._today = today
        self._translate = translate
        self._walk = walk
        self._main: QWidget | None = None
        self._body, self._row = QWidget(), QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for part in (self._body, _line(), self._row):
            self._layout.addWidget(part)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page, also while the focus is on the row below it."""
        if (action := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self._bar.triggerAction(action)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the focus where the work goes on: the answers, *Verder* or *Klaar*."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Show the page of the walk, from its top; the ways on stay in sight below it."""
        shown = service.page(self._library, self._walk, self._today, self._translate)
        area, column = page()
        self._area, self._bar = area, area.verticalScrollBar()
        column.addWidget(label(shown.kicker, "kicker"))
        column.addWidget(label(shown.title, "title"))
        column.addWidget(block_view(shown.blocks))
        for part in (*self._choices(shown), *_elsewhere(shown, self.guide_requested.emit, self._leave), _line()):
            column.addWidget(part)
        column.addWidget(block_view(shown.below))
        column.addStretch(1)
        self._body = swap(self._layout, self._body, area)
        self._row = swap(self._layout, self._row, self._navigation(shown))
        self._body.show()
        self._row.show()
        self.setAccessibleName(f"{shown.kicker}. {shown.title}")

    def _choices(self, shown: Page) -> list[QWidget]:
        if not shown.choices:
            return []
        self._main = Choices(shown.choices, shown.answered, self._answer)
        return [self._main]

    def _answer(self, choice: str) -> None:
        self._step(service.forward(self._library, self._walk, choice))

    def _navigation(self, shown: Page) -> QWidget:
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self._back)
        handout = button(_("Blad"), "", "printer", key="Ctrl+P")
        handout.setAccessibleName(_("Blad voor de bezoeker"))
        handout.clicked.connect(lambda: self.handout_requested.emit(self._walk))
        if shown.choices and self._main is not None:
            return _row_to_answers(way_back, handout, self._main, self._area)
        self._main = self._way_on(shown)
        return WrappingRow([way_back, self._main, handout], margin=_MARGIN)

    def _way_on(self, shown: Page) -> QPushButton:
        if not shown.can_go_on:
            done = button(_("Klaar"), "primary")
            done.clicked.connect(self.finished)
            return done
        further = button(_("Verder"), "primary")
        further.clicked.connect(lambda: self._step(service.forward(self._library, self._walk)))
        return further

    def _leave(self, page_: str) -> None:
        self._step(service.leave(self._walk, page_))

    def _step(self, walk: Walk) -> None:
        self._go(walk)
        self.stepped_forward.emit(walk.guide)
        self._tell_result()

    def _back(self) -> None:
        walk = service.back(self._walk)
        if walk == self._walk:
            self.closed.emit()
        else:
            self._go(walk)
            self._tell_result()

    def _tell_result(self) -> None:
        self.result_known.emit(service.result(self._library, self._walk))

    def _go(self, walk: Walk) -> None:
        self._walk = walk
        self._show()
        self.focus_first()
        announce(self, self.accessibleName())
        self.walk_changed.emit(walk)


def _row_to_answers(way_back: QWidget, handout: QWidget, answers: QWidget, area: QScrollArea) -> WrappingRow:
    """The row of a question; while its answers are below what is in sight, with a button that shows them."""
    down = button(_("Kies een antwoord"), "primary", "down")
    down.hide()
    row = WrappingRow([way_back, down, handout], margin=_MARGIN)

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


def _elsewhere(shown: Page, open_guide: Callable[[str], None], leave: Callable[[str], None]) -> list[QWidget]:
    """Ways to other guides and to the standard exits, as far as there are."""
    ways = ((_("Hierna"), shown.further, open_guide), (_("Is er iets anders aan de hand?"), shown.exits, leave))
    return [_links(heading, targets, action) for heading, targets, action in ways if targets]


def _links(heading: str, targets: tuple[tuple[str, str], ...], action: Callable[[str], None]) -> QWidget:
    stack = _stack([label(heading, "subheading"), *(_link(words, action, target) for target, words in targets)])
    stack.setObjectName("close-links")
    return stack


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
