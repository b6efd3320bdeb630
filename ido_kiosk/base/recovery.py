"""A damaged database: set it aside, put the last good copy back, and save from the damaged file what can be read."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from ido_kiosk.base import backups, database
from ido_kiosk.base.disk import sync_folder
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text, ngettext
from ido_kiosk.base.reasons import reason_of

_BESIDE = ("", "-wal", "-shm", "-journal")
"""The endings of a database's own files."""

Row = dict[str, Any]


class Recovered(msgspec.Struct, frozen=True):
    """What came of it."""

    aside: Path
    """The damaged file, as it is called now."""
    restored: date | None
    """The day of the copy that was put back; None when there was none."""
    saved: int
    """Questions that were read from the damaged file and are in no copy."""
    is_all_read: bool
    """Whether every table of the damaged file could be read to its end."""


def recover(file: Path, copies: Path, today: date) -> Recovered:
    """Make a whole database again in the place of a damaged one, and open it.

    Raises DeskError when the disk refuses; the damaged file is then still there, here or in ``copies``.
    """
    aside = _set_aside(file, copies, today)
    good = next((copy for copy in backups.restorable(copies) if backups.is_sound(copy.file)), None)
    if good is not None:
        database.copy_database(good.file, file)
    database.open_store(file)
    database.close_store()
    saved, is_all_read = _save_rows(aside, file)
    database.open_store(file)
    with suppress(OSError):
        database.doubt_file(file).unlink(missing_ok=True)
    return Recovered(aside, good.day if good else None, saved, is_all_read)


def recovered_text(recovered: Recovered) -> str:
    """What came of it, for who stands at the desk."""
    if recovered.restored is None:
        said = _("De gegevens waren beschadigd en er was nog geen reservekopie.")
        asks = _("Er kunnen vragen ontbreken. Geef dit door aan de coördinator.")
    else:
        day = day_text(recovered.restored)
        said = _("De gegevens waren beschadigd. De reservekopie van {day} staat terug.").format(day=day)
        asks = _("Kijk na of de vragen na {day} er nog zijn. Geef dit door aan de coördinator.").format(day=day)
    saved = ngettext(
        "Uit het beschadigde bestand is nog {number} vraag gered.",
        "Uit het beschadigde bestand zijn nog {number} vragen gered.",
        recovered.saved,
    ).format(number=recovered.saved)
    whole = "" if recovered.is_all_read else _("Een deel van dat bestand was niet te lezen.")
    kept = _("Het staat nu in kopieen als {name}.").format(name=recovered.aside.name)
    return " ".join(part for part in (said, saved, whole, kept, asks) if part)


def _set_aside(file: Path, copies: Path, today: date) -> Path:
    target = backups.free_name(copies, "beschadigd", today)
    try:
        copies.mkdir(parents=True, exist_ok=True)
        for ending in _BESIDE:
            with suppress(FileNotFoundError):
                file.with_name(f"{file.name}{ending}").replace(target.with_name(f"{target.name}{ending}"))
        sync_folder(copies)
    except OSError as error:
        text = _("De gegevens zijn beschadigd, en {file} is niet te verplaatsen: {reason}. Vraag de beheerder om hulp.")
        raise DeskError(text.format(file=file, reason=reason_of(error))) from error
    return target


def _save_rows(damaged: Path, file: Path) -> tuple[int, bool]:
    """Lay what can be read of the damaged file over the database; gives the new questions, and whether all was read."""
    with closing(sqlite3.connect(file, isolation_level=None)) as live:
        live.execute("PRAGMA synchronous = 2")
        live.execute("PRAGMA secure_delete = 1")
        before = _questions(live)
        live.execute("BEGIN IMMEDIATE")
        read_all = [_save_table(damaged, live, table) for table in _tables(live)]
        _drop_orphans(live)
        saved = len(_questions(live) - before)
        live.execute("COMMIT")
    return saved, all(read_all)


def _drop_orphans(live: sqlite3.Connection) -> None:
    """Drop rows, such as the help with a question, whose question was not saved."""
    orphans = live.execute(
        'SELECT DISTINCT broken."table", link."from", broken.parent, link."to" '
        'FROM pragma_foreign_key_check AS broken, pragma_foreign_key_list(broken."table") AS link '
        "WHERE link.id = broken.fkid"
    ).fetchall()
    for table, column, parent, of_parent in orphans:
        live.execute(f'DELETE FROM "{table}" WHERE "{column}" NOT IN (SELECT "{of_parent}" FROM "{parent}")')  # noqa: S608


def _questions(live: sqlite3.Connection) -> set[int]:
    return {id_ for (id_,) in live.execute("SELECT id FROM question")}


def _tables(live: sqlite3.Connection) -> list[str]:
    rows = live.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    return [name for (name,) in rows if not name.startswith("sqlite_") and name != "schema_migration"]


def _save_table(damaged: Path, live: sqlite3.Connection, table: str) -> bool:
    """Save the rows of one table; False when some of it could not be read or is no row of that table."""
    known = {row[1] for row in live.execute(f'PRAGMA table_info("{table}")')}
    is_whole = True
    for row in _rows_both_ways(damaged, live, table):
        if row is None:
            is_whole = False
            continue
        columns = [name for name in row if name in known]
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{name}"' for name in columns)
        try:
            live.execute(
                f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608 - names of our own tables
                [row[name] for name in columns],
            )
        except sqlite3.Error:  # damage that the checks of the table see: the row of the copy stands
            is_whole = False
    return is_whole


def _rows_both_ways(damaged: Path, live: sqlite3.Connection, table: str) -> Iterator[Row | None]:
    """The rows from the first to where reading breaks, then from the last back to there; None where it breaks."""
    key = _key(live, table)
    last = yield from _rows(damaged, table, key, "ASC", None)
    if last is not None:
        yield None
        yield from _rows(damaged, table, key, "DESC", last)


def _key(live: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns in whose order the rows of a table lie on disk."""
    (is_without_rowid,) = live.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (table,)).fetchone()
    if not is_without_rowid:
        return ("rowid",)
    columns = live.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,)).fetchall()
    return tuple(name for (name,) in columns)


def _rows(
    damaged: Path, table: str, key: tuple[str, ...], order: str, until: tuple[Any, ...] | None
) -> Generator[Row, None, tuple[Any, ...] | None]:
    """Rows in the order of their key; gives the last key that was read when it broke, None at a good end."""
    last: tuple[Any, ...] = ()
    named = ", ".join(f'"{column}" AS "key {number}"' for number, column in enumerate(key))
    ordered = ", ".join(f'"{column}" {order}' for column in key)
    try:
        with closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as source:
            source.row_factory = sqlite3.Row
            for found in source.execute(f'SELECT {named}, * FROM "{table}" ORDER BY {ordered}'):  # noqa: S608
                here = tuple(found)[: len(key)]
                if until is not None and here <= until:
                    break
                last = here
                yield {name: found[name] for name in found.keys() if not name.startswith("key ")}  # noqa: SIM118
    except (*database.UNREADABLE, TypeError):  # a key that is no key any more cannot be compared either
        return last
    return None
