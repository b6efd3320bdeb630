"""Copies of the database: whole, checked, kept a while, and put back in one step."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from ido_kiosk.base import backups, database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.lifetimes import oldest_day
from ido_kiosk.questions import service as questions
from tests.store import PLACE, codes

TODAY = date(2026, 11, 26)


@pytest.fixture
def log(store: Path) -> Callable[[date], None]:
    def log_one(day: date) -> None:
        questions.log_question(codes(), "DGA", day, PLACE)

    return log_one


def days(folder: Path) -> list[str]:
    return [copy.file.name for copy in backups.copies_in(folder)]


def test_the_copy_is_one_whole_file_made_while_the_database_is_in_use(
    store: Path, log: Callable[[date], None], tmp_path: Path
) -> None:
    folder = tmp_path / "kopieen"
    log(TODAY)
    backups.make_backup(store, folder, TODAY)
    log(TODAY)
    copy = backups.make_backup(store, folder, TODAY)
    assert [file.name for file in folder.iterdir()] == ["dag-2026-11-26.sqlite3"]
    assert backups.is_sound(copy.file, thoroughly=True)
    assert backups.questions_in(copy.file) == 2
    assert [file.name for file in folder.iterdir()] == ["dag-2026-11-26.sqlite3"], "reading leaves nothing behind"
    if os.name == "posix":
        assert copy.file.stat().st_mode & 0o022 == 0


def test_a_damaged_database_does_not_replace_a_good_copy(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kopieen"
    good = backups.make_backup(store, folder, TODAY).file.read_bytes()
    database.close_store()
    store.write_bytes(store.read_bytes()[:4096] + b"\xff" * 4096 + store.read_bytes()[8192:])
    with pytest.raises(database.DamagedError, match="beschadigd"):
        backups.make_backup(store, folder, TODAY)
    assert [file.read_bytes() for file in folder.iterdir()] == [good]


def test_a_week_of_days_and_four_weeks_are_kept(store: Path, log: Callable[[date], None], tmp_path: Path) -> None:
    folder = tmp_path / "kopieen"
    for back in range(60, -1, -1):
        day = TODAY - timedelta(days=back)
        backups.make_backup(store, folder, day)
        backups.tidy(folder, day)
    kept = [date.fromisoformat(name[4:14]) for name in days(folder)]
    assert kept[:7] == [TODAY - timedelta(days=back) for back in range(7)]
    assert [day.isoformat() for day in kept[7:]] == ["2026-11-15", "2026-11-08", "2026-11-01"]


def test_other_copies_go_in_time_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    old, fresh = TODAY - timedelta(days=29), TODAY - timedelta(days=28)
    ahead = TODAY + timedelta(days=400)
    for name in (
        f"voor-0002_statistics-{old}.sqlite3", f"voor-0002_statistics-{fresh}.sqlite3", f"terug-{old}.sqlite3",
        f"beschadigd-{old}.sqlite3", f"beschadigd-{old}.sqlite3-wal", f"beschadigd-{fresh}-2.sqlite3",
        f"dag-{ahead}.sqlite3", "brief.txt", "dag-2026-99-99.sqlite3",
    ):  # fmt: skip
        (tmp_path / name).write_bytes(b"")
    backups.tidy(tmp_path, TODAY)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        f"beschadigd-{fresh}-2.sqlite3", "brief.txt", "dag-2026-99-99.sqlite3",
        f"voor-0002_statistics-{fresh}.sqlite3",
    ]  # fmt: skip


def test_no_copy_outlives_a_row_in_it(store: Path, log: Callable[[date], None], tmp_path: Path) -> None:
    folder = tmp_path / "kopieen"
    log(date(2026, 7, 31))
    backups.make_backup(store, folder, date(2026, 11, 4))
    backups.tidy(folder, date(2026, 11, 5))
    assert len(days(folder)) == 1
    backups.tidy(folder, date(2026, 11, 6))
    assert days(folder) == []


@pytest.mark.parametrize("is_closed", [True, False])
def test_the_log_of_another_computer_lives_as_short_as_a_copy_of_our_own(
    store: Path, log: Callable[[date], None], tmp_path: Path, is_closed: bool
) -> None:
    folder = tmp_path / "kopieen"

    def set_aside(day: date) -> None:
        """As ``sync.service.identity`` does: the files of a database as they are, also after a crash."""
        for ending in ("", "-wal", "-shm"):
            file = store.with_name(store.name + ending)
            if file.exists():
                shutil.copyfile(file, folder / f"elders-{day}.sqlite3{ending}")

    folder.mkdir(exist_ok=True)
    log(oldest_day(TODAY))
    if is_closed:
        database.close_store()
    set_aside(TODAY)
    assert (folder / f"elders-{TODAY}.sqlite3-wal").exists() is not is_closed
    assert backups.restorable(folder) == []
    backups.tidy(folder, TODAY)
    assert f"elders-{TODAY}.sqlite3" in days(folder)
    set_aside(TODAY - timedelta(days=29))
    backups.tidy(folder, TODAY)
    assert {name[:17] for name in days(folder)} == {f"elders-{TODAY}"}
    too_old = next(
        day for day in (TODAY + timedelta(days=1) * n for n in range(200)) if oldest_day(day) > oldest_day(TODAY)
    )
    backups.tidy(folder, TODAY + timedelta(days=29))
    assert list(folder.iterdir()) == []
    set_aside(too_old)
    backups.tidy(folder, too_old)
    assert list(folder.iterdir()) == [], "a row in it is too old"


def test_a_copy_that_is_being_made_is_not_taken_for_one_that_was_broken_off(store: Path, tmp_path: Path) -> None:
    def is_still_there(fresh: Path) -> bool:
        backups.remove_broken_off(tmp_path)
        return fresh.exists()

    database.copy_database(store, tmp_path / f"dag-{TODAY}.sqlite3", is_still_there)
    assert days(tmp_path) == [f"dag-{TODAY}.sqlite3"]


@pytest.mark.parametrize(
    ("today", "oldest"),
    [("2026-11-05", "2026-07-01"), ("2026-11-06", "2026-08-01"), ("2027-01-01", "2026-09-01")],
)
def test_a_row_lives_ninety_days_after_its_month_was_folded(today: str, oldest: str) -> None:
    assert oldest_day(date.fromisoformat(today)).isoformat() == oldest


def test_a_copy_is_put_back_and_that_can_be_undone(store: Path, log: Callable[[date], None], tmp_path: Path) -> None:
    folder = tmp_path / "kopieen"
    log(TODAY)
    copy = backups.make_backup(store, folder, TODAY - timedelta(days=1))
    log(TODAY)
    before = backups.restore(copy, store, folder, TODAY)
    assert questions.counts_per_day(TODAY, TODAY)[0].questions == 1
    backups.restore(before, store, folder, TODAY)
    assert questions.counts_per_day(TODAY, TODAY)[0].questions == 2
    assert days(folder) == ["terug-2026-11-26.sqlite3", "terug-2026-11-26-2.sqlite3", "dag-2026-11-25.sqlite3"]
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_copy_that_is_not_whole_is_not_put_back(store: Path, log: Callable[[date], None], tmp_path: Path) -> None:
    log(TODAY)
    copy = backups.make_backup(store, tmp_path / "kopieen", TODAY)
    copy.file.write_bytes(copy.file.read_bytes()[:9000])
    with pytest.raises(DeskError, match="niet goed meer"):
        backups.restore(copy, store, tmp_path / "kopieen", TODAY)
    assert questions.counts_per_day(TODAY, TODAY)[0].questions == 1
