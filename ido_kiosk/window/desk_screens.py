"""The desk's own screens, and what a guide gets from this desk: links, marks, the view; what their signals mean."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError, FieldError
from ido_kiosk.base.language import _
from ido_kiosk.desk import service as desk
from ido_kiosk.desk.service import ThisDesk, Typed
from ido_kiosk.guides import service as guides
from ido_kiosk.guides.service import Answer, Spot
from ido_kiosk.qt import starting
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.coordinator import Coordinator
from ido_kiosk.window.envelope_sheet import open_test_sheet
from ido_kiosk.window.leaving import LeavingScreens
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.view import View

if TYPE_CHECKING:
    from ido_kiosk.desk.screen import AnswerDraft
    from ido_kiosk.desk.screen.form import FormScreen
    from ido_kiosk.desk.screen.this_desk import SettingsDraft
    from ido_kiosk.guides.screen import Surroundings


class DeskScreens(QObject):
    """Makes the screens.

    Signals: ``opened`` (what makes the next screen), ``closed``, ``changed`` (the present screen is to be made anew),
    ``facts_changed``, ``log_replaced`` (a copy was put back), ``noted``, ``failed``, ``keep_look_requested``.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    facts_changed = Signal()
    log_replaced = Signal()
    noted = Signal(str)
    failed = Signal(str)
    keep_look_requested = Signal()

    def __init__(self, parts: Parts, view: View, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._view = view
        self._marked: dict[Spot, tuple[str, date]] = {}
        """What this visit marked as wrong, with the language and day under which it was counted."""
        self._undo: tuple[str, Callable[[], None]] | None = None
        """The last change in the list *Nog na te kijken*, in words, and what undoes it."""
        self._coordinator = self._connected_coordinator()
        self.set_up = self._coordinator.set_up
        self._leaving = self._connected_leaving()

    def _connected_coordinator(self) -> Coordinator:
        made = Coordinator(self._parts, self)
        made.opened.connect(self.opened)
        made.closed.connect(self.closed)
        made.changed.connect(self.changed)
        made.restored.connect(self.log_replaced)
        made.facts_changed.connect(self.facts_changed)
        made.noted.connect(self.noted)
        made.failed.connect(self.failed)
        return made

    def _connected_leaving(self) -> LeavingScreens:
        made = LeavingScreens(self._parts, self)
        made.opened.connect(self.opened)
        made.closed.connect(self.closed)
        made.changed.connect(self.changed)
        made.failed.connect(self.failed)
        return made

    def this_desk(self) -> ThisDesk:
        """The settings of this desk; the hours and the translations are for paper."""
        return self._parts.settings.section(ThisDesk)

    def is_unlocked(self) -> bool:
        """Whether the coordinator's PIN was given."""
        return self._coordinator.is_unlocked()

    def forget(self) -> None:
        """The visitor leaves: what was marked stays counted, and nothing can be taken back any more."""
        self._marked.clear()
        self._undo = None
        self._coordinator.forget()

    def around(self) -> "Surroundings":
        """What a guide gets."""
        from ido_kiosk.guides.screen import Surroundings  # a kiosk shows its window before the screens behind it

        return Surroundings(
            visitor_view=self._view.visitor,
            is_strip=self._view.strip,
            offers_strip=not self._parts.kiosk,
            offers_visitor_view=True,
            open_link=self._open_link if self.this_desk().opens_links(self._parts.kiosk) else None,
            is_wrong=self._marked.__contains__,
            toggle_wrong=self._toggle_wrong,
        )

    def _open_link(self, url: str) -> bool:
        """Open an address in the browser, only if it stands in forms/."""
        return guides.may_open(self._parts.library, url) and self._parts.open_link(url)

    def _toggle_wrong(self, spot: Spot) -> bool:
        marks, before = self._parts.marks, self._marked.get(spot)
        now = (language.current(), self._parts.today())

        def change() -> None:
            if before is None:
                marks.add(spot, *now)
                self._marked[spot] = now
            else:
                marks.take_back(spot, *before)
                del self._marked[spot]

        self._attempt(change)
        return spot in self._marked

    def help(self) -> Screen:
        """Help for the volunteer, with the ways to the rest."""
        from ido_kiosk.desk.screen import HelpScreen

        parts = self._parts
        found = guides.to_check(parts.national, parts.own_facts.answers, parts.today())
        screen = HelpScreen(found.number() + len(parts.marks.counts()), self.this_desk().help)
        screen.keep_look_requested.connect(self.keep_look_requested)
        screen.this_desk_requested.connect(self._open_settings)
        screen.to_check_requested.connect(lambda: self._coordinator.open(self._check_screen))
        screen.coordinator_requested.connect(lambda: self._coordinator.open(self._coordinator.page))
        screen.practice_requested.connect(self._practise)
        screen.leaving_requested.connect(self._leaving.open)
        screen.closed.connect(self.closed)
        return screen

    def _practise(self) -> None:
        if not starting.start_beside(starting.practice_command(self._parts.folder.root)):
            self.failed.emit(_("Oefenen start niet op deze computer. Geef dit door aan de beheerder."))

    def _open_settings(self) -> None:
        from ido_kiosk.desk.screen import settings_draft

        self._coordinator.open(partial(self._desk_screen, settings_draft(self.this_desk())))

    def _desk_screen(self, draft: "SettingsDraft") -> Screen:
        from ido_kiosk.desk.screen import ThisDeskScreen
        from ido_kiosk.statistics.service import threshold_origin

        envelopes = [(id_, one.label.said(language.content)) for id_, one in self._parts.envelopes.items()]
        settings = self._parts.settings
        origins = settings.origins(ThisDesk) | {"k": threshold_origin(settings)}
        screen = ThisDeskScreen(self.this_desk(), draft, self._parts.kiosk, envelopes, origins)
        screen.saved.connect(lambda chosen, typed: self._save_desk(screen, chosen, typed))
        screen.test_sheet_requested.connect(lambda chosen, typed: self._open_test_sheet(screen, chosen, typed))
        screen.held_back.connect(self.noted)
        screen.closed.connect(self.closed)
        return screen

    def _open_test_sheet(self, screen: "FormScreen", chosen: ThisDesk, typed: Typed) -> None:
        tried: list[ThisDesk] = []
        if self._attempt(lambda: tried.append(desk.with_typed(chosen, typed)), screen):
            open_test_sheet(screen, self._parts.envelopes, tried[0], self)

    def _save_desk(self, screen: "FormScreen", chosen: ThisDesk, typed: Typed) -> None:
        if self._attempt(lambda: self._parts.settings.save(desk.with_typed(chosen, typed)), screen):
            self.closed.emit()
            self.noted.emit(_("Bewaard. Zo werkt deze balie voortaan."))

    def _check_screen(self) -> Screen:
        from ido_kiosk.desk.screen import ToCheckScreen

        parts = self._parts
        answers, marks = parts.own_facts.answers, parts.marks.counts()
        local = parts.library.facts
        sections = desk.checklist(parts.national, answers, marks, parts.today(), language.content, local)
        screen = ToCheckScreen(sections, self._undo[0] if self._undo else "")
        screen.fact_chosen.connect(self._open_answer)
        screen.spot_done.connect(self._spot_done)
        screen.undo_requested.connect(self._undo_last)
        screen.closed.connect(self.closed)
        return screen

    def _undo_last(self) -> None:
        if self._undo is not None and self._attempt(self._undo[1]):
            self._undo = None
            self.facts_changed.emit()
            self.changed.emit()
            self.noted.emit(_("Ongedaan gemaakt."))

    def _spot_done(self, spot: Spot) -> None:
        def deal_with() -> None:
            marks = self._parts.marks.deal_with(spot)
            self._undo = (_("afgehandeld"), lambda: self._parts.marks.put_back(marks))

        if self._attempt(deal_with):
            self._marked.pop(spot, None)
            self.changed.emit()
            self.noted.emit(_("Afgehandeld."))

    def _open_answer(self, fact: str) -> None:
        from ido_kiosk.desk.screen import AnswerDraft

        draft = AnswerDraft(guides.typed_day(self._parts.today()))
        self.opened.emit(partial(self._answer_screen, fact, draft))

    def _answer_screen(self, fact: str, draft: "AnswerDraft") -> Screen:
        from ido_kiosk.desk.screen import AnswerScreen

        parts = self._parts
        asked = desk.question(parts.national, parts.own_facts.answers, fact, parts.today(), language.content)
        screen = AnswerScreen(asked, draft, self.around().open_link)
        screen.answered.connect(lambda *typed: self._answered(screen, *typed))
        screen.taken_back.connect(self._taken_back)
        screen.refused.connect(self.failed)
        screen.held_back.connect(self.noted)
        screen.closed.connect(self.closed)
        return screen

    def _answered(self, screen: "FormScreen", fact: str, value: str, source: str, day: str) -> None:
        parts = self._parts

        def keep() -> None:
            national = parts.national.facts[fact]
            answer = guides.checked_answer(parts.national, national, value, source, day, parts.today())
            parts.own_facts.answer(fact, answer)

        before = parts.own_facts.answers.get(fact)
        if self._attempt(keep, screen):
            self._facts_changed(fact, before, _("Bewaard. De gidsen gebruiken dit nu."))

    def _taken_back(self, fact: str) -> None:
        before = self._parts.own_facts.answers.get(fact)
        if self._attempt(lambda: self._parts.own_facts.take_back(fact)):
            self._facts_changed(fact, before, _("Ons antwoord is weg. Het landelijke feit geldt weer."))

    def _facts_changed(self, fact: str, before: Answer | None, said: str) -> None:
        mine = self._parts.own_facts
        undo = partial(mine.take_back, fact) if before is None else partial(mine.answer, fact, before)
        what = self._parts.national.facts[fact].what.said(language.content)
        self._undo = (what[:1].upper() + what[1:], undo)
        self.facts_changed.emit()
        self.closed.emit()
        self.noted.emit(said)

    def _attempt(self, action: Callable[[], None], screen: "FormScreen | None" = None) -> bool:
        """Do something that may be refused; False, with the reason told (also at its field), when it was."""
        try:
            action()
        except DeskError as error:
            self.failed.emit(str(error))
            if screen is not None and isinstance(error, FieldError):
                screen.show_problem(error.field, str(error))
            return False
        return True
