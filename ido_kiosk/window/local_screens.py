"""*Lokale gegevens*: the list by kind, a form for each, and the file for the next desk; every change can be undone."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError, FieldError
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.base.local_data import Entry
from ido_kiosk.base.reasons import reason_of
from ido_kiosk.base.settings import replace_file
from ido_kiosk.desk.screen.fields import Asked, Draft, FieldsScreen, Page
from ido_kiosk.desk.screen.listing import Item, ListScreen, Part, Press
from ido_kiosk.desk.service import exchange, local_entries
from ido_kiosk.guides.service import Answer
from ido_kiosk.qt import files
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts
from ido_shared.local import CHOOSES_REFERRAL, KINDS, MOST_PARTNERS, NO_PLACE, EntryKind


class LocalScreens(QObject):
    """Signals: ``opened`` (what makes the next screen), ``closed``, ``changed``, ``noted``, ``failed``,

    ``facts_changed`` (guides, letters and slips must be told anew).
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
        self._before: tuple[tuple[Entry, ...], Mapping[str, Answer]] | None = None
        """All there was before the last change."""

    def forget(self) -> None:
        """Nothing can be taken back any more."""
        self._before = None

    def overview(self) -> Screen:
        """What this library wrote, by kind."""
        explanation = _("De gidsen en briefjes gebruiken dit meteen. Nieuwe gidsen laten dit staan.")
        sections = [Part(explanation=explanation), *map(self._section, KINDS), *self._left_out(), self._exchange()]
        undo = [Press(_("Maak de laatste verandering ongedaan"), self._undo, picture="undo")] if self._before else []
        screen = ListScreen(_("Lokale gegevens"), sections, undo)
        screen.closed.connect(self.closed)
        return screen

    def _section(self, kind: EntryKind) -> Part:
        title, explanation = local_entries.kind_words(kind)
        items = tuple(self._item(entry) for entry in self._parts.local.known if entry.soort == kind)
        add = Press(_("Toevoegen"), partial(self._add, kind), _("Toevoegen: {kind}").format(kind=title))
        return Part(title, explanation, items, (add,), empty=_("Nog niet ingevuld."))

    def _item(self, entry: Entry) -> Item:
        local = self._parts.local
        behind = local.behind(entry)
        origin = local_entries.origin_notes(entry, behind)
        notes = (*origin, *local_entries.notes_of(entry, self._parts.today()))
        if entry.van:
            own = partial(self._open_own, entry)
            spoken = _("Voor deze balie aanpassen: {name}").format(name=entry.naam)
            return Item(entry.naam, notes, (Press(_("Voor deze balie aanpassen"), own, spoken),))
        change = Press(_("Veranderen"), partial(self._open, entry), _("Veranderen: {name}").format(name=entry.naam))
        drop = Press(_("Weghalen"), partial(self._drop, entry), _("Weghalen: {name}").format(name=entry.naam))
        if behind:
            words = _("Neem die van regie")
            drop = Press(words, partial(self._drop, entry), f"{words}: {entry.naam}")
        return Item(entry.naam, notes, (change, drop))

    def _left_out(self) -> list[Part]:
        """What came from regie and this kiosk cannot use; nothing when all fitted."""
        items = tuple(map(Item, self._parts.local.left_out))
        if not items:
            return []
        return [Part(_("Van regie, niet overgenomen"), _("Geef dit door aan wie het bij regie schreef."), items)]

    def _exchange(self) -> Part:
        explanation = _("Een bestand voor de volgende balie. Zonder pincode, sleutels of cijfers.")
        presses = (
            Press(_("Bewaar als bestand…"), self._export, picture="folder"),
            Press(_("Lees uit een bestand…"), self._import, picture="folder"),
        )
        return Part(_("Delen met een andere balie"), explanation, presses=presses)

    def _add(self, kind: EntryKind) -> None:
        self._open(local_entries.blank(kind, self._parts.local.new_id()))

    def _open_own(self, sent: Entry) -> None:
        """Say something of regie differently here."""
        self._open(local_entries.own_version(sent, self._parts.local.new_id()))

    def _open(self, entry: Entry) -> None:
        self.opened.emit(partial(self._form, entry, {}))

    def _form(self, entry: Entry, draft: Draft) -> Screen:
        title, explanation = local_entries.kind_words(entry.soort)
        page = Page(entry.naam or title, _("Bewaren"), explanation)
        screen = FieldsScreen(page, self._fields(entry.soort), draft, local_entries.typed_entry(entry))
        screen.saved.connect(lambda typed: self._keep(screen, entry, typed))
        screen.held_back.connect(self.noted)
        screen.closed.connect(self.closed)
        return screen

    def _fields(self, kind: EntryKind) -> list[Asked]:
        referrals = tuple((code, self._say(code)) for code in self._parts.codes.referrals if code != NO_PLACE)
        keys = (("0", _("Geen")), *((str(number), str(number)) for number in range(1, MOST_PARTNERS + 1)))
        chooses_kind = kind in CHOOSES_REFERRAL
        return [
            Asked("naam", _("Hoe heet het?"), _("De organisatie of het spreekuur. Geen naam van een persoon.")),
            Asked("telefoon", _("Telefoonnummer"), _("bijvoorbeeld 088 123 45 67")),
            Asked(
                "directe_lijn",
                _("Directe lijn voor professionals"),
                _("Alleen de vrijwilliger ziet dit. Het komt nooit op papier."),
            ),
            Asked("adres", _("Adres"), _("Straat, nummer en plaats.")),
            Asked("open", _("Wanneer open?"), _("bijvoorbeeld ma-vr 9.00-17.00, of: op afspraak")),
            Asked("website", _("Website"), _("bijvoorbeeld gemeente.nl")),
            Asked("voor_wie", _("Voor wie is het?"), _("Bijvoorbeeld: voor iedereen uit de gemeente.")),
            Asked("meenemen", _("Wat neemt een bezoeker mee?"), _("Bijvoorbeeld: de brief en een identiteitsbewijs.")),
            *([Asked("verwijzing", _("Hoe telt een verwijzing hierheen?"), answers=referrals)] * chooses_kind),
            Asked("toets", _("Welke cijfertoets bij doorverwijzen?"), answers=keys),
        ]

    def _say(self, code: str) -> str:
        return self._parts.codes.say("verwijzingen", code, language.content)

    def _keep(self, screen: FieldsScreen, entry: Entry, typed: Draft) -> None:
        def keep() -> None:
            asked = {"verwijzing": entry.verwijzing, **typed}
            parts = self._parts
            parts.local.keep(local_entries.checked_entry(entry, asked, parts.codes.referrals, parts.today()))

        if self._change(keep, screen):
            self.closed.emit()
            self.noted.emit(_("Bewaard. De gidsen gebruiken dit nu."))

    def _drop(self, entry: Entry) -> None:
        if self._change(lambda: self._parts.local.drop(entry.id)):
            self.changed.emit()
            self.noted.emit(_("Weggehaald: {name}").format(name=entry.naam))

    def _undo(self) -> None:
        if self._before is None:
            return
        entries, answers = self._before
        if self._attempt(lambda: self._take(entries, answers)):
            self._before = None
            self.facts_changed.emit()
            self.changed.emit()
            self.noted.emit(_("Ongedaan gemaakt."))

    def _take(self, entries: tuple[Entry, ...], answers: Mapping[str, Answer]) -> None:
        self._parts.local.replace(entries)
        self._parts.own_facts.replace(answers)

    def _export(self) -> None:
        parts = self._parts
        file = files.ask_where_to_save(
            QApplication.activeWindow(), _("Lokale gegevens bewaren"), exchange.FILE_NAME, "JSON (*.json)"
        )
        if file is None:
            return
        content = exchange.packed(parts.local.entries, parts.own_facts.answers, parts.today())
        if self._attempt(lambda: _written(file, content)):
            self.noted.emit(_("Bewaard in {file}.").format(file=file))

    def _import(self) -> None:
        parts = self._parts
        file = files.ask_which_file(QApplication.activeWindow(), _("Lokale gegevens lezen"), "JSON (*.json)")
        if file is None:
            return
        found: list[exchange.Change] = []

        def read() -> None:
            package = exchange.unpacked(_read(file))
            mine = (parts.local.entries, parts.own_facts.answers)
            found.append(exchange.compared(package, *mine, parts.national, parts.codes.referrals, parts.today()))

        if self._attempt(read):
            self.opened.emit(partial(self._preview, found[0]))

    def _preview(self, change: exchange.Change) -> Screen:
        same = ngettext("{number} gegeven is al gelijk.", "{number} gegevens zijn al gelijk.", change.same)
        parts = [
            Part(_("Nieuw"), items=tuple(map(Item, change.new)), empty=_("Niets nieuws.")),
            Part(_("Anders"), _("Dit komt in de plaats van wat deze balie heeft."), tuple(map(Item, change.different))),
            Part(_("Niet overgenomen"), items=tuple(map(Item, change.left_out))),
            Part(explanation=same.format(number=change.same)),
        ]
        shown = [part for part in parts if part.items or part.empty or not part.title]
        take = Press(_("Neem dit over"), lambda: self._take_over(change), name="primary")
        screen = ListScreen(_("Wat er verandert"), shown, [take] if change.new or change.different else [])
        screen.closed.connect(self.closed)
        return screen

    def _take_over(self, change: exchange.Change) -> None:
        if self._change(lambda: self._take(change.entries, change.answers)):
            self.closed.emit()
            self.noted.emit(_("Overgenomen. Ongedaan maken kan bovenaan deze lijst."))

    def _change(self, action: Callable[[], None], screen: FieldsScreen | None = None) -> bool:
        """Change something, remembering all there was before."""
        before = (self._parts.local.entries, dict(self._parts.own_facts.answers))
        if not self._attempt(action, screen):
            return False
        self._before = before
        self.facts_changed.emit()
        return True

    def _attempt(self, action: Callable[[], None], screen: FieldsScreen | None = None) -> bool:
        try:
            action()
        except DeskError as error:
            self.failed.emit(str(error))
            if screen is not None and isinstance(error, FieldError):
                screen.show_problem(error.field, str(error))
            return False
        return True


def _written(file: Path, content: bytes) -> None:
    try:
        replace_file(file, content)
    except OSError as error:
        text = _("Het bestand {file} is niet te schrijven: {reason}. Kies een andere plek.")
        raise DeskError(text.format(file=file, reason=reason_of(error))) from error


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        text = _("Het bestand {file} is niet te lezen: {reason}.")
        raise DeskError(text.format(file=file, reason=reason_of(error))) from error
