"""What the volunteer does with what stands in the log: tally, correct, complete, move, remove, say what a day was."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ido_kiosk.base.language import _, day_text
from ido_kiosk.window.actions import Actions
from ido_kiosk.window.beside_keys import BesideKeys
from ido_kiosk.window.keys import add_keys
from ido_kiosk.window.log_keys import WAYS, WayName
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.top_bar import TopBar
from ido_kiosk.window.visit_panel import VisitPanel

if TYPE_CHECKING:  # with them comes the database, and a kiosk shows its window before that
    from ido_kiosk.questions.service import Asked, LoggedQuestion
    from ido_kiosk.window.log_desk import LogDesk
    from ido_kiosk.window.log_screens import LogScreens
    from ido_kiosk.window.today import Today


class LogActions(QObject):
    """Each is told in words and can be undone."""

    def __init__(self, parts: Parts, actions: Actions, screens: Screens) -> None:
        super().__init__(actions)
        self._parts = parts
        self._actions = actions
        self._screens = screens
        self.beside = BesideKeys(parts, self.tally, actions.log, actions.noted.emit)
        screens.log_made.connect(self._connect)
        actions.visitor_left.connect(lambda: self._today.ask())

    @cached_property
    def _today(self) -> "Today":
        from ido_kiosk.window.today import Today

        return Today(self._parts, self._screens, self)

    def start(self) -> None:
        """The database is open."""
        self._actions.changed.emit()
        self._today.ask()

    def _connect(self, log: "LogDesk") -> None:
        self._connect_screens(log.screens)
        log.counting.noted.connect(self._actions.noted)
        log.counting.failed.connect(self._actions.failed)
        log.kb.typed_over.connect(self.tick_kb)
        log.kb.noted.connect(self._actions.noted)

    def _connect_screens(self, screens: "LogScreens") -> None:
        screens.tally_requested.connect(self.tally)
        screens.put_off_requested.connect(self.put_off)
        screens.undo_requested.connect(self._actions.undo)
        screens.correct_requested.connect(self.correct)
        screens.remove_requested.connect(self.remove)
        screens.move_requested.connect(self.move)
        screens.add_requested.connect(self.add)
        screens.day_said.connect(self.say_day)
        screens.failed.connect(self._actions.failed)

    def add_keys(self, window: QWidget) -> None:
        """Let the keys of the log work in a window."""
        for way in WAYS:
            add_keys(window, way.keys, partial(self.do, way.name))

    def connect_parts(self, panel: VisitPanel, bar: TopBar) -> None:
        """Let the buttons of the panel and of the bar do what they say."""
        bar.way_requested.connect(self.do)
        panel.log_requested.connect(self._actions.log)
        panel.undo_requested.connect(self._actions.undo)
        panel.leave_out_requested.connect(self._actions.leave_out)
        panel.say_requested.connect(lambda topic: self._screens.log.open_ending(topic))
        panel.way_requested.connect(self.do)

    def do(self, name: WayName) -> None:
        """Do what a key or its button asks for."""
        log = self._screens.log
        ways: dict[WayName, Callable[[], None]] = {
            "topics": log.open_topics,
            "often": log.open_often,
            "tally": self.tally,
            "ending": log.open_ending,
            "referral": log.open_referral,
            "waiting": log.open_waiting,
            "logged": log.open_logged,
            "busy": log.open_busy,
        }
        ways[name]()

    def tally(self) -> None:
        """One visitor more, of whom nothing is known yet."""
        from ido_kiosk.questions import service as questions

        parts = self._parts
        logged = self._actions.attempt(lambda: questions.tally(parts.codes, parts.today(), parts.visit.place))
        if logged is not None:
            self._undoable(partial(questions.take_back, logged.id), _("De bezoeker is weer weg."))
            self._tell(_("Eén bezoeker geteld. Aanvullen kan later."))

    def put_off(self, topic: str) -> None:
        """One visitor more in a busy hour, with one topic."""
        from ido_kiosk.questions import service as questions

        parts, asked = self._parts, [questions.Asked(topic)]
        put_off = partial(questions.put_off, parts.codes, asked, parts.today(), parts.visit.place)
        logged = self._actions.attempt(put_off)
        if logged:
            words = self._actions.topic_words(topic)
            self._undoable(partial(questions.take_back, logged[0].id), _("De bezoeker is weer weg."))
            self._tell(_("Geteld: {question}").format(question=words))

    def add(self, topic: str, day: date) -> None:
        """A question that was asked on an earlier day, as a visit of its own."""
        from ido_kiosk.questions import service as questions

        parts = self._parts

        def log() -> questions.Logged:
            questions.refuse_closed(day, parts.today())
            return questions.log_question(parts.codes, topic, day, parts.visit.place)

        logged = self._actions.attempt(log)
        if logged is not None:
            words = _("{question} ({day})").format(question=self._actions.topic_words(topic), day=day_text(day))
            self._undoable(
                partial(questions.take_back, logged.id), _("Niet meer vastgelegd: {question}").format(question=words)
            )
            self._tell(_("Vastgelegd: {question}").format(question=words))

    def correct(self, id: int, asked: "Asked") -> None:
        """This is how a question of the log was."""
        from ido_kiosk.questions import service as questions

        correct = partial(questions.correct, self._parts.codes, id, asked, self._parts.today())
        before = self._actions.attempt(correct)
        if before is not None:
            words = self._actions.topic_words(asked.topic)
            again = _("Wacht weer: {question}") if before.to_complete else _("Weer zoals het was: {question}")
            self._restorable(before, again.format(question=words))
            done = _("Vastgelegd: {question}") if before.to_complete else _("Verbeterd: {question}")
            self._tell(done.format(question=words))

    def remove(self, id: int) -> None:
        """This was not a question after all."""
        from ido_kiosk.questions import service as questions

        before = self._actions.attempt(partial(questions.remove, id, self._parts.today()))
        if before is not None:
            words = self._actions.topic_words(before.topic)
            again = _("Wacht weer: {question}") if before.to_complete else _("Weer vastgelegd: {question}")
            self._restorable(before, again.format(question=words))
            self._actions.log_changed()
            self._actions.noted.emit(self._removed_words(before).format(question=words))

    def _removed_words(self, before: "LoggedQuestion") -> str:
        from ido_kiosk.questions import service as questions

        if before.to_complete:
            return _("Niet vastgelegd: {question}")
        if before.kb == questions.NOT_IN_KB:
            return _("Weggehaald: {question}")
        return _("Weggehaald: {question}. Deze stond al bij de KB. Haal hem daar ook weg.")

    def move(self, id: int, day: date) -> None:
        """This question was asked on another day."""
        from ido_kiosk.questions import service as questions

        before = self._actions.attempt(partial(questions.move, id, day, self._parts.today()))
        if before is not None:
            words = self._actions.topic_words(before.topic)
            self._restorable(before, _("Weer zoals het was: {question}").format(question=words))
            self._tell(_("{question} staat nu op {day}.").format(question=words, day=day_text(day)))

    def say_day(self, day: date, state: str) -> None:
        """This is what a day was."""
        from ido_kiosk.questions import service as questions

        parts, place = self._parts, self._parts.visit.place
        say = partial(questions.say_day, parts.codes, day, place)
        before = self._actions.attempt(lambda: say(state, parts.today()))
        if before is not None:
            again = _("Weer zoals het was: {day}").format(day=day_text(day))
            self._undoable(lambda: say(before, parts.today()) is not None, again)
            self._tell(_("Onthouden: wat {day} was.").format(day=day_text(day)))

    def tick_kb(self, ids: tuple[int, ...]) -> None:
        """This visitor stands in the national form now."""
        from ido_kiosk.questions import service as questions

        before = self._actions.attempt(lambda: questions.say_kb(dict.fromkeys(ids, questions.IN_KB)))
        if before is not None:
            self._undoable(lambda: questions.say_kb(before) != {}, _("Staat weer in de lijst voor de KB."))
            self._tell(_("Overgetypt."))

    def _restorable(self, before: "LoggedQuestion", said: str) -> None:
        from ido_kiosk.questions import service as questions

        self._undoable(partial(questions.restore, before), said)

    def _undoable(self, action: Callable[[], object], said: str) -> None:
        self._actions.can_undo(action, said, survives=True)

    def _tell(self, words: str) -> None:
        self._actions.log_changed()
        self._actions.said.emit(words)
