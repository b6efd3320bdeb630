"""*Versturen naar regie*: where it stands, what waits and why, linking, and files for a USB stick."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text, ngettext
from ido_kiosk.base.reasons import reason_of
from ido_kiosk.base.settings import replace_file
from ido_kiosk.qt import background
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # with it comes the database, and a kiosk shows its window before that
    from datetime import date

    from ido_kiosk.base.folder import DataFolder
    from ido_kiosk.base.settings import Settings
    from ido_kiosk.desk.screen.listing import Item, Part
    from ido_kiosk.sync.service import Outcome, Regie, WaitingDelivery
    from ido_shared.delivery import Enrolled


class RegieScreens(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed``, ``noted``, ``failed``,

    ``facts_changed`` (regie said something new of organisations nearby).
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    noted = Signal(str)
    failed = Signal(str)
    facts_changed = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._last: Outcome | None = None
        self._typed = ("", "")
        """Address and code, as long as this screen is used."""
        self._overview: Screen | None = None
        self._linking: Screen | None = None
        """What was shown last. An answer that comes late leaves other screens alone: someone may be typing there."""

    def forget(self) -> None:
        """What was typed goes."""
        self._typed = ("", "")

    def overview(self) -> Screen:
        """Where it stands, and what can be done."""
        from ido_kiosk.desk.screen.listing import ListScreen

        parts = self._linked() if self._regie().desk else self._not_linked()
        screen = self._overview = ListScreen(_("Versturen naar regie"), parts)
        screen.closed.connect(self.closed)
        return screen

    def _regie(self) -> "Regie":
        from ido_kiosk.sync.service import Regie

        return self._parts.settings.section(Regie)

    def _not_linked(self) -> "list[Part]":
        from ido_kiosk.desk.screen.listing import Item, Part, Press

        link = Press(_("Koppelen aan regie"), lambda: self.opened.emit(self._link_screen), name="primary")
        words = _("Deze balie is niet gekoppeld")
        note = _("Alles werkt. De tellingen blijven op deze computer tot de balie gekoppeld is.")
        return [Part(items=(Item(words, (note,), (link,)),))]

    def _linked(self) -> "list[Part]":
        from ido_kiosk.desk.screen.listing import Item, Part, Press
        from ido_kiosk.sync import service as sync

        regie, status = self._regie(), self._parts.sync_status(self._last)
        name = f"{regie.name}, {regie.location}"
        where = _("{library}, {municipality}").format(library=regie.library, municipality=regie.municipality)
        problem = self._last.decided_problem if self._last else ""
        local_problem = self._last.local_problem if self._last else ""
        notes = (
            where,
            _("Kenmerk van deze balie: {id}").format(id=regie.desk[:8]),
            *sync.decided_lines(self._parts.settings, problem),
            *sync.local_lines(self._parts.local.left_out, local_problem),
        )
        compared = Item(sync.status_text(status), (_compared(status.questions, status.regie_questions),))
        return [
            Part(
                items=(Item(name, notes), compared), presses=(Press(_("Nu versturen"), self._deliver, name="primary"),)
            ),
            self._waiting(sync.waiting(regie.desk)),
            Part(
                _("Met een usb-stick"),
                _("Bewaar de leveringen als bestand, breng ze naar regie en open het antwoord dat u terugkrijgt."),
                presses=(
                    Press(_("Leveringen bewaren…"), self._keep_deliveries),
                    Press(_("Antwoord van regie openen…"), self._read_receipts),
                ),
            ),
            Part(
                _("Als het niet klopt"),
                _("Opnieuw versturen mag altijd: regie telt elke levering één keer."),
                presses=(
                    Press(_("Alles opnieuw versturen"), self._send_again),
                    Press(_("Opnieuw koppelen"), lambda: self.opened.emit(self._link_screen)),
                ),
            ),
        ]

    def _waiting(self, waiting: "list[WaitingDelivery]") -> "Part":
        from ido_kiosk.desk.screen.listing import Part, Press

        refused = [each for each in waiting if each.refused is not None]
        presses = (Press(_("Geweigerde leveringen opnieuw proberen"), self._release),) if refused else ()
        return Part(
            _("Wat nog wacht"),
            items=tuple(_waiting_item(each) for each in waiting),
            presses=presses,
            empty=_("Er wacht niets."),
        )

    def _deliver(self) -> None:
        self.noted.emit(_("De kiosk verstuurt nu. U kunt gewoon doorwerken."))
        background.run(self, lambda: self._parts.deliver(True), self._delivered, self._broke)

    def _delivered(self, outcome: "Outcome") -> None:
        from ido_kiosk.sync.service import status_text

        self._last = outcome
        if self._parts.local.read_sent():
            self.facts_changed.emit()
        if _is_seen(self._overview):
            self.changed.emit()
        said = status_text(self._parts.sync_status(outcome))
        (self.noted if outcome.succeeded else self.failed).emit(said)

    def _broke(self, error: Exception) -> None:
        from ido_kiosk.base.mistakes import report_mistake

        text = str(error) if isinstance(error, DeskError) else report_mistake(type(error), error.__traceback__)
        self.failed.emit(text)

    def _release(self) -> None:
        from ido_kiosk.sync import service as sync

        if self._attempt(lambda: sync.release(self._regie().desk)):
            self._deliver()

    def _send_again(self) -> None:
        from ido_kiosk.sync import service as sync

        if self._attempt(lambda: sync.send_again(self._regie().desk)):
            self._deliver()

    def _link_screen(self) -> Screen:
        from ido_kiosk.sync.screen import LinkScreen

        address, code = self._typed
        screen = self._linking = LinkScreen(address or self._regie().url, code)
        screen.link_requested.connect(self._link)
        screen.file_requested.connect(self._keep_enrolment)
        screen.answer_requested.connect(self._read_enrolled)
        screen.closed.connect(self.closed)
        return screen

    def _link(self, address: str, code: str) -> None:
        from ido_kiosk.sync import service as sync

        self._typed = (address, code)
        parts = self._parts
        work = partial(
            sync.enrol, address, code, parts.folder, parts.settings, parts.visit.place, background.ending.is_set
        )
        self.noted.emit(_("De kiosk vraagt het aan regie…"))
        background.run(self, work, self._is_linked, self._broke)

    def _is_linked(self, enrolled: "Enrolled | Regie") -> None:
        self.forget()
        if _is_seen(self._linking):
            self.closed.emit()
        regie = self._regie()
        done = _("Gekoppeld aan regie van {municipality} als {desk}.")
        self.noted.emit(done.format(municipality=regie.municipality, desk=regie.name))

    def _keep_enrolment(self, address: str, code: str) -> None:
        from ido_kiosk.sync import service as sync

        self._typed, parts = (address, code), self._parts
        self._keep(
            sync.ENROLMENT_NAME, lambda: sync.enrolment_file(parts.folder, parts.settings, code, parts.visit.place)
        )

    def _read_enrolled(self) -> None:
        from ido_kiosk.sync import service as sync

        parts = self._parts
        content = self._opened()
        if content and self._attempt(lambda: sync.read_enrolled(content, parts.settings, parts.visit.place)):
            self._is_linked(self._regie())

    def _keep_deliveries(self) -> None:
        from ido_kiosk.sync import service as sync

        self._keep(sync.DELIVERIES_NAME, lambda: sync.deliveries_file(*self._who_delivers()))

    def _read_receipts(self) -> None:
        from ido_kiosk.sync import service as sync

        answer, read = self._opened(), list["sync.Read"]()
        if answer and self._attempt(lambda: read.append(sync.read_receipts(answer, *self._who_delivers()))):
            self.changed.emit()
            said = ngettext("{number} levering is aangekomen.", "{number} leveringen zijn aangekomen.", read[0].arrived)
            self.noted.emit(said.format(number=read[0].arrived))

    def _who_delivers(self) -> "tuple[DataFolder, Settings, date, str, int, str]":
        """What a file for regie needs to know of this desk."""
        from ido_shared import VERSION

        parts = self._parts
        return parts.folder, parts.settings, parts.today(), VERSION, parts.codes.version, parts.sender().content

    def _keep(self, name: str, make: Callable[[], bytes]) -> None:
        """Write a file where the person says. It is made first: then a mistake is told before a place is asked."""
        made = list[bytes]()
        if not self._attempt(lambda: made.append(make())):
            return
        chosen, _kind = QFileDialog.getSaveFileName(_window(self), _("Bewaar op de usb-stick"), name, "IDO (*.ido)")
        if chosen and self._attempt(lambda: replace_file(Path(chosen), made[0])):
            self.changed.emit()
            self.noted.emit(_("Bewaard in {file}. Breng dit bestand naar regie.").format(file=chosen))

    def _opened(self) -> bytes:
        """The content of a file that the person chooses; empty when none was chosen or it cannot be read."""
        chosen, _kind = QFileDialog.getOpenFileName(_window(self), _("Kies het bestand van regie"), "", "IDO (*.ido)")
        read = list[bytes]()
        if chosen:
            self._attempt(lambda: read.append(Path(chosen).read_bytes()))
        return read[0] if read else b""

    def _attempt(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except DeskError as error:
            self.failed.emit(str(error))
        except OSError as error:
            text = _("Dit bestand is niet te gebruiken: {reason}. Kies een ander bestand of een andere usb-stick.")
            self.failed.emit(text.format(reason=reason_of(error)))
        else:
            return True
        return False


def _is_seen(screen: Screen | None) -> bool:
    return screen is not None and isValid(screen) and screen.isVisible()


def _waiting_item(each: "WaitingDelivery") -> "Item":
    from ido_kiosk.desk.screen.listing import Item
    from ido_kiosk.sync.service import refusal_text

    words = _("Levering {number}").format(number=each.number)
    if each.made_on is not None:
        words = _("Levering {number} van {day}").format(number=each.number, day=day_text(each.made_on))
    return Item(words, (refusal_text(each.refused),) if each.refused is not None else ())


def _compared(own: int, regie: int | None) -> str:
    if regie is None:
        return _("Deze computer: {own} vragen. Regie heeft nog niets gezegd.").format(own=own)
    sign = "=" if own == regie else "≠"
    return _("Deze computer: {own} {sign} regie: {regie} vragen.").format(own=own, sign=sign, regie=regie)


def _window(made: QObject) -> QWidget | None:
    """The window in which these screens are shown."""
    parent = made.parent()
    while parent is not None and not isinstance(parent, QWidget):
        parent = parent.parent()
    return parent
