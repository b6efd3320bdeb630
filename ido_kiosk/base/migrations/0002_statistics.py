"""What may leave this computer: the totals as they were last said, and the numbered deliveries that say them."""

from typing import Any

_DAY = "CHECK ({name} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
_IDENTITY = "CHECK (length({name}) = 36 AND {name} NOT GLOB '*[^0-9a-f-]*')"


def _day(name: str) -> str:
    return f"{name} TEXT NOT NULL {_DAY.format(name=name)}"


def _identity(name: str) -> str:
    return f"{name} TEXT NOT NULL {_IDENTITY.format(name=name)}"


def up(migrator: object, db: Any) -> None:
    """Make the tables; STRICT, per desk identity, and a signature never without its payload."""
    db.execute_sql(f"CREATE TABLE first_use ({_identity('place')} PRIMARY KEY, {_day('day')}) STRICT")
    db.execute_sql(
        f"CREATE TABLE stated_week ({_identity('desk')}, {_identity('place')}, {_day('first_day')}, "
        f"{_day('last_day')}, questions INTEGER NOT NULL CHECK (questions >= 0), "
        "visits INTEGER NOT NULL CHECK (visits >= 0), "
        "days_with_questions INTEGER NOT NULL CHECK (days_with_questions BETWEEN 0 AND 7), "
        "final INTEGER NOT NULL CHECK (final IN (0, 1)), PRIMARY KEY (desk, place, first_day)) STRICT"
    )
    db.execute_sql(
        f"CREATE TABLE payload ({_identity('id')} PRIMARY KEY, {_identity('desk')}, "
        "epoch INTEGER NOT NULL CHECK (epoch >= 1), number INTEGER NOT NULL CHECK (number >= 1), "
        f"{_day('made_on')}, content BLOB NOT NULL, digest TEXT NOT NULL CHECK (length(digest) = 64), "
        "UNIQUE (desk, epoch, number)) STRICT"
    )
    db.execute_sql(
        # Deferred: the signature is made first, because the payload keeps the digest of the signed bytes.
        "CREATE TABLE signed_delivery (position INTEGER NOT NULL PRIMARY KEY, "
        "id TEXT NOT NULL UNIQUE REFERENCES payload (id) DEFERRABLE INITIALLY DEFERRED, "
        f"{_identity('desk')}, signed BLOB NOT NULL, sent_on TEXT {_DAY.format(name='sent_on')}, "
        "regie_questions INTEGER CHECK (regie_questions >= 0), regie_visits INTEGER CHECK (regie_visits >= 0), "
        "refused INTEGER CHECK (refused BETWEEN 400 AND 499)) STRICT"
    )
