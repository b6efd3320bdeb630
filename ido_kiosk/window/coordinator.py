"""*Voor de coördinator*: one page with the ways to all that a library says of itself, behind the PIN."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.backup_screens import BackupScreens
from ido_kiosk.window.guard import Guard, MakeScreen
from ido_kiosk.window.parts import Parts


class Coordinator(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed`` (the present screen is to be made

    anew), ``restored`` (another log is in the place of the old one), ``noted``, ``failed``.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    restored = Signal()
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._guard = Guard(parts.pin, self)
        self._backups = BackupScreens(parts, self)
        self.forget = self._guard.lock
        self.open = self._guard.open
        for each in (self._guard, self._backups):
            each.opened.connect(self.opened)
            each.closed.connect(self.closed)
            each.noted.connect(self.noted)
            each.failed.connect(self.failed)
        self._backups.changed.connect(self.changed)
        self._backups.restored.connect(self.restored)

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
                _("Reservekopieën"),
                _("Welke kopieën er zijn van het logboek, en een kopie terugzetten."),
                self._backups.list,
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
