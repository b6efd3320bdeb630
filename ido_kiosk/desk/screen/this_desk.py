"""*Deze balie*: visiting hours, links, unread translations, how far letters go, and which envelopes lie here."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.desk.screen.parts import Choice, field, filled_page, way_back, yes_no
from ido_kiosk.desk.service import ThisDesk, Typed
from ido_kiosk.letters.service import LIMITS
from ido_kiosk.qt.layouts import Screen, button, label

_LINES = 4


class ThisDeskScreen(Screen):
    """The settings of this desk. Signals: ``saved`` (ThisDesk as chosen, and what was typed), ``closed``."""

    saved = Signal(object, object)
    closed = Signal()

    def __init__(self, now: ThisDesk, fills_screen: bool, envelopes: Sequence[tuple[str, str]]) -> None:
        """``envelopes``: id and words."""
        super().__init__()
        self._now = now
        self._hours = QPlainTextEdit("\n".join(now.hours))
        self._hours.setTabChangesFocus(True)
        self._hours.setFixedHeight((_LINES + 1) * self._hours.fontMetrics().lineSpacing() + 24)
        self._across, self._down = (QLineEdit(_said(number)) for number in (now.envelope_across, now.envelope_down))
        explanation = _("Dit komt op de bladen voor de bezoeker. Bijvoorbeeld: dinsdag van 10.00 tot 12.00 uur.")
        save = button(_("Bewaren"), "primary")
        save.clicked.connect(self._save)
        links = now.opens_links(fills_screen)
        parts = [
            label(_("Deze balie"), "title"),
            field(_("Wanneer kan een bezoeker langskomen?"), explanation, self._hours),
            yes_no(_("Links openen in de browser van deze computer?"), links, self._choose_links),
            yes_no(
                _("Vertalingen printen die niemand heeft nagekeken?"),
                now.unread_translations,
                lambda is_yes: self._choose(unread_translations=is_yes),
            ),
            label(_("Het Nederlands staat er altijd naast."), "muted"),
            *self._about_letters(envelopes),
            save,
            way_back(self.closed.emit),
        ]
        filled_page(self, parts)

    def focus_first(self) -> None:
        """Put the cursor in the hours."""
        self._hours.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about_letters(self, envelopes: Sequence[tuple[str, str]]) -> list[QWidget]:
        ids = [id_ for id_, _words in envelopes]
        lines = [
            _("Alleen verwijzen"),
            _("Brieven invullen"),
            _("Ook brieven met eigen redenen"),
        ]
        limit = Choice(
            _("Hoe ver helpt deze bibliotheek met brieven?"),
            lines,
            LIMITS.index(self._now.letters),
            lambda index: self._choose(letters=LIMITS[index]),
        )
        envelope = Choice(
            _("Welke envelop ligt hier?"),
            [words for _id, words in envelopes],
            ids.index(self._now.envelope) if self._now.envelope in ids else 0,
            lambda index: self._choose(envelope=ids[index]),
        )
        help_ = _("In millimeters. Staat het adres goed in het venster? Laat dan 0 staan.")
        return [
            limit,
            envelope,
            field(_("Hoeveel moet het adres naar rechts?"), help_, self._across),
            field(_("Hoeveel moet het adres omlaag?"), help_, self._down),
        ]

    def _choose_links(self, is_yes: bool) -> None:
        self._choose(links="ja" if is_yes else "nee")

    def _choose(self, **chosen: object) -> None:
        self._now = replace(self._now, **chosen)

    def _save(self) -> None:
        self.saved.emit(self._now, Typed(self._hours.toPlainText(), self._across.text(), self._down.text()))


def _said(millimetres: float) -> str:
    return f"{millimetres:g}".replace(".", ",")
