"""The PIN before what the coordinator does; once it was right, until the visitor leaves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.pin import Pin
from ido_kiosk.qt.layouts import Screen

MakeScreen = Callable[[], Screen]


class Guard(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed``, ``failed``, ``noted``."""

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    failed = Signal(str)
    noted = Signal(str)

    def __init__(self, pin: Pin, parent: QObject) -> None:
        super().__init__(parent)
        self._pin = pin
        self._is_open = False

    def forget(self) -> None:
        """Ask the PIN again from now on."""
        self._is_open = False

    def is_unlocked(self) -> bool:
        """Whether it is open after the right PIN; without a PIN it is never shut."""
        return self._is_open and self._pin.is_set

    def open(self, screen: MakeScreen) -> None:
        """Open a screen, after the PIN where there is one."""
        if self._is_open or not self._pin.is_set:
            self.opened.emit(screen)
        else:
            self.opened.emit(lambda: self._ask(screen))

    def _ask(self, behind: MakeScreen) -> Screen:
        from ido_kiosk.desk.screen.fields import Asked, FieldsScreen, Page

        page = Page(_("Pincode"), _("Verder"), _("Dit deel is voor de coördinator. Er staat niets over bezoekers in."))
        screen = FieldsScreen(page, [Asked("pin", _("Wat is de pincode?"), is_secret=True)], {}, {})
        screen.saved.connect(lambda typed: self._try(screen, typed["pin"], behind))
        screen.held_back.connect(self.closed)
        screen.closed.connect(self.closed)
        return screen

    def _try(self, screen: Screen, typed: str, behind: MakeScreen) -> None:
        from ido_kiosk.desk.screen.fields import FieldsScreen

        try:
            self._pin.check(typed)
        except DeskError as error:
            self.failed.emit(str(error))
            if isinstance(screen, FieldsScreen):
                screen.show_problem("pin", str(error))
            return
        self._is_open = True
        self.closed.emit()
        self.opened.emit(behind)

    def change_screen(self) -> Screen:
        """Set, change or remove the PIN."""
        from ido_kiosk.desk.screen.fields import Action, Asked, FieldsScreen, Page

        asked = [
            Asked("pin", _("Nieuwe pincode"), _("4 tot 8 cijfers. Schrijf hem niet op bij de pc."), is_secret=True),
            Asked("again", _("Nog een keer dezelfde pincode"), is_secret=True),
        ]
        remove = (Action(_("Geen pincode meer"), self._remove),) if self._pin.is_set else ()
        explanation = _("De pincode sluit de instellingen af. Zoeken, gidsen en vastleggen blijven open voor iedereen.")
        screen = FieldsScreen(Page(_("Pincode"), _("Bewaren"), explanation, actions=remove), asked, {}, {})
        screen.saved.connect(lambda typed: self._set(screen, typed))
        screen.held_back.connect(self.noted)
        screen.closed.connect(self.closed)
        return screen

    def _set(self, screen: Screen, typed: dict[str, str]) -> None:
        try:
            self._pin.set(typed["pin"], typed["again"])
        except DeskError as error:
            self.failed.emit(str(error))
            return
        self._is_open = True
        self.closed.emit()
        self.noted.emit(_("De pincode is bewaard."))

    def _remove(self) -> None:
        try:
            self._pin.remove()
        except DeskError as error:
            self.failed.emit(str(error))
            return
        self.closed.emit()
        self.noted.emit(_("Er is geen pincode meer."))
