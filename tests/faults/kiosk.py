"""Starts a busy kiosk as a process of its own, reads what it called safe, and reads its database afterwards."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from tests.shelf import lay_cache

ROOT = Path(__file__).resolve().parents[2]
ENDLESS = 100_000

Question = tuple[int, str]
"""Number of the visit, and topic."""


class Busy(NamedTuple):
    """A kiosk process, its output, and what stood there so far."""

    process: subprocess.Popen[str]
    output: IO[str]

    def safe(self, most: int) -> list[Question]:
        """The next questions that the window called safe, this many or fewer when the process ends."""
        found = []
        while len(found) < most and (line := self.output.readline()):
            found.append(question(line))
        return found

    def rest(self) -> list[Question]:
        """What stands in the pipe after the process has died; half a line was not said."""
        return [question(line) for line in self.output.read().splitlines(keepends=True) if line.endswith("\n")]


def question(line: str) -> Question:
    """A line as a question; anything that the window refused fails the test."""
    assert not line.startswith("niet"), line
    visit, topic = line.split()
    return int(visit), topic


@contextmanager
def busy(data: Path, most: int = ENDLESS, day: str = "2026-11-26") -> Iterator[Busy]:
    """A kiosk that is open and logs, until the end of the block at most."""
    words = [sys.executable, str(ROOT / "tests" / "faults" / "busy_kiosk.py"), str(most)]
    options = ["--data", str(lay_cache(data, is_trial=True)), "--datum", day]
    with subprocess.Popen(
        [*words, *options], cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=sys.stderr, text=True
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "open\n"
            yield Busy(process, process.stdout)
        finally:
            process.kill()


def surroundings() -> dict[str, str]:
    """For a process off screen."""
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false",
    }


def logged(file: Path) -> list[Question]:
    """What is logged in a database, read by SQLite itself."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
        assert not connection.execute(
            "SELECT id FROM question WHERE id NOT IN (SELECT question_id FROM question_help)"
        ).fetchall()
        return connection.execute("SELECT visit, topic FROM question ORDER BY visit").fetchall()
