"""What may leave this computer: the totals as they were last said, and the numbered deliveries that say them."""

_PLACE = "TEXT NOT NULL CHECK (length(place) = 36 AND place NOT GLOB '*[^0-9a-f-]*')"


def up(migrator, db):
    """Make the tables."""
    db.execute_sql(
        f"CREATE TABLE stated_week (place {_PLACE}, first_day TEXT NOT NULL, last_day TEXT NOT NULL, "
        "questions INTEGER NOT NULL CHECK (questions >= 0), visits INTEGER NOT NULL CHECK (visits >= 0), "
        "days_with_questions INTEGER NOT NULL CHECK (days_with_questions BETWEEN 0 AND 7), "
        "final INTEGER NOT NULL CHECK (final IN (0, 1)), PRIMARY KEY (place, first_day)) STRICT"
    )
    db.execute_sql(
        "CREATE TABLE payload (epoch INTEGER NOT NULL CHECK (epoch >= 1), number INTEGER NOT NULL CHECK (number >= 1), "
        "id TEXT NOT NULL UNIQUE, made_on TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (epoch, number)) STRICT"
    )
    db.execute_sql(
        "CREATE TABLE signed_delivery (id TEXT NOT NULL PRIMARY KEY REFERENCES payload (id), signed BLOB NOT NULL, "
        "sent_on TEXT) STRICT"
    )
    db.execute_sql("CREATE TABLE first_use (day TEXT NOT NULL PRIMARY KEY) STRICT")
