"""Closing months in a real database: once, whole, the same after a restored copy, and kept when the rows are gone."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from ido_kiosk.base import database
from ido_kiosk.base.layers import Laid, Origin
from ido_kiosk.base.settings import Settings
from ido_kiosk.questions import service as questions
from ido_kiosk.questions.records import Question
from ido_kiosk.statistics import service
from ido_kiosk.statistics.records import closed
from ido_kiosk.statistics.service.closing import is_believed
from ido_shared import counts, delivery
from tests.release.rules import SECRET, lists
from tests.statistics.desk import DESK, OTHER_PLACE, day, log, prepare, said
from tests.store import PLACE, codes

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(autouse=True)
def known_secret(store: Path) -> None:
    """The same extra above k each time."""
    closed.ReleaseSecret.create(one=1, secret=SECRET)


TOPICS = ("DGA", "WFI", "AAN", "TEL", "STU")


def busy_month(month: str, place: str = PLACE, a_day: int = 4) -> None:
    """Questions about five topics on some days of a month of 2026; the first topic twice as often."""
    for number in (3, 10, 17, 24):
        for topic in (TOPICS[0], *TOPICS)[: a_day + 2]:
            questions.log_question(codes(), topic, day(f"{month}-{number:02}"), place)


def close(on: str, k: int = 5) -> int:
    return service.close_months(PLACE, day(on), lists(), k)


def cells() -> set[tuple[str, str, str, int]]:
    """View, period, code and number of what left."""
    return {(row.view, row.period, row.code, row.questions) for row in closed.ReleasedCell.select()}


def test_a_month_closes_on_day_eight_of_the_next_and_its_cells_leave_once() -> None:
    service.note_first_use(day("10-01"), PLACE)
    busy_month("10")
    assert (close("11-07"), close("11-08"), close("11-09")) == (0, 1, 0)
    assert ("onderwerp", "2026-10", "DGA", 8) in cells()
    sent = prepare("11-09")
    assert sent is not None
    assert {(cell.indeling, cell.periode, cell.code, cell.vragen) for cell in sent.cellen} == cells()
    assert {(cell.plaats, cell.soort_plaats, cell.k) for cell in sent.cellen} == {(PLACE, "locatie", 5)}
    later = prepare("11-16")
    assert later is not None
    assert later.cellen == []


def test_the_year_adds_up_for_every_place() -> None:
    service.note_first_use(day("09-15"), PLACE)
    for month in ("09", "10", "11", "12"):
        busy_month(month)
        busy_month(month, OTHER_PLACE, a_day=1)
    assert service.close_months(PLACE, date(2027, 1, 8), lists(), 5) == 8
    for place, total in ((PLACE, 96), (OTHER_PLACE, 48)):
        for view in counts.SINGLE_VALUED:
            rows = closed.ReleasedCell.select().where(
                closed.ReleasedCell.place == place, closed.ReleasedCell.view == view
            )
            assert sum(row.questions for row in rows) == total, (place, view)


def test_a_restored_copy_draws_and_releases_the_same(store: Path, tmp_path: Path) -> None:
    for month in ("09", "10"):
        busy_month(month)
    close("10-08")
    database.copy_database(store, tmp_path / "copy.sqlite3")
    close("11-08")
    first = cells()
    database.close_store()
    shutil.copy(tmp_path / "copy.sqlite3", store)
    for helper in ("-wal", "-shm"):
        store.with_name(store.name + helper).unlink(missing_ok=True)
    database.open_store(store)
    assert cells() < first
    close("11-08")
    assert cells() == first


def test_cells_that_regie_has_do_not_leave_again_after_a_copy_was_put_back(store: Path, tmp_path: Path) -> None:
    """The copy is from before the last question of October; regie has the cells with that question in them."""
    service.note_first_use(day("10-01"), PLACE)
    busy_month("10")
    database.copy_database(store, tmp_path / "copy.sqlite3")
    log("10-30")
    close("11-08")
    sent = prepare("11-09")
    assert sent is not None
    database.close_store()
    shutil.copy(tmp_path / "copy.sqlite3", store)
    for helper in ("-wal", "-shm"):
        store.with_name(store.name + helper).unlink(missing_ok=True)
    database.open_store(store)
    content = delivery.pack(sent)
    with database.transaction():
        assert service.adopt(DESK, [service.Found(sent.id, content, delivery.digest(content))], day("11-09")) == (
            True,
            [],
        )
    close("11-08")
    assert ("onderwerp", "2026-10", "DGA", 9) in cells()
    assert ("onderwerp", "2026-10", "DGA", 8) not in cells()
    next_one = prepare("11-16")
    assert next_one is not None
    assert next_one.cellen == []


def test_a_crash_in_the_middle_leaves_the_month_open(monkeypatch: pytest.MonkeyPatch) -> None:
    busy_month("10")
    with monkeypatch.context() as broken:
        broken.setattr("ido_kiosk.statistics.service.closing._cell", lambda *_all: [][0])
        with pytest.raises(IndexError):
            close("11-08")
    assert (cells(), closed.closed_months(PLACE), closed.Counter.select().count()) == (set(), [], 0)
    assert close("11-08") == 1
    assert cells()


def test_a_desk_that_is_linked_later_states_what_left_before() -> None:
    busy_month("10")
    close("11-08")
    before = service.what_leaves(service.Sender("", PLACE, "0.1.0", 1), day("11-09")).next
    assert before is not None
    linked = prepare("11-09")
    assert linked is not None
    assert len(before["cellen"]) == len(linked.cellen) > 0


def test_totals_stay_when_the_rows_are_gone() -> None:
    busy_month("10")
    questions.say_day(codes(), day("10-05"), PLACE, "DIC", day("10-06"))
    close("11-08")
    before = said(prepare("11-09"))
    Question.delete().execute()
    assert prepare("11-09") is None
    anew = prepare("11-09", service.Sender(DESK.replace("2", "3"), PLACE, "0.1.0", 1))
    assert said(anew) == before
    assert {total.dagen_dicht for total in anew.totalen if total.van == "2026-10-05"} == {1}


def test_rows_go_ninety_days_after_their_month_was_folded_and_their_totals_stay() -> None:
    for month in ("09", "10", "11"):
        busy_month(month)
    close("12-08")
    for on in ("2027-01-04", "2027-02-01"):
        log(on)  # the desk is in use, so its clock is believed
    for on, kept in (("2027-01-05", 3), ("2027-01-06", 2), ("2027-02-06", 1)):
        close(on)
        days = {each.day.month for each in questions.questions_of(PLACE, day("09-01"), day("11-30"))}
        assert len(days) == kept, on
    assert {row.day.month for row in closed.DayTotal.select() if row.questions} == {9, 10, 11}
    later = service.Sender(DESK.replace("2", "4"), PLACE, "0.1.0", 1)
    assert sum(numbers[0] for numbers in said(prepare("2027-02-08", later)).values()) == 74


def test_the_desk_keeps_its_own_day_totals_per_code() -> None:
    busy_month("10")
    close("11-08")
    kept = service.codes_per_day(PLACE, "onderwerp", day("10-01"), day("10-31"))
    assert [(row.day, row.questions) for row in kept if row.code == "DGA"] == [
        (day(f"10-{number:02}"), 2) for number in (3, 10, 17, 24)
    ]


@pytest.mark.parametrize(
    ("municipality", "library", "desk", "expected"),
    [
        (None, None, None, 5),
        (7, None, None, 7),
        (None, 7, None, 7),
        (7, 9, None, 9),
        (9, 7, None, 9),
        (9, 7, 3, 9),  # the desk cannot lower it
        (None, None, 3, 5),
        (None, None, 8, 8),
        (3, None, None, 5),  # lower than standard only where both say so
        (3, 4, None, 4),
        (3, 3, None, 3),
        (-1, 1, None, 3),
        (99, 3, None, 10),
        ("zeven", 3, None, 5),
    ],
)
def test_the_threshold_is_the_highest_that_is_asked(
    tmp_path: Path, municipality: object, library: int | None, desk: int | None, expected: int
) -> None:
    told = {"Release": {"k": library}} if library is not None else {}
    file = tmp_path / "instellingen.json"
    own = {"Release": {"k": desk}} if desk is not None else {}
    laid = {"_gemeente": {"waarden": {"Release": {"k": municipality}}}} if municipality is not None else {}
    file.write_text(json.dumps(own | laid))
    assert service.threshold(Settings(file, Laid(told))) == expected


def test_who_asks_for_the_threshold_is_told(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "instellingen.json", Laid({"Release": {"k": 7}}))
    assert service.threshold_origin(settings) == Origin("bibliotheek", is_locked=True)
    settings.lay(service.Release, {"k": 9})
    assert service.threshold_origin(settings) == Origin("gemeente", is_locked=True)
    settings.save(service.Release(10))
    assert service.threshold_origin(settings) == Origin("balie")
    assert service.threshold_origin(Settings(tmp_path / "leeg.json", Laid({"Release": {"k": 3}}))) == Origin()


def test_nothing_closes_while_the_clock_is_in_doubt() -> None:
    busy_month("10")
    assert close("2027-06-20") == 0
    log("2027-06-20")
    assert close("2027-06-20") == 0  # one day of work may be the clock that leaped
    log("2027-06-21")
    assert close("2027-06-21") == 8  # October to May; June is open


def test_a_long_summer_is_believed_after_two_days_of_work() -> None:
    spring, autumn = [day("06-01"), day("06-29")], [day("09-01"), day("09-02")]
    assert is_believed(spring, day("08-10"))
    assert not is_believed(spring, day("09-01"))
    assert not is_believed([*spring, autumn[0]], day("09-01"))
    assert is_believed([*spring, *autumn], day("09-02"))
    assert is_believed([], day("09-02"))
    assert not is_believed([*spring, *autumn], day("09-02") + timedelta(days=60))


def test_rows_that_were_typed_over_go_when_their_month_is_closed_and_their_numbers_stay() -> None:
    service.note_first_use(day("10-01"), PLACE)
    busy_month("10")
    log("11-03")
    rows = questions.questions_of(PLACE, day("10-01"), day("10-31"))
    questions.say_kb({row.id: questions.IN_KB for row in rows[:5]})
    before = service.days_between(PLACE, day("10-01"), day("10-31"))
    close("11-08")
    assert len(questions.questions_of(PLACE, day("10-01"), day("10-31"))) == len(rows) - 5
    after = service.days_between(PLACE, day("10-01"), day("10-31"))
    assert sorted(day.questions for day in after) == sorted(day.questions for day in before)
    questions.say_kb({rows[5].id: questions.IN_KB})
    close("11-09")
    assert questions.question(rows[5].id) is None
    assert questions.question(rows[6].id) is not None
