"""Lists of operations: random from a seed, as plain values, so that a failing list can be shortened and kept."""

import random
from typing import Any

from tests.faults.harness.proxy import FAULTS

Operation = tuple[Any, ...]
"""A name, and numbers or words; the first is which computer, counted round."""

WEIGHTS = {
    "log": 16, "back_date": 12, "undo": 8, "correct": 2, "days": 5, "monday": 12, "deliver": 8, "spoiled": 18,
    "die_at_statement": 10, "die_in_commit": 10, "die_around_request": 12, "die_any_time": 6, "kill_regie": 1,
    "kill_regie_in_request": 2, "full_disk": 4, "back_up": 4, "put_back": 4, "back_up_regie": 1, "put_back_regie": 1,
    "copy": 1, "move": 1, "code_list": 1, "revoke": 1, "clock_back": 1, "clock_ahead": 1, "summer_time": 1,
    "release_held": 4, "send_again": 1,
}  # fmt: skip
STATEMENTS, MICROSECONDS, MILLISECONDS = 40, 1500, 120


def made(seed: int, number: int) -> list[Operation]:
    """So many operations, the same for the same seed."""
    chance = random.Random(seed)
    weights = WEIGHTS if seed % 2 else WEIGHTS | {"clock_back": 0}  # a wrong clock leaves less that is surely so
    names = chance.choices(list(weights), list(weights.values()), k=number)
    return [(name, chance.randrange(6), *_values(name, chance)) for name in names]


def _values(name: str, chance: random.Random) -> list[Any]:
    if name == "spoiled":
        return [tuple(chance.choice(["", *FAULTS]) for _ in range(chance.randint(1, 3)))]
    if name == "die_around_request":
        return [chance.choice(["before sending", "after the answer"])]
    most = {
        "back_date": 35, "undo": 1000, "correct": 1000, "days": 4, "die_at_statement": STATEMENTS,
        "die_in_commit": MICROSECONDS, "die_any_time": MILLISECONDS, "full_disk": 60_000, "clock_back": 20,
        "clock_ahead": 40, "put_back": 4,
    }  # fmt: skip
    return [chance.randint(1, most[name])] if name in most else []
