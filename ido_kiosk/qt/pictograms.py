"""Pictograms from assets/, drawn in the colour of the text around them."""

from functools import cache, partial

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from ido_kiosk.base import paths
from ido_kiosk.qt import theme

_LIGHT = 127
"""Half way from black to white."""
_POINTING = frozenset({"back", "forward", "undo"})
"""Drawings that point along the line of text."""


def icon(name: str, side: int, colour: str = "") -> QIcon:
    """The pictogram ``assets/pictograms/<name>.svg``, ``side`` px wide; ``colour`` instead of the text's own.

    Where the text runs from right to left, a drawing that points along it is mirrored.
    """
    ink = colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    is_mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft and name in _POINTING
    sharpness = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    return _icon(name, ink, theme.colour("on-focus"), is_mirrored, side, sharpness)


@cache
def _icon(name: str, ink: str, ink_in_focus: str, is_mirrored: bool, side: int, sharpness: float) -> QIcon:
    drawing = (paths.assets() / "pictograms" / f"{name}.svg").read_text(encoding="utf-8")
    drawn = partial(_drawn, drawing, is_mirrored=is_mirrored, side=side, sharpness=sharpness)
    made = QIcon(drawn(ink))
    if QColor(ink).lightness() > _LIGHT:  # a button with the focus has a light ground, on which this is not seen
        made.addPixmap(drawn(ink_in_focus), QIcon.Mode.Active)
    return made


def _drawn(drawing: str, ink: str, is_mirrored: bool, side: int, sharpness: float) -> QPixmap:
    pixels = round(side * sharpness)
    pixmap = _pixmap(drawing.replace("currentColor", ink), QSize(pixels, pixels))
    made = pixmap.transformed(QTransform().scale(-1, 1)) if is_mirrored else pixmap
    made.setDevicePixelRatio(sharpness)
    return made


def _pixmap(drawing: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return pixmap
