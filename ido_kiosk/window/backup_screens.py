"""*Reservekopieën*: which copies there are, and putting one back, which can be undone."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text, ngettext
from ido_kiosk.base.lifetimes import COPIES_LIVE
from ido_kiosk.base.locations import place_of
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window import origin
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # with it comes the database, and a kiosk shows its window before that
    from ido_kiosk.base.backups import Backup
    from ido_kiosk.desk.screen.listing import Item


class BackupScreens(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed``, ``noted``, ``failed``,

    ``restored`` (another log is in the place of the old one).
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    noted = Signal(str)
    failed = Signal(str)
    restored = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts

    def overview(self) -> Screen:
        """The copies that can be put back."""
        from ido_kiosk.base import backups
        from ido_kiosk.desk.screen.listing import ListScreen, Part, Press

        explanation = _(
            "De kiosk maakt zelf elke dag een kopie van het logboek, en elk uur opnieuw. "
            "Kopieën gaan na {number} dagen weg. Er staat niets over bezoekers in."
        ).format(number=COPIES_LIVE.days)
        copies = backups.restorable(self._parts.folder.copies)
        part = Part(
            explanation=explanation,
            items=tuple(map(self._item, copies)),
            empty=_("Er is nog geen kopie. De eerste komt vanzelf, kort na het starten."),
        )
        screen = ListScreen(_("Reservekopieën"), [part], [Press(_("Maak nu een kopie"), self._make)])
        screen.closed.connect(self.closed)
        return screen

    def _item(self, copy: "Backup") -> "Item":
        from ido_kiosk.base import backups
        from ido_kiosk.desk.screen.listing import Item, Press

        number = backups.questions_in(copy.file)
        if number is None:
            return Item(_title(copy), (_("Deze kopie is niet te lezen."),))
        put_back = Press(
            _("Zet terug"),
            lambda: self.opened.emit(partial(self._ask, copy)),
            _("Zet terug: {copy}").format(copy=_title(copy)),
        )
        return Item(_title(copy), (_questions(number),), (put_back,))

    def _make(self) -> None:
        from ido_kiosk.base import backups

        parts = self._parts
        if self._attempt(lambda: backups.make_backup(parts.folder.database, parts.folder.copies, parts.today())):
            self.changed.emit()
            self.noted.emit(_("De kopie van vandaag is gemaakt."))

    def _ask(self, copy: "Backup") -> Screen:
        from ido_kiosk.base import backups
        from ido_kiosk.desk.screen.listing import Item, ListScreen, Part, Press

        now = backups.questions_in(self._parts.folder.database) or 0
        then = backups.questions_in(copy.file) or 0
        compared = (
            _("Nu: {questions}").format(questions=_questions(now)),
            _("Na het terugzetten: {questions}").format(questions=_questions(then)),
            _("Wat na deze kopie is vastgelegd, staat dan niet meer in het logboek."),
            _("U kunt dit ongedaan maken: de kiosk bewaart eerst een kopie van nu."),
        )
        put_back = Press(_("Ja, zet deze kopie terug"), lambda: self._restore(copy), name="primary")
        screen = ListScreen(_("Deze kopie terugzetten?"), [Part(items=(Item(_title(copy), compared, (put_back,)),))])
        screen.closed.connect(self.closed)
        return screen

    def _restore(self, copy: "Backup") -> None:
        from ido_kiosk.base import backups, database

        folder, settings, today = self._parts.folder, self._parts.settings, self._parts.today()

        def put_back() -> None:
            backups.restore(copy, folder.database, folder.copies, today)
            database.close_store()
            database.open_store(folder.database, folder.copies)  # an older copy is brought up to date
            origin.begin(folder, settings, place_of(settings))  # what it delivered since then must not count twice

        if self._attempt(put_back):
            self.closed.emit()
            self.restored.emit()
            self.noted.emit(_("Teruggezet. Ongedaan maken: zet de kopie van voor het terugzetten terug."))

    def _attempt(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except DeskError as error:
            self.failed.emit(str(error))
            return False
        return True


def _title(copy: "Backup") -> str:
    day = day_text(copy.day)
    if copy.kind == "restore":
        return _("{day}, van voor het terugzetten").format(day=day)
    if copy.kind == "migration":
        return _("{day}, van voor een nieuwe versie").format(day=day)
    return day


def _questions(number: int) -> str:
    return ngettext("{number} vraag", "{number} vragen", number).format(number=number)
