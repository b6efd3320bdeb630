"""Totals of closed weeks: also zero, restated while their month is open, then never again."""

import msgspec
import pytest

from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service
from tests.statistics.desk import DESK, OTHER_PLACE, SENDER, day, log, prepare, said
from tests.store import PLACE, codes

pytestmark = pytest.mark.usefixtures("store")

WEEK_47 = "2026-11-16 2026-11-22"
WEEK_48 = "2026-11-23 2026-11-29"


def use_from(first: str, place: str = PLACE) -> None:
    service.note_first_use(day(first), place)


def test_a_week_is_stated_once_it_is_over() -> None:
    use_from("11-18")
    first = questions.log_question(codes(), "DGA", day("11-18"), PLACE)
    questions.log_question(codes(), "MAI", day("11-18"), PLACE, visit=first.visit)
    log("11-20")
    assert prepare("11-22") is None
    assert said(prepare("11-23")) == {WEEK_47: (3, 2, 2, False)}
    assert prepare("11-24") is None


def test_weeks_without_questions_count_from_the_first_use() -> None:
    use_from("11-18")
    use_from("11-02")
    assert said(prepare("12-02")) == {
        WEEK_47: (0, 0, 0, False),
        WEEK_48: (0, 0, 0, False),
        "2026-11-30 2026-11-30": (0, 0, 0, False),
    }


def test_nothing_is_stated_before_the_first_use() -> None:
    assert prepare("11-23") is None


def test_a_question_of_before_the_first_use_counts() -> None:
    use_from("11-18")
    log("11-10")
    assert said(prepare("11-23")) == {"2026-11-09 2026-11-15": (1, 1, 1, False), WEEK_47: (0, 0, 0, False)}


def test_what_changed_is_stated_again_and_only_that() -> None:
    use_from("11-09")
    log("11-10")
    [wrong] = log("11-17")
    prepare("11-23")
    log("11-11", 2)
    assert said(prepare("11-24")) == {"2026-11-09 2026-11-15": (3, 3, 2, False)}
    questions.take_back(wrong.id)
    assert said(prepare("11-25")) == {WEEK_47: (0, 0, 0, False)}
    assert prepare("11-25") is None


def test_a_change_that_was_undone_before_the_delivery_is_not_news() -> None:
    use_from("11-16")
    prepare("11-23")
    [logged] = log("11-17")
    questions.take_back(logged.id)
    assert prepare("11-24") is None


def test_the_weeks_of_a_month_are_final_when_it_closes_and_never_change_again() -> None:
    use_from("11-16")
    log("11-17")
    prepare("12-01")
    assert prepare("12-06") is None
    log("11-18")
    assert said(prepare("12-07")) == {WEEK_47: (2, 2, 2, False), "2026-12-01 2026-12-06": (0, 0, 0, False)}
    assert said(prepare("12-08")) == {
        WEEK_47: (2, 2, 2, True),
        WEEK_48: (0, 0, 0, True),
        "2026-11-30 2026-11-30": (0, 0, 0, True),
    }
    log("11-19")
    assert prepare("12-09") is None
    assert service.stated_totals(DESK) == (2, 2)


def test_weeks_that_close_while_the_desk_is_off_are_stated_once() -> None:
    use_from("11-23")
    log("11-24")
    assert said(prepare("2027-01-02")) == {
        WEEK_48: (1, 1, 1, True),
        "2026-11-30 2026-11-30": (0, 0, 0, True),
        "2026-12-01 2026-12-06": (0, 0, 0, False),
        "2026-12-07 2026-12-13": (0, 0, 0, False),
        "2026-12-14 2026-12-20": (0, 0, 0, False),
        "2026-12-21 2026-12-27": (0, 0, 0, False),
        "2026-12-28 2026-12-31": (0, 0, 0, False),
    }


def test_a_desk_that_moved_states_both_places_and_zero_only_where_it_stands() -> None:
    use_from("11-09")
    log("11-10", 2)
    prepare("11-16")
    use_from("11-16", OTHER_PLACE)
    [late] = log("11-12")
    log("11-17", place=OTHER_PLACE)
    moved = msgspec.structs.replace(SENDER, place=OTHER_PLACE)
    message = prepare("11-30", moved)
    assert [(total.plaats, total.van, total.vragen) for total in message.totalen] == [
        (PLACE, "2026-11-09", 3),
        (OTHER_PLACE, "2026-11-16", 1),
        (OTHER_PLACE, "2026-11-23", 0),
    ]
    questions.take_back(late.id)
    assert [(total.plaats, total.vragen) for total in prepare("11-30", moved).totalen] == [(PLACE, 2)]


def test_another_identity_hears_everything_and_starts_at_one() -> None:
    use_from("11-16")
    log("11-17")
    prepare("11-23")
    other = msgspec.structs.replace(SENDER, desk=DESK.replace("2", "3"))
    message = prepare("12-09", other)
    assert message.nummer == 1
    assert message.totalen[0].vragen == 1
    assert service.stated_totals(other.desk) == (1, 1)
    assert service.stated_totals(DESK) == (1, 1)


def test_a_clock_that_ran_ahead_leaves_no_wrong_totals() -> None:
    use_from("11-16")
    log("11-17")
    assert said(prepare("2027-03-10"))[WEEK_47] == (1, 1, 1, True)
    assert service.clock_in_doubt(DESK, PLACE, day("11-23"))
    assert prepare("11-23") is None
    log("11-18")
    log("11-24", 4)
    assert said(prepare("11-30")) == {WEEK_47: (2, 2, 2, False), WEEK_48: (4, 4, 1, False)}
    assert said(prepare("12-08"))[WEEK_48] == (4, 4, 1, True)
    assert service.stated_totals(DESK) == (6, 6)


def test_a_clock_that_runs_behind_states_nothing_and_makes_no_noise() -> None:
    use_from("10-01")
    log("10-14")
    prepare("11-23")
    for behind in ("11-22", "10-20", "2020-01-01"):
        assert service.clock_in_doubt(DESK, PLACE, day(behind))
        assert prepare(behind) is None
    assert not service.clock_in_doubt(DESK, PLACE, day("11-23"))
    assert prepare("11-24") is None


def test_a_day_before_the_program_existed_is_not_believed() -> None:
    use_from("2000-01-01")
    log("2000-01-01")
    assert prepare("2000-01-10") is None
    use_from("11-16")
    assert said(prepare("11-23")) == {WEEK_47: (0, 0, 0, False)}
    assert service.clock_in_doubt(DESK.replace("2", "3"), OTHER_PLACE, day("2000-01-01"))
    assert not service.clock_in_doubt(DESK.replace("2", "3"), OTHER_PLACE, day("11-23"))


def test_a_leap_of_years_is_not_believed_until_people_worked_there() -> None:
    use_from("11-16")
    log("11-17")
    prepare("11-23")
    days = ["2029-03-05", "2029-03-06", "2029-03-07", "2029-03-08", "2029-03-12"]
    for on in days:
        assert service.clock_in_doubt(DESK, PLACE, day(on))
        assert prepare(on) is None
        log(on)
    assert not service.clock_in_doubt(DESK, PLACE, day("2029-03-12"))
    assert said(prepare("2029-03-13"))["2029-03-05 2029-03-11"] == (4, 4, 4, False)


def test_a_year_without_a_visitor_is_believed() -> None:
    use_from("11-16")
    assert len(prepare("2027-11-17").totalen) == 52 + 9  # Mondays, and months that begin on another day
