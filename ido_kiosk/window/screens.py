"""Which screen is shown, how one gets to the next and back, and what each one's signals mean for the visit."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.finding.service import Situation
from ido_kiosk.guides import service as guides
from ido_kiosk.guides.service import Walk
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.visit.service import LETTER, PRINTED
from ido_kiosk.window.finding_screens import FindingScreens, Ways
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.view import View

if TYPE_CHECKING:  # a kiosk shows its window before the screens behind it
    from ido_kiosk.guides.printout import Sheet
    from ido_kiosk.window.desk_screens import DeskScreens
    from ido_kiosk.window.letter_screens import LetterScreens
    from ido_kiosk.window.log_desk import LogDesk
    from ido_kiosk.window.paper import Paper


class Screens(QObject):
    """The trail of screens of this visit, the present one last.

    Signals: ``changed`` (another screen is to be shown), ``log_made`` (the LogDesk, when it is first asked for),
    ``visit_changed`` (something was done for the visitor), ``noted`` (neither good nor bad, in words), ``failed``,
    ``undo_requested``, ``finished``, ``keep_look_requested``, ``visitor_view_toggled``, ``strip_toggled``.
    """

    changed = Signal()
    log_made = Signal(object)
    visit_changed = Signal()
    noted = Signal(str)
    failed = Signal(str)
    undo_requested = Signal()
    finished = Signal()
    keep_look_requested = Signal()
    visitor_view_toggled = Signal()
    strip_toggled = Signal()

    def __init__(self, parts: Parts, view: View) -> None:
        super().__init__()
        self._parts = parts
        self._view = view
        self.finding = FindingScreens(parts, self._ways())
        self._walks: dict[str, Walk] = {}
        self._trail: list[Callable[[], Screen]] = [self.finding.start]
        self._trail += [self._desk.set_up] if parts.begins_with_set_up else []
        self._shows_log = False
        self._shown: Screen | None = None

    @cached_property
    def _paper(self) -> "Paper":
        from ido_kiosk.window.paper import Paper

        made = Paper(self._parts, self, self._desk.this_desk)
        made.printed.connect(lambda topic: self._propose(topic, PRINTED))
        made.unprinted.connect(lambda topic: self._withdraw(topic, PRINTED))
        made.failed.connect(self.failed)
        made.closed.connect(self.back)
        return made

    def _ways(self) -> Ways:
        return Ways(
            open=self.open,
            back=self.back,
            guide=self.open_guide,
            letter=lambda id_: self.letters.open_letter(id_),
            letters=lambda: self.letters.open_list(),
            topic=self._topic_chosen,
            topics=lambda: self.log.open_topics(),
            paper=self._open_paper,
            around=lambda: self._desk.around(),
            undo=self.undo_requested.emit,
            failed=self.failed.emit,
        )

    @cached_property
    def log(self) -> "LogDesk":
        """The screens of the log."""
        from ido_kiosk.window.log_desk import LogDesk, LogDeskWays

        ways = LogDeskWays(
            open=self.open,
            back=self.back,
            home=self.home,
            replace=self._replace,
            present=lambda: self._trail[-1],
            here=self._here,
            show_again=self.changed.emit,
            visit_changed=self.visit_changed.emit,
            topic_chosen=self._topic_chosen,
            find_topics=self.finding.topics_for,
            strip=self.strip_toggled.emit,
            paper=lambda make, topic: self._paper.prepare_plain(make, topic, self._shower()),
            noted=self.noted.emit,
        )
        made = LogDesk(self._parts, self._view, ways)
        self.log_made.emit(made)
        return made

    @cached_property
    def letters(self) -> "LetterScreens":
        """The screens of letters."""
        from ido_kiosk.window.letter_screens import LetterScreens, LetterWays

        ways = LetterWays(
            open=self.open,
            back=self.back,
            guide=self.open_guide,
            rows=lambda ids: self.finding.letter_rows(ids),
            finish=self._guide_finished,
            shower=self._shower,
            propose=lambda topic: self._propose(topic, LETTER),
            withdraw=lambda topic: self._withdraw(topic, LETTER),
            noted=self.noted.emit,
            failed=self.failed.emit,
            this_desk=self._desk.this_desk,
        )
        return LetterScreens(self._parts, ways)

    @cached_property
    def _desk(self) -> "DeskScreens":
        from ido_kiosk.window.desk_screens import DeskScreens

        made = DeskScreens(self._parts, self._view, self)
        made.opened.connect(self.open)
        made.closed.connect(self.back)
        made.changed.connect(self.changed)
        made.facts_changed.connect(self.finding.read_anew)
        made.log_replaced.connect(self.visit_changed)
        made.noted.connect(self.noted)
        made.failed.connect(self.failed)
        made.keep_look_requested.connect(self.keep_look_requested)
        return made

    def read_sent(self) -> None:
        """A round is over: what came from regie about organisations nearby counts from now on."""
        if self._parts.local.read_sent():
            self.finding.read_anew()

    def make(self) -> Screen:
        """The present screen, made anew with the present words and colours."""
        made = self._shown = self._trail[-1]()
        self._shows_log = made.shows_log()
        return made

    def is_home(self) -> bool:
        """Whether the start screen is shown and nothing is typed there."""
        return len(self._trail) == 1 and not self.finding.asked

    def holds_text(self) -> bool:
        """Whether something that was typed in a letter is kept, wherever one is now."""
        return "letters" in vars(self) and self.letters.holds_text()

    def is_unlocked(self) -> bool:
        """Whether the coordinator's PIN was given."""
        return any(vars(self)[name].is_unlocked() for name in ("_desk", "log") if name in vars(self))

    def ask_home(self) -> None:
        """Go to the start screen, unless the present one asks first."""
        if not self.holds_back():
            self.home()

    def holds_back(self) -> bool:
        """Whether to ask once before the present screen is left for good. It is told then."""
        said = self._shown.holds_back() if self._shown is not None else ""
        if said:
            self.noted.emit(said)
        return bool(said)

    def home(self) -> None:
        """Go to the start screen."""
        self.finding.forget()
        self._trail = [self.finding.start]
        self.changed.emit()

    def back(self) -> None:
        """Go to the screen before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
        self.changed.emit()

    def forget(self) -> None:
        """The visitor leaves: nothing of what was looked at stays."""
        self._walks.clear()
        for name in ("_desk", "log", "letters"):
            if name in vars(self):
                vars(self)[name].forget()
        self.home()

    def open_help(self) -> None:
        """Show the help for the volunteer."""
        if self._trail[-1] != self._desk.help:
            self.open(self._desk.help)

    def _replace(self, screen: Callable[[], Screen]) -> None:
        self._trail[-1] = screen
        self.changed.emit()

    def _here(self) -> Callable[[], None]:
        """Gives what comes back to the present screen later, whatever was opened from it."""
        depth = len(self._trail)

        def back() -> None:
            self._trail = self._trail[:depth]
            self.changed.emit()

        return back

    def open_guide(self, id: str) -> None:
        """Open a guide, where this visit left it."""
        self._walks.setdefault(id, guides.start(self._parts.library, id))
        self.open(lambda: self._guide(id))
        if self._parts.visit.is_logged(self._parts.library.guides[id].topic):
            self._note_logged()

    def open(self, screen: Callable[[], Screen]) -> None:
        """Show a screen; from it one comes back to the present one."""
        self._trail.append(screen)
        self.changed.emit()

    def _guide(self, id: str) -> Screen:
        from ido_kiosk.guides.screen import GuideScreen  # a kiosk shows its window before the screens behind it

        parts = self._parts
        guide = parts.library.guides[id]
        around = replace(self._desk.around(), letters=self.letters.of_guide)
        screen = GuideScreen(parts.library, self._walks[id], parts.today(), language.content, around)
        screen.walk_changed.connect(lambda walk: self._walks.update({id: walk}))
        if guide.audience == "bezoeker":  # what a volunteer looks up for himself is no question of a visitor
            screen.stepped_forward.connect(lambda _id: self._propose(guide.topic))
        screen.handout_requested.connect(lambda walk: self._paper.prepare(walk, self._shower()))
        screen.result_known.connect(lambda result: self._end_as(guide.topic, result))
        screen.guide_requested.connect(self.open_guide)
        screen.finished.connect(self._guide_finished)
        screen.visitor_view_toggled.connect(self.visitor_view_toggled)
        screen.strip_toggled.connect(self.strip_toggled)
        screen.closed.connect(self.back)
        return screen

    def _guide_finished(self) -> None:
        self.home()
        self.finished.emit()

    def _open_paper(self, make: "Callable[[], Sheet]", situation: Situation) -> None:
        self._paper.prepare_situation(make, situation, self._shower())

    def _shower(self) -> Callable[[Callable[[], Screen]], None]:
        """Opens a preview, unless the volunteer has gone elsewhere meanwhile."""
        asked_from = self._trail[-1]

        def show(preview: Callable[[], Screen]) -> None:
            if self._trail[-1] is asked_from:
                self.open(preview)

        return show

    def _propose(self, topic: str, helped: str = "") -> bool:
        """Propose; gives False when it is logged already."""
        try:
            is_new = self._parts.visit.propose(topic, helped)
        except DeskError as error:
            self.failed.emit(str(error))
            return True
        self.visit_changed.emit()
        return is_new

    def _end_as(self, topic: str, result: str) -> None:
        self._parts.visit.end_as(topic, result)
        self.visit_changed.emit()

    def _withdraw(self, topic: str, helped: str) -> None:
        self._parts.visit.withdraw(topic, helped)
        self.visit_changed.emit()

    def _note_logged(self) -> None:
        self.noted.emit(_("Dit is bij dit bezoek al vastgelegd. Is dit een nieuwe bezoeker? Druk dan eerst op F12."))

    def _topic_chosen(self, topic: str) -> None:
        self.home()
        if not self._propose(topic):
            self._note_logged()

    def refresh_log(self) -> None:
        """The log has changed: show it, when that is what is shown."""
        if self._shows_log:
            self.changed.emit()

    def say(self, code_list: str, code: str) -> str:
        """The words of a code in the present language."""
        return self._parts.codes.say(code_list, code, language.content)
