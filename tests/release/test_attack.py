"""Nobody works out a count under k: not from one view, not from topic, organisation and kind together.

The attacker of ``attack.py`` tries every month, quarter and year of every code that 1 … k-1 questions have.
``-m slow`` tries more desks, and desks so busy that a year takes a while.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from benchmarks import made_up_desk
from ido_kiosk.statistics.service.pool import Cell, Line
from ido_shared import counts
from tests.release.attack import Atom, Attack, View, behind, small_numbers
from tests.release.rules import lists, rules
from tests.store import codes

YEAR = "2027"
FIELDS = {"soort": "kind", "onderwerp": "topic", "organisatie": "organisation"} | {
    **{"resultaat": "result", "kanaal": "channel", "warm": "warm"}
}
LINKED = (counts.TOPIC, counts.ORGANISATION, counts.KIND)


class Target:
    """A made-up desk, and what it published of a year. Every topic has its usual organisation: all the more to tell."""

    def __init__(self, a_week: float, k: int, seed: int) -> None:
        self.k = k
        self.questions = made_up_desk.year_of(codes(), a_week, random.Random(seed), other_organisation=0)
        secret = bytes([seed] * 32)
        self.cells = made_up_desk.released(self.questions, codes(), YEAR, rules(k, secret))
        months = Counter(question.month for question in self.questions)
        self.totals = {f"{YEAR}-{number:02}": months[number] for number in range(1, 13)}

    def of(self, view: str) -> list[Cell]:
        """The cells of a view."""
        return [cell for cell in self.cells if cell.line == Line(view)]

    def asked(self, view: str) -> Counter[Atom]:
        """How many questions each month and code really had."""
        return Counter((f"{YEAR}-{each.month:02}", getattr(each, FIELDS[view])) for each in self.questions)


def alone(target: Target, view: str) -> Attack:
    """An attack on one view by itself."""
    seen = View(target.of(view), lambda code: code, dict(lists().themes.get(view, {})))
    return Attack(lists().codes[view], target.totals, [seen])


def code_in(view: str) -> Callable[[str], str]:
    """Of a topic its usual code in a view."""
    return lambda topic: topic if view == counts.TOPIC else lists().of_topic[view][topic]


def together(target: Target) -> Attack:
    """An attack on topic, organisation and kind at once, by someone who knows what usually goes with a topic."""
    seen = [View(target.of(view), code_in(view), dict(lists().themes.get(view, {}))) for view in LINKED]
    return Attack(lists().codes[counts.TOPIC], target.totals, seen)


def worked_out(target: Target) -> Iterator[tuple[str, str, str, int]]:
    """Every number under k that an attack gets: how, period, code, number."""
    for view in counts.SINGLE_VALUED:
        with_caps = alone(target, view)
        attacks = {view: alone(target, view)} | ({f"{view}, caps": with_caps} if with_caps.take_caps(target.k) else {})
        for period, code, number in small_numbers(target.asked(view), lambda code: code, target.k):
            for name, attack in attacks.items():
                some = behind(period, code, attack.atoms, lambda code: code)
                if attack.is_worked_out(some, number, target.k):
                    yield name, period, code, number
    attack = together(target)
    for view in LINKED:
        for period, code, number in small_numbers(target.asked(counts.TOPIC), code_in(view), target.k):
            if attack.is_worked_out(behind(period, code, attack.atoms, code_in(view)), number, target.k):
                yield f"{view}, together", period, code, number


@pytest.mark.parametrize(("a_week", "seed"), [(2, 101), (5, 3)])
def test_a_quiet_desk_gives_nothing_away(a_week: float, seed: int) -> None:
    assert list(worked_out(Target(a_week, 5, seed))) == []


@pytest.mark.slow
@pytest.mark.parametrize("k", [3, 5, 10])
@pytest.mark.parametrize("a_week", [2, 5, 40, 200])
def test_no_desk_gives_anything_away(a_week: float, k: int) -> None:
    for seed in range(3 if a_week > 5 else 8):
        assert list(worked_out(Target(a_week, k, seed))) == []


def test_the_attack_works_where_nothing_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    from ido_kiosk.statistics.service import scheme

    monkeypatch.setattr(scheme, "is_safe_to_publish", lambda *_all: True)
    ways = {name.split(",")[-1].strip() for name, *_ in worked_out(Target(20, 3, 1))}
    assert {"together", "warm"} <= ways
