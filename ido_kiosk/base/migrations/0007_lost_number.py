"""From which delivery is known what an older copy misses: a lower number that turns up later says nothing newer."""

from typing import Any


def up(migrator: object, db: Any) -> None:
    """Add it; of what is there already it is not known."""
    db.execute_sql("ALTER TABLE lost_week ADD COLUMN number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0)")
