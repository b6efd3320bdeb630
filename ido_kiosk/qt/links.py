"""A web address on the screen: opened in the computer's browser, or large with a code for the visitor's own phone."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.base.qr import squares
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import WrappingRow, bring_into_view, button, label

QUIET = 4
"""Squares of white around a code, without which a phone does not find it."""
_SQUARE = 5
"""Px at ordinary text size."""


class QrView(QWidget):
    """A QR code: black on white in every theme, because phones read no other."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._rows = squares(text)
        self._square = max(_SQUARE, round(_SQUARE * QApplication.font().pixelSize() / 17))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """The code with its quiet zone."""
        side = (len(self._rows) + 2 * QUIET) * self._square
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares; never mirrored."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        for down, row in enumerate(self._rows, start=QUIET):
            for along, is_dark in enumerate(row, start=QUIET):
                if is_dark:
                    place = QRect(along * self._square, down * self._square, self._square, self._square)
                    painter.fillRect(place, QColor("black"))
        painter.end()


class LinkPart(QWidget):
    """An address with its ways to be opened. ``open_link`` is None where the desk does not open links."""

    def __init__(self, said: str, url: str, open_link: Callable[[str], bool] | None) -> None:
        super().__init__()
        self._said, self._url, self._open_link = said, url, open_link
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._trouble: QWidget | None = None
        self._code: QWidget | None = None
        self._on_phone = button(_("Op uw eigen telefoon"), "", "qr")
        self._on_phone.setCheckable(True)
        self._on_phone.toggled.connect(self._show_code)
        if open_link is None:
            self._layout.addWidget(label(said, "phone"))
        self._layout.addWidget(WrappingRow([*self._opener(), self._on_phone]))
        self._on_phone.setChecked(open_link is None)

    def _opener(self) -> list[QPushButton]:
        if self._open_link is None:
            return []
        made = button(_("Open {website}").format(website=self._said), "", "website")
        made.clicked.connect(self._open)
        return [made]

    def _open(self) -> None:
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
        if self._open_link is not None and not self._open_link(self._url):
            text = _("De browser gaat niet open. Typ het adres zelf: {website}").format(website=self._said)
            self._trouble = label(text, "subheading")
            self._layout.addWidget(self._trouble)
            self._trouble.show()
            announce(self, text)

    def _show_code(self, shown: bool) -> None:
        if self._code is None:
            self._code = QrView(self._url, _("QR-code van {website}").format(website=self._said))
            self._layout.addWidget(self._code, 0, Qt.AlignmentFlag.AlignLeading)
        self._code.setVisible(shown)
        if shown and self.isVisible():
            bring_into_view(self._code)
