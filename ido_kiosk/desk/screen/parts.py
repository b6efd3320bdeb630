"""Parts of the desk's own screens: a choice, a field with its label, and what is wrong with either."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import WrappingRow, box, bring_into_view, button, label, page


class Part(QWidget):
    """A question with room for its answer, and for what is wrong with that."""

    def __init__(self, question: str, explanation: str = "") -> None:
        super().__init__()
        self.question, self.explanation = question, explanation
        self.heading = label(question, "subheading")
        self._notice, inside = box("error")
        self._problem = label("")
        inside.addWidget(self._problem)
        self._notice.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.heading)
        if explanation:
            self.column.addWidget(label(explanation, "muted"))
        self.column.addWidget(self._notice)

    def answered_in(self) -> QWidget:
        """Where the answer is typed or pressed."""
        raise NotImplementedError

    def show_problem(self, problem: str) -> None:
        """Say what is wrong, and go there; empty: nothing is."""
        self._problem.setText(problem)
        self._notice.setVisible(bool(problem))
        self.answered_in().setAccessibleDescription(" ".join(filter(None, (problem, self.explanation))))
        if problem:
            self.answered_in().setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self)


class Choice(Part):
    """A question with answers beside each other, of which one is pressed."""

    def __init__(self, question: str, answers: Sequence[str], chosen: int, changed: Callable[[int], None]) -> None:
        """``changed`` gets the index of the answer that was pressed."""
        super().__init__(question)
        self._group = QButtonGroup(self)
        self._made: list[QWidget] = []
        for index, words in enumerate(answers):
            each = button(words)
            each.setCheckable(True)
            each.setChecked(index == chosen)
            each.setAccessibleName(f"{question} {words}")
            self._group.addButton(each, index)
            self._made.append(each)
        self._group.idClicked.connect(lambda _index: self.show_problem(""))
        self._group.idClicked.connect(changed)
        self.column.addWidget(WrappingRow(self._made))

    def answered_in(self) -> QWidget:
        """The pressed answer, or the first."""
        return self._group.checkedButton() or self._made[0]


def yes_no(question: str, is_yes: bool, changed: Callable[[bool], None]) -> Choice:
    """A question to answer with yes or no."""
    return Choice(question, [_("Ja"), _("Nee")], 0 if is_yes else 1, lambda index: changed(index == 0))


class Field(Part):
    """A field below its label. ``typed`` gets what is typed, at each key."""

    def __init__(
        self, question: str, explanation: str, line: QLineEdit | QPlainTextEdit, typed: Callable[[str], None]
    ) -> None:
        super().__init__(question, explanation)
        self._line = line
        self.heading.setBuddy(line)
        line.setAccessibleName(question)
        line.setAccessibleDescription(explanation)
        said = line.text if isinstance(line, QLineEdit) else line.toPlainText
        line.textChanged.connect(lambda: self.show_problem(""))
        line.textChanged.connect(lambda: typed(said()))
        self.column.addWidget(line)

    def answered_in(self) -> QWidget:
        """The line or lines."""
        return self._line


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
