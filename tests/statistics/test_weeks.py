"""Weeks as they are delivered: ISO weeks, cut where a month ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ido_kiosk.statistics.service import Week, closed_weeks, week_of


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-18", "2026-11-16", "2026-11-22"),
        ("2026-11-16", "2026-11-16", "2026-11-22"),
        ("2026-11-22", "2026-11-16", "2026-11-22"),
        ("2026-11-30", "2026-11-30", "2026-11-30"),  # a Monday that ends its month
        ("2026-12-01", "2026-12-01", "2026-12-06"),
        ("2026-11-01", "2026-11-01", "2026-11-01"),  # a Sunday that begins its month
        ("2026-12-31", "2026-12-28", "2026-12-31"),
        ("2027-01-01", "2027-01-01", "2027-01-03"),
        ("2028-02-29", "2028-02-28", "2028-02-29"),
        ("2028-03-01", "2028-03-01", "2028-03-05"),
        ("9999-12-31", "9999-12-27", "9999-12-31"),
        ("0001-01-01", "0001-01-01", "0001-01-07"),
    ],
)
def test_a_week_ends_on_sunday_or_with_its_month(day: str, first: str, last: str) -> None:
    assert week_of(date.fromisoformat(day)) == Week(date.fromisoformat(first), date.fromisoformat(last))


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 400))
def test_closed_weeks_hold_each_day_once_and_no_day_from_today_on(first: date, length: int) -> None:
    today = first + timedelta(days=length)
    weeks = list(closed_weeks(first, today))
    days = [
        week.first_day + timedelta(days=n) for week in weeks for n in range((week.last_day - week.first_day).days + 1)
    ]
    assert days == [week_of(first).first_day + timedelta(days=n) for n in range(len(days))]
    assert week_of(today) not in weeks
    assert not weeks or week_of(weeks[-1].last_day + timedelta(days=1)).last_day >= today
    for week in weeks:
        assert week.first_day.isocalendar()[:2] == week.last_day.isocalendar()[:2]
        assert week.first_day.month == week.last_day.month
