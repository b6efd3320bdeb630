"""The store: safe, strict, migrated with a copy, and refused in plain words when it cannot be used."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import database, paths
from ido_kiosk.base.errors import DeskError


def rows(file: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def test_every_commit_is_safe_on_disk(store: Path) -> None:
    assert database.store.execute_sql("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.store.execute_sql("PRAGMA synchronous").fetchone() == (2,)
    assert database.store.execute_sql("PRAGMA secure_delete").fetchone() == (1,)
    assert database.store.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)


def test_all_our_tables_are_strict_and_hold_no_text_of_people(store: Path) -> None:
    ours = [
        name
        for _schema, name, kind, _columns, _rowid, strict in rows(store, "PRAGMA table_list")
        if kind == "table" and not str(name).startswith("sqlite_") and name != "schema_migration" and not strict
    ]
    assert ours == []


TEXT_COLUMNS = {
    "question": {"day", "place", "kind", "topic", "organisation", "result", "channel", "warm", "kb"},
    "question_help": {"code"},
    "question_referral": {"code"},
    "question_signal": {"code"},
    "day_state": {"day", "place", "state"},
    "first_use": {"place", "day"},
    "stated_week": {"desk", "place", "first_day", "last_day"},
    "payload": {"id", "desk", "made_on", "content", "digest"},
    "signed_delivery": {"id", "desk", "signed", "sent_on"},
    "schema_migration": {"name", "applied"},
    "restored": {"mark"},
    "restored_week": {"place", "first_day"},
    "lost_week": {"place", "first_day"},
    "closed_month": {"place", "month"},
    "day_total": {"day", "place", "state"},
    "day_code": {"day", "place", "view", "first", "code"},
    "counter": {"place", "month", "view", "first", "code"},
    "released_cell": {"place", "view", "first", "period", "level", "code"},
    "stated_cell": {"desk"},
    "release_secret": {"secret"},
}
"""Every column that can hold words: codes, days, identities, what was signed. A new one is added here on purpose."""


def test_every_text_column_is_known(store: Path) -> None:
    found = {
        str(table): {
            str(name)
            for _cid, name, kind, *_rest in rows(store, f"PRAGMA table_info({table})")
            if kind not in ("INTEGER", "REAL")
        }
        for _schema, table, kind, *_rest in rows(store, "PRAGMA table_list")
        if kind == "table" and not str(table).startswith("sqlite_")
    }
    assert found == TEXT_COLUMNS


LOG = ("question", "question_help", "question_referral", "question_signal", "day_state")


def test_the_log_has_no_clock_time_and_no_number_that_counts_up(store: Path) -> None:
    from ido_kiosk.questions import service
    from tests.store import PLACE, codes

    kept = [service.log_question(codes(), "DGA", date(2026, 11, 26), PLACE, 1).id for _time in range(12)]
    assert kept != sorted(kept)
    for table in LOG:
        declared = str(rows(store, f"SELECT sql FROM sqlite_master WHERE name = '{table}'")[0][0])
        assert "AUTOINCREMENT" not in declared
        assert table == "question" or "WITHOUT ROWID" in declared  # else a hidden number counts up


@pytest.mark.parametrize("schema", [1, 2])
def test_a_log_of_an_older_program_is_taken_over_whole(
    schema: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ido_kiosk.questions import service

    file, place = old_database(tmp_path, monkeypatch, schema), "1" * 36
    with closing(sqlite3.connect(file)) as old, old:
        codes = f"'2026-11-26', 1, '{place}', 'DO', 'DGA', 'DIGID', 'WAC', 'BAL', 1"
        for id in (1, 2):
            old.execute(f"INSERT INTO question VALUES ({id}, {codes})")
            old.execute(f"INSERT INTO question_help VALUES ({id}, 'MEE'), ({id}, 'PRT')")
        old.execute(f"INSERT INTO waiting_question VALUES (1, '2026-11-25', 3, '{place}', 'MAI', 'OPG')")
        old.execute("INSERT INTO waiting_help VALUES (1, 'APP')")
    database.open_store(file)
    waits, first, second = service.questions_of(place, date(2026, 11, 25), date(2026, 11, 26))
    assert (first.visit, first.topic, first.helped, first.result, first.warm) == (1, "DGA", ("MEE", "PRT"), "WAC", "NI")
    assert (second.helped, second.to_complete) == (("MEE", "PRT"), False)
    assert (waits.visit, waits.topic, waits.helped, waits.result, waits.to_complete) == (3, "MAI", ("APP",), "NI", True)
    assert min(first.id, second.id, waits.id) > 1000
    assert database.store.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert service.take_back(first.id)
    database.close_store()
    assert rows(file, "SELECT count(*) FROM question_help") == [(3,)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("topic", "mevrouw Jansen"),
        ("topic", "a"),
        ("day", "26-11-2026"),
        ("place", "Centrum"),
        ("visit", 0),
        ("kb", "MISSCHIEN"),
    ],
)
def test_the_tables_refuse_what_is_no_code(store: Path, column: str, value: object) -> None:
    row = {
        "day": "2026-11-26", "visit": 1, "place": "1" * 36, "kind": "DO", "topic": "DGA", "organisation": "DIGID",
        "result": "OPG", "channel": "BAL", "warm": "GEEN", "code_list": 1, "to_complete": 0, "kb": "NEE",
    } | {column: value}  # fmt: skip
    sql = f"INSERT INTO question ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    with closing(sqlite3.connect(store)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(sql, list(row.values()))


def test_the_migrated_tables_are_the_tables_of_the_program(store: Path) -> None:
    from ido_kiosk.questions import records as questions
    from ido_kiosk.statistics import records as statistics
    from ido_kiosk.sync import records as sync

    for module in (questions, statistics, sync):
        for model in vars(module).values():
            if isinstance(model, type) and issubclass(model, database.Table) and not model.__subclasses__():
                name = model._meta.table_name
                in_file = {row[1] for row in rows(store, f"PRAGMA table_info({name})")}
                assert in_file == set(model._meta.columns), name


def test_a_copy_is_made_before_a_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = tmp_path / "stappen"
    steps.mkdir()
    first, *later = sorted(paths.migrations().glob("[0-9]*.py"))
    shutil.copy(first, steps)
    monkeypatch.setattr(paths, "migrations", lambda: steps)
    file, copies = tmp_path / "ido.sqlite3", tmp_path / "kopieen"
    database.open_store(file, copies)
    database.close_store()
    assert not copies.exists()
    for step in later:
        shutil.copy(step, steps)
    database.open_store(file, copies)
    database.close_store()
    [copy] = copies.iterdir()
    assert copy.name == f"voor-{later[-1].stem}-2026-11-26.sqlite3"
    assert not rows(copy, "SELECT name FROM sqlite_master WHERE name = 'payload'")
    assert rows(file, "SELECT name FROM sqlite_master WHERE name = 'payload'")


def old_database(folder: Path, monkeypatch: pytest.MonkeyPatch, schema: int = 1) -> Path:
    """A database of an earlier schema; the next opening brings it up to date."""
    steps = folder / "stappen"
    steps.mkdir()
    for step in sorted(paths.migrations().glob("[0-9]*.py"))[:schema]:
        shutil.copy(step, steps)
    with monkeypatch.context() as patched:
        patched.setattr(paths, "migrations", lambda: steps)
        database.open_store(folder / "ido.sqlite3")
        database.close_store()
    return folder / "ido.sqlite3"


def test_half_a_copy_from_a_power_cut_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, copies = old_database(tmp_path, monkeypatch), tmp_path / "kopieen"
    copies.mkdir()
    last = max(paths.migrations().glob("[0-9]*.py")).stem
    (copies / f"voor-{last}-2026-11-26.sqlite3").write_bytes(b"half copy" * 999)
    database.open_store(file, copies)
    database.close_store()
    [copy] = copies.iterdir()
    assert rows(copy, "SELECT name FROM sqlite_master WHERE name = 'question'")


def test_without_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, copies = old_database(tmp_path, monkeypatch), tmp_path / "kopieen"
    copies.write_text("een bestand")
    with pytest.raises(DeskError, match=r"geen kopie.*er staat een bestand met die naam\. Er is niets veranderd"):
        database.open_store(file, copies)
    assert not rows(file, "SELECT name FROM sqlite_master WHERE name = 'payload'")


def test_a_copy_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    broken, target = tmp_path / "stuk.sqlite3", tmp_path / "kopie.sqlite3"
    broken.write_bytes(b"geen database" * 500)
    target.write_bytes(b"eerder")
    with pytest.raises(DeskError, match="beschadigd"):
        database.copy_database(broken, target)
    assert target.read_bytes() == b"eerder"
    assert sorted(tmp_path.iterdir()) == [target, broken]


@pytest.mark.parametrize(
    ("free", "said"), [(4096, "schijf van deze computer is vol"), (10**9, "de schijf geeft een fout")]
)
def test_a_disk_without_room_to_open_is_called_full(
    free: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert said in database.explain(error, tmp_path / "ido.sqlite3")


def test_what_cannot_be_opened_is_told_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as told:
        database.open_store(tmp_path)
    assert str(told.value) == (
        f"De gegevens in {tmp_path} zijn niet te gebruiken: het is niet te openen. Vraag de beheerder om hulp."
    )


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "ido.sqlite3"
    for _time in range(2):
        database.open_store(file, tmp_path / "kopieen")
        database.close_store()
    assert not (tmp_path / "kopieen").exists()


def test_a_newer_database_is_refused_kindly(store: Path) -> None:
    database.store.execute_sql("INSERT INTO schema_migration (name, applied) VALUES ('0999_later', '2027-01-01')")
    database.close_store()
    before = store.read_bytes()
    with pytest.raises(DeskError, match="nieuwere versie"):
        database.open_store(store)
    assert store.read_bytes() == before


def test_a_damaged_file_is_left_alone_and_explained(tmp_path: Path) -> None:
    file = tmp_path / "ido.sqlite3"
    file.write_bytes(b"geen database" * 500)
    with pytest.raises(DeskError, match="beschadigd"):
        database.open_store(file)
    assert file.read_bytes() == b"geen database" * 500


def test_a_full_disk_keeps_what_was_there(store: Path) -> None:
    from ido_kiosk.questions import service
    from tests.store import PLACE, codes

    service.log_question(codes(), "DGA", date(2026, 11, 26), PLACE)
    (pages,) = database.store.execute_sql("PRAGMA page_count").fetchone()
    database.store.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DeskError, match="schijf van deze computer is vol"):
        for _time in range(3000):
            service.log_question(codes(), "DGA", date(2026, 11, 26), PLACE)
    logged = service.counts_per_day(date(2026, 11, 26), date(2026, 11, 26))[0].questions
    database.close_store()
    assert rows(store, "SELECT count(*) FROM question") == [(logged,)]
    assert rows(store, "SELECT count(DISTINCT question_id) FROM question_help") == [(logged,)]
