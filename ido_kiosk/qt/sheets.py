"""The pages of a PDF on the screen, below each other, as sharp as the screen can show them."""

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt import pdf_pages
from ido_kiosk.qt.background import run

_RATIO = 297 / 210
_FRAME = 1
_CALM = 120
"""Milliseconds without a change of width before pages are drawn anew; until then the old pictures are stretched."""


class Sheets(QWidget):
    """Draws in the background. Signals: ``counted`` (how many pages), ``drawn`` (all are), ``failed`` (the error)."""

    counted = Signal(int)
    drawn = Signal()
    failed = Signal(object)

    def __init__(self, pdf: bytes, title: str) -> None:
        super().__init__()
        self._pdf = pdf
        self._title = title
        self._width = 0
        self._sheets: list[_Sheet] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._draw)
        run(self, partial(pdf_pages.count, pdf), self._lay_out, self.failed.emit)

    def set_width(self, width: int) -> None:
        """Show the pages this wide with their frame, in pixels of the layout."""
        inside = max(1, width - 2 * _FRAME)
        if inside == self._width:
            return
        self._width = inside
        for sheet in self._sheets:
            sheet.set_size(inside, round(inside * _RATIO))
        self._calm.start()

    def is_drawn(self) -> bool:
        """Whether every page is shown, as sharp as can be."""
        return bool(self._sheets) and all(sheet.pixels == self._pixels() for sheet in self._sheets)

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._calm.start()
        return super().event(event)

    def _lay_out(self, count: int) -> None:
        for number in range(count):
            sheet = _Sheet(
                _("Blad {number} van {count}: {title}").format(number=number + 1, count=count, title=self._title)
            )
            sheet.set_size(self._width, round(self._width * _RATIO))
            self._layout.addWidget(sheet)
            self._sheets.append(sheet)
        self.counted.emit(count)
        self._draw()

    def _pixels(self) -> int:
        return round(self._width * self.devicePixelRatioF())

    def _draw(self) -> None:
        pixels = self._pixels()
        for number, sheet in enumerate(self._sheets):
            if pixels and sheet.pixels != pixels:
                work = partial(pdf_pages.picture, self._pdf, number, pixels)
                run(sheet, work, partial(self._put, sheet, pixels), self.failed.emit)

    def _put(self, sheet: "_Sheet", asked: int, picture: QImage) -> None:
        sheet.put(picture, asked)
        if self.is_drawn():
            self.drawn.emit()


class _Sheet(QLabel):
    """One page; the name says which."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.pixels = 0
        self.setAccessibleName(name)
        self.setScaledContents(True)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(_FRAME)

    def set_size(self, width: int, height: int) -> None:
        """Make the picture inside the frame this large."""
        self.setFixedSize(width + 2 * _FRAME, height + 2 * _FRAME)

    def put(self, picture: QImage, asked: int) -> None:
        """Show this picture of the page, pixel for pixel: a picture that is a little stretched is not sharp.

        ``asked`` is the width that was asked for; PDFium sometimes draws one pixel more.
        """
        self.pixels = asked
        ratio = self.devicePixelRatioF()
        self.set_size(round(picture.width() / ratio), round(picture.height() / ratio))
        self.setPixmap(QPixmap.fromImage(picture))
