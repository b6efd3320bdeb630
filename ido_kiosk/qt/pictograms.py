"""Pictograms from assets/, drawn in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from ido_kiosk.base import paths
from ido_kiosk.qt import theme

SHARPEST = 96
"""Px: twice the largest pictogram on a screen, for screens with small pixels."""


_LIGHT = 127
"""Half way from black to white."""
_POINTING = frozenset({"back", "forward", "undo"})
"""Drawings that point along the line of text."""


def icon(name: str, colour: str = "") -> QIcon:
    """The pictogram ``assets/pictograms/<name>.svg``; ``colour`` instead of the text's own.

    Where the text runs from right to left, a drawing that points along it is mirrored.
    """
    ink = colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    is_mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft and name in _POINTING
    return _icon(name, ink, theme.colour("on-focus"), is_mirrored)


@cache
def _icon(name: str, ink: str, ink_in_focus: str, is_mirrored: bool) -> QIcon:
    drawing = (paths.assets() / "pictograms" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon(_drawn(drawing, ink, is_mirrored))
    if QColor(ink).lightness() > _LIGHT:  # a button with the focus has a light ground, on which this is not seen
        made.addPixmap(_drawn(drawing, ink_in_focus, is_mirrored), QIcon.Mode.Active)
    return made


def _drawn(drawing: str, ink: str, is_mirrored: bool) -> QPixmap:
    pixmap = _pixmap(drawing.replace("currentColor", ink), QSize(SHARPEST, SHARPEST))
    return pixmap.transformed(QTransform().scale(-1, 1)) if is_mirrored else pixmap


def _pixmap(drawing: str, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return pixmap
