"""The first start: five short pages, each of which is kept at once; what is left can be done later."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.base.locations import Place, SetUp, new_place
from ido_kiosk.desk.screen.fields import Action, Asked, Draft, FieldsScreen, Page
from ido_kiosk.desk.service import ThisDesk, locations
from ido_kiosk.letters.service import LIMITS
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.envelope_sheet import open_test_sheet
from ido_kiosk.window.parts import Look, Parts
from ido_kiosk.window.place_screens import PlaceScreens, library_field, place_fields

Step = Literal["library", "place", "help", "paper", "pin"]
STEPS: tuple[Step, ...] = ("library", "place", "help", "paper", "pin")

Shown = tuple[Page, list[Asked], Draft, Callable[[Draft], None]]
"""A page, its fields, what is kept of them, and what keeps what was typed."""


class SetUpScreens(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed``, ``noted``, ``failed``."""

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, parts: Parts, places: PlaceScreens, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._places = places
        self._drafts: dict[str, Draft] = {}
        self._place = ""
        """Which location is asked: the first, or one more."""
        self._shown = Screen()

    def forget(self) -> None:
        """What was typed and not kept goes."""
        self._drafts.clear()
        self._place = ""

    def screen(self) -> Screen:
        """The page where it was left."""
        number = min(self._parts.settings.section(SetUp).step, len(STEPS) - 1)
        step = STEPS[number]
        above = _("Inrichten: stap {number} van {all}").format(number=number + 1, all=len(STEPS))
        later = Action(_("Later afmaken"), self._later)
        page, asked, kept, keep = {
            "library": self._library,
            "place": self._where,
            "help": self._help,
            "paper": self._paper,
            "pin": self._pin,
        }[step]()
        page = replace(page, above=above, actions=(*page.actions, later))
        screen = FieldsScreen(page, asked, self._drafts.setdefault(step, {}), kept)
        screen.saved.connect(lambda typed: self._keep(screen, partial(keep, typed)))
        screen.held_back.connect(self.noted)
        screen.closed.connect(self._back)
        self._shown = screen
        return screen

    def _library(self) -> Shown:
        explanation = _("Welkom. Inrichten duurt ongeveer 3 minuten. U kunt altijd stoppen en later verdergaan.")
        page = Page(_("Uw bibliotheek"), _("Verder"), explanation)
        return page, [library_field()], {"library": self._places.now().library}, self._keep_library

    def _keep_library(self, typed: Draft) -> None:
        self._places.with_library(typed["library"])

    def _where(self) -> Shown:
        places = self._places.now().places
        place = next((each for each in places if each.id == self._place), None)
        place = place or (Place(self._place) if self._place else places[0])
        self._place = place.id
        more = Action(_("Bewaren en nog een locatie"), self._one_more)
        explanation = _("Staat deze balie op meer plaatsen? Voeg ze dan allemaal toe.")
        page = Page(_("Waar staat de balie?"), _("Verder"), explanation, actions=(more,))
        return page, place_fields(), locations.typed_place(place), self._keep_place

    def _keep_place(self, typed: Draft) -> None:
        self._places.with_place(self._place, typed)
        self._place = ""

    def _one_more(self) -> None:
        typed = self._drafts["place"]
        if self._places.attempt(None, lambda: self._keep_place(typed)):
            typed.clear()
            self._place = new_place()
            self.changed.emit()
            self.noted.emit(_("Bewaard. Vul nu de volgende locatie in."))

    def _help(self) -> Shown:
        words = (_("Alleen verwijzen"), _("Brieven invullen"), _("Ook brieven met eigen redenen"))
        asked = [
            Asked(
                "letters",
                _("Hoe ver helpt deze bibliotheek met brieven?"),
                answers=tuple(zip(LIMITS, words, strict=True)),
            ),
            Asked("language", _("In welke taal begint het scherm?"), answers=tuple(language.NAMES.items())),
        ]
        settings = self._parts.settings
        kept: Draft = {"letters": settings.section(ThisDesk).letters, "language": settings.section(Look).language}
        return Page(_("Hoe u helpt"), _("Verder")), asked, kept, self._keep_help

    def _keep_help(self, typed: Draft) -> None:
        settings = self._parts.settings
        settings.save(msgspec.convert({**_plain(settings.section(ThisDesk)), "letters": typed["letters"]}, ThisDesk))
        settings.save(msgspec.convert({**_plain(settings.section(Look)), "language": typed["language"]}, Look))

    def _paper(self) -> Shown:
        envelopes = tuple((id_, one.label.said(language.content)) for id_, one in self._parts.envelopes.items())
        asked = [Asked("envelope", _("Welke envelop ligt hier?"), answers=envelopes)]
        explanation = _("Print het proefblad. Zo ziet u of de printer werkt en of het adres in het venster staat.")
        page = Page(_("Printer en envelop"), _("Verder"), explanation, actions=(self._test_action(),))
        return page, asked, {"envelope": self._parts.settings.section(ThisDesk).envelope}, self._keep_paper

    def _test_action(self) -> Action:
        return Action(_("Proefblad bekijken en printen"), self._test_sheet, "printer")

    def _test_sheet(self) -> None:
        chosen = replace(self._parts.settings.section(ThisDesk), envelope=self._drafts["paper"]["envelope"])
        open_test_sheet(self._shown, self._parts.envelopes, chosen, self)

    def _keep_paper(self, typed: Draft) -> None:
        desk = self._parts.settings.section(ThisDesk)
        self._parts.settings.save(replace(desk, envelope=typed["envelope"]))

    def _pin(self) -> Shown:
        asked = [
            Asked("pin", _("Nieuwe pincode"), _("4 tot 8 cijfers. Schrijf hem niet op bij de pc."), is_secret=True),
            Asked("again", _("Nog een keer dezelfde pincode"), is_secret=True),
        ]
        explanation = _("De pincode sluit de instellingen af. Zoeken, gidsen en vastleggen blijven open voor iedereen.")
        skip = Action(_("Klaar, zonder pincode"), self._finish)
        page = Page(_("Pincode voor de instellingen"), _("Klaar"), explanation, actions=(skip,))
        return page, asked, {}, lambda typed: self._parts.pin.set(typed["pin"], typed["again"])

    def _keep(self, screen: FieldsScreen, keep: Callable[[], None]) -> None:
        step = self._parts.settings.section(SetUp).step
        if not self._places.attempt(screen, keep):
            return
        if step >= len(STEPS) - 1:
            self._finish()
        elif self._places.attempt(screen, lambda: self._parts.settings.save(SetUp(step + 1))):
            self._drafts.pop(STEPS[step], None)
            self.changed.emit()

    def _finish(self) -> None:
        if self._places.attempt(None, lambda: self._parts.settings.save(SetUp(0, is_done=True))):
            self.forget()
            self.closed.emit()
            self.noted.emit(_("De balie is ingericht. Veranderen kan altijd bij Hulp, Meer voor de coördinator."))

    def _back(self) -> None:
        step = self._parts.settings.section(SetUp).step
        if step == 0:
            self._later()
        elif self._places.attempt(None, lambda: self._parts.settings.save(SetUp(step - 1))):
            self._place = ""
            self.changed.emit()

    def _later(self) -> None:
        self.closed.emit()
        self.noted.emit(_("Later verder? Kies Hulp, Meer voor de coördinator, Inrichten."))


def _plain(section: msgspec.Struct) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(section)
    return plain
