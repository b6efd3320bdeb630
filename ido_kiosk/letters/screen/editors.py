"""What a visitor types in: nothing of it is completed, suggested or kept, and wiping takes its undo steps too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.letters.service import FieldKind
from ido_kiosk.qt.layouts import button

_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""What a keyboard on the screen or of the system may not learn from."""
_NUMBERS: tuple[FieldKind, ...] = ("phone", "amount", "date")
_EDGES = 24
"""Px of padding and border above and below, as in assets/style.qss."""


class LineEditor(QLineEdit):
    """One line. Signal: ``changed``."""

    changed = Signal()

    def __init__(self, value: str, kind: FieldKind) -> None:
        super().__init__(value)
        self.setInputMethodHints(_PRIVATE | Qt.InputMethodHint.ImhPreferNumbers if kind in _NUMBERS else _PRIVATE)
        self.setDragEnabled(False)
        self.textChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        """What was typed."""
        return self.text()

    def put(self, value: str) -> None:
        """Put this in, without a step to undo."""
        self.setText(value)


class LinesEditor(QPlainTextEdit):
    """A few lines; the tab key goes on to the next field. Signal: ``changed``."""

    changed = Signal()

    def __init__(self, value: str, lines: int) -> None:
        super().__init__(value)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(_PRIVATE)
        self.setFixedHeight((lines + 1) * self.fontMetrics().lineSpacing() + _EDGES)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def put(self, value: str) -> None:
        """Put this in, without a step to undo."""
        self.setPlainText(value)
        self.document().clearUndoRedoStacks()


class ChoiceEditor(QWidget):
    """Answers below each other, of which one or none is pressed: a second press takes it back. Signal: ``changed``."""

    changed = Signal()

    def __init__(self, value: str, choices: Sequence[tuple[str, str]]) -> None:
        """``choices``: id and words."""
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for id_, words in choices:
            made = button(words, "choice")
            made.setCheckable(True)
            made.setChecked(id_ == value)
            made.clicked.connect(self._pressed(id_))
            self._buttons[id_] = made
            layout.addWidget(made)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    def _pressed(self, id_: str) -> Callable[[], None]:
        def press() -> None:
            for other, made in self._buttons.items():
                if other != id_:
                    made.setChecked(False)
            self.changed.emit()

        return press

    def name(self, question: str, explanation: str) -> None:
        """Let a screen reader say the question with each answer."""
        for made in self._buttons.values():
            made.setAccessibleName(f"{question}: {made.text()}")
            made.setAccessibleDescription(explanation)

    def value(self) -> str:
        """The id of the answer; empty for none."""
        return next((id_ for id_, made in self._buttons.items() if made.isChecked()), "")

    def put(self, value: str) -> None:
        """Press this answer, or none."""
        for id_, made in self._buttons.items():
            made.setChecked(id_ == value)


Editor = LineEditor | LinesEditor | ChoiceEditor
