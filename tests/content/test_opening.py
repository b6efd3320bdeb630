"""Opening hours: read from the files, said in words, and compared with the clock."""

from datetime import UTC, datetime

import pytest

from ido_kiosk.base import language, paths
from ido_shared.content.opening import Opening, is_open, parse

WEEK = (Opening(0, 4, 8 * 60, 22 * 60), Opening(5, 5, 9 * 60, 17 * 60))
MONDAY, SATURDAY, SUNDAY = 23, 28, 29


def test_days_and_hours_are_read() -> None:
    assert parse("ma-vr", "8.00-22.00") == WEEK[0]
    assert parse("za", "9.00-17.00") == WEEK[1]


@pytest.mark.parametrize(
    ("days", "hours"),
    [
        ("vr-ma", "8.00-9.00"),
        ("ma", "9.00-8.00"),
        ("ma", "8:00-9:00"),
        ("dag", "8.00-9.00"),
        ("ma", "8.75-9.00"),
        ("ma", "8.00-25.00"),
    ],
)
def test_what_cannot_be_is_refused(days: str, hours: str) -> None:
    assert parse(days, hours) is None


@pytest.mark.parametrize(
    ("day", "hour", "open_"),
    [(MONDAY, 8, True), (MONDAY, 7, False), (MONDAY, 22, False), (SATURDAY, 16, True), (SUNDAY, 12, False)],
)
def test_open_by_the_clock(day: int, hour: int, open_: bool) -> None:
    assert is_open(WEEK, datetime(2026, 11, day, hour, tzinfo=UTC)) is open_


def test_hours_in_words() -> None:
    dutch = "maandag tot en met vrijdag van 8.00 tot 22.00 uur, zaterdag van 9.00 tot 17.00 uur"
    assert language.hours_text(WEEK) == dutch
    assert language.hours_text([Opening(0, 6, 0, 24 * 60)]) == "elke dag, dag en nacht"
    language.use("en", paths.translations())
    assert language.hours_text(WEEK[1:]) == "Saturday from 9.00 to 17.00"
