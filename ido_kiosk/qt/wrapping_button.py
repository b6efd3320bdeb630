"""A button whose words wrap where its width ends: a QPushButton cuts them off in a narrow window with large text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy

LINE_BREAK = "\u2028"
"""What QTextLayout takes for the end of a line."""


class WrappingButton(QPushButton):
    """A button of any width; ``name`` chooses its look, the accessible name is its words."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self._words = text
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText("\n".join(self._lines(event.size().width())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Not a second press: the page may have changed under the pointer."""
        event.accept()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, as high as the lines there are now."""
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in self._words.split() or [""])
        return QSize(widest + self._frame(), super().sizeHint().height())

    def _frame(self) -> int:
        """The width of padding and border."""
        return super().sizeHint().width() - self.fontMetrics().size(0, self.text()).width()

    def _lines(self, width: int) -> list[str]:
        layout = QTextLayout(self._words.replace("\n", LINE_BREAK), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - self._frame())
            lines.append(self._words[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return lines
