"""Files and answers in random order, more than once or never, with older copies put back: regie never counts back."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from ido_regie.deliveries.files import answer
from tests.regie.conftest import pretend
from tests.regie.test_stick import made, read
from tests.regie.test_stick_repairs import at_regie, desk, go_unnoticed, is_equal, travel
from tests.statistics.desk import log
from tests.sync.linked_desk import Desk

__all__ = ["desk"]
OPERATIONS = ("log", "log", "file", "file", "bring", "bring", "bring", "read", "read", "copy", "put back", "travel")


class Chaos:
    """A desk, its sticks, and what was ever logged."""

    def __init__(self, desk: Desk, copy: Path, seed: int, is_noticed: bool) -> None:
        self.desk, self.copy, self.is_noticed, self.chance = desk, copy, is_noticed, random.Random(seed)
        self.today, self.logged, self.restored = date(2026, 11, 10), 2, 0
        self.files, self.answers = list[bytes](), list[bytes]()

    def step(self) -> str:
        """Do something; gives what."""
        what = self.chance.choice(OPERATIONS)
        self.today += timedelta(days=self.chance.choice([0, 1, 3]))
        if what == "bring" and self.files:
            self.answers.append(answer(self.chance.choice(self.files))[1])
        elif what == "copy":
            self.desk.copy(self.copy)
        elif what == "put back" and self.copy.exists():
            self.put_back()
        elif what == "travel":
            travel(self.desk, self.today.isoformat())
        else:
            self.at_the_desk(what)
        return f"{self.today} {what} {at_regie()}"

    def put_back(self) -> None:
        self.desk.put_back(self.copy)
        self.restored += 1
        if not self.is_noticed:
            go_unnoticed(self.desk)

    def at_the_desk(self, what: str) -> None:
        on = self.today.isoformat()
        with self.desk.on(on):
            if what == "log":
                number = self.chance.randint(1, 3)
                log(on, number)
                self.logged += number
            elif what == "file":
                self.files.append(made(self.desk, on))
            elif what == "read" and self.answers:
                read(self.desk, self.chance.choice(self.answers), on)


@pytest.mark.parametrize("is_noticed", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_sticks_in_any_order(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, is_noticed: bool
) -> None:
    pretend(monkeypatch, date(2027, 6, 1))
    chaos = Chaos(desk, tmp_path / "kopie", seed, is_noticed)
    story, most = list[str](), 0
    for _ in range(30):
        story.append(chaos.step())
        assert most <= at_regie() <= chaos.logged, story
        most = at_regie()
    for days in (3, 3, 9, 0, 0):
        chaos.today += timedelta(days=days)
        travel(desk, chaos.today.isoformat())
    assert is_equal(desk, chaos.today.isoformat()) == (at_regie(), at_regie(), True, 0), story
    assert most <= at_regie() <= chaos.logged, story
    assert chaos.restored or at_regie() == chaos.logged, story
