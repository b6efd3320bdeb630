"""The tiles of the start screen: a pictogram with its words below, which wrap."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy

from ido_kiosk.qt.word_button import WordButton
from ido_kiosk.qt.wrapping_button import widest_word, wrapped

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
        self._measured_in, self._widest_word = "", 0
        self.setObjectName("urgent-tile" if tile.is_urgent else "tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(lambda: tile.action())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        lines = "\n".join(wrapped(self._words, self.font(), event.size().width() - _EDGES))
        if lines != self.text():  # other text means that all around it is laid out again
            self.setText(lines)

    def sizeHint(self) -> QSize:
        """As wide as all tiles, as high as the words that are wrapped now."""
        width = max(round(_WIDTH * QApplication.font().pixelSize()), self.minimumSizeHint().width())
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        return QSize(self._longest_word() + _EDGES, super().sizeHint().height())

    def _longest_word(self) -> int:
        """Measured once in each font: Qt asks for it twenty times before its first picture."""
        if self._measured_in != (font := self.font().key()):
            self._measured_in = font
            self._widest_word = widest_word(self._words, self.fontMetrics())
        return self._widest_word
