"""A button with a pictogram and a word below or beside it: a tile, or a button of the bar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton

from ido_kiosk.qt import pictograms


class WordButton(QToolButton):
    """Can be pressed with Enter too, and by one click only: the second of a double click does nothing."""

    def __init__(self, word: str, picture: str, size: float) -> None:
        """``size``: of the pictogram, in heights of the text."""
        super().__init__()
        self.setText(word)
        self.setAccessibleName(word)
        side = round(size * QApplication.font().pixelSize())
        self.setIcon(pictograms.icon(picture, side))
        self.setIconSize(QSize(side, side))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)

    def set_low(self, low: bool) -> None:
        """The word beside the pictogram instead of below it."""
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if low else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        if style != self.toolButtonStyle():
            self.setToolButtonStyle(style)
            self.setProperty("low", low)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as on every other button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Not a second press: the page may have changed under the pointer."""
        event.accept()
