"""Parts of the desk's own screens: a choice of two, a field with its label."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import WrappingRow, button, label, page, stack


class Choice(QWidget):
    """A question with answers beside each other, of which one is pressed."""

    def __init__(self, question: str, answers: Sequence[str], chosen: int, changed: Callable[[int], None]) -> None:
        """``changed`` gets the index of the answer that was pressed."""
        super().__init__()
        self._group = QButtonGroup(self)
        made = []
        for index, words in enumerate(answers):
            each = button(words)
            each.setCheckable(True)
            each.setChecked(index == chosen)
            each.setAccessibleName(f"{question} {words}")
            self._group.addButton(each, index)
            made.append(each)
        self._group.idClicked.connect(changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(question, "subheading"))
        layout.addWidget(WrappingRow(made))


def yes_no(question: str, is_yes: bool, changed: Callable[[bool], None]) -> Choice:
    """A question to answer with yes or no."""
    return Choice(question, [_("Ja"), _("Nee")], 0 if is_yes else 1, lambda index: changed(index == 0))


def field(question: str, explanation: str, line: QLineEdit | QPlainTextEdit) -> QWidget:
    """A field below its label."""
    heading = label(question, "subheading")
    heading.setBuddy(line)
    line.setAccessibleName(question)
    line.setAccessibleDescription(explanation)
    return stack([heading, *([label(explanation, "muted")] if explanation else []), line], gap=4)[0]


def way_back(closed: Callable[[], None]) -> QPushButton:
    """The button *Terug*."""
    made = button(_("Terug"), "", "back", key="Esc")
    made.clicked.connect(lambda: closed())
    return made


def filled_page(screen: QWidget, parts: Sequence[QWidget]) -> None:
    """Fill a screen with a page of these parts."""
    area, column = page()
    for part in parts:
        column.addWidget(
            part, 0, Qt.AlignmentFlag.AlignLeading if isinstance(part, QPushButton) else Qt.AlignmentFlag(0)
        )
    column.addStretch(1)
    layout = QVBoxLayout(screen)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
