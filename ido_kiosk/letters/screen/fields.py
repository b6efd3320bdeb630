"""A field of a letter: its question, what was typed, and what is wrong with it."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.letters.screen.editors import ChoiceEditor, Editor, LineEditor, LinesEditor
from ido_kiosk.letters.service import FieldKind
from ido_kiosk.qt.layouts import box, bring_into_view, button, label, swap
from ido_kiosk.qt.own_key import OwnKey

_MOST_LINES = 4


class Asked(msgspec.Struct, frozen=True):
    """A question in the words of the screen."""

    id: str
    words: str
    kind: FieldKind
    help: str = ""
    choices: Sequence[tuple[str, str]] = ()
    by_hand: bool = False
    """Whether it is written with a pen unless the visitor prefers to type."""


class FieldPart(QWidget):
    """One field. Signal: ``changed``. Empty is always right: it becomes a dotted line."""

    changed = Signal()

    def __init__(self, asked: Asked, value: str) -> None:
        super().__init__()
        self.asked = asked
        self.problem = ""
        self._notice = QWidget()
        self._notice.hide()
        self._editor = _editor(asked, value)
        self._editor.changed.connect(self._typed)
        if asked.kind == "reference":
            OwnKey(self, Qt.Key.Key_F4, lambda: bool(self.problem), self._make_dots)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        heading = label(asked.words, "subheading")
        self._layout.addWidget(heading)
        if asked.help:
            self._layout.addWidget(label(asked.help, "muted"))
        self._layout.addWidget(self._notice)
        self._pen: QPushButton | None = self._build_pen(bool(value)) if asked.by_hand else None
        self._layout.addWidget(self._editor)
        if not isinstance(self._editor, ChoiceEditor):
            heading.setBuddy(self._editor)
        self._name()

    def _build_pen(self, is_typed: bool) -> QPushButton:
        """With the pen, unless *Toch typen* is pressed."""
        made = button(_("Toch typen"), "", "keyboard")
        made.setCheckable(True)
        made.setChecked(is_typed)
        made.setAccessibleName(_("Toch typen: {field}").format(field=self.asked.words))
        made.clicked.connect(self._choose_pen)
        self._dotted = label(_("Op de brief komen stippellijnen. U schrijft dit zelf, met de pen."))
        self._layout.addWidget(self._dotted)
        self._layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        self._dotted.setHidden(is_typed)
        self._editor.setHidden(not is_typed)
        return made

    def _choose_pen(self, is_typed: bool) -> None:
        self._dotted.setHidden(is_typed)
        self._editor.setVisible(is_typed)
        if is_typed:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.empty()

    def value(self) -> str:
        """What was typed or chosen."""
        return self._editor.value()

    def empty(self) -> None:
        """Leave it to the pen: nothing of what was typed stays, nor a step to bring it back."""
        self._editor.put("")
        self._typed()

    def focus(self) -> None:
        """Put the cursor in it."""
        target = self._pen if self._pen is not None and self._editor.isHidden() else self._editor
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong; empty: nothing is."""
        self.problem = problem
        notice = QWidget()
        if problem:
            notice, inside = box("error")
            inside.addWidget(label(problem))
            dots = button(_("Maak er een stippellijn van"))
            dots.setToolTip("F4" if self.asked.kind == "reference" else "")
            dots.setAccessibleName(f"{_('Maak er een stippellijn van')}: {self.asked.words}")
            dots.clicked.connect(self._make_dots)
            inside.addWidget(dots, 0, Qt.AlignmentFlag.AlignLeading)
        self._notice = swap(self._layout, self._notice, notice)
        self._notice.setVisible(bool(problem))
        self._name()

    def _make_dots(self) -> None:
        self.empty()
        self.focus()

    def _typed(self) -> None:
        if self.problem:
            self.show_problem("")
        self.changed.emit()

    def _name(self) -> None:
        said = " ".join(part for part in (self.problem, self.asked.help) if part)
        if isinstance(self._editor, ChoiceEditor):
            self._editor.name(self.asked.words, said)
        else:
            self._editor.setAccessibleName(self.asked.words)
            self._editor.setAccessibleDescription(said)


def _editor(asked: Asked, value: str) -> Editor:
    if asked.choices:
        return ChoiceEditor(value, asked.choices)
    if asked.kind == "lines":
        return LinesEditor(value, _MOST_LINES)
    return LineEditor(value, asked.kind)
