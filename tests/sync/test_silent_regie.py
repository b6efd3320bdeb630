"""Regie says nothing, or byte by byte: nobody waits for it, and the pause before the next try grows."""

import subprocess
import sys
import threading

import pytest

from ido_kiosk.sync import service
from ido_kiosk.sync.service import connection
from tests.statistics.desk import log
from tests.sync.kiosk import Kiosk
from tests.sync.peer import Peer


@pytest.mark.parametrize("fault", ["slow", "dribble"])
def test_a_regie_that_hangs_is_left_after_a_while(
    linked: Kiosk, peer: Peer, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    log("11-10")
    monkeypatch.setattr(connection, "ANSWER_WITHIN", 0.1)
    peer.faults = [fault]
    assert "niet bereikbaar" in linked.deliver("11-16").problem
    monkeypatch.undo()
    assert linked.deliver("11-16") == service.Outcome(True, 1)
    assert peer.totals() == (1, 1)


@pytest.mark.parametrize("fault", ["slow", "dribble"])
def test_nobody_waits_once_it_has_to_stop(linked: Kiosk, peer: Peer, fault: str) -> None:
    peer.faults = [fault]
    outcome = linked.deliver("11-16", stop=lambda: len(peer.asked) > 1)
    assert (outcome.succeeded, outcome.needs_coordinator) == (False, False)
    assert linked.status().unsent == 1
    assert linked.deliver("11-16") == service.Outcome(True, 1)


def test_a_program_ends_while_regie_is_silent(peer: Peer) -> None:
    peer.faults = ["slow"]
    program = """
import sys
from ido_kiosk.sync.service import connection
connection.ANSWER_WITHIN = 0.2
address = sys.argv[1]
try:
    connection.ask(connection.session_with(address), "PUT", address, "/v1/leveringen/x", b"x", "application/jose")
except connection.UnreachableError:
    print("weg")
"""
    command = [sys.executable, "-c", program, peer.url]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "weg\n", "")


def test_logging_goes_on_while_regie_keeps_us_waiting(linked: Kiosk, peer: Peer) -> None:
    log("11-10")
    peer.faults = ["slow"]
    outcomes: list[service.Outcome] = []
    thread = threading.Thread(target=lambda: outcomes.append(linked.deliver("11-16")))
    thread.start()
    while len(peer.asked) < 2:
        thread.join(0.01)
    log("11-17", 3)  # would wait for ever if the other thread held a transaction
    assert linked.status().unsent == 1
    peer.closing.set()
    thread.join()
    assert not outcomes[0].succeeded
    assert linked.deliver("11-16") == service.Outcome(True, 1)


@pytest.mark.parametrize("chance", [0.0, 0.5, 0.999])
def test_the_pause_grows_to_a_limit_and_never_ends(chance: float) -> None:
    pauses = [service.retry_after(failures, lambda: chance) for failures in range(1, 2000)]
    assert pauses == sorted(pauses)
    assert 30 <= pauses[0] <= 60
    assert pauses[-1] <= 6 * 60 * 60
    assert pauses[-1] >= 3 * 60 * 60


def test_desks_that_failed_together_do_not_come_back_together() -> None:
    assert len({service.retry_after(4) for _ in range(20)}) > 1
