"""One visit: what was done, which questions that proposes to log, and what goes when the visitor leaves. No Qt.

The log is imported where it is used: with it comes the database, and a kiosk shows its window before that.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from ido_shared.content.codes import Codes

if TYPE_CHECKING:
    from ido_kiosk.questions.service import Asked, LoggedQuestion

PRINTED = "PRT"
"""The code of the help that a printed sheet is."""
LETTER = "PAP"
"""The code of the help that a printed letter is."""


class LoggedTopic(msgspec.Struct, frozen=True):
    """A question as this visit logged it, with what is needed to take it back; the log may say otherwise by now."""

    id: int
    day: date
    visit: int
    asked: "Asked"


class Visit:
    """The visit at this desk. What it proposes follows from what was done; it keeps no word about the visitor."""

    def __init__(self, codes: Codes, place: str, today: Callable[[], date]) -> None:
        self.codes = codes
        self.place = place
        self.today = today
        self.proposals: dict[str, Asked] = {}
        """By topic."""
        self.logged: list[LoggedTopic] = []
        self.turn = 0
        """Counts the visitors: what ends late, and was begun in another turn, is about who has left."""
        self._day: date | None = None

    def propose(self, topic: str, helped: str = "") -> bool:
        """Something was done about a topic: it is one question of this visit, however often this is said.

        Gives False when that question of this visit is logged already. On another day it is another visit: raises
        DeskError when what was proposed yesterday could not be put off.
        """
        from ido_kiosk.questions.service import Asked

        if self.day() != self.today():
            self.end()
            self.day()
        if self.is_logged(topic):
            return False
        before = self.proposals.get(topic, Asked(topic, (self.codes.topics[topic].help,)))
        help_given = tuple(dict.fromkeys((*before.helped, helped))) if helped else before.helped
        self.proposals[topic] = msgspec.structs.replace(before, helped=help_given)
        return True

    def end_as(self, topic: str, result: str) -> None:
        """How it ends for a topic that is proposed; an empty code means as usual."""
        from ido_kiosk.questions.service import USUAL_RESULT

        if topic in self.proposals:
            self.proposals[topic] = msgspec.structs.replace(self.proposals[topic], result=result or USUAL_RESULT)

    def change(self, asked: "Asked") -> None:
        """This is how it was, for a topic that is proposed."""
        if asked.topic in self.proposals:
            self.proposals[asked.topic] = asked

    def become(self, topic: str, asked: "Asked") -> None:
        """What was proposed as one topic was about another, in the same place among the proposals."""
        kept = [each for key, each in self.proposals.items() if key == topic or key != asked.topic]
        self.proposals = {each.topic: each for each in (asked if one.topic == topic else one for one in kept)}

    def withdraw(self, topic: str, helped: str) -> None:
        """This help was not given after all, for a topic that is proposed."""
        if topic in self.proposals:
            asked = self.proposals[topic]
            given = tuple(code for code in asked.helped if code != helped)
            self.proposals[topic] = msgspec.structs.replace(asked, helped=given)

    def is_logged(self, topic: str) -> bool:
        """Whether the question about this topic is on disk already, for this visit."""
        return any(row.topic == topic for row in self.in_log())

    def in_log(self) -> "list[LoggedQuestion]":
        """What this visit logged and is still there as its own, as it is now: not what was removed or moved since."""
        from ido_kiosk.questions import service as questions

        if not self.logged:
            return []
        found = {row.id: row for row in questions.questions_with(entry.id for entry in self.logged)}
        rows = [(entry, found[entry.id]) for entry in self.logged if entry.id in found]
        return [row for entry, row in rows if (row.day, row.visit) == (entry.day, entry.visit)]

    def leave_out(self, topic: str) -> "Asked":
        """This topic was not a question after all; gives what it was, for ``bring_back``."""
        return self.proposals.pop(topic)

    def bring_back(self, asked: "Asked") -> None:
        """Propose again what was left out; what was proposed about it since then stays."""
        self.proposals.setdefault(asked.topic, asked)

    def log(self) -> list[LoggedTopic]:
        """Log all proposals, on disk when this returns. Raises DeskError; then none is logged and all stay proposed."""
        from ido_kiosk.base.database import transaction
        from ido_kiosk.questions import service as questions

        day, asked = self._day_that_counts(), self.proposals.values()
        with transaction():
            kept = questions.log_questions(self.codes, asked, day, self.place, self._number_on(day))
        fresh = [LoggedTopic(row.id, day, row.visit, each) for row, each in zip(kept, asked, strict=True)]
        self.logged.extend(fresh)
        self.proposals.clear()
        return fresh

    def take_back(self, entry: LoggedTopic) -> bool:
        """Take a logged question back: proposed again in this visit, or to be completed when its visitor has left.

        Gives False when it was gone already. Raises DeskError; then it stays logged.
        """
        from ido_kiosk.questions import service as questions

        if entry not in self.logged:
            return questions.reopen(entry.id)
        was_there = questions.take_back(entry.id)
        self.logged.remove(entry)
        self.bring_back(entry.asked)
        return was_there

    def end(self) -> None:
        """The visitor leaves: what was not logged is to be completed later, all else is forgotten.

        Raises DeskError when that cannot be written; then nothing is forgotten.
        """
        if self.proposals:
            self._put_off()
        self.proposals.clear()
        self.logged.clear()
        self._day = None
        self.turn += 1

    def day(self) -> date:
        """The day of this visit: that of the first thing that was done."""
        if self._day is None:
            self._day = self.today()
        return self._day

    def _put_off(self) -> None:
        from ido_kiosk.base.database import transaction
        from ido_kiosk.questions import service as questions

        day, asked = self._day_that_counts(), list(self.proposals.values())
        with transaction():
            questions.put_off(self.codes, asked, day, self.place, self._number_on(day))

    def _day_that_counts(self) -> date:
        """The day of this visit; today when its month was closed meanwhile: what is added there counts nowhere."""
        from ido_kiosk.questions import service as questions

        return self.day() if questions.is_open(self.day(), self.today()) else self.today()

    def _number_on(self, day: date) -> int | None:
        """The number that this visit has in the log of a day; None when nothing of it is there (any more)."""
        return next((row.visit for row in reversed(self.in_log()) if row.day == day), None)
