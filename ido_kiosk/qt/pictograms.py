"""Pictograms from assets/, drawn in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ido_kiosk.base import paths

SHARPEST = 96
"""Px: twice the largest pictogram on a screen, for screens with small pixels."""


def icon(name: str, colour: str = "") -> QIcon:
    """The pictogram ``assets/pictograms/<name>.svg``; ``colour`` instead of the text's own."""
    ink = colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    return _icon(name, ink)


@cache
def _icon(name: str, ink: str) -> QIcon:
    drawing = (paths.assets() / "pictograms" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink)
    return QIcon(_pixmap(drawing, QSize(SHARPEST, SHARPEST)))


def _pixmap(drawing: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return pixmap
