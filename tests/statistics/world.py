"""A desk whose days pass: it logs and takes back within open months, and knows what the log must hold."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from ido_kiosk.questions import service as questions
from tests.statistics.desk import OTHER_PLACE
from tests.store import PLACE, codes

START = date(2026, 11, 24)
UNTIL_ALL_IS_CLOSED = 45
"""Days after which every week and month of before is closed."""

STEPS = [
    st.tuples(st.just("log"), st.integers(0, 40), st.sampled_from([PLACE, OTHER_PLACE])),
    st.tuples(st.just("undo"), st.integers(0, 50)),
    st.tuples(st.just("wait"), st.integers(1, 9)),
]


@dataclass
class World:
    """The day, and the questions that were logged and not taken back."""

    today: date = START
    logged: dict[int, date] = field(default_factory=dict)

    def log(self, back: int, place: str) -> None:
        """Log a question of some days ago, if that month is open."""
        day = self.today - timedelta(days=back)
        if questions.is_open(day, self.today):
            self.logged[questions.log_question(codes(), "DGA", day, place).id] = day

    def undo(self, which: int) -> None:
        """Take back one of the questions of an open month."""
        ids = [id for id, day in self.logged.items() if questions.is_open(day, self.today)]
        if ids:
            questions.take_back(ids[which % len(ids)])
            del self.logged[ids[which % len(ids)]]

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.today += timedelta(days=days)
