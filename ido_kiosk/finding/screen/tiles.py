"""The tiles of the start screen: a pictogram with its words below, which wrap."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy

from ido_kiosk.qt.word_button import WordButton
from ido_kiosk.qt.wrapping_button import wrapped

_WIDTH = 11.5
"""In heights of the text: how wide a tile would like to be."""
_PICTURE = 2.2
_EDGES = 30
"""Px of padding and border left and right together, as in assets/style.qss."""


class Tile(msgspec.Struct, frozen=True):
    """A way in; an urgent one looks unlike the others."""

    words: str
    picture: str
    action: Callable[[], None]
    is_urgent: bool = False


class TileButton(WordButton):
    """A tile whose words wrap, and which is as high as the others in its row."""

    def __init__(self, tile: Tile) -> None:
        super().__init__(tile.words, tile.picture, _PICTURE)
        self._words = tile.words
        self.setObjectName("urgent-tile" if tile.is_urgent else "tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(lambda: tile.action())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.setText("\n".join(wrapped(self._words, self.font(), event.size().width() - _EDGES)))

    def sizeHint(self) -> QSize:
        """As wide as all tiles, as high as the words that are wrapped now."""
        width = max(round(_WIDTH * QApplication.font().pixelSize()), self.minimumSizeHint().width())
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in self._words.split() or [""])
        return QSize(widest + _EDGES, super().sizeHint().height())
