"""The bar over every screen while someone practises: that nothing counts, who comes now, and how it should go."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

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
        self._language = ""
        self.setObjectName("warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._asks, self._how = label("", "subheading"), label(""), label("", "small")
        self._buttons = [button("") for _button in range(3)]
        for each, act in zip(self._buttons, (self._tell, self._next, self._end), strict=True):
            each.clicked.connect(lambda _checked=False, act=act: act())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        for part in (self._title, self._asks, self._how, WrappingRow(self._buttons)):
            column.addWidget(part)
        self._how.hide()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window builds its parts anew, as for another language: speak that too."""
        if event.type() == QEvent.Type.ChildAdded and self._language != language.current():
            QTimer.singleShot(0, self, self._say)
        return False

    def visitor(self) -> Invented:
        """Who comes now."""
        return self._visitors()[self._number]

    def _visitors(self) -> list[Invented]:
        return invented_visitors(self._parts.library, language.content)

    def _say(self) -> None:
        """Say everything in the present language."""
        self._language = language.current()
        now, here = self.visitor(), {"number": self._number + 1, "all": len(self._visitors())}
        asks = _("Bezoeker {number} van {all} zegt: {words}").format(**here, words=now.asks)
        self._title.setText(_("OEFENEN. Dit telt niet mee en gaat weg als u stopt."))
        self._asks.setText(f"{asks} ({now.told})")
        self._how.setText(_solution(now))
        words = (_("Hoe gaat het goed?"), _("Volgende oefenbezoeker"), _("Stop met oefenen"))
        for each, text in zip(self._buttons, words, strict=True):
            each.set_words(text)

    def _tell(self) -> None:
        self._how.show()
        announce(self, self._how.text())

    def _next(self) -> None:
        self._number = (self._number + 1) % len(self._visitors())
        self._how.hide()
        self._say()
        announce(self, self._asks.text())


def _solution(now: Invented) -> str:
    """How it should go."""
    chosen = " > ".join(now.answers)
    text = _("Zo kan het: open {guide}. U komt uit bij: {outcome}. Leg vast met F9.")
    if chosen:
        text = _("Zo kan het: open {guide}. Kies {answers}. U komt uit bij: {outcome}. Leg vast met F9.")
    return text.format(guide=now.title, answers=chosen, outcome=now.outcome)
