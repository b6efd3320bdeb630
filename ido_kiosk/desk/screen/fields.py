"""A form of the desk in a few lines: fields and choices by name, a button that keeps them, and others beside it."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ido_kiosk.desk.screen.form import FormScreen
from ido_kiosk.desk.screen.parts import Choice, Field, Part, filled_page, way_back
from ido_kiosk.qt.layouts import button, label

Draft = dict[str, str]
"""What is typed and chosen, by the name of the field; lives on when the screen is made anew."""


class Asked(msgspec.Struct, frozen=True):
    """A field; with ``answers`` (value and words) a choice. ``lines`` more than one makes it a field of that height."""

    name: str
    question: str
    explanation: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    lines: int = 1
    is_secret: bool = False


class Action(msgspec.Struct, frozen=True):
    """Another button below the form."""

    words: str
    act: Callable[[], None]
    picture: str = ""


class Page(msgspec.Struct, frozen=True):
    """What the form says around its fields."""

    title: str
    keep: str
    """The words of the button that keeps what was typed."""
    explanation: str = ""
    above: str = ""
    """A line over the title, such as how far a row of forms has come."""
    actions: tuple[Action, ...] = ()


class FieldsScreen(FormScreen):
    """Signals: ``saved`` (the draft), ``closed``, ``held_back``."""

    saved = Signal(dict)

    def __init__(self, page: Page, asked: Sequence[Asked], draft: Draft, kept: Mapping[str, str]) -> None:
        """``draft`` is changed at each key; ``kept``: as it is on disk, by which it is known what would be lost."""
        super().__init__()
        self._draft, self._kept = draft, dict(kept)
        self.setWindowTitle(page.title)
        self._parts = {each.name: self._part(each) for each in asked}
        self._notice_touch()
        keep = button(page.keep, "primary")
        keep.clicked.connect(self._save)
        parts: list[QWidget] = [label(page.above, "muted")] if page.above else []
        parts += [label(page.title, "title"), *([label(page.explanation)] if page.explanation else [])]
        parts += [*self._parts.values(), keep, *map(_pressed, page.actions), way_back(self._leave)]
        filled_page(self, parts)
        self._first = next(iter(self._parts.values())).answered_in() if self._parts else keep

    def focus_first(self) -> None:
        """Put the focus where the first answer goes."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, asked: Asked) -> Part:
        now = self._draft.setdefault(asked.name, self._kept.get(asked.name, ""))
        if asked.answers:
            values = [value for value, _words in asked.answers]
            chosen = values.index(now) if now in values else -1
            words = [words for _value, words in asked.answers]
            return Choice(asked.question, words, chosen, lambda index: self._changed(asked.name, values[index]))
        line = _lines(now, asked.lines) if asked.lines > 1 else QLineEdit(now)
        if isinstance(line, QLineEdit):
            line.returnPressed.connect(self._save)
            line.setEchoMode(QLineEdit.EchoMode.Password if asked.is_secret else QLineEdit.EchoMode.Normal)
        return Field(asked.question, asked.explanation, line, lambda text: self._changed(asked.name, text))

    def _changed(self, name: str, value: str) -> None:
        self._draft[name] = value
        self._notice_touch()

    def _notice_touch(self) -> None:
        self._touch(is_touched=any(self._draft[name] != self._kept.get(name, "") for name in self._parts))

    def _save(self) -> None:
        self.saved.emit(dict(self._draft))


def _lines(text: str, number: int) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight((number + 1) * made.fontMetrics().lineSpacing() + 24)
    return made


def _pressed(action: Action) -> QWidget:
    made = button(action.words, "", action.picture)
    made.clicked.connect(lambda: action.act())
    return made
