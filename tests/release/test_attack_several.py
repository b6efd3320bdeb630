"""Nobody works out a count under k of help, referral, signal and the two crossed views: not alone, not together.

``-m slow`` tries more years, and the desks that are so busy that a year takes a while.
"""

from collections.abc import Iterator

import pytest

from ido_kiosk.statistics.service import scheme
from ido_kiosk.statistics.service.pool import Line
from tests.release import several
from tests.release.test_attack import YEAR, Target
from tests.store import codes


def worked_out(target: Target) -> Iterator[tuple[str, Line, str, str, int]]:
    """Every number under k that an attack gets: how, line, period, code, number."""
    real = several.asked(target.questions, YEAR)
    attack = several.together(codes(), target.cells, target.totals)
    assert attack.fits(real)
    for line, period, code, number in several.small_numbers(real, target.k):
        for name, cap in (("alone", None), ("caps", 2 * target.k - 1)):
            least, most = several.least_and_most(target.cells, (line, period, code), target.totals, cap)
            assert cap or least <= number <= most
            if least >= 1 and most < target.k:
                yield name, line, period, code, number
        if attack.is_worked_out(several.behind(line, period, code), number, target.k):
            yield "together", line, period, code, number


@pytest.mark.parametrize(("a_week", "k", "seed"), [(2, 10, 0), (5, 5, 3)])
def test_a_quiet_desk_gives_nothing_away(a_week: float, k: int, seed: int) -> None:
    assert list(worked_out(Target(a_week, k, seed))) == []


@pytest.mark.slow
@pytest.mark.parametrize("k", [3, 5, 10])
@pytest.mark.parametrize("a_week", [2, 5, 40, 200])
def test_no_desk_gives_anything_away(a_week: float, k: int) -> None:
    for seed in range(6 if a_week <= 5 else 1):
        assert list(worked_out(Target(a_week, k, seed))) == []


def test_the_attack_works_where_nothing_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """In August nine came, of whom seven had this help: a quarter's cell left no room for less than two."""
    monkeypatch.setattr(scheme, "is_safe_to_publish", lambda *_all: True)
    found = list(worked_out(Target(2, 10, 0)))
    assert {(line.view, period, code) for _, line, period, code, _ in found} == {("hulp", "2027-08", "MEE")}
    assert {name for name, *_ in found} == {"alone", "caps", "together"}
