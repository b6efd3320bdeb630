"""Terms: the rules of the law on golden dates, whom it is never computed for, near and past."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ido_kiosk.base.errors import DeskError
from ido_kiosk.letters.content.letter import COMPUTED_FOR, DEADLINES, NO_TERM, OWN_LETTER
from ido_kiosk.letters.service.deadlines import (
    RULES,
    CallToday,
    Deadline,
    deadline,
    decision_name,
    decisions,
    general_holidays,
    next_working_day,
    state,
)

GOLDEN = [  # decided on, the day six weeks later, the last day by Algemene termijnenwet art. 1 and 3
    (date(2026, 11, 13), date(2026, 12, 25), date(2026, 12, 28)),  # both Christmas days and the weekend
    (date(2026, 11, 20), date(2027, 1, 1), date(2027, 1, 4)),  # new year, then the weekend
    (date(2026, 11, 19), date(2026, 12, 31), date(2026, 12, 31)),  # the last day of the year is a usual day
    (date(2027, 2, 12), date(2027, 3, 26), date(2027, 3, 30)),  # Good Friday to after Easter Monday
    (date(2027, 2, 15), date(2027, 3, 29), date(2027, 3, 30)),  # Easter Monday
    (date(2027, 3, 15), date(2027, 4, 26), date(2027, 4, 26)),  # the day before King's Day
    (date(2027, 3, 16), date(2027, 4, 27), date(2027, 4, 28)),  # King's Day
    (date(2027, 3, 24), date(2027, 5, 5), date(2027, 5, 7)),  # 5 May, then Ascension Day
    (date(2028, 4, 13), date(2028, 5, 25), date(2028, 5, 26)),  # Ascension Day
    (date(2027, 4, 5), date(2027, 5, 17), date(2027, 5, 18)),  # Whit Monday
    (date(2027, 1, 2), date(2027, 2, 13), date(2027, 2, 15)),  # a Saturday
    (date(2028, 1, 18), date(2028, 2, 29), date(2028, 2, 29)),  # 29 February
]
LONG_AFTER = date(2030, 1, 1)


@pytest.mark.parametrize(("decided", "six_weeks_later", "last"), GOLDEN)
def test_the_last_day_is_that_of_the_law(decided: date, six_weeks_later: date, last: date) -> None:
    assert decided + timedelta(weeks=6) == six_weeks_later
    found = deadline("toeslag", decided, LONG_AFTER)
    assert isinstance(found, Deadline)
    assert (found.last_day, found.post_by) == (last, last - timedelta(days=7))
    assert found.decided_on == decided


def easter(year: int) -> date:
    """Easter Sunday by the method of Gauss and Butcher, to hold the package against."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)


@given(st.integers(2020, 2060))
def test_the_holidays_are_those_that_the_law_names(year: int) -> None:
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    wanted = {sunday + timedelta(days=days) for days in (-2, 1, 39, 50)}
    wanted |= {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    wanted.add(kings_day - timedelta(days=1) if kings_day.weekday() == 6 else kings_day)
    assert wanted <= general_holidays(year)
    assert all(day.weekday() == 6 for day in general_holidays(year) - wanted)


@given(st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_a_term_ends_on_a_day_that_offices_work_and_no_later_than_needed(day: date) -> None:
    end = next_working_day(day)
    assert day <= end <= day + timedelta(days=5)
    assert end.weekday() < 5 and end not in general_holidays(end.year)
    between = [day + timedelta(days=count) for count in range((end - day).days)]
    assert all(one.weekday() >= 5 or one in general_holidays(one.year) for one in between)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 12, 20), "time"),
        (date(2026, 12, 21), "near"),
        (date(2026, 12, 28), "near"),
        (date(2026, 12, 29), "past"),
    ],
)
def test_it_says_when_the_day_is_near_or_past(today: date, expected: str) -> None:
    assert state(date(2026, 12, 28), today) == expected
    found = deadline("ww", date(2026, 11, 13), today)
    assert isinstance(found, Deadline) and found.state == expected


@pytest.mark.parametrize(("decision", "call"), [("verblijf", "IND"), ("ziektewet", "UWV"), ("strafbeschikking", "JUL")])
def test_these_are_never_computed(decision: str, call: str) -> None:
    assert deadline(decision, date(2026, 11, 13), LONG_AFTER) == CallToday(call)


def test_only_known_decisions_are_computed() -> None:
    with pytest.raises(KeyError):
        deadline("parkeerboete", date(2026, 11, 13), LONG_AFTER)
    assert decisions("WOC") == decisions("EIGEN") == []


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(DeskError, match="nog niet geweest"):
        deadline("aow", date(2026, 11, 27), date(2026, 11, 26))


def test_files_name_the_rules_that_there_are() -> None:
    assert set(DEADLINES) - {NO_TERM, OWN_LETTER} == set(RULES)
    assert all(rule.weeks <= 12 and rule.law for rule in RULES.values())  # longer ones have other rules: art. 4


def test_every_decision_has_a_name_and_every_body_for_letters_is_known() -> None:
    known = [name for code in (*COMPUTED_FOR, "IND", "CJIB") for name in decisions(code)]
    assert len(known) == 14
    assert all(decision_name(name) for name in known)
