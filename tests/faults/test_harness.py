"""The fault harness: a fixed list in every test, and the lists that once went wrong. The long run: docs/faults.md."""

from collections.abc import Sequence

import pytest

from tests.faults.harness.found import FOUND
from tests.faults.harness.plan import WEIGHTS, Operation, made
from tests.faults.harness.run import run
from tests.faults.harness.shrink import shortest

SEED, OPERATIONS = 2, 26


def test_nothing_is_lost_or_counted_twice_whatever_goes_wrong() -> None:
    report = run(made(SEED, OPERATIONS))
    assert report.wrong == ""
    assert report.operations == OPERATIONS
    assert report.kills > 0
    assert report.questions > 0


@pytest.mark.parametrize("name", FOUND)
def test_what_once_went_wrong_goes_well(name: str) -> None:
    assert run(FOUND[name]).wrong == ""


def test_a_list_comes_from_its_seed_and_every_operation_is_tried() -> None:
    assert made(3, 50) == made(3, 50) != made(4, 50)
    assert {name for name, *_values in made(1, 3000)} == set(WEIGHTS)


def test_a_failing_list_becomes_as_short_as_it_can_be() -> None:
    def fails(operations: Sequence[Operation]) -> bool:
        names = [name for name, *_values in operations]
        return "back_up" in names and "put_back" in names[names.index("back_up") :]

    operations = [("back_up", 0), *made(5, 60), ("put_back", 0, 1)]
    assert [name for name, *_values in shortest(operations, fails, 500)] == ["back_up", "put_back"]
