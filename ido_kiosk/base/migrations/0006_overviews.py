"""The log: an index that holds all that an overview counts, so that a year of a busy desk is read at once."""

from typing import Any


def up(migrator: object, db: Any) -> None:
    """Put it in the place of the one by day and visit, which it begins with."""
    db.execute_sql("DROP INDEX question_day")
    db.execute_sql("CREATE INDEX question_overview ON question (day, visit, place, topic, to_complete)")
