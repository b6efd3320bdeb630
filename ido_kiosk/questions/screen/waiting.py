"""*Later aanvullen*: questions of busy hours and of visits that were wiped; a list that empties."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen, WrappingRow, box, button, label, page
from ido_kiosk.qt.settling import settle

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class WaitingRow(msgspec.Struct, frozen=True):
    """A question that is to be completed, in words; without a topic it cannot be logged as it is."""

    id: int
    words: str
    has_topic: bool


class WaitingScreen(Screen):
    """The number keys do the first thing of each question.

    Signals: ``log_requested``, ``say_requested``, ``drop_requested`` (id), ``closed``.
    """

    log_requested = Signal(object)
    say_requested = Signal(object)
    drop_requested = Signal(object)
    closed = Signal()

    def __init__(self, waiting: Sequence[WaitingRow]) -> None:
        super().__init__()
        self._first_buttons: list[QPushButton] = []
        area, column = page()
        column.addWidget(label(_("Later aanvullen"), "title"))
        for text in _explanation(bool(waiting)):
            column.addWidget(label(text, "muted"))
        for row in waiting:
            column.addWidget(self._row(row))
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        column.addWidget(way_back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def shows_log(self) -> bool:
        """It does."""
        return True

    def is_for_volunteers(self) -> bool:
        """It is: it shows other visits."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number key does the first thing of the question with that number."""
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() in _PLAIN and 1 <= number <= min(9, len(self._first_buttons)):
            if not event.isAutoRepeat():
                self._first_buttons[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _row(self, row: WaitingRow) -> QWidget:
        frame, layout = box("information")
        number = len(self._first_buttons) + 1
        layout.addWidget(label(f"{number}   {row.words}" if number <= 9 else row.words, "subheading"))
        log = _action(_("Vastleggen"), _("Vastleggen: {question}").format(question=row.words))
        log.setObjectName("primary")
        log.clicked.connect(lambda: self.log_requested.emit(row.id))
        say = _action(_("Aanvullen"), _("Aanvullen: {question}").format(question=row.words))
        say.clicked.connect(lambda: self.say_requested.emit(row.id))
        drop = _action(_("Niet vastleggen"), _("Niet vastleggen: {question}").format(question=row.words))
        drop.clicked.connect(lambda: self.drop_requested.emit(row.id))
        shown = [log, say, drop] if row.has_topic else [say, drop]
        self._first_buttons.append(shown[0])
        layout.addWidget(WrappingRow(shown))
        return frame


def _action(words: str, name: str) -> QPushButton:
    made = button(words)
    made.setAccessibleName(name)
    settle(made)
    return made


def _explanation(has_rows: bool) -> list[str]:
    if not has_rows:
        return [_("Er wacht niets.")]
    return [
        _("Deze vragen tellen al mee. Alleen is nog niet alles gezegd."),
        _("Vult u niets aan? Dan staat er: niet ingevuld."),
    ]
