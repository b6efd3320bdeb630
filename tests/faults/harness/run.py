"""Run lists of operations in a world of their own each, and tell what came of it."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.harness.plan import Operation
from tests.faults.harness.world import World, WrongError


@dataclass
class Report:
    """What happened; ``wrong`` is empty when every question counts as it should."""

    operations: int = 0
    kills: int = 0
    lost_answers: int = 0
    requests: int = 0
    questions: int = 0
    wrong: str = ""

    def __iadd__(self, other: "Report") -> "Report":
        self.operations += other.operations
        self.kills += other.kills
        self.lost_answers += other.lost_answers
        self.requests += other.requests
        self.questions += other.questions
        self.wrong = self.wrong or other.wrong
        return self


def run(operations: Sequence[Operation]) -> Report:
    """Carry out a list in a fresh world."""
    report = Report()
    with tempfile.TemporaryDirectory(prefix="ido-faults-") as folder:
        world = World(Path(folder))
        try:
            for operation in operations:
                report.operations += 1
                world.do(operation)
            world.settle()
        except WrongError as error:
            report.wrong = str(error)
        finally:
            world.close()
    report.kills, report.questions = world.kills, world.acknowledged
    report.lost_answers, report.requests = world.proxy.lost_answers, world.proxy.requests
    return report
