"""Run measurements: ``python -m benchmarks [name …] [--json]``; without a name it runs them all."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from benchmarks import check, cold_start, keys, letters, log, paper, regie, release, screens, search, stall, store, sync
from benchmarks.rows import Row

MEASUREMENTS: dict[str, Callable[[], list[Row]]] = {
    "check": check.measure,
    "cold_start": cold_start.measure,
    "keys": keys.measure,
    "letters": letters.measure,
    "log": log.measure,
    "paper": paper.measure,
    "regie": regie.measure,
    "release": release.measure,
    "screens": screens.measure,
    "search": search.measure,
    "stall": stall.measure,
    "store": store.measure,
    "sync": sync.measure,
}


def main() -> int:
    """Print the rows; exit code 1 when one is over its budget."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"one or more of: {', '.join(MEASUREMENTS)}")
    parser.add_argument("--json", action="store_true", help="print a list of rows as JSON")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    rows = [row for name in asked.names or MEASUREMENTS for row in MEASUREMENTS[name]()]
    print(json.dumps([asdict(row) for row in rows], indent=2) if asked.json else as_text(rows))
    return 0 if all(row.within_budget for row in rows) else 1


def as_text(rows: list[Row]) -> str:
    """The rows as lines for a person."""
    return "\n".join(
        f"{row.name:<44} {row.value:>9.2f} {row.unit}"
        + (f"   floor {row.floor:.2f}, ratio {row.ratio:.2f}" if row.floor is not None else "")
        + f"   budget {row.budget}: {'ok' if row.within_budget else 'OVER'}"
        for row in rows
    )


if __name__ == "__main__":
    sys.exit(main())
