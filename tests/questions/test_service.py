"""The log: one row a question with all its codes, put off, completed, corrected, moved, removed, counted."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import pytest

from ido_kiosk.base.errors import DeskError
from ido_kiosk.questions import service
from ido_kiosk.questions.service import Asked, LoggedQuestion
from tests.store import PLACE, codes

TODAY = date(2026, 11, 26)
TOMORROW = date(2026, 11, 27)
OTHER_PLACE = PLACE.replace("1", "9")
NI = "NI"


def log(topic: str = "DGA", day: date = TODAY, visit: int | None = None, place: str = PLACE) -> service.Logged:
    return service.log_question(codes(), topic, day, place, visit)


def there(first: date = TODAY, last: date = TODAY) -> list[LoggedQuestion]:
    return service.questions_of(PLACE, first, last)


def only() -> LoggedQuestion:
    [row] = there(date(2026, 1, 1), date(2026, 12, 31))
    return row


def test_a_topic_brings_its_usual_codes(store: Path) -> None:
    log("DGP")
    row = only()
    assert (row.day, row.visit, row.place, row.to_complete, row.kb) == (TODAY, 1, PLACE, False, "NEE")
    assert row.asked == Asked(
        "DGP", ("APP",), result="OPG", kind="DO", organisation="DIGID", channel="BAL", warm="GEEN"
    )


def test_what_the_desk_said_stands_in_the_place_of_what_is_usual(store: Path) -> None:
    asked = Asked(
        "DGP", ("BEL", "DVW"), "DVW", "AN", "GEM", "TEL", warm="JA", referrals=("GPA", "SRL"), signals=("DIG", "TAA")
    )
    service.log_questions(codes(), [asked], TODAY, PLACE)
    assert only().asked == asked


def test_a_referral_is_not_called_warm_or_cold_by_itself(store: Path) -> None:
    service.log_questions(codes(), [Asked("DGP", referrals=("SRL",))], TODAY, PLACE)
    assert only().warm == NI


def test_another_program_sees_the_row_at_once(store: Path) -> None:
    log()
    with closing(sqlite3.connect(store)) as other:
        assert other.execute("SELECT day, topic FROM question").fetchall() == [("2026-11-26", "DGA")]


def test_visit_numbers_restart_each_day(store: Path) -> None:
    assert log().visit == 1
    assert log("MAI", visit=1).visit == 1
    assert log().visit == 2
    assert log(day=TOMORROW).visit == 1


@pytest.mark.parametrize(
    "wrong",
    [
        Asked("ZZZ"), Asked("DGA", ("NEE",)), Asked("DGA", result="QQQ"), Asked("DGA", kind="QQ"),
        Asked("DGA", organisation="QQ"), Asked("DGA", channel="QQ"), Asked("DGA", warm="QQ"),
        Asked("DGA", referrals=("QQ",)), Asked("DGA", signals=("QQ",)),
    ],
)  # fmt: skip
def test_a_code_that_does_not_exist_is_refused(store: Path, wrong: Asked) -> None:
    with pytest.raises(DeskError, match="staat niet in de lijst"):
        service.log_questions(codes(), [Asked("MAI"), wrong], TODAY, PLACE)
    assert there() == []


def test_taking_back_leaves_no_trace(store: Path) -> None:
    asked = Asked("DGA", referrals=("SRL",), signals=("DIG",))
    [logged] = service.log_questions(codes(), [asked], TODAY, PLACE)
    assert service.take_back(logged.id)
    assert not service.take_back(logged.id)
    with closing(sqlite3.connect(store)) as other:
        for table in ("question", "question_help", "question_referral", "question_signal"):
            assert other.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_a_tally_counts_at_once_and_says_honestly_what_is_not_filled_in(store: Path) -> None:
    service.tally(codes(), TODAY, PLACE)
    row = only()
    assert (row.kind, row.topic, row.organisation, row.result, row.channel, row.warm) == (NI, NI, NI, NI, "BAL", NI)
    assert (row.helped, row.to_complete) == ((), True)
    assert service.counts_per_day(TODAY, TODAY) == [service.DayCount(TODAY, PLACE, 1, 1)]


def test_a_tally_is_completed_on_the_day_it_was_made(store: Path) -> None:
    service.tally(codes(), TODAY, PLACE)
    [row] = service.to_complete(TODAY)
    service.correct(codes(), row.id, Asked("THU"), TOMORROW)
    assert service.to_complete(TODAY) == []
    assert service.number_to_complete(TODAY) == 0
    done = only()
    assert (done.id, done.day, done.topic, done.organisation, done.result) == (row.id, TODAY, "THU", "TOE", "OPG")


def test_what_was_put_off_keeps_its_codes_but_not_an_ending_that_nobody_said(store: Path) -> None:
    service.put_off(codes(), [Asked("DGA", ("MEE", "PRT"), "WAC"), Asked("MAI")], TODAY, PLACE)
    known, unknown = service.to_complete(TODAY)
    assert (known.topic, known.helped, known.result) == ("DGA", ("MEE", "PRT"), "WAC")
    assert (unknown.topic, unknown.result, unknown.visit) == ("MAI", NI, known.visit)
    service.correct(codes(), unknown.id, service.completed(unknown.asked), TOMORROW)
    assert [(row.topic, row.result, row.to_complete) for row in there()] == [
        ("DGA", "WAC", True),
        ("MAI", "OPG", False),
    ]


def test_reopening_lets_it_be_completed_again(store: Path) -> None:
    logged = log()
    assert service.reopen(logged.id)
    assert [(row.id, row.topic, row.result) for row in service.to_complete(TODAY)] == [(logged.id, "DGA", NI)]
    service.take_back(logged.id)
    assert not service.reopen(logged.id)


def test_a_correction_can_be_undone(store: Path) -> None:
    [logged] = service.log_questions(codes(), [Asked("DGA", referrals=("SRL",), signals=("DIG",))], TODAY, PLACE)
    was = only()
    before = service.correct(codes(), logged.id, Asked("THU", result="NIE"), TODAY)
    assert (only().topic, only().referrals) == ("THU", ())
    assert before == was
    service.restore(before)
    assert only() == was
    gone = service.remove(logged.id, TODAY)
    assert there() == []
    service.restore(gone)
    assert only() == was


def test_a_question_moves_to_another_day_as_a_visit_of_its_own(store: Path) -> None:
    log(day=TODAY)
    moved = log("MAI", day=TOMORROW, visit=7)
    before = service.move(moved.id, TODAY, TOMORROW)
    assert [(row.topic, row.visit) for row in there()] == [("DGA", 1), ("MAI", 2)]
    service.restore(before)
    assert [(row.topic, row.visit) for row in there(TOMORROW, TOMORROW)] == [("MAI", 7)]


def test_a_closed_month_takes_no_changes_and_says_why(store: Path) -> None:
    october, late = date(2026, 10, 31), date(2026, 11, 8)
    logged = log(day=october)
    was = only()
    for change in (
        lambda: service.correct(codes(), logged.id, Asked("THU"), late),
        lambda: service.remove(logged.id, late),
        lambda: service.move(logged.id, late, late),
        lambda: service.say_day(codes(), october, PLACE, "DIC", late),
    ):
        with pytest.raises(DeskError, match=r"al afgesloten.*dag 7"):
            change()
    assert only() == was
    service.correct(codes(), logged.id, Asked("THU"), date(2026, 11, 7))
    with pytest.raises(DeskError, match="moet nog komen"):
        service.move(logged.id, TOMORROW, TODAY)


def test_what_is_gone_cannot_be_changed(store: Path) -> None:
    with pytest.raises(DeskError, match="staat niet meer"):
        service.remove(12345, TODAY)


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
    log(day=TOMORROW)
    assert service.counts_per_day(TODAY, TODAY) == [
        service.DayCount(TODAY, PLACE, 3, 2),
        service.DayCount(TODAY, OTHER_PLACE, 1, 1),
    ]
    assert [row.place for row in service.questions_of(OTHER_PLACE, TODAY, TOMORROW)] == [OTHER_PLACE]
    assert service.most_used_topics(TODAY, TODAY) == ["DGA", "MAI"]


def test_a_day_is_what_was_said_unless_it_has_questions(store: Path) -> None:
    monday, tuesday, wednesday = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
    assert service.say_day(codes(), monday, PLACE, "DIC", TODAY) == ""
    assert service.say_day(codes(), monday, PLACE, "NBM", TODAY) == "DIC"
    service.say_day(codes(), tuesday, PLACE, "NUL", TODAY)
    service.say_day(codes(), wednesday, OTHER_PLACE, "DIC", TODAY)
    log(day=tuesday)
    log(day=wednesday, place=OTHER_PLACE)
    assert service.day_states(PLACE, monday, TODAY) == {monday: "NBM", tuesday: "OPN"}
    assert service.day_states(OTHER_PLACE, monday, TODAY) == {wednesday: "OPN"}
    service.say_day(codes(), monday, PLACE, "", TODAY)
    assert service.day_states(PLACE, monday, monday) == {}
    with pytest.raises(DeskError, match="staat niet in de lijst"):
        service.say_day(codes(), monday, PLACE, "QQ", TODAY)


def test_a_question_that_changed_after_it_went_to_kb_is_marked(store: Path) -> None:
    logged = log()
    service.restore(msgspec.structs.replace(only(), kb=service.IN_KB))
    service.correct(codes(), logged.id, Asked("THU"), TODAY)
    assert only().kb == service.CHANGED_SINCE_KB
