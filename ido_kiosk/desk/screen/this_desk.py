"""*Deze balie*: visiting hours, links, unread translations, how far letters go, and which envelopes lie here."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.base.layers import Origin
from ido_kiosk.desk.screen.form import FormScreen
from ido_kiosk.desk.screen.parts import Choice, Field, filled_page, way_back, yes_no
from ido_kiosk.desk.service import ThisDesk, Typed, origin_lines
from ido_kiosk.letters.service import LIMITS
from ido_kiosk.qt.layouts import button, label

_LINES = 4


class SettingsDraft(msgspec.Struct):
    """What is chosen and typed, also when the screen is made anew in other words or colours."""

    desk: ThisDesk
    typed: Typed


def settings_draft(now: ThisDesk) -> SettingsDraft:
    """What is shown at first."""
    typed = Typed("\n".join(now.hours), _said(now.envelope_across), _said(now.envelope_down), now.measurement)
    return SettingsDraft(now, typed)


class ThisDeskScreen(FormScreen):
    """The settings of this desk.

    Signals: ``saved`` and ``test_sheet_requested`` (ThisDesk as chosen, and what was typed), ``closed``, ``held_back``.
    """

    saved = Signal(object, object)
    test_sheet_requested = Signal(object, object)

    def __init__(
        self,
        now: ThisDesk,
        draft: SettingsDraft,
        fills_screen: bool,
        envelopes: Sequence[tuple[str, str]],
        origins: Mapping[str, Origin],
    ) -> None:
        """``now``: as it is kept; ``draft`` is changed at each key; ``envelopes``: id and words."""
        super().__init__()
        self._kept, self._draft = settings_draft(now), draft
        self._touch(is_touched=draft != self._kept)
        self._hours = QPlainTextEdit(draft.typed.hours)
        self._hours.setTabChangesFocus(True)
        self._hours.setFixedHeight((_LINES + 1) * self._hours.fontMetrics().lineSpacing() + 24)
        explanation = _("Dit komt op de bladen voor de bezoeker. Bijvoorbeeld: dinsdag van 10.00 tot 12.00 uur.")
        save = button(_("Bewaren"), "primary")
        save.clicked.connect(self._save)
        links = draft.desk.opens_links(fills_screen)
        hours = Field(_("Wanneer kan een bezoeker langskomen?"), explanation, self._hours, self._typed("hours"))
        offsets = self._offsets()
        measurement = self._measurement()
        self._parts = {"hours": hours, **offsets, "measurement": measurement}
        self.setWindowTitle(_("Deze balie"))
        parts = [
            label(self.windowTitle(), "title"),
            hours,
            yes_no(_("Links openen in de browser van deze computer?"), links, self._choose_links),
            yes_no(
                _("Vertalingen printen die niemand heeft nagekeken?"),
                draft.desk.unread_translations,
                lambda is_yes: self._choose(unread_translations=is_yes),
            ),
            label(_("Het Nederlands staat er altijd naast."), "muted"),
            yes_no(
                _("Zijn bezoekers hier ook zonder vrijwilliger?"),
                draft.desk.is_unattended(fills_screen),
                lambda is_yes: self._choose(unattended="ja" if is_yes else "nee"),
            ),
            label(_("Doet niemand iets? Dan wist de kiosk alles na 2 minuten. Eerst komt een waarschuwing."), "muted"),
            *self._about_strip(),
            *self._about_letters(envelopes),
            *offsets.values(),
            label(_("Houd het proefblad tegen uw eigen envelop. Dan ziet u of het adres goed staat."), "muted"),
            self._test_button(),
            measurement,
            *(label(line, "muted") for line in origin_lines(origins, _questions())),
            save,
            way_back(self._leave),
        ]
        filled_page(self, parts)

    def focus_first(self) -> None:
        """Put the cursor in the hours."""
        self._hours.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about_strip(self) -> list[QWidget]:
        return [
            yes_no(
                _("Mogen twee toetsen van de strook ook werken in de browser?"),
                self._draft.desk.beside_keys,
                lambda is_yes: self._choose(beside_keys=is_yes),
            ),
            label(_("Het zijn Ctrl+Shift+F4 en Ctrl+Shift+F9. Naar andere toetsen luistert de kiosk niet."), "muted"),
        ]

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
            LIMITS.index(self._draft.desk.letters),
            lambda index: self._choose(letters=LIMITS[index]),
        )
        envelope = Choice(
            _("Welke envelop ligt hier?"),
            [words for _id, words in envelopes],
            ids.index(self._draft.desk.envelope) if self._draft.desk.envelope in ids else 0,
            lambda index: self._choose(envelope=ids[index]),
        )
        return [limit, envelope]

    def _offsets(self) -> dict[str, Field]:
        help_ = _("In millimeters. Staat het adres goed in het venster? Laat dan 0 staan.")
        questions = {
            "across": _("Hoeveel moet het adres naar rechts?"),
            "down": _("Hoeveel moet het adres omlaag?"),
        }
        return {
            field: Field(question, help_, QLineEdit(getattr(self._draft.typed, field)), self._typed(field))
            for field, question in questions.items()
        }

    def _measurement(self) -> Field:
        """Where the coordinator finds the address: facts/ido-practice.md, S14 and S15."""
        where = _(
            "Vraag de KB om dit onderdeel van de Bibliotheekmonitor, als u het nog niet ziet. "
            "Kopieer daar de link voor bezoekers. Laat dit leeg als u niet meedoet. Let op: in de link mag niets "
            "over een persoon staan."
        )
        question = _("Welke link heeft uw IDO-impactmeting van de KB?")
        return Field(question, where, QLineEdit(self._draft.typed.measurement), self._typed("measurement"))

    def _test_button(self) -> QPushButton:
        made = button(_("Proefblad voor de envelop"), "", "letter")
        made.clicked.connect(lambda: self.test_sheet_requested.emit(self._draft.desk, self._draft.typed))
        return made

    def _choose_links(self, is_yes: bool) -> None:
        self._choose(links="ja" if is_yes else "nee")

    def _choose(self, **chosen: object) -> None:
        self._draft.desk = replace(self._draft.desk, **chosen)
        self._touch(is_touched=self._draft != self._kept)

    def _typed(self, field: str) -> Callable[[str], None]:
        def keep(text: str) -> None:
            self._draft.typed = replace(self._draft.typed, **{field: text})
            self._touch(is_touched=self._draft != self._kept)

        return keep

    def _save(self) -> None:
        self.saved.emit(self._draft.desk, self._draft.typed)


def _questions() -> dict[str, str]:
    """What is asked about each setting that someone else may have chosen."""
    return {
        "links": _("Links openen in de browser van deze computer?"),
        "unread_translations": _("Vertalingen printen die niemand heeft nagekeken?"),
        "letters": _("Hoe ver helpt deze bibliotheek met brieven?"),
        "envelope": _("Welke envelop ligt hier?"),
        "beside_keys": _("Mogen twee toetsen van de strook ook werken in de browser?"),
        "measurement": _("Welke link heeft uw IDO-impactmeting van de KB?"),
        "languages": _("Welke talen heeft de kiosk?"),
        "help": _("Waar krijgt een vrijwilliger hulp bij de kiosk?"),
        "k": _("Hoeveel vragen staan er minstens achter een getal dat deze pc verlaat?"),
    }


def _said(millimetres: float) -> str:
    return f"{millimetres:g}".replace(".", ",")
