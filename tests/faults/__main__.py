"""Spoil kiosks, network and regie at random: ``python -m tests.faults --seed N --operations M``."""

import argparse
import pprint
import sys
import time

from tests.faults.harness.plan import made
from tests.faults.harness.run import Report, run
from tests.faults.harness.shrink import shortest

EPISODE = 250
"""Operations in one world: then a year is nearly over."""
TRIES = 60


def main() -> int:
    """Run until the operations are done or something is wrong; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--operations", type=int, default=1000)
    asked = parser.parse_args()
    began, all_of_it = time.monotonic(), Report()
    for number in range(0, asked.operations, EPISODE):
        seed = asked.seed * 1000 + number // EPISODE
        operations = made(seed, min(EPISODE, asked.operations - number))
        report = run(operations)
        all_of_it += report
        tell(all_of_it, time.monotonic() - began)
        if report.wrong:
            print(f"WRONG in episode {seed} after {report.operations} operations: {report.wrong}")
            print("Shortening the list ...", flush=True)
            short = shortest(operations[: report.operations], lambda some: bool(run(some).wrong), TRIES)
            pprint.pprint(short)
            return 1
    return 0


def tell(report: Report, seconds: float) -> None:
    """Say how far it is."""
    print(
        f"{report.operations} operations, {report.questions} questions acknowledged, {report.kills} kills, "
        f"{report.requests} requests, {report.lost_answers} answers lost in {seconds:.0f} s: "
        f"{'WRONG' if report.wrong else '0 lost, 0 double'}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
