"""What the volunteer does with the visit: log, undo, leave out, put off, next visitor; each is told in words."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.visit.service import LoggedTopic
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.visit_panel import PanelState, Proposal

T = TypeVar("T")
MOST_UNDOS = 20


class Undo(msgspec.Struct, frozen=True):
    """How to undo something (the action gives False when there was nothing to undo any more), and what to say then."""

    action: Callable[[], object]
    said: str
    survives: bool
    """Whether it can be undone after the visitor has left."""
    day: date
    """It is undone on this day only: later the month may be closed, or the visit is another one."""
    is_earlier: bool = False
    """Whether its visitor has left; it must not be undone by who means something of the present visit."""


class Actions(QObject):
    """Signals: ``said`` (good news), ``noted`` (neither good nor bad), ``failed`` (what went wrong), ``changed``."""

    said = Signal(str)
    noted = Signal(str)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, parts: Parts, screens: Screens, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._screens = screens
        self._undos: list[Undo] = []
        screens.waiting_log_requested.connect(self.log_waiting)
        screens.waiting_drop_requested.connect(self.drop_waiting)
        screens.undo_requested.connect(self.undo)

    def state(self) -> PanelState:
        """What the panel shows."""
        from ido_kiosk.questions import service as questions

        visit = self._parts.visit
        return PanelState(
            proposals=tuple(
                Proposal(asked.topic, self._topic(asked.topic), self._screens.say("resultaten", asked.result))
                for asked in visit.proposals.values()
            ),
            logged=tuple(self._topic(entry.asked.topic) for entry in visit.logged),
            later=questions.number_to_complete(),
            can_undo=self._next_undo() is not None,
        )

    def log(self) -> None:
        """Log what is proposed, and show a clean screen."""
        if not self._parts.visit.proposals:
            self.noted.emit(_("Er is niets om vast te leggen. Open een gids of kies zelf een onderwerp."))
            return
        fresh = self._attempt(self._parts.visit.log)
        if fresh is None:
            return
        for entry in fresh:
            self._can_undo(partial(self._parts.visit.take_back, entry), self._no_longer(entry), True)
        self._screens.home()
        self.said.emit(self._logged_words(fresh))

    def undo(self) -> None:
        """Undo the last thing that can be undone."""
        undo = self._next_undo()
        if undo is None:
            self.noted.emit(_("Er is niets om ongedaan te maken."))
            return
        worked = self._attempt(lambda: undo.action() is not False)
        if worked is not None:
            self._undos.remove(undo)
            self._screens.refresh_waiting()
            self.noted.emit(undo.said if worked else _("Dit was al ongedaan gemaakt."))
        self.changed.emit()

    def _next_undo(self) -> Undo | None:
        """The last thing that can be undone; of an earlier visit only while nothing was done in this one."""
        visit, today = self._parts.visit, self._parts.today()
        undo = self._undos[-1] if self._undos else None
        if undo is None or undo.day != today or (undo.is_earlier and (visit.proposals or visit.logged)):
            return None
        return undo

    def leave_out(self, topic: str) -> None:
        """This was not a question."""
        asked = self._parts.visit.leave_out(topic)
        words = self._topic(topic)
        self._can_undo(
            lambda: self._parts.visit.bring_back(asked), _("Weer voorgesteld: {question}").format(question=words), False
        )
        self.noted.emit(_("Weggelaten: {question}").format(question=words))

    def next_visitor(self) -> None:
        """The visitor leaves."""
        number = len(self._parts.visit.proposals)
        if not self.wipe():
            return
        ready = _("Klaar voor de volgende bezoeker.")
        later = ngettext("De vraag staat bij Later vastleggen.", "De vragen staan bij Later vastleggen.", number)
        self.said.emit(f"{ready} {later}" if number else ready)

    def wipe(self) -> bool:
        """Forget everything of this visit. Gives False, with the reason told, when its questions could not be put off:

        then they stay proposed, and nothing else does.
        """
        self._screens.forget()
        done = self._attempt(self._end) is not None
        if done:
            self._undos = [msgspec.structs.replace(undo, is_earlier=True) for undo in self._undos if undo.survives]
        self.changed.emit()
        return done

    def _end(self) -> bool:
        self._parts.visit.end()
        return True

    def log_waiting(self, id: int) -> None:
        """Log a question that waited."""
        from ido_kiosk.questions import service as questions

        found = questions.question(id)
        if found is None:
            return
        words = self._topic(found.topic)
        asked = questions.completed(found.asked)
        before = self._attempt(lambda: questions.correct(self._parts.codes, id, asked, self._parts.today()))
        self._screens.refresh_waiting()
        if before is not None:
            again = _("Wacht weer: {question}").format(question=words)
            self._can_undo(partial(questions.restore, before), again, True)
            self.said.emit(_("Vastgelegd: {question}").format(question=words))
        self.changed.emit()

    def drop_waiting(self, id: int) -> None:
        """Do not log a question that waited."""
        from ido_kiosk.questions import service as questions

        row = self._attempt(lambda: questions.remove(id, self._parts.today()))
        self._screens.refresh_waiting()
        if row is not None:
            words = self._topic(row.topic)
            again = _("Wacht weer: {question}").format(question=words)
            self._can_undo(partial(questions.restore, row), again, True)
            self.noted.emit(_("Niet vastgelegd: {question}").format(question=words))
        self.changed.emit()

    def _can_undo(self, action: Callable[[], object], said: str, survives: bool) -> None:
        self._undos = [*self._undos, Undo(action, said, survives, self._parts.today())][-MOST_UNDOS:]
        self.changed.emit()

    def _attempt(self, action: Callable[[], T]) -> T | None:
        """Do something that may be refused; None, with the reason told, when it was."""
        try:
            return action()
        except DeskError as error:
            self.failed.emit(str(error))
            return None

    def _logged_words(self, fresh: list[LoggedTopic]) -> str:
        words = "; ".join(self._topic(entry.asked.topic) for entry in fresh)
        if len(fresh) == 1:
            return _("Vastgelegd: {question}").format(question=words)
        return _("{number} vragen vastgelegd: {questions}").format(number=len(fresh), questions=words)

    def _no_longer(self, entry: LoggedTopic) -> str:
        return _("Niet meer vastgelegd: {question}").format(question=self._topic(entry.asked.topic))

    def _topic(self, code: str) -> str:
        return self._screens.say("onderwerpen", code)
