"""The start screen: a search field ready to type in, and tiles with a pictogram and a word."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.finding.service import Entry, Hit, Index
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, label, page, swap
from ido_kiosk.qt.word_button import WordButton

ENOUGH_LETTERS = 2


class Tile(msgspec.Struct, frozen=True):
    """A way in that is always on the start screen."""

    word: str
    picture: str
    entry: Entry | None
    """What the tile opens; None opens the list of topics."""


class StartScreen(Screen):
    """Search and tiles. Signals: ``entry_chosen`` (Entry), ``topics_requested``, ``asked_changed`` (the words),
    ``undo_requested``.
    """

    entry_chosen = Signal(object)
    topics_requested = Signal()
    asked_changed = Signal(str)
    undo_requested = Signal()

    def __init__(self, index: Callable[[], Index], tiles: list[Tile], asked: str = "") -> None:
        super().__init__()
        self._index = index
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area, self._column = page()
        layout.addWidget(area)
        self._column.addWidget(label(_("Waar kunnen we mee helpen?"), "title"))
        self._build_search(asked)
        self._results = QWidget()
        self._column.addWidget(self._results)
        self._tiles = WrappingRow([self._tile(tile) for tile in tiles], gap=12)
        self._column.addWidget(self._tiles)
        self._column.addStretch(1)
        if asked:
            self._show_results(asked)

    def focus_first(self) -> None:
        """Put the cursor in the search field with its words selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the results goes back to the search field."""
        if event.key() == Qt.Key.Key_Escape:
            self.focus_first()
        else:
            super().keyPressEvent(event)

    def _build_search(self, asked: str) -> None:
        above = label(_("Zoek een onderwerp of gids"), "subheading")
        self._field = SearchField(asked)
        self._field.setObjectName("search")
        self._field.setAccessibleName(_("Zoek een onderwerp of gids"))
        self._field.setPlaceholderText(_("bijvoorbeeld: digid"))
        self._field.setClearButtonEnabled(True)
        for clear in self._field.findChildren(QToolButton):
            clear.setAccessibleName(_("Zoekveld leegmaken"))
        above.setBuddy(self._field)
        self._field.textChanged.connect(self._show_results)
        self._field.textChanged.connect(self.asked_changed)
        self._field.returnPressed.connect(self._open_first)
        self._field.went_down.connect(self._focus_first)
        self._field.undo_requested.connect(self.undo_requested)
        self._column.addWidget(above)
        self._column.addWidget(self._field)

    def _tile(self, tile: Tile) -> WordButton:
        made = WordButton(tile.word, tile.picture, size=2.8)
        made.setObjectName("tile")
        made.setMinimumSize(200, 120)
        made.clicked.connect(lambda: self._open(tile.entry))
        return made

    def _open(self, entry: Entry | None) -> None:
        if entry is None:
            self.topics_requested.emit()
        else:
            self.entry_chosen.emit(entry)

    def _show_results(self, asked: str) -> None:
        asks = len(asked.strip()) >= ENOUGH_LETTERS
        hits = self._index().search(asked) if asks else []
        fresh = QWidget()
        layout = QVBoxLayout(fresh)
        layout.setContentsMargins(0, 0, 0, 0)
        for hit in hits:
            layout.addWidget(self._result(hit))
        if asks:
            summary = _result_summary(len(hits))
            layout.insertWidget(0, label(summary, "muted"))
            announce(self._field, summary)
            layout.addWidget(self._other_question())
        self._results = swap(self._column, self._results, fresh)
        self._tiles.setVisible(not asks)

    def _result(self, hit: Hit) -> QPushButton:
        text = f"{hit.entry.title}\n{_why(hit)}"
        made = button(text, "result", "book" if hit.entry.kind == "guide" else "pencil")
        made.setAccessibleName(text.replace("\n", ", "))
        made.clicked.connect(lambda: self.entry_chosen.emit(hit.entry))
        return made

    def _other_question(self) -> QPushButton:
        made = button(_("Staat het er niet bij? Kies zelf een onderwerp"), "link")
        made.clicked.connect(self.topics_requested)
        return made

    def _buttons(self) -> list[QPushButton]:
        return self._results.findChildren(QPushButton)

    def _open_first(self) -> None:
        if self._buttons():
            self._buttons()[0].click()

    def _focus_first(self) -> None:
        if self._buttons():
            self._buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)


class SearchField(QLineEdit):
    """A field in which arrow down goes to the results, and Ctrl+Z is the desk's own while no typing can be undone.

    Signals: ``went_down``, ``undo_requested``.
    """

    went_down = Signal()
    undo_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what has no meaning inside one line."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)


def _why(hit: Hit) -> str:
    """What was found, and by which words when those are not its title."""
    kind = _("Gids") if hit.entry.kind == "guide" else _("Onderwerp om vast te leggen")
    if hit.reason == hit.entry.title:
        return kind
    return _("{kind}, gevonden bij: {words}").format(kind=kind, words=hit.reason)


def _result_summary(number: int) -> str:
    if number == 0:
        return _("Niets gevonden. Probeer een ander woord.")
    return ngettext("{number} gevonden", "{number} gevonden", number).format(number=number)
