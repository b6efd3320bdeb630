"""A database of each older shape, with data in it: the program brings it up to date and everything is still there."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ido_kiosk.base import backups, database, paths

PLACE, DESK, DELIVERY = "1" * 36, "2" * 36, "3" * 36
DATA: dict[str, tuple[str, ...]] = {
    "0001_log": (
        "INSERT INTO question (id, day, visit, place, kind, topic, organisation, result, channel, code_list) "
        f"VALUES (7, '2026-11-26', 3, '{PLACE}', 'DO', 'DGA', 'DIGID', 'OPG', 'BAL', 1)",
        "INSERT INTO question_help (question_id, code) VALUES (7, 'MEE')",
        "INSERT INTO waiting_question (id, day, visit, place, topic, result) "
        f"VALUES (4, '2026-11-26', 4, '{PLACE}', 'MOB', 'OPG')",
        "INSERT INTO waiting_help (question_id, code) VALUES (4, 'INF')",
    ),
    "0002_statistics": (
        f"INSERT INTO first_use (place, day) VALUES ('{PLACE}', '2026-11-02')",
        "INSERT INTO stated_week (desk, place, first_day, last_day, questions, visits, days_with_questions, final) "
        f"VALUES ('{DESK}', '{PLACE}', '2026-11-02', '2026-11-08', 5, 4, 2, 1)",
        "INSERT INTO payload (id, desk, epoch, number, made_on, content, digest) "
        f"VALUES ('{DELIVERY}', '{DESK}', 1, 1, '2026-11-09', x'7B7D', '{'a' * 64}')",
        "INSERT INTO signed_delivery (position, id, desk, signed, sent_on, regie_questions, regie_visits) "
        f"VALUES (1, '{DELIVERY}', '{DESK}', x'7B7D', '2026-11-09', 5, 4)",
    ),
}
"""What is written after a migration, by its name: rows as the program of that day wrote them."""

STEPS = sorted(paths.migrations().glob("[0-9]*.py"))
Rows = dict[str, list[dict[str, object]]]


def rows(file: Path) -> Rows:
    """All rows of all tables of the program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        ours = [name for (name,) in names if name != "schema_migration" and not name.startswith("sqlite_")]
        return {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in ours}


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1), ids=[step.stem for step in STEPS])
def test_an_older_database_keeps_every_row(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps, file = tmp_path / "stappen", tmp_path / "ido.sqlite3"
    steps.mkdir()
    for step in STEPS[:number]:
        shutil.copy(step, steps)
    with monkeypatch.context() as patched:
        patched.setattr(paths, "migrations", lambda: steps)
        database.open_store(file)
        database.close_store()
    with closing(sqlite3.connect(file)) as connection:
        for step in STEPS[:number]:
            for sql in DATA.get(step.stem, ()):
                connection.execute(sql)
        connection.commit()
    before = rows(file)
    database.open_store(file, tmp_path / "kopieen")
    database.close_store()
    after = rows(file)
    assert {name: kept(before[name], after[name]) for name in before} == before
    assert backups.is_sound(file, thoroughly=True)
    assert [copy.kind for copy in backups.copies_in(tmp_path / "kopieen")] == ["migration"] * (number < len(STEPS))


def kept(before: list[dict[str, object]], after: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows of now, in the columns of then."""
    columns = before[0].keys() if before else ()
    return [{name: row[name] for name in columns} for row in after]


def test_every_table_has_a_row_in_these_tests() -> None:
    """A new migration that makes a table adds a row here."""
    written = " ".join(sql for each in DATA.values() for sql in each)
    made = " ".join(step.read_text(encoding="utf-8") for step in STEPS)
    named = [words.split()[0] for words in made.split("CREATE TABLE ")[1:]]
    assert [name for name in named if f"INSERT INTO {name} " not in written] == []
