"""Deliveries arrive once, whatever the network does, and only regie's signature counts as an answer."""

import pytest

from ido_kiosk.base import database
from ido_kiosk.sync import service
from ido_shared import delivery
from tests.statistics.desk import log
from tests.sync.kiosk import Kiosk
from tests.sync.peer import DESK, Peer

FAULTS = [
    "portal",
    "empty",
    "storm",
    "unknown",
    "refused",
    "no-detail",
    "redirect",
    "drop before",
    "drop answer",
    "wrong signature",
    "other receipt",
    "truncated",
    "no HTTP",
    "huge",
]


class Crash(BaseException):
    """The program ends here."""


def test_without_regie_nothing_happens(kiosk: Kiosk) -> None:
    log("11-10")
    assert kiosk.deliver("11-16") == service.Outcome(succeeded=True)
    assert kiosk.status() == service.SyncStatus()


def test_a_closed_week_arrives_and_is_compared(linked: Kiosk, peer: Peer) -> None:
    log("11-10", 3)
    assert linked.deliver("11-15") == service.Outcome(True, 0)
    assert linked.deliver("11-16") == service.Outcome(True, 1)
    assert peer.asked[1:] == [f"PUT /v1/leveringen/{delivery.delivery_id(DESK, 1, 1)} application/jose"]
    assert peer.totals() == (3, 3)
    status = linked.status()
    assert (status.questions, status.regie_questions, status.equal, status.unsent) == (3, 3, True, 0)


def test_nothing_new_asks_nothing_of_the_network(linked: Kiosk, peer: Peer) -> None:
    linked.deliver("11-16")
    asked = len(peer.asked)
    assert linked.deliver("11-17") == service.Outcome(True, 0)
    assert len(peer.asked) == asked


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_is_told_and_the_same_bytes_go_again(linked: Kiosk, peer: Peer, fault: str) -> None:
    log("11-10", 2)
    peer.faults = [fault]
    outcome = linked.deliver("11-16")
    for_a_person = fault in ("refused", "redirect")
    assert (outcome.succeeded, outcome.sent, outcome.needs_coordinator) == (False, 0, for_a_person)
    assert outcome.problem
    assert linked.status(outcome).unsent == 1
    first_try = dict(peer.signed)
    log("11-11")
    assert linked.deliver("11-17") == service.Outcome(True, 2)
    assert first_try.items() <= peer.signed.items()
    assert peer.totals() == (3, 3)
    assert linked.status().equal
    assert linked.status().refused == 0


def test_a_redirect_is_not_followed(linked: Kiosk, peer: Peer) -> None:
    peer.faults = ["redirect"]
    assert "verwijst door" in linked.deliver("11-16").problem
    assert not [asked for asked in peer.asked if "elders" in asked]


def test_one_refused_delivery_holds_up_no_other(linked: Kiosk, peer: Peer) -> None:
    log("11-10", 2)
    peer.refuses = frozenset({1})
    assert linked.deliver("11-16") == service.Outcome(False, 0, "De week ligt in de toekomst.", needs_coordinator=True)
    log("11-17", 3)
    outcome = linked.deliver("11-23")
    assert outcome == service.Outcome(False, 1, "De week ligt in de toekomst.", needs_coordinator=True)
    assert list(peer.messages) == [2]
    assert (linked.status().unsent, linked.status().refused, linked.status().equal) == (1, 1, None)
    peer.refuses = frozenset()
    assert linked.deliver("11-24") == service.Outcome(True, 1)
    status = linked.status()
    assert (peer.totals(), status.unsent, status.refused) == ((5, 5), 0, 0)


def test_what_regie_misses_goes_along_while_another_is_refused(linked: Kiosk, peer: Peer) -> None:
    for on in ("11-16", "11-23"):
        log("11-10")
        linked.deliver(on)
    peer.forget(1)
    peer.refuses = frozenset({3})
    log("11-10")
    assert linked.deliver("11-24").sent == 0
    log("11-10")
    outcome = linked.deliver("11-24")
    assert (outcome.sent, outcome.problem) == (3, "De week ligt in de toekomst.")  # 4, then 1, then 4 again
    assert sorted(peer.messages) == [1, 2, 4]
    assert peer.totals() == (4, 4)


def test_many_wait_and_arrive_in_order(linked: Kiosk, peer: Peer) -> None:
    for on in ("11-16", "11-23", "12-01"):
        peer.faults = ["storm"]
        log("11-10")
        assert not linked.deliver(on).succeeded
    peer.faults = ["", "drop answer"]
    assert linked.deliver("12-01").sent == 1
    assert linked.status().unsent == 2
    assert linked.deliver("12-01") == service.Outcome(True, 2)
    assert list(peer.messages) == [1, 2, 3]
    assert [peer.messages[2].vorige, peer.messages[3].vorige] == [
        delivery.digest(peer.signed[peer.messages[number].id]) for number in (1, 2)
    ]


def test_regie_that_keeps_refusing_a_number_needs_a_person(linked: Kiosk, peer: Peer) -> None:
    peer.faults = ["conflict", "", "conflict", "", "conflict"]
    outcome = linked.deliver("11-16")
    assert (outcome.succeeded, outcome.needs_coordinator) == (False, True)
    assert "oude kopie" in outcome.problem
    assert linked.status().unsent == 1
    assert [asked.split()[0] for asked in peer.asked[1:]] == ["PUT", "GET", "PUT", "GET", "PUT"]


def test_regie_that_lost_deliveries_gets_them_again(linked: Kiosk, peer: Peer) -> None:
    for on in ("11-16", "11-23", "12-01"):
        log("11-10")
        linked.deliver(on)
    before = dict(peer.signed)
    peer.forget(1)
    peer.forget(2)
    log("12-02", 5)
    assert linked.deliver("12-07") == service.Outcome(True, 4)
    assert before.items() <= peer.signed.items()
    assert peer.totals() == (8, 8)
    assert linked.status().equal


def test_a_difference_with_regie_is_seen(linked: Kiosk, peer: Peer) -> None:
    log("11-10", 2)
    linked.deliver("11-16")
    peer.totals = lambda: (7, 7)
    log("11-17")
    linked.deliver("11-23")
    status = linked.status()
    assert (status.questions, status.regie_questions, status.equal) == (3, 7, False)


def test_a_crash_at_any_moment_leaves_nothing_lost_or_double(linked: Kiosk, peer: Peer) -> None:
    moments = 0
    log("11-10")
    while crashed_before_the_end(linked, moments):
        moments += 1
        assert peer.totals()[0] <= moments
        assert sorted(peer.messages) == list(range(1, len(peer.messages) + 1))
        log("11-10")  # something to prepare and to send each time
    assert moments > 15  # looking, preparing, signing, keeping, sending, marking
    assert peer.totals()[0] == moments + 1
    assert linked.status().equal
    assert linked.deliver("11-23") == service.Outcome(True, 0)


def crashed_before_the_end(kiosk: Kiosk, after: int) -> bool:
    """Deliver in a program that ends after so many statements; False when it got through."""
    left = iter([None] * after)

    def hook(_event: object) -> None:
        if next(left, Crash) is Crash:
            raise Crash

    database.store.query_hooks.append(hook)
    try:
        kiosk.deliver("11-23")
    except Crash:
        return True
    finally:
        database.store.query_hooks.remove(hook)
    return False


def test_news_is_said_once_a_week_and_what_failed_is_tried_each_time(linked: Kiosk, peer: Peer) -> None:
    log("11-10", 2)
    assert linked.deliver("11-18", now=False) == service.Outcome(True, 1)
    log("11-11")
    assert linked.deliver("11-19", now=False) == service.Outcome(True, 0)
    assert linked.deliver("11-22", now=False) == service.Outcome(True, 0)
    peer.faults = ["storm"]
    assert not linked.deliver("11-23", now=False).succeeded
    log("11-12")
    assert linked.deliver("11-24", now=False) == service.Outcome(True, 1)
    assert peer.totals() == (3, 3)
    assert linked.deliver("11-30", now=False) == service.Outcome(True, 1)
    assert peer.totals() == (4, 4)


def test_a_week_without_questions_is_delivered_too(linked: Kiosk, peer: Peer) -> None:
    for on in ("11-16", "11-23", "11-30"):
        assert linked.deliver(on, now=False) == service.Outcome(True, 1)
    assert [[week.vragen for week in message.totalen] for message in peer.messages.values()] == [[0], [0], [0]]


def test_a_clock_that_ran_ahead_does_not_silence_a_desk(linked: Kiosk, peer: Peer) -> None:
    linked.deliver("2027-03-03", now=False)
    log("11-10")
    assert linked.deliver("11-16", now=False) == service.Outcome(True, 1)
    assert peer.totals() == (1, 1)


def test_what_arrived_is_kept_for_400_days(linked: Kiosk, peer: Peer) -> None:
    log("11-10")
    linked.deliver("11-16")
    linked.deliver("11-23")
    linked.deliver("2027-08-02")
    peer.forget(1)
    assert linked.deliver("2027-12-20").sent == 3  # 400 days after 16 November 2026 is the last day that it is there
    assert peer.totals() == (1, 1)
    assert linked.deliver("2027-12-29").succeeded
    before = peer.totals()
    peer.forget(2)  # nowhere any more: what it said is said again under its number
    assert linked.deliver("2028-01-03").sent == 3
    assert sorted(peer.messages) == list(range(1, len(peer.messages) + 1))
    assert peer.totals() == before
    assert linked.status().equal


def test_a_person_can_send_everything_once_more(linked: Kiosk, peer: Peer) -> None:
    for on in ("11-16", "11-23"):
        log("11-10")
        linked.deliver(on)
    before = dict(peer.signed)
    peer.signed.clear()
    peer.messages.clear()
    assert service.send_again(linked.regie.desk) == 2
    assert linked.deliver("11-24") == service.Outcome(True, 2)
    assert peer.signed == before
