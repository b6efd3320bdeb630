"""How to reach the organisation: a button a way, with whether it is open; its number and source open below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.guides.screen.surroundings import Surroundings
from ido_kiosk.guides.screen.wrong import wrong_button
from ido_kiosk.guides.service import ChannelLine, Reach, Spot
from ido_kiosk.qt.layouts import WrappingRow, bring_into_view, button, label, stack, swap
from ido_kiosk.qt.links import LinkPart


class ChannelsPart(QWidget):
    """The ways in a row; one of them at a time is open below it."""

    def __init__(self, reach: Reach, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(label(_("Contact"), "heading"))
        self._detail = QWidget()
        if not reach.lines:
            self._layout.addWidget(label(reach.otherwise))
            return
        self._buttons = [self._button(line) for line in reach.lines]
        self._layout.addWidget(WrappingRow(self._buttons))
        self._layout.addWidget(self._detail)
        for made, line in zip(self._buttons, reach.lines, strict=True):
            if line.way == reach.first:
                made.setChecked(True)
                break

    def _button(self, line: ChannelLine) -> QPushButton:
        words = f"{line.word}\n{line.standing.short}" if line.standing else line.word
        made = button(words, "", line.way)
        made.setAccessibleName(words.replace("\n", ", "))
        made.setCheckable(True)
        made.toggled.connect(lambda is_open: self._toggled(made, line, is_open))
        return made

    def _toggled(self, made: QPushButton, line: ChannelLine, is_open: bool) -> None:
        if is_open:
            for other in self._buttons:
                other.setChecked(other is made)
            fresh = channel_detail(line, self._around)
        elif any(other.isChecked() for other in self._buttons):
            return
        else:
            fresh = QWidget()
        self._detail = swap(self._layout, self._detail, fresh)
        fresh.show()
        if is_open and self.isVisible():
            bring_into_view(fresh)


def channel_detail(line: ChannelLine, around: Surroundings) -> QWidget:
    """One way in full: its name, the number or address, open or not, when, and how sure."""
    parts: list[QWidget] = [label(line.name, "subheading")]
    if line.url:
        parts.append(LinkPart(line.value, line.url, around.open_link))
    else:
        parts.append(
            label(
                line.in_order(QApplication.isRightToLeft()), "phone" if line.way == "phone" and line.fact else "contact"
            )
        )
    if line.standing:
        parts.append(label(line.standing.words, "subheading"))
    parts += [label(text, name) for text, name in ((line.hours, ""), (line.remark, "small")) if text]
    whole, layout = stack(parts, gap=4)
    if line.fact and around.is_wrong is not None and not around.visitor_view:
        layout.addWidget(wrong_button(Spot(feit=line.fact), around), 0, Qt.AlignmentFlag.AlignLeading)
    return whole
