"""Answer one fact: it is right or it is something else, who says so, and when."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.desk.screen.parts import Choice, field, filled_page, way_back
from ido_kiosk.desk.service import Question
from ido_kiosk.qt.layouts import Screen, button, label
from ido_kiosk.qt.links import LinkPart


class AnswerScreen(Screen):
    """One fact.

    Signals: ``answered`` (id of the fact; value, source and day as typed), ``taken_back`` (id), ``closed``.
    """

    answered = Signal(str, str, str, str)
    taken_back = Signal(str)
    closed = Signal()

    def __init__(self, asked: Question, day: str, open_link: Callable[[str], bool] | None) -> None:
        """``day``: today, as it is typed."""
        super().__init__()
        self._asked = asked
        self._value, self._source, self._day = QLineEdit(), QLineEdit(), QLineEdit(day)
        self._choice = Choice(_("Klopt dit?"), [_("Het klopt"), _("Het is anders")], -1, self._choose)
        self._new_value = field(_("Wat is het nu?"), asked.hint, self._value)
        self._new_value.hide()
        where = _("Een webadres, of bijvoorbeeld: gebeld met UWV. Zet hier geen naam van een persoon.")
        save = button(_("Bewaren"), "primary")
        save.clicked.connect(self._save)
        self._is_right: bool | None = None
        parts = [
            label(asked.what[:1].upper() + asked.what[1:], "heading"),
            label(_("Nu staat er: {value}").format(value=asked.said), "subheading"),
            *self._look_up(open_link),
            self._choice,
            self._new_value,
            field(_("Waar hebt u dit gezien of gehoord?"), where, self._source),
            field(_("Op welke dag?"), "", self._day),
            save,
            *self._take_back(),
            way_back(self.closed.emit),
        ]
        filled_page(self, parts)

    def focus_first(self) -> None:
        """Put the focus on the first answer."""
        self._choice.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._is_right = index == 0
        self._new_value.setVisible(index == 1)
        if index == 1:
            self._value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        value = self._asked.value if self._is_right else self._value.text() if self._is_right is False else ""
        self.answered.emit(self._asked.fact, value, self._source.text(), self._day.text())
