"""*Deze balie*: when visitors can come, whether links open, whether unread translations are printed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from ido_kiosk.base.language import _
from ido_kiosk.desk.screen.parts import field, filled_page, way_back, yes_no
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt.layouts import Screen, button, label

_LINES = 4


class ThisDeskScreen(Screen):
    """The settings of this desk. Signals: ``saved`` (ThisDesk with the hours as before, the hours as typed),
    ``closed``.
    """

    saved = Signal(object, str)
    closed = Signal()

    def __init__(self, now: ThisDesk, fills_screen: bool) -> None:
        super().__init__()
        self._now = now
        self._links, self._unread = now.opens_links(fills_screen), now.unread_translations
        self._hours = QPlainTextEdit("\n".join(now.hours))
        self._hours.setTabChangesFocus(True)
        self._hours.setFixedHeight((_LINES + 1) * self._hours.fontMetrics().lineSpacing() + 24)
        explanation = _("Dit komt op de bladen voor de bezoeker. Bijvoorbeeld: dinsdag van 10.00 tot 12.00 uur.")
        save = button(_("Bewaren"), "primary")
        save.clicked.connect(self._save)
        parts = [
            label(_("Deze balie"), "title"),
            field(_("Wanneer kan een bezoeker langskomen?"), explanation, self._hours),
            yes_no(_("Links openen in de browser van deze computer?"), self._links, self._choose_links),
            yes_no(_("Vertalingen printen die niemand heeft nagekeken?"), self._unread, self._choose_unread),
            label(_("Het Nederlands staat er altijd naast."), "muted"),
            save,
            way_back(self.closed.emit),
        ]
        filled_page(self, parts)

    def focus_first(self) -> None:
        """Put the cursor in the hours."""
        self._hours.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_links(self, is_yes: bool) -> None:
        self._links = is_yes
        self._now = ThisDesk(self._now.hours, "ja" if is_yes else "nee", self._unread)

    def _choose_unread(self, is_yes: bool) -> None:
        self._unread = is_yes
        self._now = ThisDesk(self._now.hours, self._now.links, is_yes)

    def _save(self) -> None:
        self.saved.emit(self._now, self._hours.toPlainText())
