"""The database: SQLite through peewee, safe on disk after every commit, brought to the present shape by migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import peewee

from ido_kiosk.base import clock, paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _

store = peewee.DatabaseProxy()
"""What all tables stand on; usable after ``open_store``."""

MEMORY = Path(":memory:")
"""A database that lives as long as the program, for a test of one screen."""

_SAFE = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a commit is on disk before the screen says so
    "foreign_keys": 1,
    "secure_delete": 1,  # what is deleted is overwritten
}


class Table(peewee.Model):
    """What all tables share: on ``store``, and with the types that SQLite itself guards."""

    class Meta:
        """Settings of peewee."""

        database = store
        legacy_table_names = False
        strict_tables = True


def open_store(file: Path, copies: Path | None = None) -> None:
    """Open the database and bring it to the present shape; a copy is put into ``copies`` before a migration.

    Raises DeskError when the file is damaged, was made by a newer version of this program, or the disk is full.
    """
    database = peewee.SqliteDatabase(str(file), pragmas=_SAFE, timeout=10)
    try:
        _migrate(database, file, copies)
    except peewee.DatabaseError as error:
        database.close()
        raise DeskError(explain(error, file)) from error
    except DeskError:
        database.close()
        raise
    store.initialize(database)


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
    text = " ".join(_causes(error))
    if "full" in text:
        return _("De schijf van deze computer is vol. Er is niets verloren. Maak ruimte en probeer het opnieuw.")
    if "locked" in text:
        held = _("Een ander programma houdt de gegevens vast ({file}). Sluit dat en probeer het opnieuw.")
        return held.format(file=file)
    if "malformed" in text or "not a database" in text:
        return _(
            "De gegevens in {file} zijn beschadigd. Gooi niets weg en geef dit door aan de coördinator. "
            "In de map 'kopieen' staat misschien een goede kopie."
        ).format(file=file)
    return _("De gegevens in {file} zijn niet te gebruiken ({reason}).").format(file=file, reason=error)


def _causes(error: BaseException | None) -> Iterator[str]:
    """What an error says and what the errors behind it say: a full disk first ends the transaction by itself."""
    while error is not None:
        yield str(error)
        error = error.__context__


def _migrate(database: peewee.SqliteDatabase, file: Path, copies: Path | None) -> None:
    database.connect()
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


def copy_database(file: Path, target: Path) -> None:
    """Put a complete copy of a database at ``target``, also while it is in use."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
