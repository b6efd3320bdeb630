"""A data folder was copied to another desk, or moved to another computer: each question counts once."""

from pathlib import Path

import pytest

from ido_kiosk.questions import service as questions
from ido_kiosk.sync import service
from tests.faults.harness.server import Server
from tests.statistics.desk import day, log
from tests.sync.linked_desk import Desk, counted


def test_a_copied_folder_begins_with_nothing_and_is_a_desk_of_its_own(
    server: Server, desk: Desk, tmp_path: Path
) -> None:
    with desk.on("11-17"):
        log("11-17", 3)
    copy = Desk(desk.copy(tmp_path / "andere" / "balie"))
    with desk.on("11-23"):
        assert desk.deliver().succeeded
    with copy.on("11-24", service.COPIED):
        assert questions.counts_per_day(day("11-01"), day("11-30")) == []
        assert service.status_text(copy.status()).startswith("Niet gekoppeld aan regie.")
        assert not (copy.root / "sleutel.pem").exists()
        assert (copy.root / "kopieen" / "elders-2026-11-24.sqlite3").exists()
        assert copy.enrol(server, server.office("code")) != desk.settings.section(service.Regie).desk
        log("11-24")
    with copy.on("12-01"):
        assert copy.deliver().succeeded
        assert copy.status().equal
    assert counted(server) == 6
    with desk.on("12-01"):
        log("11-24")
        assert desk.deliver().succeeded
    assert counted(server) == 7


def test_a_moved_folder_goes_on_as_the_same_desk_and_the_old_computer_stops(
    server: Server, desk: Desk, tmp_path: Path
) -> None:
    with desk.on("11-17"):
        log("11-17", 3)
    moved = Desk(desk.copy(tmp_path / "andere" / "balie"))
    with desk.on("11-23"):
        log("11-18")  # after the copy was made, and delivered
        assert desk.deliver().succeeded
    with moved.on("11-24", service.MOVED):
        log("11-19")
        outcome = moved.deliver()
        assert (outcome.succeeded, outcome.repaired) == (True, True)
        assert moved.status().equal
        assert not (moved.root / "sleutel.nieuw.pem").exists()
    assert counted(server) == 7
    with desk.on("11-24"):
        log("11-20", 2)
        refused = desk.deliver()
        assert (refused.succeeded, refused.needs_coordinator) == (False, True)
    assert counted(server) == 7


def test_a_move_whose_answer_was_lost_is_asked_again(
    server: Server, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Desk(desk.copy(tmp_path / "andere" / "balie"))
    with moved.on("11-24", service.MOVED):
        with monkeypatch.context() as patch:
            patch.setattr("ido_kiosk.sync.service.moving.keep_key", lose_the_answer)
            with pytest.raises(LostAnswerError):
                moved.deliver()
        assert moved.deliver().succeeded
        assert moved.status().equal


class LostAnswerError(BaseException):
    """The program ends here."""


def lose_the_answer(_folder: object) -> None:
    raise LostAnswerError
