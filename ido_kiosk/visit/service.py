"""One visit: what was done, which questions that proposes to log, and what goes when the visitor leaves. No Qt.

The log is imported where it is used: with it comes the database, and a kiosk shows its window before that.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from ido_shared.content.codes import Codes

PRINTED = "PRT"
"""The code of the help that a printed sheet is."""


class LoggedTopic(msgspec.Struct, frozen=True):
    """A question of this visit that is safe on disk."""

    id: int
    topic: str


class Visit:
    """The visit at this desk. What it proposes follows from what was done; it keeps no word about the visitor."""

    def __init__(self, codes: Codes, place: str, today: Callable[[], date]) -> None:
        self.codes = codes
        self.place = place
        self.today = today
        self.proposals: dict[str, tuple[str, ...]] = {}
        """Topics to log, each with the help that was given, what is usual for it first."""
        self.logged: list[LoggedTopic] = []
        self._number: int | None = None
        self._day: date | None = None

    def propose(self, topic: str, helped: str = "") -> None:
        """Something was done about a topic: it is one question of this visit, however often this is said."""
        if any(entry.topic == topic for entry in self.logged):
            return
        usual = (self.codes.topics[topic].help,)
        before = self.proposals.get(topic, usual)
        self.proposals[topic] = tuple(dict.fromkeys((*before, helped))) if helped else before

    def leave_out(self, topic: str) -> None:
        """This topic was not a question after all."""
        self.proposals.pop(topic, None)

    def log(self) -> list[LoggedTopic]:
        """Log all proposals, each on disk when this returns. Raises DeskError; what failed stays proposed."""
        from ido_kiosk.questions import service as questions

        fresh = []
        for topic, helped in list(self.proposals.items()):
            kept = questions.log_question(self.codes, topic, self.day(), self.place, self._number, helped)
            self._number = kept.visit
            fresh.append(LoggedTopic(kept.id, topic))
            self.logged.append(fresh[-1])
            del self.proposals[topic]
        return fresh

    def take_back(self) -> str | None:
        """Take the last logged question of this visit back; it is proposed again. Gives its topic, None without one."""
        from ido_kiosk.questions import service as questions

        if not self.logged:
            return None
        last = self.logged[-1]
        questions.take_back(last.id)
        self.logged.pop()
        self.propose(last.topic)
        return last.topic

    def end(self) -> None:
        """The visitor leaves: what was not logged waits to be logged later, all else is forgotten.

        Raises DeskError when that cannot be written; then nothing is forgotten.
        """
        from ido_kiosk.questions import service as questions

        questions.put_off(tuple(self.proposals), self.day(), self.place, self._number)
        self.proposals.clear()
        self.logged.clear()
        self._number = self._day = None

    def day(self) -> date:
        """The day of this visit: that of its first question, also when midnight passes."""
        if self._day is None:
            self._day = self.today()
        return self._day
