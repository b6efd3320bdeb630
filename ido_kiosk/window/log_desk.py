"""The screens of the log together, and the ways into them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.counting_screens import CountingScreens, CountingWays
from ido_kiosk.window.kb_screens import KbScreens, KbWays
from ido_kiosk.window.log_screens import LogScreens, LogWays
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.proposal import proposal
from ido_kiosk.window.question_screens import QuestionScreens, QuestionWays, Target
from ido_kiosk.window.referral_screens import ReferralScreens, ReferralWays
from ido_kiosk.window.view import View

if TYPE_CHECKING:
    from ido_kiosk.guides.printout import Sheet


class LogDeskWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    home: Callable[[], None]
    replace: Callable[[Callable[[], Screen]], None]
    """Shows another screen in the place of the present one."""
    present: Callable[[], Callable[[], Screen]]
    here: Callable[[], Callable[[], None]]
    """Gives what comes back to the present screen later, from whatever was opened from it."""
    show_again: Callable[[], None]
    visit_changed: Callable[[], None]
    topic_chosen: Callable[[str], None]
    find_topics: Callable[[str], Sequence[str]]
    strip: Callable[[], None]
    """Makes the window a strip, or large again."""
    paper: Callable[[Callable[[], "Sheet"], str], None]
    """Shows the paper that is made so, about a topic."""
    noted: Callable[[str], None]


class LogDesk(QObject):
    """Opens the screens of the log."""

    def __init__(self, parts: Parts, view: View, ways: LogDeskWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways
        self._referrals = ReferralScreens(parts, ReferralWays(ways.open, ways.back, ways.paper))
        to_questions = QuestionWays(ways.open, ways.back, ways.show_again, self._referrals.open, ways.find_topics)
        self.questions = QuestionScreens(parts, to_questions)
        self.kb = KbScreens(parts, view, KbWays(ways.open, ways.back, ways.show_again, ways.strip, ways.paper))
        self.counting = CountingScreens(parts, CountingWays(ways.open, ways.back))
        to_log = LogWays(ways.open, ways.back, ways.replace, ways.here, self.questions, self.kb, self.counting)
        self.screens = LogScreens(parts, to_log)

    def is_unlocked(self) -> bool:
        """Whether the coordinator's PIN was given."""
        return self.counting.is_unlocked()

    def forget(self) -> None:
        """The visitor leaves."""
        self.counting.forget()

    def open_topics(self) -> None:
        """Let the volunteer choose a topic by its theme."""
        self._open_once(self._topics_by_theme)

    def open_often(self) -> None:
        """Let the volunteer choose a topic from those that this desk is asked most."""
        self._open_once(self._topics_often)

    def open_ending(self, topic: str = "") -> None:
        """Say how a proposed question ended: the one about a topic, or the last one."""
        self._with_proposal(topic, lambda target: self._ways.open(lambda: self.questions.ending(target)))

    def open_referral(self) -> None:
        """Choose to whom the visitor goes with the last question."""
        self._with_proposal("", self._referrals.open)

    def open_waiting(self) -> None:
        """Show what is to be completed."""
        self._open_once(self.screens.waiting)

    def open_logged(self) -> None:
        """Show what was logged today."""
        self._open_once(self.screens.logged_today)

    def open_busy(self) -> None:
        """Count visitors in a busy hour."""
        self._open_once(self.screens.busy)

    def _with_proposal(self, topic: str, action: Callable[[Target], None]) -> None:
        known = topic or next(reversed(self._parts.visit.proposals), "")
        if known:
            action(proposal(self._parts.visit, known, self._ways.visit_changed, self._ways.home))
        else:
            self._ways.noted(_("Er is nog geen vraag. Open een gids of kies eerst een onderwerp."))

    def _topics_by_theme(self) -> Screen:
        return self.questions.topics(self._ways.topic_chosen, often_first=False)

    def _topics_often(self) -> Screen:
        return self.questions.topics(self._ways.topic_chosen, often_first=True)

    def _open_once(self, screen: Callable[[], Screen]) -> None:
        """Open a screen, in the place of another one that a key opened."""
        screens = self.screens
        keyed = (self._topics_by_theme, self._topics_often, screens.waiting, screens.logged_today, screens.busy)
        if self._ways.present() in keyed:
            self._ways.replace(screen)
        else:
            self._ways.open(screen)
