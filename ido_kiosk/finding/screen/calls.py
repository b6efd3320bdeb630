"""Whom to reach at once: numbers large, beside each other, each with whether it is open now; other ways below each
other.
"""

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides.screen import Surroundings
from ido_kiosk.guides.service import ChannelLine, Standing
from ido_kiosk.qt.layouts import WrappingRow, label, stack
from ido_kiosk.qt.links import LinkPart

_WIDTH = 10.5
"""In heights of the text: two numbers fit beside each other in the narrowest window."""


def calls_view(lines: tuple[ChannelLine, ...], around: Surroundings) -> QWidget:
    """The ways in their order; where they come from stands below the card."""
    parts: list[QWidget] = []
    for are_numbers, group in groupby(lines, _is_number):
        if are_numbers:
            parts.append(WrappingRow([_Call(line) for line in group], gap=14))
        else:
            parts += [_other_way(line, around) for line in group]
    whole, _layout = stack(parts, gap=14)
    return whole


def _is_number(line: ChannelLine) -> bool:
    return line.way == "phone" and bool(line.fact)


def _other_way(line: ChannelLine, around: Surroundings) -> QWidget:
    """A website to open, or words, which are too long to be large."""
    there = LinkPart(line.value, line.url, around.open_link) if line.url else label(line.value)
    whole, _layout = stack([label(line.name, "subheading"), there], gap=2)
    return whole


class _Call(QWidget):
    """One number."""

    def __init__(self, line: ChannelLine) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label(line.name, "subheading"))
        number = label(line.in_order(QApplication.isRightToLeft()), "contact")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        layout.addWidget(number)
        if line.standing is not None:
            layout.addWidget(label(_open_words(line.standing)))
        layout.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as the others, so that the row keeps columns."""
        return QSize(round(_WIDTH * QApplication.font().pixelSize()), super().sizeHint().height())


def _open_words(standing: Standing) -> str:
    """Open or not, and until when; what is open and tells no time does not close today."""
    tells_time = any(sign.isdigit() for sign in standing.words)
    return standing.words if tells_time or not standing.is_open else _("Nu open, dag en nacht.")
