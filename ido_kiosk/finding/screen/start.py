"""The start screen: a search field ready to type in, what matters these weeks, and tiles of a pictogram and a word."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout

from ido_kiosk.base.language import _
from ido_kiosk.finding.screen.current import CurrentPart
from ido_kiosk.finding.screen.results import Favour, Results
from ido_kiosk.finding.screen.tiles import Tile, TileButton
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, WrappingRow, label, page

if TYPE_CHECKING:  # a kiosk shows its window before it can search
    from ido_kiosk.finding.service import Index, Reminder

ENOUGH_LETTERS = 2
_WIDE, _HIGH = 34, 30
"""In heights of the text: in a narrower window a reminder takes three lines; in a lower one it fills the view."""


class StartScreen(Screen):
    """Search and tiles. Signals: ``entry_chosen`` (Entry), ``guide_chosen`` (its id), ``topics_requested``,
    ``asked_changed`` (the words), ``undo_requested``.
    """

    entry_chosen = Signal(object)
    guide_chosen = Signal(str)
    topics_requested = Signal()
    asked_changed = Signal(str)
    undo_requested = Signal()

    def __init__(
        self,
        index: "Callable[[], Index]",
        tiles: list[Tile],
        asked: str = "",
        favour: Favour | None = None,
        reminders: "Sequence[Reminder]" = (),
    ) -> None:
        """``favour``: the favourites that results can become; without it there are none."""
        super().__init__()
        self._favour = favour or Favour()
        self._index = index
        self._results: Results | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        area, self._column = page()
        layout.addWidget(area)
        self._column.addWidget(label(_("Waar kunnen we mee helpen?"), "title"))
        self._build_search(asked)
        self._tiles = WrappingRow([TileButton(tile) for tile in tiles], gap=12)
        self._current = CurrentPart(reminders, self.guide_chosen.emit)
        self._column.addWidget(self._current)
        self._column.addWidget(self._tiles)
        self._column.addStretch(1)
        if asked:
            self._show_results(asked)

    def focus_first(self) -> None:
        """Put the cursor in the search field with its words selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def search_again(self) -> None:
        """Something on the shelf has changed; who has gone on to the results keeps them."""
        if self._field.hasFocus() and self._field.text():
            self._show_results(self._field.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What matters these weeks stands above the tiles, or below them where *Spoed* would leave the first view."""
        super().resizeEvent(event)
        size, text = event.size(), QApplication.font().pixelSize()
        has_room = size.width() >= _WIDE * text and size.height() >= _HIGH * text
        above, below = (self._current, self._tiles) if has_room else (self._tiles, self._current)
        if self._column.indexOf(above) > (place := self._column.indexOf(below)):
            self._column.insertWidget(place, above)

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
        self._field.returnPressed.connect(lambda: self._results_part().open_first())
        self._field.went_down.connect(lambda: self._results_part().focus_first())
        self._field.undo_requested.connect(self.undo_requested)
        self._column.addWidget(above)
        self._column.addWidget(self._field)

    def _results_part(self) -> Results:
        """The results; made when they are first needed, since most starts show the tiles."""
        if self._results is None:
            self._results = Results(self._favour)
            self._results.entry_chosen.connect(self.entry_chosen)
            self._results.word_chosen.connect(self._ask)
            self._results.topics_requested.connect(self.topics_requested)
            self._results.hide()
            self._column.insertWidget(self._column.indexOf(self._field) + 1, self._results)
        return self._results

    def _ask(self, word: str) -> None:
        self._field.setText(word)
        self.focus_first()

    def _show_results(self, asked: str) -> None:
        asks = len(asked.strip()) >= ENOUGH_LETTERS
        results = self._results_part()
        if asks:
            index = self._index()
            hits = index.search(asked)
            announce(self._field, results.show_hits(hits, [] if hits else index.suggestions(asked)))
        else:
            results.show_hits([], [])
        results.setVisible(asks)
        self._tiles.setVisible(not asks)
        self._current.show_unless(asks)


class SearchField(QLineEdit):
    """A field in which arrow down goes to the results, and Ctrl+Z is the desk's own while no typing can be undone.

    Signals: ``went_down``, ``undo_requested``.
    """

    went_down = Signal()
    undo_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what has no meaning inside one line."""
        from PySide6.QtGui import QKeySequence  # as in window/keys.py

        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)
