"""The log: questions, the help given with each, and what waits to be logged later."""

from typing import Any

_DAY = "TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
_CODE = "TEXT NOT NULL CHECK (length({name}) BETWEEN 2 AND 8 AND {name} NOT GLOB '*[^A-Z0-9]*')"
_PLACE = "TEXT NOT NULL CHECK (length(place) = 36 AND place NOT GLOB '*[^0-9a-f-]*')"
_WHERE = f"day {_DAY}, visit INTEGER NOT NULL CHECK (visit >= 1), place {_PLACE}"


def _code(name: str) -> str:
    return f"{name} {_CODE.format(name=name)}"


def up(migrator: object, db: Any) -> None:
    """Make the tables; STRICT, codes only, no text that a person typed and no clock time."""
    codes = ", ".join(_code(name) for name in ("kind", "topic", "organisation", "result", "channel"))
    db.execute_sql(
        f"CREATE TABLE question (id INTEGER NOT NULL PRIMARY KEY, {_WHERE}, {codes}, "
        "code_list INTEGER NOT NULL CHECK (code_list >= 1)) STRICT"
    )
    db.execute_sql("CREATE INDEX question_day ON question (day, visit)")
    db.execute_sql(
        "CREATE TABLE question_help (question_id INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE, "
        f"{_code('code')}, PRIMARY KEY (question_id, code)) STRICT"
    )
    db.execute_sql(
        f"CREATE TABLE waiting_question (id INTEGER NOT NULL PRIMARY KEY, {_WHERE}, {_code('topic')}, "
        f"{_code('result')}) STRICT"
    )
    db.execute_sql(
        "CREATE TABLE waiting_help (question_id INTEGER NOT NULL REFERENCES waiting_question (id) ON DELETE CASCADE, "
        f"{_code('code')}, PRIMARY KEY (question_id, code)) STRICT"
    )
