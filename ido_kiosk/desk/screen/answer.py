"""Answer one fact: it is right or it is something else, who says so, and when."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.desk.screen.form import FormScreen
from ido_kiosk.desk.screen.parts import Choice, Field, filled_page, way_back
from ido_kiosk.desk.service import Question
from ido_kiosk.qt.layouts import button, label
from ido_kiosk.qt.links import LinkPart


class AnswerDraft(msgspec.Struct):
    """What is filled in, also when the screen is made anew in other words or colours."""

    day: str
    """Today at first, as it is typed."""
    is_right: bool | None = None
    value: str = ""
    source: str = ""


class AnswerScreen(FormScreen):
    """One fact.

    Signals: ``answered`` (id of the fact; value, source and day as typed), ``taken_back`` (id), ``closed``,
    ``held_back``, ``refused`` (in words).
    """

    answered = Signal(str, str, str, str)
    taken_back = Signal(str)
    refused = Signal(str)

    def __init__(self, asked: Question, draft: AnswerDraft, open_link: Callable[[str], bool] | None) -> None:
        """``draft`` is changed at each key."""
        super().__init__()
        self._asked, self._draft = asked, draft
        self._value = QLineEdit(draft.value)
        chosen = -1 if draft.is_right is None else 0 if draft.is_right else 1
        where = _("Een webadres, of bijvoorbeeld: gebeld met UWV. Zet hier geen naam van een persoon.")
        source, day = QLineEdit(draft.source), QLineEdit(draft.day)
        self._choice = Choice(_("Klopt dit?"), [_("Het klopt"), _("Het is anders")], chosen, self._choose)
        self._new_value = Field(_("Wat is het nu?"), asked.hint, self._value, self._typed("value"))
        if chosen != 1:
            self._new_value.hide()
        self._parts = {
            "choice": self._choice,
            "value": self._new_value,
            "source": Field(_("Waar hebt u dit gezien of gehoord?"), where, source, self._typed("source")),
            "day": Field(_("Op welke dag?"), "", day, self._typed("day")),
        }
        self._touch(is_touched=draft.is_right is not None or bool(draft.source))
        save = button(_("Bewaren"), "primary")
        save.clicked.connect(self._save)
        self.setWindowTitle(asked.what[:1].upper() + asked.what[1:])
        parts = [
            label(self.windowTitle(), "heading"),
            label(_("Nu staat er: {value}").format(value=asked.said), "subheading"),
            *self._look_up(open_link),
            *self._parts.values(),
            save,
            *self._take_back(),
            way_back(self._leave),
        ]
        filled_page(self, parts)

    def focus_first(self) -> None:
        """Put the focus on the first answer, or where the work was."""
        self._choice.answered_in().setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_up(self, open_link: Callable[[str], bool] | None) -> list[QWidget]:
        parts: list[QWidget] = [label(_("Hier na te kijken: {source}").format(source=self._asked.source), "muted")]
        if self._asked.url:
            parts.append(LinkPart(self._asked.url.removeprefix("https://"), self._asked.url, open_link))
        return parts

    def _take_back(self) -> list[QWidget]:
        if not self._asked.is_answered:
            return []
        made = button(_("Haal ons antwoord weg"), "", "undo")
        made.clicked.connect(lambda: self.taken_back.emit(self._asked.fact))
        return [made]

    def _choose(self, index: int) -> None:
        self._draft.is_right = index == 0
        self._touch(is_touched=True)
        self._new_value.setVisible(index == 1)
        if index == 1:
            self._value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, field: str) -> Callable[[str], None]:
        def keep(text: str) -> None:
            setattr(self._draft, field, text)
            self._touch(is_touched=True)

        return keep

    def _save(self) -> None:
        if self._draft.is_right is None:
            problem = _("Kies eerst: het klopt, of het is anders.")
            self.refused.emit(problem)
            self.show_problem("choice", problem)
            return
        value = self._asked.value if self._draft.is_right else self._draft.value
        self.answered.emit(self._asked.fact, value, self._draft.source, self._draft.day)
