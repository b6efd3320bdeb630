"""*Drukke ochtend*: the whole screen is nine keys; each press is one visitor, and nothing more is asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, label

_COLUMNS = 3
_GAP, _MARGIN = 8, 16
"""Px between the keys and around all of it."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class BusyScreen(Screen):
    """Keys 1 to 9 are topics, 0 is a visitor of whom nothing is known yet; all keys act wherever the focus is on it.

    Signals: ``pressed`` (topic), ``tallied``, ``undo_requested``, ``closed``.
    """

    pressed = Signal(str)
    tallied = Signal()
    undo_requested = Signal()
    closed = Signal()

    def __init__(self, topics: Sequence[tuple[str, str]]) -> None:
        """``topics``: code and words, at most nine."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Drukke ochtend"))
        self.setAccessibleDescription(
            _("Druk 1 tot en met 9 voor een onderwerp, 0 voor een bezoeker zonder onderwerp.")
        )
        self._by_key: dict[int, QPushButton] = {}
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._area, layout = self._scrolling()
        self._page = layout
        layout.addWidget(label(_("Drukke ochtend"), "title"))
        layout.addWidget(label(_("Elke toets is één bezoeker. Aanvullen komt later, in de lijst."), "muted"))
        for number, (topic, words) in enumerate(topics[:9], start=1):
            made = self._key(number, words)
            made.clicked.connect(lambda _checked=False, topic=topic: self.pressed.emit(topic))
        self._topic_keys = list(self._by_key.values())
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._columns = 0
        self._arrange(_COLUMNS)
        layout.addLayout(self._grid, 1)
        other = self._key(0, _("Een bezoeker, later aanvullen"))
        other.clicked.connect(self.tallied)
        layout.addWidget(other)
        way_back = button(_("Klaar met tellen"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        undo = button(_("Ongedaan maken (Ctrl+Z)"), "", "undo")
        undo.clicked.connect(self.undo_requested)
        self._around.addWidget(WrappingRow([way_back, undo], margin=_MARGIN))

    def fills_window(self) -> bool:
        """It does: whoever looks up sees the keys and nothing else."""
        return True

    def _scrolling(self) -> tuple[QScrollArea, QVBoxLayout]:
        """The keys in a page that scrolls where large text needs more room; the way back stays in sight below it."""
        area, page = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setObjectName("page")
        area.setWidget(page)
        self._around.addWidget(area)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        return area, layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As on a number pad three keys stand beside each other; fewer where their words do not fit."""
        super().resizeEvent(event)
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = event.size().width() - 2 * _MARGIN - bar + _GAP
        least = max((made.minimumSizeHint().width() for made in self._topic_keys), default=1) + _GAP
        self._arrange(min(_COLUMNS, max(1, room // least)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for index, made in enumerate(self._topic_keys):
            self._grid.addWidget(made, index // columns, index % columns)
        self._page.activate()  # it was laid out before its keys stood otherwise

    def focus_first(self) -> None:
        """The screen itself has the focus: no key needs to be looked for."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One press is one visitor; a key that is held down counts once."""
        made = self._by_key.get(event.key() - Qt.Key.Key_0)
        if made is None or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            made.click()
            QApplication.beep()

    def _key(self, number: int, words: str) -> QPushButton:
        made = button(f"{number}   {words}", "choice")
        made.setAccessibleName(words)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._by_key[number] = made
        return made
