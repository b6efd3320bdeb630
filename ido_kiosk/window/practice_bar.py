"""The bar over every screen while someone practises: that nothing counts, who comes now, and how it should go."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.guides.service import Invented, invented_visitors
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import WrappingRow, button, label
from ido_kiosk.window.parts import Parts


class PracticeBar(QFrame):
    """Shows one invented visitor after the other; it stays while the screens below it come and go."""

    def __init__(self, parts: Parts, end: Callable[[], object]) -> None:
        super().__init__()
        self._parts = parts
        self._end = end
        self._number = 0
        self._is_told = False
        self._language = ""
        self._inside: QWidget | None = None
        self.setObjectName("warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(16, 8, 16, 8)
        self.refresh()

    def refresh(self) -> None:
        """Say it anew, in the present language."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for text, name in self._lines():
            column.addWidget(label(text, name))
        column.addWidget(WrappingRow(self._buttons()))
        if self._inside is not None:
            self._outer.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = fresh
        self._language = language.current()
        self._outer.addWidget(fresh)

    def follow(self) -> None:
        """The screen below has changed: speak its language."""
        if language.current() != self._language:
            self.refresh()

    def visitor(self) -> Invented:
        """Who comes now."""
        return self._visitors()[self._number]

    def _visitors(self) -> list[Invented]:
        return invented_visitors(self._parts.library, language.content)

    def _lines(self) -> list[tuple[str, str]]:
        now, number = self.visitor(), len(self._visitors())
        asks = _("Bezoeker {number} van {all} zegt: {words}").format(
            number=self._number + 1, all=number, words=now.asks
        )
        lines = [
            (_("OEFENEN. Dit telt niet mee en gaat weg als u stopt."), "subheading"),
            (f"{asks}. {now.told}.", ""),
        ]
        return [*lines, (self._solution(now), "small")] if self._is_told else lines

    def _solution(self, now: Invented) -> str:
        chosen = " > ".join(now.answers)
        text = _("Zo kan het: open {guide}. Kies {answers}. U komt uit bij: {outcome}. Leg vast met F9.")
        if not chosen:
            text = _("Zo kan het: open {guide}. U komt uit bij: {outcome}. Leg vast met F9.")
        return text.format(guide=now.title, answers=chosen, outcome=now.outcome)

    def _buttons(self) -> list[QWidget]:
        made = [
            (_("Hoe gaat het goed?"), self._tell),
            (_("Volgende oefenbezoeker"), self._next),
            (_("Stop met oefenen"), self._end),
        ]
        buttons: list[QWidget] = []
        for words, act in made:
            each = button(words)
            each.clicked.connect(lambda _checked=False, act=act: act())
            buttons.append(each)
        return buttons

    def _tell(self) -> None:
        self._is_told = True
        self.refresh()
        announce(self, self._solution(self.visitor()))

    def _next(self) -> None:
        self._number = (self._number + 1) % len(self._visitors())
        self._is_told = False
        self.refresh()
        announce(self, self._lines()[1][0])
