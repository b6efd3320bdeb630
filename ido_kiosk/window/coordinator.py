"""*Voor de coördinator*: one page with the ways to all that a library says of itself, behind the PIN."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.backup_screens import BackupScreens
from ido_kiosk.window.guard import Guard, MakeScreen
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:
    from ido_kiosk.window.local_screens import LocalScreens
    from ido_kiosk.window.place_screens import PlaceScreens
    from ido_kiosk.window.regie_screens import RegieScreens
    from ido_kiosk.window.set_up_screens import SetUpScreens

M = TypeVar("M", bound="Maker")


class Maker(Protocol):
    """What makes some of the screens."""

    opened: SignalInstance
    closed: SignalInstance
    changed: SignalInstance
    noted: SignalInstance
    failed: SignalInstance


class Coordinator(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed`` (the present screen is to be made

    anew), ``restored`` (another log is in the place of the old one), ``facts_changed``, ``noted``, ``failed``.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    restored = Signal()
    facts_changed = Signal()
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._guard = Guard(parts.pin, self)
        self._backups = BackupScreens(parts, self)
        self.open = self._guard.open
        for each in (self._guard, self._backups):
            self._connect(each)
        self._backups.restored.connect(self.restored)

    def is_unlocked(self) -> bool:
        """Whether the PIN was given."""
        return self._guard.is_unlocked()

    def forget(self) -> None:
        """The visitor leaves: the PIN is asked again, and what was not kept goes."""
        self._guard.forget()
        for name in ("_places", "_local", "_set_up", "_regie"):
            if name in vars(self):
                vars(self)[name].forget()

    def set_up(self) -> Screen:
        """The first start, where it was left."""
        return self._set_up.screen()

    @cached_property
    def _places(self) -> "PlaceScreens":
        from ido_kiosk.window.place_screens import PlaceScreens  # a kiosk shows its window before the screens behind it

        return self._connect(PlaceScreens(self._parts, self))

    @cached_property
    def _regie(self) -> "RegieScreens":
        from ido_kiosk.window.regie_screens import RegieScreens

        made = self._connect(RegieScreens(self._parts, self))
        made.facts_changed.connect(self.facts_changed)
        return made

    @cached_property
    def _local(self) -> "LocalScreens":
        from ido_kiosk.window.local_screens import LocalScreens

        made = self._connect(LocalScreens(self._parts, self))
        made.facts_changed.connect(self.facts_changed)
        return made

    @cached_property
    def _set_up(self) -> "SetUpScreens":
        from ido_kiosk.window.set_up_screens import SetUpScreens

        return self._connect(SetUpScreens(self._parts, self._places, self))

    def _connect(self, made: M) -> M:
        made.opened.connect(self.opened)
        made.closed.connect(self.closed)
        made.changed.connect(self.changed)
        made.noted.connect(self.noted)
        made.failed.connect(self.failed)
        return made

    def page(self) -> Screen:
        """The page itself."""
        from ido_kiosk.desk.screen.listing import Item, ListScreen, Part, Press

        items = [
            Item(title, (note,), (Press(_("Open"), self._opening(make), _("Open {page}").format(page=title)),))
            for title, note, make in self._pages()
        ]
        screen = ListScreen(_("Voor de coördinator"), [Part(items=tuple(items))])
        screen.closed.connect(self.closed)
        return screen

    def _pages(self) -> list[tuple[str, str, MakeScreen]]:
        return [
            (
                _("Bibliotheek en locaties"),
                _("Waar de balie staat, in welke gemeente, en wanneer zij open is."),
                lambda: self._places.overview(),
            ),
            (
                _("Lokale gegevens"),
                _("De gemeente, spreekuren, partners en cursussen bij u in de buurt."),
                lambda: self._local.overview(),
            ),
            (
                _("Versturen naar regie"),
                _("Koppelen, wat er nog wacht en waarom, en versturen met een usb-stick."),
                lambda: self._regie.overview(),
            ),
            (_("Inrichten"), _("De stappen van de eerste keer, om af te maken of na te lopen."), self.set_up),
            (
                _("Reservekopieën"),
                _("Welke kopieën er zijn van het logboek, en een kopie terugzetten."),
                self._backups.overview,
            ),
            (
                _("Pincode"),
                _("Een code voor deze instellingen. Nu: aan.")
                if self._parts.pin.is_set
                else _("Een code voor deze instellingen. Nu: uit."),
                self._guard.change_screen,
            ),
        ]

    def _opening(self, make: MakeScreen) -> Callable[[], None]:
        return lambda: self.opened.emit(make)
