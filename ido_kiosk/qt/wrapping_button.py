"""A button whose words wrap where its width ends: a QPushButton cuts them off in a narrow window with large text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QResizeEvent, QTextLayout, QTextOption
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

    def words(self) -> str:
        """Its words, without the breaks between lines."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap(event.size().width())

    def set_words(self, text: str) -> None:
        """Give it other words."""
        self._words = text
        self.setAccessibleName(text)
        if self.isVisible():
            self._wrap(self.width())
        else:
            self.setText(text)
        self.updateGeometry()

    def _wrap(self, width: int) -> None:
        lines = "\n".join(wrapped(self._words, self.font(), width - self._frame()))
        if lines != self.text():  # other text means that all around it is laid out again
            self.setText(lines)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Not a second press: the page may have changed under the pointer."""
        event.accept()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, as high as the lines there are now."""
        return QSize(widest_word(self._words, self.fontMetrics()) + self._frame(), super().sizeHint().height())

    def _frame(self) -> int:
        """The width of padding and border."""
        return super().sizeHint().width() - self.fontMetrics().size(0, self.text()).width()


def widest_word(words: str, metrics: QFontMetrics) -> int:
    """Px that the longest of these words takes."""
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0)


def wrapped(words: str, font: QFont, width: int) -> list[str]:
    """The lines of these words in a width in px."""
    layout = QTextLayout(words.replace("\n", LINE_BREAK), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
