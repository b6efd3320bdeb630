"""The log: all that a question has, days without questions, and no number that tells when a question was asked."""

from typing import Any

_DAY = "TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
_CODE = "TEXT NOT NULL CHECK (length({name}) BETWEEN 2 AND 8 AND {name} NOT GLOB '*[^A-Z0-9]*')"
_PLACE = "TEXT NOT NULL CHECK (length(place) = 36 AND place NOT GLOB '*[^0-9a-f-]*')"
_RANDOM = "random() & 4611686018427387903"
"""An id of 62 bits: one that counts up would say in which order people came."""
_KEPT = "day, visit, place, kind, topic, organisation, result, channel"
_OF_WAITING = "day, visit, place, 'NI', topic, 'NI', CASE result WHEN 'OPG' THEN 'NI' ELSE result END, 'BAL'"
"""What was only usual, nobody said: not filled in."""


def _code(name: str) -> str:
    return f"{name} {_CODE.format(name=name)}"


def _codes_of(table: str) -> str:
    """A table with codes of a question, each once."""
    return (
        f"CREATE TABLE {table} (question_id INTEGER NOT NULL REFERENCES whole_question (id) ON DELETE CASCADE, "
        f"{_code('code')}, PRIMARY KEY (question_id, code)) STRICT, WITHOUT ROWID"
    )


def up(migrator: object, db: Any) -> None:
    """Give every question the new columns and a random id; what waited becomes a question that is to be completed."""
    codes = ", ".join(_code(name) for name in ("kind", "topic", "organisation", "result", "channel", "warm"))
    db.execute_sql(
        f"CREATE TABLE whole_question (id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0), day {_DAY}, "
        f"visit INTEGER NOT NULL CHECK (visit >= 1), place {_PLACE}, {codes}, "
        "code_list INTEGER NOT NULL CHECK (code_list >= 1), "
        "to_complete INTEGER NOT NULL CHECK (to_complete IN (0, 1)), "
        "kb TEXT NOT NULL CHECK (kb IN ('NEE', 'JA', 'WIJ'))) STRICT"
    )
    for table in ("whole_help", "question_referral", "question_signal"):
        db.execute_sql(_codes_of(table))
    _take_over(db, "question", "question_help", _KEPT, "code_list, 0")
    _take_over(db, "waiting_question", "waiting_help", _OF_WAITING, "1, 1")
    db.execute_sql("ALTER TABLE whole_question RENAME TO question")
    db.execute_sql("ALTER TABLE whole_help RENAME TO question_help")
    db.execute_sql("CREATE INDEX question_day ON question (day, visit)")
    db.execute_sql("CREATE INDEX question_to_complete ON question (day) WHERE to_complete = 1")
    db.execute_sql(
        f"CREATE TABLE day_state (day {_DAY}, place {_PLACE}, {_code('state')}, PRIMARY KEY (day, place)) "
        "STRICT, WITHOUT ROWID"
    )


def _take_over(db: Any, questions: str, helped: str, codes: str, last: str) -> None:
    """Take over the questions of an old table with their help, each under a new id, and drop the old ones."""
    db.execute_sql("CREATE TABLE fresh (old INTEGER NOT NULL PRIMARY KEY, id INTEGER NOT NULL UNIQUE) STRICT")
    db.execute_sql(f"INSERT INTO fresh SELECT id, {_RANDOM} FROM {questions}")  # noqa: S608 - our own names
    db.execute_sql(
        f"INSERT INTO whole_question (id, {_KEPT}, warm, code_list, to_complete, kb) "  # noqa: S608 - our own names
        f"SELECT fresh.id, {codes}, 'NI', {last}, 'NEE' FROM {questions} AS q JOIN fresh ON fresh.old = q.id"
    )
    db.execute_sql(
        "INSERT INTO whole_help SELECT fresh.id, code "  # noqa: S608 - our own names
        f"FROM {helped} JOIN fresh ON fresh.old = {helped}.question_id"
    )
    for table in (helped, questions, "fresh"):
        db.execute_sql(f"DROP TABLE {table}")
