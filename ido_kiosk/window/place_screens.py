"""*Bibliotheek en locaties*: where this desk may stand, each with its municipality and its hours."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.errors import DeskError, FieldError
from ido_kiosk.base.language import _
from ido_kiosk.base.locations import Locations, Place, locations_of, new_place
from ido_kiosk.desk.screen.fields import Asked, Draft, FieldsScreen, Page
from ido_kiosk.desk.screen.listing import Item, ListScreen, Part, Press
from ido_kiosk.desk.service import locations
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts


def place_fields() -> list[Asked]:
    """The fields of a location."""
    hours = _("Bijvoorbeeld: ma-vr 9.00-17.00, za 9.00-12.30. Zo weet de kiosk op welke dagen de balie open was.")
    return [
        Asked("name", _("Hoe heet deze locatie?"), _("Bijvoorbeeld: Centrum, of Buurthuis De Schakel.")),
        Asked("municipality_name", _("In welke gemeente staat zij?")),
        Asked(
            "municipality",
            _("Wat is de code van die gemeente?"),
            _("GM en vier cijfers, van het CBS. Bijvoorbeeld: GM0344 voor Utrecht. Mag leeg blijven."),
        ),
        Asked("hours", _("Wanneer is de balie daar open?"), hours),
        Asked("isil", _("Wat is de ISIL-code?"), _("Bijvoorbeeld: NL-0800070000. Mag leeg blijven.")),
    ]


def library_field() -> Asked:
    """The field of the library's name."""
    return Asked("library", _("Hoe heet de bibliotheek?"), _("Bijvoorbeeld: Bibliotheek Voorbeeldstad."))


class PlaceScreens(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed``, ``noted``, ``failed``."""

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = parts.settings
        self._undo: Locations | None = None

    def forget(self) -> None:
        """Nothing can be taken back any more."""
        self._undo = None

    def now(self) -> Locations:
        """The library and its locations; before anyone named them one location without a name."""
        return Locations(self._settings.section(Locations).library, locations_of(self._settings))

    def overview(self) -> Screen:
        """The locations."""
        now = self.now()
        library = Item(
            now.library or _("De bibliotheek heeft nog geen naam"),
            (_("Zo heet de bibliotheek op papier en in de lijsten."),),
            (Press(_("Naam veranderen"), lambda: self.opened.emit(partial(self._library, {}))),),
        )
        add = Press(_("Locatie toevoegen"), lambda: self._open(Place(new_place())))
        undo = [Press(_("Maak het weghalen ongedaan"), self._take_back, picture="undo")] if self._undo else []
        places = Part(_("Locaties"), items=tuple(map(self._item, now.places)), presses=(add,))
        screen = ListScreen(_("Bibliotheek en locaties"), [Part(items=(library,)), places], undo)
        screen.closed.connect(self.closed)
        return screen

    def _item(self, place: Place) -> Item:
        name = place.name or _("Locatie zonder naam")
        change = Press(_("Veranderen"), lambda: self._open(place), _("Veranderen: {name}").format(name=name))
        drop = Press(_("Weghalen"), lambda: self._drop(place), _("Weghalen: {name}").format(name=name))
        return Item(name, tuple(locations.notes_of(place)), (change, drop))

    def _open(self, place: Place) -> None:
        self.opened.emit(partial(self._form, place, {}))

    def _form(self, place: Place, draft: Draft) -> Screen:
        page = Page(place.name or _("Locatie"), _("Bewaren"))
        screen = FieldsScreen(page, place_fields(), draft, locations.typed_place(place))
        screen.saved.connect(lambda typed: self._keep(screen, lambda: self.with_place(place.id, typed)))
        screen.held_back.connect(self.noted)
        screen.closed.connect(self.closed)
        return screen

    def _library(self, draft: Draft) -> Screen:
        screen = FieldsScreen(
            Page(_("Bibliotheek"), _("Bewaren")), [library_field()], draft, {"library": self.now().library}
        )
        screen.saved.connect(lambda typed: self._keep(screen, lambda: self.with_library(typed["library"])))
        screen.held_back.connect(self.noted)
        screen.closed.connect(self.closed)
        return screen

    def with_place(self, id_: str, typed: Draft) -> None:
        """Keep a location as it was typed. Raises DeskError."""
        self._settings.save(locations.with_place(self.now(), locations.checked_place(id_, typed)))

    def with_library(self, typed: str) -> None:
        """Keep the name of the library. Raises DeskError."""
        name = locations.checked_name(typed, _("Vul in hoe de bibliotheek heet."))
        self._settings.save(Locations(name, self.now().places))

    def _keep(self, screen: FieldsScreen, action: Callable[[], None]) -> None:
        if self.attempt(screen, action):
            self.closed.emit()
            self.noted.emit(_("Bewaard."))

    def _drop(self, place: Place) -> None:
        before = self.now()
        if self.attempt(None, lambda: self._settings.save(locations.without_place(before, place.id))):
            self._undo = before
            self.changed.emit()
            self.noted.emit(_("Weggehaald. Wat daar is vastgelegd, blijft meetellen."))

    def _take_back(self) -> None:
        before = self._undo
        if before is not None and self.attempt(None, lambda: self._settings.save(before)):
            self._undo = None
            self.changed.emit()
            self.noted.emit(_("Ongedaan gemaakt."))

    def attempt(self, screen: FieldsScreen | None, action: Callable[[], None]) -> bool:
        """Do something that may be refused; False, with the reason told (also at its field), when it was."""
        try:
            action()
        except DeskError as error:
            self.failed.emit(str(error))
            if screen is not None and isinstance(error, FieldError):
                screen.show_problem(error.field, str(error))
            return False
        return True
