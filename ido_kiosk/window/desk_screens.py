"""The desk's own screens, and what a guide gets from this desk: links, marks, the view; what their signals mean."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.desk import service as desk
from ido_kiosk.desk.service import ThisDesk, Typed
from ido_kiosk.guides import service as guides
from ido_kiosk.guides.service import Spot
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.view import View

if TYPE_CHECKING:
    from ido_kiosk.guides.screen import Surroundings


class DeskScreens(QObject):
    """Makes the screens.

    Signals: ``opened`` (what makes the next screen), ``closed``, ``changed`` (the present screen is to be made anew),
    ``facts_changed``, ``noted``, ``failed``, ``keep_look_requested``.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    facts_changed = Signal()
    noted = Signal(str)
    failed = Signal(str)
    keep_look_requested = Signal()

    def __init__(self, parts: Parts, view: View, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._view = view
        self._marked: dict[Spot, tuple[str, date]] = {}
        """What this visit marked as wrong, with the language and day under which it was counted."""

    def this_desk(self) -> ThisDesk:
        """The settings of this desk; the hours and the translations are for paper."""
        return self._parts.settings.section(ThisDesk)

    def forget(self) -> None:
        """The visitor leaves: what was marked stays counted, and cannot be taken back any more."""
        self._marked.clear()

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
        screen = HelpScreen(found.number() + len(parts.marks.counts()))
        screen.keep_look_requested.connect(self.keep_look_requested)
        screen.this_desk_requested.connect(lambda: self.opened.emit(self._desk_screen))
        screen.to_check_requested.connect(lambda: self.opened.emit(self._check_screen))
        screen.closed.connect(self.closed)
        return screen

    def _desk_screen(self) -> Screen:
        from ido_kiosk.desk.screen import ThisDeskScreen

        envelopes = [(id_, one.label.said(language.content)) for id_, one in self._parts.envelopes.items()]
        screen = ThisDeskScreen(self.this_desk(), self._parts.kiosk, envelopes)
        screen.saved.connect(self._save_desk)
        screen.closed.connect(self.closed)
        return screen

    def _save_desk(self, chosen: ThisDesk, typed: Typed) -> None:
        if self._attempt(lambda: self._parts.settings.save(desk.with_typed(chosen, typed))):
            self.closed.emit()
            self.noted.emit(_("Bewaard. Zo werkt deze balie voortaan."))

    def _check_screen(self) -> Screen:
        from ido_kiosk.desk.screen import ToCheckScreen

        parts = self._parts
        answers, marks = parts.own_facts.answers, parts.marks.counts()
        screen = ToCheckScreen(desk.checklist(parts.national, answers, marks, parts.today(), language.content))
        screen.fact_chosen.connect(lambda fact: self.opened.emit(lambda: self._answer_screen(fact)))
        screen.spot_done.connect(self._spot_done)
        screen.closed.connect(self.closed)
        return screen

    def _spot_done(self, spot: Spot) -> None:
        if self._attempt(lambda: self._parts.marks.deal_with(spot)):
            self._marked.pop(spot, None)
            self.changed.emit()
            self.noted.emit(_("Afgehandeld."))

    def _answer_screen(self, fact: str) -> Screen:
        from ido_kiosk.desk.screen import AnswerScreen

        parts = self._parts
        asked = desk.question(parts.national, parts.own_facts.answers, fact, parts.today(), language.content)
        screen = AnswerScreen(asked, guides.typed_day(parts.today()), self.around().open_link)
        screen.answered.connect(self._answered)
        screen.taken_back.connect(self._taken_back)
        screen.closed.connect(self.closed)
        return screen

    def _answered(self, fact: str, value: str, source: str, day: str) -> None:
        parts = self._parts

        def keep() -> None:
            national = parts.national.facts[fact]
            answer = guides.checked_answer(parts.national, national, value, source, day, parts.today())
            parts.own_facts.answer(fact, answer)

        if self._attempt(keep):
            self._facts_changed(_("Bewaard. De gidsen gebruiken dit nu."))

    def _taken_back(self, fact: str) -> None:
        if self._attempt(lambda: self._parts.own_facts.take_back(fact)):
            self._facts_changed(_("Ons antwoord is weg. Het landelijke feit geldt weer."))

    def _facts_changed(self, said: str) -> None:
        self.facts_changed.emit()
        self.closed.emit()
        self.noted.emit(said)

    def _attempt(self, action: Callable[[], None]) -> bool:
        """Do something that may be refused; False, with the reason told, when it was."""
        try:
            action()
        except DeskError as error:
            self.failed.emit(str(error))
            return False
        return True
