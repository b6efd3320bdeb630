"""Choose what a question was about: first the theme, then the topic, each with one number key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen, WrappingRow, box, button, label, page, swap
from ido_kiosk.qt.settling import settle
from ido_shared.content.codes import Codes

Say = Callable[[str, str], str]
"""Gives the words of a code: list (``onderwerpen``, ``themas``) and code to text."""


class TopicScreen(Screen):
    """Nine themes, then the topics of one. Signals: ``topic_chosen`` (code), ``closed``."""

    topic_chosen = Signal(str)
    closed = Signal()

    def __init__(self, codes: Codes, say: Say) -> None:
        super().__init__()
        self._codes = codes
        self._say = say
        self._choices: list[QPushButton] = []
        self._body = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._body)
        self._show_themes()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number key presses the choice with that number; it acts only while this list has the focus."""
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier) and (
            1 <= number <= min(9, len(self._choices))
        ):
            self._choices[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _show_themes(self) -> None:
        themes = [(theme.code, self._say("themas", theme.code)) for theme in self._codes.themes.values()]
        self._show(_("Waar ging de vraag over?"), themes, self._show_topics, self.closed.emit)

    def _show_topics(self, theme: str) -> None:
        topics = [(topic.code, self._say("onderwerpen", topic.code)) for topic in self._codes.topics_of(theme)]
        self._show(self._say("themas", theme), topics, self.topic_chosen.emit, self._show_themes)

    def _show(
        self, title: str, choices: list[tuple[str, str]], chosen: Callable[[str], None], back: Callable[[], None]
    ) -> None:
        area, column = page()
        column.addWidget(label(title, "title"))
        column.addWidget(label(_("Kies met de muis of met het cijfer."), "muted"))
        self._choices = []
        for number, (code, text) in enumerate(choices, start=1):
            made = button(f"{number}   {text}" if number <= 9 else f"     {text}", "choice")
            made.setAccessibleName(text)
            made.clicked.connect(lambda _checked=False, code=code: chosen(code))
            column.addWidget(made)
            self._choices.append(made)
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(lambda: back())
        column.addWidget(way_back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._body = swap(self._layout, self._body, area)
        self.focus_first()


class WaitingScreen(Screen):
    """Questions that wait to be logged. Signals: ``log_requested`` (id), ``drop_requested`` (id), ``closed``."""

    log_requested = Signal(object)
    drop_requested = Signal(object)
    closed = Signal()

    def __init__(self, waiting: Sequence[tuple[int, str]]) -> None:
        """``waiting``: the id of each question and its words."""
        super().__init__()
        area, column = page()
        column.addWidget(label(_("Later vastleggen"), "title"))
        explanation = _("Deze vragen waren nog niet vastgelegd toen het bezoek werd gewist.") if waiting else _empty()
        column.addWidget(label(explanation, "muted"))
        for id, text in waiting:
            column.addWidget(self._row(id, text))
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        column.addWidget(way_back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, id: int, text: str) -> QWidget:
        frame, layout = box("information")
        layout.addWidget(label(text, "subheading"))
        log = button(_("Vastleggen"), "primary")
        log.setAccessibleName(_("Vastleggen: {question}").format(question=text))
        log.clicked.connect(lambda: self.log_requested.emit(id))
        settle(log)
        drop = button(_("Niet vastleggen"))
        drop.setAccessibleName(_("Niet vastleggen: {question}").format(question=text))
        drop.clicked.connect(lambda: self.drop_requested.emit(id))
        settle(drop)
        layout.addWidget(WrappingRow([log, drop]))
        return frame


def _empty() -> str:
    return _("Er wacht niets.")
