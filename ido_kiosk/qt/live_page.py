"""A sheet that follows what is typed: made in the background, and the page before stays until the new one is there."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt import pdf_pages
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import label
from ido_kiosk.qt.scrolling import scroll

_PAUSE = 60
"""Milliseconds: keys that follow each other at once make one page together."""
_CALM = 150
"""Milliseconds without a change of width before the page is drawn anew; until then the old picture is stretched."""
_PAPER = (210, 297)
_FRAME_COLOUR = QColor("#0047b3")
"""Paper is white in every theme."""
_ROUND = 3
"""Millimetres, of the corners of the window."""
_EDGES = 12


class _Drawn(msgspec.Struct, frozen=True):
    """The first page, and how many there are."""

    picture: QImage
    count: int


class LivePage(QWidget):
    """The first page of a sheet, with a frame drawn on it. Signal: ``drawn`` (the page is what was asked last)."""

    drawn = Signal()

    def __init__(self, explanation: str, frame: QRectF) -> None:
        """``frame``: in millimetres from the top left corner of the sheet."""
        super().__init__()
        self._explanation, self._frame = explanation, frame
        self._make: Callable[[], bytes] | None = None
        self._round = 0
        self._is_busy = self._is_late = False
        self._shows_whole = False
        self._pause = self._timer(_PAUSE)
        self._calm = self._timer(_CALM)
        self._caption = label(explanation, "small")
        self._trouble = label("", "small")
        self._trouble.hide()
        self._sheet = _Sheet(explanation)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGES, _EDGES, _EDGES, _EDGES)
        for part in (self._caption, self._trouble, self._sheet):
            column.addWidget(part)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def follow(self, make: Callable[[], bytes]) -> None:
        """Show what ``make`` gives, a PDF, in a moment; it is called in another thread. The last one asked wins."""
        self._make = make
        if self._is_busy:
            self._is_late = True
        elif not self._pause.isActive():
            self._pause.start()

    def clear(self, why: str = "") -> None:
        """Show nothing, also of what is under way; ``why`` says what to do first."""
        self._make, self._is_late = None, False
        self._round += 1
        self._sheet.clear()
        self._tell(why)

    def is_up_to_date(self) -> bool:
        """Whether what was asked last is shown."""
        waits = self._is_busy or self._is_late or self._pause.isActive() or self._calm.isActive()
        return self._sheet.has_picture() and not waits

    def show_whole(self, is_whole: bool) -> None:
        """Fit the page in the room, or only its width: then it scrolls."""
        self._shows_whole = is_whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by key."""
        if not scroll(self._area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self, singleShot=True, interval=milliseconds)
        made.timeout.connect(self._draw)
        return made

    def _fit(self) -> None:
        bar = self._area.verticalScrollBar().sizeHint().width()
        width = self.width() - 2 * _EDGES - bar
        if self._shows_whole:
            above = self._caption.heightForWidth(width) + 3 * _EDGES
            width = min(width, (self.height() - above) * _PAPER[0] // _PAPER[1])
        if self._sheet.set_width(max(1, width)) and self._make is not None:
            self._calm.start()

    def _draw(self) -> None:
        if self._make is None:
            return
        if self._is_busy:
            self._is_late = True
            return
        self._is_busy, self._is_late = True, False
        pixels = round(self._sheet.width() * self.devicePixelRatioF())
        work = partial(_drawn, self._make, pixels, self._frame)
        run(self, work, partial(self._put, self._round), partial(self._fail, self._round))

    def _put(self, asked: int, found: _Drawn) -> None:
        if asked == self._round:
            self._sheet.setPixmap(QPixmap.fromImage(found.picture))
            more = _("De brief heeft {count} bladen.")
            self._caption.setText(
                self._explanation if found.count == 1 else f"{self._explanation} {more.format(count=found.count)}"
            )
            self._tell("")
        self._next()

    def _fail(self, asked: int, error: Exception) -> None:
        if asked == self._round:
            if isinstance(error, DeskError):
                self._tell(str(error))
            else:
                report_mistake(type(error), error.__traceback__)
                self._tell(_("Het voorbeeld is nu niet te zien. U kunt gewoon verdergaan."))
        self._next()

    def _next(self) -> None:
        self._is_busy = False
        if self._is_late:
            self._draw()
        else:
            self.drawn.emit()

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))


class _Sheet(QLabel):
    """The picture of a page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setScaledContents(True)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)

    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return not self.pixmap().isNull()

    def set_width(self, width: int) -> bool:
        """Make it this wide; gives whether it was not."""
        changed = width != self.width()
        self.setFixedSize(width, width * _PAPER[1] // _PAPER[0])
        return changed


def _drawn(make: Callable[[], bytes], pixels: int, frame: QRectF) -> _Drawn:
    """The page with the frame on it. Raises what ``make`` does."""
    pdf = make()
    picture = pdf_pages.picture(pdf, 0, pixels)
    scale = pixels / _PAPER[0]
    pen = QPen(_FRAME_COLOUR, max(2, pixels / 250), Qt.PenStyle.DashLine)
    within = QRectF(frame.x() * scale, frame.y() * scale, frame.width() * scale, frame.height() * scale)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawRoundedRect(within, _ROUND * scale, _ROUND * scale)
    painter.end()
    return _Drawn(picture, pdf_pages.count(pdf))
