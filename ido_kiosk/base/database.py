"""The database: SQLite through peewee, safe on disk after every commit, brought to the present shape by migrations."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from ido_kiosk.base import clock, paths
from ido_kiosk.base.disk import sync_file, sync_folder
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of
from ido_kiosk.base.without import without

with without("psycopg", "psycopg2"):  # the drivers of regie's PostgreSQL: they would cost each start 0.2 s
    import peewee

store = peewee.DatabaseProxy()
"""What all tables stand on; usable after ``open_store``."""

_KIND = 0xFF
"""What is left of a code of SQLite without its details."""

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file may raise: SQLite's own word for it may hold a part of the damage."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

_ROOM = 256 * 1024
"""Bytes that a database needs beside it at least, to be opened."""

CHECKED_AT_ONCE = 2 * 1024 * 1024
"""Bytes, some 10,000 questions: the quick check of more would let the window wait."""

_RUN = os.urandom(8).hex()
"""Names the copies that this run of the program is making; a process has its number again after a restart."""

_SAFE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a commit is on disk before the screen says so
    "foreign_keys": 1,
    "secure_delete": 1,  # what is deleted is overwritten
}


class DamagedError(DeskError):
    """The file is there, and is no whole database (any more)."""


class Table(peewee.Model):
    """What all tables share: on ``store``, and with the types that SQLite itself guards."""

    class Meta:
        """Settings of peewee."""

        database = store
        legacy_table_names = False
        strict_tables = True


def open_store(file: Path, copies: Path | None = None) -> None:
    """Open the database and bring it to the present shape; a copy is put into ``copies`` before a migration.

    Raises DamagedError when the file is damaged; DeskError when it or its copy cannot be used, whatever the reason,
    or when a newer version of this program made it.
    """
    database = peewee.SqliteDatabase(str(file), pragmas=_SAFE, timeout=10)
    try:
        _check(database, file)
        _migrate(database, file, copies)
    except UnicodeDecodeError as error:
        database.close()
        raise DamagedError(damage(file)) from error
    except (peewee.PeeweeException, sqlite3.Error, OSError) as error:
        database.close()
        kind = DamagedError if _kinds(error) & _DAMAGED else DeskError
        raise kind(explain(error, file)) from error
    except DeskError:
        database.close()
        raise
    store.initialize(database)


def doubt_file(file: Path) -> Path:
    """There while a database was found damaged and not yet mended."""
    return file.with_name(f"{file.name}.beschadigd")


def close_store() -> None:
    """Close this thread's connection to the database."""
    if store.obj is not None and not store.is_closed():
        store.close()


@contextmanager
def transaction() -> Iterator[None]:
    """All or nothing: what is written inside is kept together, on disk when this ends.

    Raises DeskError when the disk is full or cannot be written; then nothing was kept.
    """
    try:
        with store.atomic("IMMEDIATE"):
            yield
    except peewee.IntegrityError:
        raise  # a mistake of the program, not of the disk
    except peewee.DatabaseError as error:
        raise DeskError(explain(error, Path(store.database))) from error


@contextmanager
def own_connection() -> Iterator[None]:
    """A connection of its own for work outside the main thread; closed afterwards."""
    try:
        yield
    finally:
        close_store()


def explain(error: Exception, file: Path) -> str:
    """What went wrong with the database, in plain Dutch, and what to do."""
    codes = _kinds(error)
    if sqlite3.SQLITE_FULL in codes or (sqlite3.SQLITE_IOERR in codes and _disk_is_full(file)):
        return _("De schijf van deze computer is vol. Er is niets verloren. Maak ruimte en probeer het opnieuw.")
    if codes & {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        held = _("Een ander programma houdt de gegevens vast ({file}). Sluit dat en probeer het opnieuw.")
        return held.format(file=file)
    if codes & _DAMAGED:
        return damage(file)
    return _("De gegevens in {file} zijn niet te gebruiken: {reason}. Vraag de beheerder om hulp.").format(
        file=file, reason=_other_reason(error, codes)
    )


def damage(file: Path) -> str:
    """What to say of a damaged database, and what to do."""
    return _(
        "De gegevens in {file} zijn beschadigd. Gooi niets weg. Sluit de kiosk en start hem opnieuw: "
        "dan herstelt de kiosk wat te herstellen is. Geef dit door aan de coördinator."
    ).format(file=file)


def _disk_is_full(file: Path) -> bool:
    """Whether there is no room beside a file; for its smallest helper file SQLite then speaks of a disk that fails."""
    import shutil

    with suppress(OSError):
        return shutil.disk_usage(file.parent).free < _ROOM
    return False


def _other_reason(error: Exception, codes: set[int]) -> str:
    if isinstance(error, OSError):
        return reason_of(error)
    if sqlite3.SQLITE_READONLY in codes:
        return _("er mag niet in worden geschreven")
    if sqlite3.SQLITE_CANTOPEN in codes:
        return _("het is niet te openen")
    if sqlite3.SQLITE_IOERR in codes:
        return _("de schijf geeft een fout")
    return _("fout {number}").format(number="-".join(map(str, sorted(codes))) or type(error).__name__)


def _codes(error: BaseException | None) -> Iterator[int]:
    """SQLite's codes of an error and of the errors behind it: a full disk first ends the transaction by itself."""
    while error is not None:
        if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorcode"):
            yield error.sqlite_errorcode
        error = error.__context__


def _kinds(error: BaseException) -> set[int]:
    return {code & _KIND for code in _codes(error)}


def _check(database: peewee.SqliteDatabase, file: Path) -> None:
    """The quick check: every page is one of a database, and every value of the kind that its column has.

    A large file is checked in the background (``backups.make_backup``), and here only after that found it damaged.
    """
    database.connect()
    if file.exists() and file.stat().st_size > CHECKED_AT_ONCE and not doubt_file(file).exists():
        return
    untyped: Any = database
    try:
        answer = untyped.execute_sql("PRAGMA quick_check(1)").fetchone()
    except peewee.OperationalError as error:
        if sqlite3.SQLITE_ERROR not in _kinds(error):  # its own description of a table makes no sense any more
            raise
        answer = None
    if answer != ("ok",):
        raise DamagedError(damage(file))


def _migrate(database: peewee.SqliteDatabase, file: Path, copies: Path | None) -> None:
    known = {step.stem for step in paths.migrations().glob("[0-9]*.py")}
    done = _applied(database)
    if done - known:
        raise DeskError(
            _(
                "De gegevens van deze computer zijn gemaakt door een nieuwere versie van dit programma. "
                "Er is niets veranderd. Start de nieuwste versie."
            )
        )
    if done == known:
        return
    from playhouse.migrations import Runner

    if done and copies is not None:
        copy_database(file, copies / f"voor-{max(known - done)}-{clock.today()}.sqlite3")
    Runner(database, str(paths.migrations())).up()


def _applied(database: peewee.SqliteDatabase) -> set[str]:
    if not database.table_exists("schema_migration"):
        return set()
    untyped: Any = database
    return {name for (name,) in untyped.execute_sql("SELECT name FROM schema_migration")}


def copy_database(file: Path, target: Path, is_sound: Callable[[Path], bool] | None = None) -> None:
    """Put a complete copy of a database at ``target``, also while it is in use.

    Raises DeskError when that is not possible, DamagedError when the copy is not ``is_sound``; what stood at
    ``target`` is then still there.
    """
    fresh = target.with_name(f".{target.name}.{_RUN}.nieuw")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(fresh)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = delete")  # one file, that can be kept and read by itself
        if is_sound is not None and not is_sound(fresh):
            fresh.unlink()
            raise DamagedError(damage(file))
        sync_file(fresh)
        fresh.replace(target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise DeskError(_copy_trouble(error, file, target)) from error


def broken_off(folder: Path) -> list[Path]:
    """The copies in a folder that an earlier run could not finish, each with what SQLite kept beside it."""
    return [file for file in folder.glob(".*.sqlite3.*.nieuw*") if f".{_RUN}.nieuw" not in file.name]


def _copy_trouble(error: Exception, file: Path, target: Path) -> str:
    if not isinstance(error, OSError):
        return explain(error, file)
    return _(
        "Er is geen kopie van de gegevens te maken in {folder}: {reason}. Er is niets veranderd. "
        "Vraag de beheerder om hulp en start dan opnieuw."
    ).format(folder=target.parent, reason=reason_of(error))
