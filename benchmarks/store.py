"""A log of 100,000 questions over 400 days: opening and checking it, copying it, and what overviews read of it."""

import secrets
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from benchmarks.log import INSERT, INSERT_HELP
from benchmarks.rows import Row, against_floor, against_limit, median

DAYS, PER_DAY = 400, 250
TODAY = date(2026, 11, 26)
PLACE = "1" * 36
TOPICS = ("DGA", "DGP", "MOB", "AAN", "TZO", "AOW", "PAS", "WRK", "BYS", "HUL")
OVERVIEW_LIMIT = 100.0
"""Milliseconds, median: what an overview of a period may take to read."""
STALL_LIMIT = 50.0
"""Milliseconds: the longest stall of the window (design § 11), and the database opens in the window's thread."""
COPY_MOST = 4.0
"""A copy is also checked, as a whole file, and flushed."""
RUNS = 7


def measure() -> list[Row]:
    """The reads of overviews, the start with its quick check, and a day's copy beside SQLite's own backup."""
    from ido_kiosk.base import backups, database
    from ido_kiosk.questions import service as questions

    with tempfile.TemporaryDirectory() as folder:
        file, copies = Path(folder) / "ido.sqlite3", Path(folder) / "kopieen"
        database.open_store(file)
        _fill(file)
        month, year = TODAY - timedelta(days=30), TODAY - timedelta(days=364)
        reads: dict[str, Callable[[], object]] = {
            "overview: questions of today": lambda: questions.questions_of(PLACE, TODAY, TODAY),
            "overview: counts per day of a month": lambda: questions.counts_per_day(month, TODAY),
            "overview: counts per day of a year": lambda: questions.counts_per_day(year, TODAY),
            "overview: topics of a year": lambda: questions.most_used_topics(year, TODAY),
            "overview: days of two months to explain": lambda: questions.days_to_explain(PLACE, lambda _d: True, TODAY),
        }
        rows = [against_limit(name, _median(read), OVERVIEW_LIMIT) for name, read in reads.items()]
        database.close_store()
        rows.append(
            against_limit(
                "open the database (its check is in the background)", _median(lambda: _open(file)), STALL_LIMIT
            )
        )
        plain = _median(lambda: _plain_copy(file, Path(folder) / "plain.sqlite3"))
        own = _median(lambda: backups.make_backup(file, copies, TODAY))
        return [*rows, against_floor("copy of the day, checked (in the background)", own, plain, COPY_MOST)]


def _fill(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        for number in range(DAYS):
            day = (TODAY - timedelta(days=number)).isoformat()
            for visit in range(1, PER_DAY + 1):
                topic = TOPICS[visit % len(TOPICS)]
                row = 1 + secrets.randbits(62)
                codes = ("DO", topic, "DIGID", "OPG", "BAL", "GEEN", 2, 0, "NEE")
                raw.execute(INSERT, (row, day, visit, PLACE, *codes))
                raw.execute(INSERT_HELP, (row, "MEE"))
        raw.commit()


def _open(file: Path) -> None:
    from ido_kiosk.base import database

    database.open_store(file)
    database.close_store()


def _plain_copy(file: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def _median(action: Callable[[], object]) -> float:
    spent = []
    for _run in range(RUNS):
        begin = time.perf_counter()
        action()
        spent.append((time.perf_counter() - begin) * 1000)
    return median(spent)
