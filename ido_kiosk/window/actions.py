"""What the volunteer does with the visit: log, undo, leave out, put off, next visitor; each is told in words."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.visit.service import LoggedTopic
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.visit_panel import PanelState, Proposal

if TYPE_CHECKING:
    from ido_kiosk.questions.service import Asked

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
    """Signals: ``said`` (good news), ``noted`` (neither good nor bad), ``failed`` (what went wrong), ``changed``,
    ``visitor_left`` (in the ordinary way).
    """

    said = Signal(str)
    noted = Signal(str)
    failed = Signal(str)
    changed = Signal()
    visitor_left = Signal()

    def __init__(self, parts: Parts, screens: Screens, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._screens = screens
        self._undos: list[Undo] = []
        screens.undo_requested.connect(self.undo)

    def state(self) -> PanelState:
        """What the panel shows."""
        from ido_kiosk.questions import service as questions

        visit = self._parts.visit
        return PanelState(
            proposals=tuple(
                Proposal(asked.topic, self.topic_words(asked.topic), self._more_words(asked))
                for asked in visit.proposals.values()
            ),
            logged=tuple(self.topic_words(row.topic) for row in visit.in_log()),
            later=questions.number_to_complete(self._parts.today()),
            can_undo=self._next_undo() is not None,
        )

    def log(self) -> None:
        """Log what is proposed, and show a clean screen."""
        if not self._parts.visit.proposals:
            self.noted.emit(_("Er is niets om vast te leggen. Open een gids of kies zelf een onderwerp."))
            return
        fresh = self.attempt(self._parts.visit.log)
        if fresh is None:
            return
        for entry in fresh:
            self.can_undo(partial(self._parts.visit.take_back, entry), self._no_longer(entry), True)
        self._screens.home()
        self.said.emit(self._logged_words(fresh))

    def undo(self) -> None:
        """Undo the last thing that can be undone."""
        undo = self._next_undo()
        if undo is None:
            self.noted.emit(_("Er is niets om ongedaan te maken."))
            return
        worked = self.attempt(lambda: undo.action() is not False)
        if worked is not None:
            self._undos.remove(undo)
            self._screens.refresh_log()
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
        words = self.topic_words(topic)
        self.can_undo(
            lambda: self._parts.visit.bring_back(asked), _("Weer voorgesteld: {question}").format(question=words), False
        )
        self.noted.emit(_("Weggelaten: {question}").format(question=words))

    def next_visitor(self) -> None:
        """The visitor leaves."""
        number = len(self._parts.visit.proposals)
        if not self.wipe():
            return
        ready = _("Klaar voor de volgende bezoeker.")
        later = ngettext("De vraag staat bij Later aanvullen.", "De vragen staan bij Later aanvullen.", number)
        self.visitor_left.emit()
        self.said.emit(f"{ready} {later}" if number else ready)

    def wipe(self) -> bool:
        """Forget everything of this visit. Gives False, with the reason told, when its questions could not be put off:

        then they stay proposed, and nothing else does.
        """
        self._screens.forget()
        done = self.attempt(self._end) is not None
        if done:
            self._undos = [msgspec.structs.replace(undo, is_earlier=True) for undo in self._undos if undo.survives]
        self.changed.emit()
        return done

    def _end(self) -> bool:
        self._parts.visit.end()
        return True

    def log_changed(self) -> None:
        """What stands in the log was changed: show it so, wherever it is shown."""
        self._screens.refresh_log()
        self.changed.emit()

    def can_undo(self, action: Callable[[], object], said: str, survives: bool) -> None:
        """Remember how to undo what was done just now, and what to say then."""
        self._undos = [*self._undos, Undo(action, said, survives, self._parts.today())][-MOST_UNDOS:]
        self.changed.emit()

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something that may be refused; None, with the reason told, when it was."""
        try:
            return action()
        except DeskError as error:
            self.failed.emit(str(error))
            return None

    def _logged_words(self, fresh: list[LoggedTopic]) -> str:
        words = "; ".join(self.topic_words(entry.asked.topic) for entry in fresh)
        if len(fresh) == 1:
            return _("Vastgelegd: {question}").format(question=words)
        return _("{number} vragen vastgelegd: {questions}").format(number=len(fresh), questions=words)

    def _more_words(self, asked: "Asked") -> str:
        """How it ended, to whom the visitor goes, and the signal."""
        lists = {"resultaten": (asked.result,), "verwijzingen": asked.referrals, "signalen": asked.signals}
        return " · ".join(self._screens.say(name, code) for name, codes in lists.items() for code in codes)

    def _no_longer(self, entry: LoggedTopic) -> str:
        return _("Niet meer vastgelegd: {question}").format(question=self.topic_words(entry.asked.topic))

    def topic_words(self, code: str) -> str:
        """What a topic is called."""
        return self._screens.say("onderwerpen", code)
