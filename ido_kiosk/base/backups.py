"""Copies of the database: one a day, whole and checked before it counts, thrown away in time, and put back."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from ido_kiosk.base import database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.lifetimes import COPIES_LIVE, oldest_day
from ido_kiosk.base.reasons import reason_of

DAYS_KEPT = 7
"""Of the last week every day's copy is kept, of the weeks before the newest one."""

_NAME = re.compile(
    r"(dag|voor|terug|beschadigd|elders)-(?:.*-)?(\d{4}-\d\d-\d\d)(?:-\d+)?\.sqlite3(?:-wal|-shm|-journal)?"
)
_KINDS: dict[str, "Kind"] = {
    "dag": "daily",
    "voor": "migration",
    "terug": "restore",
    "beschadigd": "damaged",
    "elders": "foreign",
}
_BESIDE = ("-wal", "-shm", "-journal")
"""Endings of the files that SQLite keeps beside a database; they hold rows of it too."""
_QUESTIONS = ("question", "waiting_question")
"""The tables whose rows may live so long only; a copy from before a migration may have the second one."""

Kind = Literal["daily", "migration", "restore", "damaged", "foreign"]
"""Made daily, before a migration, before a backup was put back; the damaged file itself; or another desk's log."""


class Backup(msgspec.Struct, frozen=True):
    """A copy in the folder of copies."""

    file: Path
    day: date
    kind: Kind


def copies_in(folder: Path) -> list[Backup]:
    """All copies, newest first."""
    found = [made for file in _files(folder) if (made := _named(file)) is not None]
    return sorted(found, key=lambda copy: (copy.day, copy.file.name), reverse=True)


def restorable(folder: Path) -> list[Backup]:
    """The whole copies of this desk's log, newest first: what can be put back."""
    kept = ("damaged", "foreign")
    return [copy for copy in copies_in(folder) if copy.kind not in kept and copy.file.suffix == ".sqlite3"]


def make_backup(file: Path, folder: Path, today: date) -> Backup:
    """Make the copy of today, or make it anew, also while the database is in use; whole, checked and on disk then.

    Raises DeskError, DamagedError when the database itself is not whole any more; all earlier copies are still there.
    """
    target = folder / f"dag-{today}.sqlite3"
    try:
        database.copy_database(file, target, is_sound)
    except database.DamagedError:
        _note_doubt(file)
        raise
    return Backup(target, today, "daily")


def restore(backup: Backup, file: Path, folder: Path, today: date) -> Backup:
    """Put a copy in the place of what is in the database now, in one step; gives the copy of what was there before.

    Raises DeskError; then nothing has changed.
    """
    if not is_sound(backup.file):
        raise DeskError(_("Deze reservekopie is niet goed meer. Kies een andere. Er is niets veranderd."))
    before = free_name(folder, "terug", today)
    database.copy_database(file, before)
    try:
        with closing(sqlite3.connect(backup.file)) as source, closing(sqlite3.connect(file, timeout=10)) as live:
            live.execute("PRAGMA synchronous = 2")
            live.execute("PRAGMA secure_delete = 1")
            source.backup(live)  # one transaction: a power cut leaves the old or the new
    except sqlite3.Error as error:
        raise DeskError(database.explain(error, file)) from error
    return Backup(before, today, "restore")


def tidy(folder: Path, today: date) -> None:
    """Throw away copies that lived long enough, and those that hold a row that may not live any more.

    Call it only when the clock is to be believed. Raises DeskError when a file cannot be removed.
    """
    copies = copies_in(folder)
    newest_of_week: dict[tuple[int, int], Backup] = {}
    for copy in copies:
        if copy.kind == "daily":
            newest_of_week.setdefault(copy.day.isocalendar()[:2], copy)
    for copy in copies:
        is_spare = copy.kind == "daily" and copy.day <= today - timedelta(days=DAYS_KEPT)
        if (
            abs(copy.day - today) > COPIES_LIVE  # also one of a day to come, from when the clock was wrong
            or (is_spare and copy not in newest_of_week.values())
            or _holds_too_old(copy.file, today)
        ):
            _remove(copy.file)


def remove_broken_off(folder: Path) -> None:
    """Throw away what an earlier run left of a copy when the power went: nobody would find the rows in it any more.

    Raises DeskError when a file cannot be removed.
    """
    for file in database.broken_off(folder):
        _remove(file)


def is_sound(file: Path, thoroughly: bool = False) -> bool:
    """Whether a database is whole; ``thoroughly`` also compares every index with its table, which takes longer."""
    try:
        with closing(_reader(file)) as connection:
            check = "PRAGMA integrity_check(1)" if thoroughly else "PRAGMA quick_check(1)"
            return bool(
                connection.execute(check).fetchone() == ("ok",)
                and connection.execute("PRAGMA foreign_key_check").fetchone() is None
                and connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'question'").fetchone()
            )
    except database.UNREADABLE:
        return False


def check_thoroughly(copy: Backup, file: Path) -> None:
    """Check everything in a copy that was just made. Raises DamagedError: then the database it came from is damaged."""
    if not is_sound(copy.file, thoroughly=True):
        _remove(copy.file)
        _note_doubt(file)
        raise database.DamagedError(database.damage(file))


def questions_in(file: Path) -> int | None:
    """How many questions are logged in a copy; None when it cannot be read."""
    try:
        with closing(_reader(file)) as connection:
            number: int = connection.execute("SELECT count(*) FROM question").fetchone()[0]
            return number
    except database.UNREADABLE:
        return None


def _note_doubt(file: Path) -> None:
    """Let the next start check the database before it opens, however large it is."""
    with suppress(OSError):
        database.doubt_file(file).touch()


def free_name(folder: Path, kind: str, day: date) -> Path:
    """The name of a new copy of a kind; never that of one that is there."""
    taken = {file.name for file in _files(folder)}
    names = (f"{kind}-{day}{'' if number == 1 else f'-{number}'}.sqlite3" for number in range(1, len(taken) + 2))
    return folder / next(name for name in names if name not in taken)


def _files(folder: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError, NotADirectoryError):
        yield from folder.iterdir()


def _named(file: Path) -> Backup | None:
    found = _NAME.fullmatch(file.name)
    if found is None:
        return None
    try:
        return Backup(file, date.fromisoformat(found[2]), _KINDS[found[1]])
    except ValueError:
        return None


def _holds_too_old(file: Path, today: date) -> bool:
    try:
        with closing(_reader(file)) as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            tables = [table for table in _QUESTIONS if table in names]
            days = [connection.execute(f"SELECT min(day) FROM {table}").fetchone()[0] for table in tables]  # noqa: S608
    except database.UNREADABLE:
        return False  # damaged: it goes when its time is over
    return any(day is not None and day < oldest_day(today).isoformat() for day in days)


def _reader(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _remove(file: Path) -> None:
    """Throw a copy away, with what stands beside it; the database itself last, so that a next time finds the rest."""
    try:
        for ending in (*_BESIDE, ""):
            file.with_name(file.name + ending).unlink(missing_ok=True)
    except OSError as error:
        text = _("De oude kopie {file} is niet weg te gooien: {reason}. Vraag de beheerder om hulp.")
        raise DeskError(text.format(file=file, reason=reason_of(error))) from error
