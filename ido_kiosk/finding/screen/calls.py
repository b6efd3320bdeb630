"""Numbers to call at once: large, beside each other, each with whether it is open now."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ido_kiosk.guides.service import ChannelLine
from ido_kiosk.qt.layouts import WrappingRow, label, stack

_WIDTH = 10.5
"""In heights of the text: two numbers fit beside each other in the narrowest window."""


def calls_view(lines: tuple[ChannelLine, ...]) -> QWidget:
    """The numbers, and once below them where they come from."""
    row = WrappingRow([_Call(line) for line in lines], gap=14)
    named: dict[str, list[str]] = {}
    for line in lines:
        named.setdefault(line.remark, []).append(line.name)
    if len(named) == 1:
        remarks = list(named)
    else:
        remarks = [f"{', '.join(names)}: {remark[:1].lower()}{remark[1:]}" for remark, names in named.items()]
    whole, _layout = stack([row, *(label(remark, "small") for remark in remarks)], gap=10)
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
            layout.addWidget(label(_open_words(line, line.standing.words)))
        layout.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as the others, so that the row keeps columns."""
        return QSize(round(_WIDTH * QApplication.font().pixelSize()), super().sizeHint().height())


def _open_words(line: ChannelLine, words: str) -> str:
    """Open or not; where no time of closing is told, the hours say that it is day and night."""
    return words if any(sign.isdigit() for sign in words) else f"{words} {line.hours}"
