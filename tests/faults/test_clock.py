"""A clock that goes back a day, changes to or from summer time, or is years off: a question is always logged."""

from datetime import date
from pathlib import Path

from ido_kiosk.base import backups
from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service as statistics
from tests.faults.kiosk import busy, logged
from tests.statistics.desk import SENDER, no_signature
from tests.store import PLACE, codes

DAYS = ("2026-10-25", "2026-10-24", "2026-10-25", "2099-12-31")
"""The day on which summer time ends, back to the day before and on again, and one of a clock that is years off."""


def test_every_day_of_a_wrong_clock_takes_questions(tmp_path: Path) -> None:
    for number, day in enumerate(DAYS, start=1):
        with busy(tmp_path, most=2, day=day) as kiosk:
            assert len(kiosk.safe(2)) == 2
            assert kiosk.process.wait() == 0
        assert len(logged(tmp_path / "ido.sqlite3")) == 2 * number


def test_a_clock_that_is_years_off_closes_no_month(store: Path) -> None:
    day = date(2026, 11, 20)
    statistics.note_first_use(day, PLACE)
    questions.log_question(codes(), "DGA", day, PLACE)
    for wrong in (date(2099, 12, 31), date(1970, 1, 1)):
        questions.log_question(codes(), "DGA", wrong, PLACE)
        assert statistics.clock_in_doubt(SENDER.desk, PLACE, wrong)
        assert statistics.prepare_delivery(SENDER, wrong, no_signature) is None
    assert statistics.prepare_delivery(SENDER, date(2026, 12, 1), no_signature) is not None


def test_a_copy_of_a_day_that_comes_again_is_made_anew(store: Path, tmp_path: Path) -> None:
    for day in (date(2026, 11, 26), date(2026, 11, 25), date(2026, 11, 26)):
        questions.log_question(codes(), "DGA", day, PLACE)
        copy = backups.make_backup(store, tmp_path / "kopieen", day)
    assert [backups.questions_in(each.file) for each in backups.copies_in(tmp_path / "kopieen")] == [3, 2]
    assert copy.day == date(2026, 11, 26)
