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
    "0003_whole_question": (
        "INSERT INTO question (id, day, visit, place, kind, topic, organisation, result, channel, warm, code_list, "
        f"to_complete, kb) VALUES (9, '2026-11-27', 1, '{PLACE}', 'DO', 'PAS', 'GEM', 'DVW', 'BAL', 'JA', 1, 0, 'NEE')",
        "INSERT INTO question_help (question_id, code) VALUES (9, 'AFS')",
        "INSERT INTO question_referral (question_id, code) VALUES (9, 'GEM')",
        "INSERT INTO question_signal (question_id, code) VALUES (9, 'ONB')",
        f"INSERT INTO day_state (day, place, state) VALUES ('2026-11-27', '{PLACE}', 'OPEN')",
    ),
    "0004_restored": (
        f"INSERT INTO restored (mark, after, done) VALUES ('{'b' * 64}', 1, 0)",
        "INSERT INTO restored_week (place, first_day, questions, visits, days_with_questions) "
        f"VALUES ('{PLACE}', '2026-11-02', 5, 4, 2)",
        "INSERT INTO lost_week (place, first_day, questions, visits, days_with_questions) "
        f"VALUES ('{PLACE}', '2026-11-09', 1, 1, 1)",
    ),
    "0005_release": (
        f"INSERT INTO closed_month (place, month) VALUES ('{PLACE}', '2026-10')",
        "INSERT INTO day_total (day, place, state, questions, visits, to_complete, not_in_kb) "
        f"VALUES ('2026-10-05', '{PLACE}', 'OPN', 6, 5, 0, 1)",
        "INSERT INTO day_code (day, place, view, first, code, questions) "
        f"VALUES ('2026-10-05', '{PLACE}', 'signaal_organisatie', 'DIG', 'UWV', 1)",
        "INSERT INTO counter (place, month, view, first, code, questions, k) "
        f"VALUES ('{PLACE}', '2026-10', 'onderwerp', '', 'DGA', 6, 5)",
        "INSERT INTO released_cell (id, place, view, first, period, level, code, questions, k) "
        f"VALUES (1, '{PLACE}', 'onderwerp', '', '2026-10', 'code', 'DGA', 6, 5)",
        f"INSERT INTO stated_cell (desk, cell) VALUES ('{DESK}', 1)",
        f"INSERT INTO release_secret (one, secret) VALUES (1, x'{'5A' * 32}')",
    ),
}
"""What is written after a migration, by its name: rows as the program of that day wrote them."""

STEPS = sorted(paths.migrations().glob("[0-9]*.py"))
QUESTIONS = {"question", "waiting_question", "question_help", "waiting_help"}
"""What the third step gave other ids, and made one table of."""


def kept(file: Path) -> dict[str, list[object]]:
    """What must be the same after a migration: questions and their help without ids, and all rows of other tables."""
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        names = [name for (name,) in found if name != "schema_migration" and not name.startswith("sqlite_")]

        def read(sql: str) -> list[object]:
            return sorted(connection.execute(sql).fetchall())

        asked = [table for table in ("question", "waiting_question") if table in names]
        helped = {"question": "question_help", "waiting_question": "waiting_help"}
        questions = [row for table in asked for row in read(f"SELECT day, visit, place, topic FROM {table}")]
        help_given = [
            row
            for table in asked
            for row in read(f"SELECT topic, code FROM {helped[table]} JOIN {table} ON {table}.id = question_id")
        ]
        week = "place, first_day, questions, visits, days_with_questions"
        columns = {"stated_week": f"desk, last_day, final, {week}", "lost_week": week}
        others = {name: read(f"SELECT {columns.get(name, '*')} FROM {name}") for name in names if name not in QUESTIONS}
        return {"questions": sorted(questions), "help": sorted(help_given)} | others


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1), ids=[step.stem for step in STEPS])
def test_an_older_database_keeps_every_row(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ido.sqlite3"
    filled(file, number, tmp_path / "stappen", monkeypatch)
    before = kept(file)
    assert len(before["questions"]) >= 2
    database.open_store(file, tmp_path / "kopieen")
    database.close_store()
    after = kept(file)
    assert {name: after[name] for name in before} == before
    assert backups.is_sound(file, thoroughly=True)
    assert [copy.kind for copy in backups.copies_in(tmp_path / "kopieen")] == ["migration"] * (number < len(STEPS))


def filled(file: Path, number: int, steps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database as the first steps left it, with what the program of each of those days wrote."""
    steps.mkdir()
    for step in STEPS[:number]:
        shutil.copy(step, steps)
        with monkeypatch.context() as patched:
            patched.setattr(paths, "migrations", lambda: steps)
            database.open_store(file)
            database.close_store()
        with closing(sqlite3.connect(file)) as connection:
            for sql in DATA.get(step.stem, ()):
                connection.execute(sql)
            connection.commit()


def test_every_table_has_a_row_in_these_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new step that makes a table adds a row here."""
    file = tmp_path / "ido.sqlite3"
    filled(file, len(STEPS), tmp_path / "stappen", monkeypatch)
    assert [name for name, rows in kept(file).items() if not rows] == []
