"""What stands in the log, and what is still to be said of it: today, earlier days, what waits, and busy hours."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.counting_screens import CountingScreens
from ido_kiosk.window.kb_screens import KbScreens
from ido_kiosk.window.opening import is_staffed
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.question_screens import QuestionScreens, Target
from ido_shared.content.codes import NOT_FILLED_IN

if TYPE_CHECKING:  # with it comes the database, and a kiosk shows its window before that
    from ido_kiosk.questions.service import Asked, LoggedQuestion

A_DAY = timedelta(days=1)


class LogWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    replace: Callable[[Callable[[], Screen]], None]
    """Shows another screen in the place of the present one."""
    here: Callable[[], Callable[[], None]]
    """Gives what comes back to the present screen later, from whatever was opened from it."""
    questions: QuestionScreens
    kb: KbScreens
    counting: CountingScreens


class LogScreens(QObject):
    """Makes the screens. What they ask for is done elsewhere, so that it can be undone.

    Signals: ``correct_requested`` (id, what it was), ``remove_requested`` (id), ``move_requested`` (id, day),
    ``add_requested`` (topic, day), ``tally_requested``, ``put_off_requested`` (topic), ``undo_requested``,
    ``day_said`` (day, code), ``failed`` (why something is refused, in words).
    """

    correct_requested = Signal(object, object)
    remove_requested = Signal(object)
    move_requested = Signal(object, object)
    add_requested = Signal(str, object)
    tally_requested = Signal()
    put_off_requested = Signal(str)
    undo_requested = Signal()
    day_said = Signal(object, str)
    failed = Signal(str)

    def __init__(self, parts: Parts, ways: LogWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways

    def waiting(self) -> Screen:
        """The questions that are to be completed."""
        from ido_kiosk.questions import service as questions
        from ido_kiosk.questions.screen.waiting import WaitingRow, WaitingScreen

        topics = self._parts.codes.topics
        rows = [
            WaitingRow(row.id, f"{self._say('onderwerpen', row.topic)} ({day_text(row.day)})", row.topic in topics)
            for row in questions.to_complete(self._parts.today())
        ]
        screen = WaitingScreen(rows)
        screen.log_requested.connect(self._complete)
        screen.say_requested.connect(self._open_question)
        screen.drop_requested.connect(self.remove_requested)
        screen.closed.connect(self._ways.back)
        return screen

    def _complete(self, id: int) -> None:
        """Log it as it was proposed."""
        from ido_kiosk.questions import service as questions

        if (found := questions.question(id)) is not None:
            self.correct_requested.emit(id, questions.completed(found.asked))

    def _open_question(self, id: int) -> None:
        """Say what a question was: first its topic when nobody said that."""
        from ido_kiosk.questions import service as questions

        found = questions.question(id)
        target = Target(
            asked=lambda: _asked_of(id), save=partial(self.correct_requested.emit, id), done=self._ways.here()
        )
        if found is not None and found.topic not in self._parts.codes.topics:
            self._ways.open(lambda: self._ways.questions.topics(partial(self._give_topic, target), often_first=False))
        else:
            self._ways.open(lambda: self._question(id, target))

    def _give_topic(self, target: Target, topic: str) -> None:
        from ido_kiosk.questions import service as questions

        if (asked := target.asked()) is not None:
            target.save(questions.about(self._parts.codes, topic, asked))
        target.done()

    def _question(self, id: int, target: Target) -> Screen:
        """A question of the log: what it was, and what else can be done with it."""

        def remove() -> None:
            self.remove_requested.emit(id)
            target.done()

        more = [
            Choice(_("Andere dag"), partial(self._ways.open, lambda: self._other_day(id, target))),
            Choice(_("Weghalen uit het logboek"), remove),
        ]
        return self._ways.questions.ending(target, more)

    def _other_day(self, id: int, target: Target) -> Screen:
        """The days of the last two weeks, as far as they take changes."""
        from ido_kiosk.questions import service as questions

        def choose(day: date) -> None:
            self.move_requested.emit(id, day)
            target.done()

        today = self._parts.today()
        days = [today - number * A_DAY for number in range(14) if questions.is_open(today - number * A_DAY, today)]
        choices = [Choice(self._day_words(day), partial(choose, day)) for day in days]
        screen = ChoiceScreen(_("Welke dag was het?"), "", [Section("", choices)])
        screen.closed.connect(self._ways.back)
        return screen

    def logged_today(self) -> Screen:
        """What was logged today; from there one goes to earlier days."""
        return self._logged(self._parts.today())

    def _logged(self, day: date) -> Screen:
        from ido_kiosk.questions import service as questions

        rows = questions.questions_of(self._parts.visit.place, day, day)
        choose = self._open_question if questions.is_open(day, self._parts.today()) else self._refuse(day)
        choices = [Choice(self._row_words(row), partial(choose, row.id)) for row in rows]
        title = _("Vastgelegd: {day}").format(day=self._day_words(day))
        sections = [Section("", choices), Section("", self._around(day))]
        screen = LogList(title, self._explain(day, bool(rows)), sections, start=0 if choices else 1)
        screen.closed.connect(self._ways.back)
        return screen

    def _explain(self, day: date, has_rows: bool) -> str:
        from ido_kiosk.questions import service as questions

        if not questions.is_open(day, self._parts.today()):
            return _("Deze maand is afgesloten. U kunt hier niets meer veranderen.")
        if has_rows:
            return _("Kies een vraag. Dan kunt u die verbeteren of weghalen.")
        state = questions.day_states(self._parts.visit.place, day, day).get(day, "")
        said = _("Deze dag: {state}.").format(state=self._say("dagen", state)) if state else ""
        nothing = _("Er is op deze dag niets vastgelegd.")
        return f"{nothing} {said}".strip()

    def _around(self, day: date) -> list[Choice]:
        """Other days, and what can be done about this one."""
        from ido_kiosk.questions import service as questions

        today = self._parts.today()
        made = [Choice(_("Een dag terug"), partial(self._go_to, day - A_DAY))]
        if day < today:
            made.append(Choice(_("Een dag verder"), partial(self._go_to, day + A_DAY)))
        if questions.is_open(day, today):
            made.append(Choice(_("Vraag toevoegen op deze dag"), partial(self._open_adding, day)))
            made.append(Choice(_("Zeggen wat deze dag was"), partial(self._ways.open, partial(self.day, day))))
        words = _("Overtypen voor de KB: nog {number}").format(number=self._ways.kb.number())
        made.append(Choice(words, self._ways.kb.open))
        made.append(Choice(_("Uitnodiging voor de meting van de KB printen"), self._ways.kb.invite))
        made.append(Choice(_("Telt dit mee?"), partial(self._ways.open, self._ways.counting.list)))
        if waiting := self.open_days():
            words = _("Dagen zonder antwoord: {number}").format(number=len(waiting))
            made.append(Choice(words, partial(self._ways.open, self.unanswered)))
        return made

    def open_days(self) -> list[date]:
        """The days of which nothing is known, and those of which someone did not know; the last one first."""
        from ido_kiosk.questions import service as questions

        place, today = self._parts.visit.place, self._parts.today()
        unknown = questions.days_to_explain(place, is_staffed(self._parts), today)
        return sorted([*unknown, *questions.days_in_doubt(place, today)], reverse=True)

    def unanswered(self) -> Screen:
        """The days of which it is still to be said what they were."""
        choices = [
            Choice(self._day_words(day), partial(self._ways.open, partial(self.day, day))) for day in self.open_days()
        ]
        some, none = _("Op deze dagen is niets vastgelegd. Kies een dag."), _("Van elke dag is bekend wat het was.")
        screen = LogList(_("Dagen zonder antwoord"), some if choices else none, [Section("", choices)])
        screen.closed.connect(self._ways.back)
        return screen

    def _go_to(self, day: date) -> None:
        self._ways.replace(partial(self._logged, day))

    def _open_adding(self, day: date) -> None:
        """One question on an earlier day; the next one is of today again."""
        back = self._ways.here()

        def add(topic: str) -> None:
            self.add_requested.emit(topic, day)
            back()

        self._ways.open(lambda: self._ways.questions.topics(add, often_first=False))

    def _refuse(self, day: date) -> Callable[[int], None]:
        """Says why a question of this day stays as it is."""

        def refuse(_id: int) -> None:
            from ido_kiosk.questions import service as questions

            try:
                questions.refuse_closed(day, self._parts.today())
            except DeskError as error:
                self.failed.emit(str(error))

        return refuse

    def day(self, day: date) -> Screen:
        """Ask what a day was on which nothing was logged."""
        from ido_kiosk.questions import service as questions

        def say(state: str) -> None:
            self.day_said.emit(day, state)
            self._ways.back()

        add = Choice(_("Er waren vragen: ik vul aan"), lambda: self._ways.replace(partial(self._logged, day)))
        states = [
            (_("Open, maar geen vragen"), questions.ZERO),
            (_("Gesloten"), questions.CLOSED),
            (_("Niet bemand"), questions.NOT_STAFFED),
            (_("Weet ik niet"), questions.UNKNOWN),
        ]
        choices = [Choice(words, partial(say, code)) for words, code in states]
        title = _("{day}: er is niets vastgelegd. Klopt dat?").format(day=self._day_words(day))
        screen = LogList(title, "", [Section("", [choices[0], add, *choices[1:]])])
        screen.closed.connect(self._ways.back)
        return screen

    def busy(self) -> Screen:
        """A busy hour: each key is one visitor; what was not said is completed later."""
        from ido_kiosk.questions.screen.busy import BusyScreen

        topics = self._ways.questions.often()
        screen = BusyScreen([(topic, self._say("onderwerpen", topic)) for topic in topics])
        screen.pressed.connect(self.put_off_requested)
        screen.tallied.connect(self.tally_requested)
        screen.undo_requested.connect(self.undo_requested)
        screen.closed.connect(self._ways.back)
        return screen

    def _row_words(self, row: "LoggedQuestion") -> str:
        words = [self._say("onderwerpen", row.topic)] if row.topic != NOT_FILLED_IN else []
        words += [_("nog aanvullen")] if row.to_complete else [self._say("resultaten", row.result)]
        words += [self._say("verwijzingen", code) for code in row.referrals]
        number = _("Bezoeker {number}").format(number=row.visit)
        return f"{number}: {' · '.join(words)}"

    def _day_words(self, day: date) -> str:
        if day == self._parts.today():
            return _("vandaag")
        return _("gisteren, {day}").format(day=day_text(day)) if day == self._parts.today() - A_DAY else day_text(day)

    def _say(self, code_list: str, code: str) -> str:
        return self._parts.codes.say(code_list, code, language.content)


class LogList(ChoiceScreen):
    """A list that follows the log."""

    def shows_log(self) -> bool:
        """It does."""
        return True

    def is_for_volunteers(self) -> bool:
        """It is: it shows other visits."""
        return True


def _asked_of(id: int) -> "Asked | None":
    from ido_kiosk.questions import service as questions

    found = questions.question(id)
    return questions.completed(found.asked) if found is not None else None
