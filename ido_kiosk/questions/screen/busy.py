"""*Drukke ochtend*: the whole screen is nine keys; each press is one visitor, and nothing more is asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen, button, label

_COLUMNS = 3
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class BusyScreen(Screen):
    """Keys 1 to 9 are topics, 0 is a visitor of whom nothing is known yet; all keys act wherever the focus is on it.

    Signals: ``pressed`` (topic), ``tallied``, ``closed``.
    """

    pressed = Signal(str)
    tallied = Signal()
    closed = Signal()

    def __init__(self, topics: Sequence[tuple[str, str]]) -> None:
        """``topics``: code and words, at most nine."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Drukke ochtend"))
        self.setAccessibleDescription(
            _("Druk 1 tot en met 9 voor een onderwerp, 0 voor een bezoeker zonder onderwerp.")
        )
        self._by_key: dict[int, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(label(_("Drukke ochtend"), "title"))
        layout.addWidget(label(_("Elke toets is één bezoeker. Aanvullen komt later, in de lijst."), "muted"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, (topic, words) in enumerate(topics[:9], start=1):
            made = self._key(number, words)
            made.clicked.connect(lambda _checked=False, topic=topic: self.pressed.emit(topic))
            grid.addWidget(made, (number - 1) // _COLUMNS, (number - 1) % _COLUMNS)
        layout.addLayout(grid, 1)
        other = self._key(0, _("Een bezoeker, later aanvullen"))
        other.clicked.connect(self.tallied)
        layout.addWidget(other)
        way_back = button(_("Klaar met tellen"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        layout.addWidget(way_back, 0, Qt.AlignmentFlag.AlignLeading)

    def focus_first(self) -> None:
        """The screen itself has the focus: no key needs to be looked for."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One press is one visitor; a key that is held down counts once."""
        made = self._by_key.get(event.key() - Qt.Key.Key_0)
        if made is None or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            made.click()
            QApplication.beep()

    def _key(self, number: int, words: str) -> QPushButton:
        made = button(f"{number}   {words}", "choice")
        made.setAccessibleName(words)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._by_key[number] = made
        return made
