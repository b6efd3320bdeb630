"""Layouts and small parts that more than one screen uses."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ido_kiosk.base.blocks import Told
from ido_kiosk.base.direction import led
from ido_kiosk.qt import pictograms, theme
from ido_kiosk.qt.wrapping_button import WrappingButton

Fresh = TypeVar("Fresh", bound=QWidget)

READING_WIDTH = 46
"""In heights of the text: lines stay under about 80 characters."""


class Screen(QWidget):
    """A whole screen. Each says where the work goes on."""

    def focus_first(self) -> None:
        """Put the focus where the work goes on."""
        raise NotImplementedError

    def place(self) -> str:
        """Where one is now, in words: its own title, name or heading; empty when it has none."""
        titles = self.findChildren(QLabel, "title")
        return self.windowTitle() or self.accessibleName() or (titles[0].text() if titles else "")

    def is_for_volunteers(self) -> bool:
        """Whether it is not meant for a visitor's eyes at all."""
        return False

    def holds_back(self) -> str:
        """Why not to leave it yet, in words; said once, and empty the next time or when nothing is lost."""
        return ""

    def fills_window(self) -> bool:
        """Whether nothing else of the window stands around it; it says itself how one leaves it."""
        return False

    def shows_log(self) -> bool:
        """Whether it must be made anew when the log changes."""
        return False

    def wanted_height(self, width: int) -> int | None:
        """The height that a strip beside the browser needs to show all of it; None for what is never a strip."""
        return None


class WrappingRow(QWidget):
    """Puts equal parts beside each other, and in more rows where the width ends."""

    def __init__(self, parts: Sequence[QWidget], name: str = "", gap: int = 8, margin: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts = parts
        self._margin = margin
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setSpacing(gap)
        for part in parts:
            part.setParent(self)
        self._arrange(max(1, len(self._present())))

    def show_part(self, part: QWidget, is_present: bool) -> None:
        """Show or hide one of the parts; the others share the room."""
        if is_present == part.isHidden():
            part.setVisible(is_present)
            self._arrange(self._fitting(self.width()))

    def _present(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._fitting(event.size().width())
        if columns != self._columns:
            self._arrange(columns)

    def minimumSizeHint(self) -> QSize:
        """As wide as the part that can least be narrowed; the height of the present rows."""
        narrowest = max((part.minimumSizeHint().width() for part in self._present()), default=0)
        return QSize(narrowest + 2 * self._margin, super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max((part.sizeHint().width() for part in self._present()), default=0)

    def _fitting(self, width: int) -> int:
        gap = self._grid.spacing()
        most = max(1, (width - 2 * self._margin + gap) // (self._widest() + gap))
        number = len(self._present())
        rows = -(-number // most)
        return -(-number // rows) if rows else 1

    def _arrange(self, columns: int) -> None:
        for column in range(max(columns, self._columns) + 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for index, part in enumerate(self._present()):
            self._grid.addWidget(part, index // columns, index % columns)
        self.updateGeometry()


def page(parent: QWidget | None = None) -> tuple[QScrollArea, QVBoxLayout]:
    """A page that scrolls up and down only, with its text in a column of reading width.

    Within ``parent`` it is hidden until it is shown, and what is put in it is styled once only.
    """
    area = QScrollArea(parent)
    if parent is not None:
        area.hide()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    outer = QWidget()
    outer.setObjectName("page")
    column = QWidget()
    column.setMaximumWidth(READING_WIDTH * QApplication.font().pixelSize())
    column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    frame = QGridLayout(outer)
    frame.setContentsMargins(16, 16, 16, 24)
    frame.addWidget(column, 0, 0)
    frame.setColumnStretch(0, 1000)
    frame.setColumnStretch(1, 1)
    frame.setRowStretch(1, 1)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    area.setWidget(outer)
    return area, layout


def swap(layout: QLayout, old: QWidget, fresh: Fresh) -> Fresh:
    """Put a fresh widget in the place of an old one, which is gone from the screen at once; gives the fresh one."""
    layout.replaceWidget(old, fresh)
    old.hide()
    old.deleteLater()
    return fresh


def label(text: str, name: str = "") -> QLabel:
    """A text that wraps; ``name`` chooses its look in assets/style.qss."""
    made = QLabel(led(text))
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # Dutch that is left in it stands there too
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def text_view(text: str, name: str = "") -> QWidget:
    """A text that wraps; below one that brings its Dutch along stands that Dutch, smaller."""
    shown = label(str(text), name)
    return stack([shown, dutch_below(text)], gap=2)[0] if isinstance(text, Told) else shown


def dutch_below(text: Told) -> QLabel:
    """The Dutch of a text, as it stands below it; a screen reader says it in Dutch."""
    return label(text.dutch, "small")


def button(text: str, name: str = "", picture: str = "", colour: str = "", key: str = "") -> WrappingButton:
    """A button with words that wrap, a pictogram if named, and its shortcut; the accessible name is the words."""
    made = WrappingButton(text, name)
    if picture:
        side = round(1.4 * QApplication.font().pixelSize())
        ink = colour or (theme.colour("on-accent") if name == "primary" else "")
        made.setIcon(pictograms.icon(picture, side, ink))
        made.setIconSize(QSize(side, side))
    if key:
        from PySide6.QtGui import QKeySequence, QShortcut  # 3 ms, and the first picture has no such button

        # Not setShortcut: that would press the button for the eye first, and act 100 ms later.
        shortcut = QShortcut(QKeySequence(key), made)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(made.click)
        made.setToolTip(key)
    return made


def box(name: str) -> tuple[QFrame, QVBoxLayout]:
    """A coloured box; ``name`` chooses its look."""
    frame = QFrame()
    frame.setObjectName(name)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 12, 16, 12)
    layout.setSpacing(8)
    return frame, layout


def beside(mark: QWidget, text: QWidget) -> QWidget:
    """A mark, such as a number or a pictogram, and a text beside it that takes the rest of the width."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1)
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return row


def stack(parts: Sequence[QWidget], gap: int = 0) -> tuple[QWidget, QVBoxLayout]:
    """Parts below each other, and the layout to add more."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        layout.addWidget(part)
    return whole, layout


def picture(name: str, colour: str = "") -> QLabel:
    """A pictogram beside a text; it says nothing that the text does not."""
    made = QLabel()
    side = round(1.6 * QApplication.font().pixelSize())
    made.setPixmap(pictograms.icon(name, side, colour).pixmap(QSize(side, side)))
    return made


def bring_into_view(part: QWidget) -> None:
    """Scroll the page until a part that has just appeared is in sight, as far as it fits."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        area = above
        QTimer.singleShot(0, part, lambda: area.ensureWidgetVisible(part, 0, 16))
