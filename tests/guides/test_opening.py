"""Open now, or from when: the words on the channel buttons."""

from datetime import date, datetime, time

import pytest

from ido_kiosk.guides.service.opening import is_holiday, standing
from ido_shared.content.opening import Opening, hours_of, notation

WORKDAYS = (Opening(0, 4, 8 * 60, 22 * 60), Opening(5, 5, 9 * 60, 17 * 60))


def words(day: int, hour: int, minute: int = 0, openings: tuple[Opening, ...] = WORKDAYS, month: int = 11) -> str:
    found = standing(openings, datetime.combine(date(2026, month, day), time(hour, minute)))
    assert found is not None
    assert found.short == ("nu open" if found.is_open else "nu dicht")
    return found.words


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (26, 12, "Nu open, tot 22.00 uur."),
        (26, 7, "Nu dicht, open vanaf 8.00 uur."),
        (26, 22, "Nu dicht, open vanaf morgen 8.00 uur."),
        (28, 18, "Nu dicht, open vanaf maandag 8.00 uur."),
        (29, 12, "Nu dicht, open vanaf morgen 8.00 uur."),
    ],
)
def test_open_or_from_when(day: int, hour: int, expected: str) -> None:
    assert words(day, hour) == expected


def test_day_and_night_is_never_closed() -> None:
    always = (Opening(0, 6, 0, 24 * 60),)
    assert words(29, 3, openings=always) == "Nu open."
    assert words(25, 3, month=12, openings=always) == "Nu open."


def test_a_break_in_the_day_says_when_it_opens_again() -> None:
    openings = (Opening(0, 4, 9 * 60, 12 * 60), Opening(0, 4, 13 * 60 + 30, 17 * 60))
    assert words(26, 12, 15, openings) == "Nu dicht, open vanaf 13.30 uur."


def test_once_a_week_comes_round_again() -> None:
    assert words(26, 13, openings=(Opening(3, 3, 540, 720),)) == "Nu dicht, open vanaf donderdag 9.00 uur."


def test_without_hours_nothing_is_said() -> None:
    assert standing((), datetime.combine(date(2026, 11, 26), time(12))) is None


def test_a_holiday_is_said_only_where_the_hours_say_open() -> None:
    assert words(25, 12, month=12) == "Nu open, tot 22.00 uur. Vandaag is een feestdag: dan is het vaak dicht."


def test_the_holidays_of_a_year() -> None:
    days = [date.fromordinal(day) for day in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal())]
    found = [(day.month, day.day) for day in days if is_holiday(day)]
    assert found == [(1, 1), (4, 5), (4, 6), (4, 27), (5, 14), (5, 24), (5, 25), (12, 25), (12, 26)]


@pytest.mark.parametrize("typed", ["ma-vr 8.00-22.00, za 9.00-17.00", "MA-VR 8:00 - 22:00, za 9.00-17.00"])
def test_typed_hours_are_read_and_written_the_same(typed: str) -> None:
    assert hours_of(typed) == WORKDAYS
    assert notation(WORKDAYS) == "ma-vr 8.00-22.00, za 9.00-17.00"


@pytest.mark.parametrize("typed", ["", "ma-vr", "ma-vr 8-17", "ma-vr 8.00-17.00, za", "elke dag 8.00-17.00"])
def test_hours_that_cannot_be_read_are_none(typed: str) -> None:
    assert hours_of(typed) == ()
