"""Flipped bytes: the file is set aside, the last copy put back, what can be read is saved, and the rest is said."""

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import backups, database, recovery
from ido_kiosk.questions import service as questions
from tests.store import PLACE, codes
from tests.window.conftest import OpenDesk
from tests.window.test_visit import message

TODAY, YESTERDAY = date(2026, 11, 26), date(2026, 11, 25)
PAGE = 4096


def log(number: int, day: date = TODAY) -> None:
    with database.transaction():
        for _time in range(number):
            questions.log_question(codes(), "DGA", day, PLACE)


def number_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
        number: int = connection.execute("SELECT count(*) FROM question").fetchone()[0]
        return number


def damage(file: Path, first: int, length: int) -> bytes:
    content = bytearray(file.read_bytes())
    content[first : first + length] = random.Random(1).randbytes(length)
    file.write_bytes(content)
    return bytes(content)


def pages_of(file: Path, table: str) -> list[int]:
    """The numbers of the pages that hold rows of a table, the first and last of them left out."""
    with closing(sqlite3.connect(file)) as connection:
        [root] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    content = file.read_bytes()
    [children] = [content[(root - 1) * PAGE :][:PAGE]]
    number = int.from_bytes(children[3:5], "big")
    cells = [int.from_bytes(children[12 + 2 * cell : 14 + 2 * cell], "big") for cell in range(number)]
    return [int.from_bytes(children[cell : cell + 4], "big") for cell in cells][1:]


@pytest.fixture
def filled(store: Path, tmp_path: Path) -> Path:
    """300 questions of yesterday, which are in a copy, and 300 of today, which are not."""
    log(300, YESTERDAY)
    backups.make_backup(store, tmp_path / "kopieen", YESTERDAY)
    log(300)
    database.close_store()
    return store


def opened_again(file: Path, copies: Path) -> recovery.Recovered:
    with pytest.raises(database.DamagedError):
        database.open_store(file, copies)
    return recovery.recover(file, copies, TODAY)


def test_a_page_in_the_middle_costs_only_what_stood_there(filled: Path, tmp_path: Path) -> None:
    page = pages_of(filled, "question")[-1]
    content = damage(filled, (page - 1) * PAGE, PAGE)
    recovered = opened_again(filled, tmp_path / "kopieen")
    assert recovered.aside.read_bytes() == content
    assert recovered.aside.name == "beschadigd-2026-11-26.sqlite3"
    assert (recovered.restored, recovered.is_all_read) == (YESTERDAY, False)
    database.close_store()
    assert number_of(filled) == 300 + recovered.saved
    assert 200 < recovered.saved < 300, "all but one page of today"
    said = recovery.recovered_text(recovered)
    assert f"zijn nog {recovered.saved} vragen gered" in said
    assert "Een deel van dat bestand was niet te lezen." in said
    assert "Kijk na of de vragen na 25 november 2026 er nog zijn." in said


def test_a_damaged_index_costs_nothing(filled: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'question_overview'").fetchone()
    damage(filled, (page - 1) * PAGE, PAGE)
    recovered = opened_again(filled, tmp_path / "kopieen")
    database.close_store()
    assert (recovered.saved, recovered.is_all_read, number_of(filled)) == (300, True, 600)


def test_a_file_that_is_nothing_any_more_leaves_the_copy(filled: Path, tmp_path: Path) -> None:
    damage(filled, 0, filled.stat().st_size)
    recovered = opened_again(filled, tmp_path / "kopieen")
    database.close_store()
    assert (recovered.saved, recovered.is_all_read, number_of(filled)) == (0, False, 300)


def test_a_copy_that_is_damaged_too_is_passed_over(filled: Path, tmp_path: Path) -> None:
    copies = tmp_path / "kopieen"
    shutil.copy(copies / "dag-2026-11-25.sqlite3", copies / "dag-2026-11-24.sqlite3")
    damage(copies / "dag-2026-11-25.sqlite3", PAGE, PAGE * 3)
    damage(filled, 0, filled.stat().st_size)
    assert opened_again(filled, copies).restored == date(2026, 11, 24)


def test_a_large_file_is_checked_beside_the_work_and_mended_at_the_next_start(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "CHECKED_AT_ONCE", 0)
    copies = tmp_path / "kopieen"
    damage(filled, (pages_of(filled, "question")[-1] - 1) * PAGE, PAGE)
    database.open_store(filled, copies)
    with pytest.raises(database.DamagedError, match="Sluit de kiosk en start hem opnieuw"):
        backups.make_backup(filled, copies, TODAY)
    database.close_store()
    recovered = opened_again(filled, copies)
    database.close_store()
    assert number_of(filled) == 300 + recovered.saved
    database.open_store(filled, copies)
    database.close_store()


def test_single_flipped_bits_never_stop_a_desk_nor_cost_what_is_in_the_copy(filled: Path, tmp_path: Path) -> None:
    whole, copies, moments = filled.read_bytes(), tmp_path / "kopieen", random.Random(11)
    for _time in range(25):
        content = bytearray(whole)
        for _bit in range(8):
            content[moments.randrange(len(content))] ^= 1 << moments.randrange(8)
        filled.write_bytes(content)
        try:
            database.open_store(filled, copies)
        except database.DamagedError:
            recovery.recover(filled, copies, TODAY)
            database.close_store()
            assert number_of(filled) >= 300
        else:
            database.close_store()


def test_the_desk_opens_and_says_what_was_damaged(open_kiosk: OpenDesk) -> None:
    folder = open_kiosk().folder
    log(3)
    database.close_store()
    backups.make_backup(folder.database, folder.copies, YESTERDAY)
    damage(folder.database, 0, PAGE)
    desk = open_kiosk()
    assert desk.trouble().startswith("De gegevens waren beschadigd. De reservekopie van 25 november 2026 staat terug.")
    desk.window.warn(desk.trouble())
    assert "beschadigd-2026-11-26.sqlite3" in message(desk)
    assert questions.counts_per_day(TODAY, TODAY)[0].questions == 3


def test_the_first_damage_of_all_has_no_copy_and_is_said(open_kiosk: OpenDesk) -> None:
    folder = open_kiosk().folder
    database.close_store()
    folder.database.write_bytes(b"geen database" * 500)
    desk = open_kiosk()
    assert "er was nog geen reservekopie" in desk.trouble()
    assert (folder.copies / "beschadigd-2026-11-26.sqlite3").read_bytes() == b"geen database" * 500
    log(1)
