"""Pull the plug at random moments: every question that the window called safe is there, and none twice."""

import random
import shutil
import signal
from pathlib import Path

import pytest

from tests.faults.kiosk import Question, busy, logged


@pytest.mark.parametrize(("kills", "each"), [(2, 25), pytest.param(12, 40, marks=pytest.mark.slow)])
def test_what_was_called_safe_survives_a_kill(tmp_path: Path, kills: int, each: int) -> None:
    moments = random.Random(5)
    safe: list[Question] = []
    for _time in range(kills):
        with busy(tmp_path) as kiosk:
            safe += kiosk.safe(each + moments.randrange(each))
            kiosk.process.kill()  # SIGKILL, wherever it is now
            kiosk.process.wait()
            safe += kiosk.rest()
    there = logged(tmp_path / "ido.sqlite3")
    assert len(safe) >= kills * each
    assert set(safe) <= set(there), "a question that was called safe is gone"
    assert len(there) == len(set(there)), "a question is there twice"
    assert len(there) <= len(safe) + kills, "more than the one that was under way at each kill"


@pytest.mark.parametrize("copies", [4, pytest.param(40, marks=pytest.mark.slow)])
def test_files_as_they_are_at_any_moment_hold_what_was_called_safe(tmp_path: Path, copies: int) -> None:
    moments = random.Random(7)
    with busy(tmp_path / "balie") as kiosk:
        safe: list[Question] = []
        for copy in range(copies):
            safe += kiosk.safe(5 + moments.randrange(20))
            kiosk.process.send_signal(signal.SIGSTOP)  # as a power cut: all files of one moment
            taken = tmp_path / f"kopie-{copy}"
            taken.mkdir()
            for file in (tmp_path / "balie").glob("ido.sqlite3*"):
                if not file.name.endswith("-shm"):  # lives in memory only
                    shutil.copy(file, taken)
            kiosk.process.send_signal(signal.SIGCONT)
            there = logged(taken / "ido.sqlite3")
            assert set(safe) <= set(there)
            assert len(there) == len(set(there))
