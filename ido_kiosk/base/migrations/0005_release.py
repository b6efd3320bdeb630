"""What leaves per code: counters of closed months, the cells that left, and day totals for the desk's own overviews."""

from typing import Any

_DAY = "TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
_MONTH = "TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')"
_PERIOD = (
    "TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]' OR period GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' "
    "OR period GLOB '[0-9][0-9][0-9][0-9]-K[1-4]')"
)
_CODE = "TEXT NOT NULL CHECK ({name} = '' OR length({name}) BETWEEN 2 AND 8 AND {name} NOT GLOB '*[^A-Z0-9]*')"
_IDENTITY = "TEXT NOT NULL CHECK (length({name}) = 36 AND {name} NOT GLOB '*[^0-9a-f-]*')"
_VIEW = "TEXT NOT NULL CHECK (length(view) BETWEEN 2 AND 40 AND view NOT GLOB '*[^a-z_]*')"
_LEVEL = "TEXT NOT NULL CHECK (level IN ('code', 'thema', 'alle'))"


def _code(name: str) -> str:
    return f"{name} {_CODE.format(name=name)}"


def _identity(name: str) -> str:
    return f"{name} {_IDENTITY.format(name=name)}"


def _number(name: str) -> str:
    return f"{name} INTEGER NOT NULL CHECK ({name} >= 0)"


def up(migrator: object, db: Any) -> None:
    """Make the tables; STRICT, codes and numbers only. The secret decides which small extra a threshold has."""
    db.execute_sql(
        f"CREATE TABLE closed_month ({_identity('place')}, month {_MONTH}, PRIMARY KEY (place, month)) STRICT"
    )
    db.execute_sql(
        f"CREATE TABLE day_total (day {_DAY}, {_identity('place')}, {_code('state')}, "
        f"{', '.join(_number(name) for name in ('questions', 'visits', 'to_complete', 'not_in_kb'))}, "
        "PRIMARY KEY (place, day)) STRICT, WITHOUT ROWID"
    )
    db.execute_sql(
        f"CREATE TABLE day_code (day {_DAY}, {_identity('place')}, view {_VIEW}, {_code('first')}, {_code('code')}, "
        f"{_number('questions')}, PRIMARY KEY (place, day, view, first, code)) STRICT, WITHOUT ROWID"
    )
    db.execute_sql(
        f"CREATE TABLE counter ({_identity('place')}, month {_MONTH}, view {_VIEW}, {_code('first')}, {_code('code')}, "
        f"{_number('questions')}, k INTEGER NOT NULL CHECK (k BETWEEN 3 AND 10), "
        "PRIMARY KEY (place, month, view, first, code)) STRICT, WITHOUT ROWID"
    )
    db.execute_sql(
        f"CREATE TABLE released_cell (id INTEGER NOT NULL PRIMARY KEY, {_identity('place')}, view {_VIEW}, "
        f"{_code('first')}, period {_PERIOD}, level {_LEVEL}, {_code('code')}, {_number('questions')}, "
        "k INTEGER NOT NULL CHECK (k BETWEEN 3 AND 10), UNIQUE (place, view, first, period, level, code)) STRICT"
    )
    db.execute_sql(
        f"CREATE TABLE stated_cell ({_identity('desk')}, cell INTEGER NOT NULL REFERENCES released_cell (id), "
        "PRIMARY KEY (desk, cell)) STRICT, WITHOUT ROWID"
    )
    db.execute_sql(
        "CREATE TABLE release_secret (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), "
        "secret BLOB NOT NULL CHECK (length(secret) = 32)) STRICT"
    )
    for name in ("days_zero", "days_closed", "days_not_staffed", "to_complete", "not_in_kb"):
        db.execute_sql(f"ALTER TABLE stated_week ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0 CHECK ({name} >= 0)")
