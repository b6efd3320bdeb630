"""Parts of the block view that are seen before they are read: texts with a pictogram, large numbers, QR codes."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ido_kiosk.base import qr
from ido_kiosk.base.blocks import Big, Captioned, QrCode
from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms
from ido_kiosk.qt.layouts import WrappingRow, box, text_view

_PICTURE = 28
_LARGE_PICTURE = 48
_SQUARE = 5
_QUIET = 4
"""Squares of white that a phone needs around a code."""
_LINE = 40
"""Px: the height of a line to write on."""


def column(parts: list[QWidget], spacing: int = 0, white: int = 0) -> QWidget:
    """Parts below each other, below some white."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, white, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        layout.addWidget(part)
    return made


def marked(mark: QLabel, text: QWidget) -> QWidget:
    """A text with a mark where its line begins."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1)
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return row


def picture(name: str, side: int = _PICTURE) -> QLabel:
    """A pictogram that only decorates: the text beside it says it too."""
    made = QLabel()
    made.setPixmap(pictograms.icon(name, side).pixmap(QSize(side, side)))
    return made


def pictured(items: tuple[Captioned, ...], beside: bool) -> QWidget:
    """Short texts with their pictograms, below or beside each other."""
    if not beside:
        return column([marked(picture(item.picture), text_view(item.text)) for item in items], 10)
    return WrappingRow([column([picture(item.picture, _LARGE_PICTURE), text_view(item.text)], 4) for item in items])


def big(block: Big) -> QWidget:
    """A large value below its caption."""
    below = [text_view(block.value, "contact") if block.value else _line()]
    below += [text_view(block.note, "small")] if block.note else []
    below += [text_view(block.to_write), _line()] if block.to_write else []
    return marked(picture(block.picture), column([text_view(block.label), *below], 2))


def qr_view(code: QrCode) -> QWidget:
    """A code for a phone, with its address in words; it has a name for who cannot see it."""
    made = QLabel()
    made.setPixmap(qr_picture(code.address))
    made.setAccessibleName(_("QR-code: {address}").format(address=code.address))
    texts = [text_view(code.note)] if code.note else []
    return marked(made, column([*texts, text_view(code.words, "small")], 4))


def qr_picture(address: str, square: int = _SQUARE) -> QPixmap:
    """A code as a picture: black on white in every look, each square so many pixels wide."""
    squares = qr.squares(address)
    side = (len(squares) + 2 * _QUIET) * square
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    for y, row in enumerate(squares, start=_QUIET):
        for x, is_dark in enumerate(row, start=_QUIET):
            if is_dark:
                painter.fillRect(QRect(x * square, y * square, square, square), QColor(Qt.GlobalColor.black))
    painter.end()
    return made


def writing_room(caption: str, lines: int) -> QWidget:
    """Lines to write on, which only paper has a use for; the screen shows that they will be there."""
    frame, layout = box("writing")
    if caption:
        layout.addWidget(text_view(caption, "subheading"))
    for _number in range(lines):
        layout.addWidget(_line())
    return frame


def _line() -> QWidget:
    rule = QFrame()
    rule.setObjectName("line")
    return column([rule], white=_LINE)
