"""What was in the log when an older copy was put back, and what regie knew more or less of each week than the log."""

from typing import Any

_WEEK = (
    "place TEXT NOT NULL CHECK (length(place) = 36 AND place NOT GLOB '*[^0-9a-f-]*'), "
    "first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), "
    "questions INTEGER NOT NULL, visits INTEGER NOT NULL, days_with_questions INTEGER NOT NULL, "
    "PRIMARY KEY (place, first_day)"
)


def up(migrator: object, db: Any) -> None:
    """Make the tables; STRICT, counts of weeks only."""
    db.execute_sql(
        "CREATE TABLE restored (mark TEXT NOT NULL PRIMARY KEY CHECK (length(mark) BETWEEN 32 AND 64), "
        "after INTEGER NOT NULL CHECK (after >= 0), done INTEGER NOT NULL CHECK (done IN (0, 1))) STRICT"
    )
    db.execute_sql(f"CREATE TABLE restored_week ({_WEEK}) STRICT")
    db.execute_sql(f"CREATE TABLE lost_week ({_WEEK}) STRICT")
