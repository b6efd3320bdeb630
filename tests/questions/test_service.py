"""The log: one row a question, taken back, put off, counted."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base.errors import DeskError
from ido_kiosk.questions import service
from tests.store import PLACE, codes

TODAY = date(2026, 11, 26)
OTHER_PLACE = PLACE.replace("1", "9")


def log(topic: str = "DGA", day: date = TODAY, visit: int | None = None, place: str = PLACE) -> service.Logged:
    return service.log_question(codes(), topic, day, place, visit)


def test_a_topic_brings_its_usual_codes(store: Path) -> None:
    log("DGP")
    assert service.questions_of(TODAY) == [
        service.LoggedQuestion(1, "DO", "DGP", "DIGID", ("APP",), service.USUAL_RESULT, service.USUAL_CHANNEL)
    ]


def test_another_program_sees_the_row_at_once(store: Path) -> None:
    log()
    with closing(sqlite3.connect(store)) as other:
        assert other.execute("SELECT day, topic FROM question").fetchall() == [("2026-11-26", "DGA")]


def test_visit_numbers_restart_each_day(store: Path) -> None:
    assert log().visit == 1
    assert log("MAI", visit=1).visit == 1
    assert log().visit == 2
    assert log(day=date(2026, 11, 27)).visit == 1


@pytest.mark.parametrize(
    ("topic", "helped", "result"), [("ZZZ", (), "OPG"), ("DGA", ("NEE",), "OPG"), ("DGA", (), "QQQ")]
)
def test_a_code_that_does_not_exist_is_refused(store: Path, topic: str, helped: tuple[str, ...], result: str) -> None:
    with pytest.raises(DeskError, match="staat niet in de lijst"):
        service.log_question(codes(), topic, TODAY, PLACE, helped=helped, result=result)
    assert service.questions_of(TODAY) == []


def test_taking_back_leaves_no_trace(store: Path) -> None:
    logged = log()
    assert service.take_back(logged.id)
    assert not service.take_back(logged.id)
    with closing(sqlite3.connect(store)) as other:
        assert other.execute("SELECT (SELECT count(*) FROM question), (SELECT count(*) FROM question_help)").fetchall()[
            0
        ] == (0, 0)


def test_what_waits_is_logged_on_the_day_it_was_asked(store: Path) -> None:
    service.put_off([service.Asked("DGA", ("MEE", "PRT"), "WAC"), service.Asked("MAI")], TODAY, PLACE)
    assert [(row.day, row.asked.topic) for row in service.waiting()] == [(TODAY, "DGA"), (TODAY, "MAI")]
    first, second = service.waiting()
    service.log_waiting(codes(), first.id, date(2026, 11, 28))
    service.log_waiting(codes(), second.id, date(2026, 11, 28))
    assert service.waiting() == []
    assert service.counts_per_day(TODAY, date(2026, 11, 28)) == [service.DayCount(TODAY, PLACE, 2, 1)]
    assert [(row.topic, row.helped, row.result) for row in service.questions_of(TODAY)] == [
        ("DGA", ("MEE", "PRT"), "WAC"),
        ("MAI", ("APP",), "OPG"),
    ]
    with pytest.raises(DeskError, match="al vastgelegd"):
        service.log_waiting(codes(), first.id, TODAY)


def test_a_new_visit_does_not_take_the_number_of_one_that_waits(store: Path) -> None:
    service.put_off([service.Asked("DGA")], TODAY, PLACE)
    assert log().visit == 2


def test_a_closed_month_takes_nothing_more(store: Path) -> None:
    service.put_off([service.Asked("DGA")], date(2026, 10, 31), PLACE)
    [row] = service.waiting()
    with pytest.raises(DeskError, match="afgesloten"):
        service.log_waiting(codes(), row.id, date(2026, 11, 8))
    assert service.waiting() == [row]
    assert service.drop_waiting(row.id) == row
    assert service.drop_waiting(row.id) is None
    assert service.waiting() == []


@pytest.mark.parametrize(
    ("day", "today", "expected"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), True),
        (date(2026, 11, 30), date(2026, 12, 7), True),
        (date(2026, 11, 30), date(2026, 12, 8), False),
        (date(2026, 12, 31), date(2027, 1, 7), True),
        (date(2026, 10, 31), date(2026, 12, 1), False),
        (date(2027, 1, 1), date(2026, 12, 31), True),
    ],
)
def test_a_month_closes_on_day_seven_of_the_next(day: date, today: date, expected: bool) -> None:
    assert service.is_open(day, today) is expected


def test_counts_are_per_day_and_place(store: Path) -> None:
    log()
    log("MAI", visit=1)
    log()
    log(place=OTHER_PLACE)
    log(day=date(2026, 11, 27))
    assert service.counts_per_day(TODAY, TODAY) == [
        service.DayCount(TODAY, PLACE, 3, 2),
        service.DayCount(TODAY, OTHER_PLACE, 1, 1),
    ]
