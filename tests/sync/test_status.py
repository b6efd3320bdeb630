"""The status in words: honest about what regie has, and what to do when something is wrong."""

from datetime import UTC, date, datetime

import pytest

from ido_kiosk.base import clock
from ido_kiosk.sync.service import Outcome, SyncStatus, status_text
from tests.statistics.desk import day, log
from tests.sync.kiosk import Kiosk
from tests.sync.peer import Peer

AT_FIVE_PAST_TWO = datetime(2026, 11, 26, 14, 5, tzinfo=UTC)
GOOD = SyncStatus("Balie 1", date(2026, 11, 23), 0, 412, 300, 412, 300)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SyncStatus(), "Niet gekoppeld aan regie. Alles werkt; de tellingen blijven op deze computer."),
        (SyncStatus("Balie 1"), "Gekoppeld aan regie. De tellingen gaan weg als de week voorbij is."),
        (GOOD, "Regie heeft alles: 412 = 412 vragen. Laatst verstuurd op 23 november 2026."),
        (SyncStatus("Balie 1", unsent=1), "1 levering wacht op regie."),
        (SyncStatus("Balie 1", unsent=2), "2 leveringen wachten op regie."),
        (
            SyncStatus("Balie 1", unsent=2, waits_since=date(2026, 11, 23), next_try=AT_FIVE_PAST_TWO),
            "2 leveringen wachten op regie. De oudste is van 23 november 2026. "
            "Volgende poging: 26 november 2026 om 14.05 uur.",
        ),
        (
            SyncStatus("Balie 1", unsent=1, problem="De schijf is vol."),
            "De schijf is vol. 1 levering wacht op regie.",
        ),
        (
            SyncStatus("Balie 1", unsent=2, problem="De sleutel is weg.", needs_coordinator=True),
            "Vertel de coördinator dat het versturen niet lukt. De sleutel is weg.",
        ),
        (
            SyncStatus("Balie 1", unsent=2, refused=1, problem="Regie is niet bereikbaar."),
            "Vertel de coördinator dat het versturen niet lukt. Regie weigert 1 levering.",
        ),
        (
            SyncStatus("Balie 1", date(2026, 11, 23), 0, 412, 300, 411, 299),
            "Vertel de coördinator dat de tellingen verschillen. "
            "Regie telt 411 vragen bij 299 bezoeken, deze computer 412 vragen bij 300 bezoeken.",
        ),
        (
            SyncStatus("Balie 1", clock_in_doubt=True, unsent=1),
            "Klopt de datum van deze computer? Vraag de beheerder om die na te kijken.",
        ),
    ],
)
def test_each_state_has_its_words(status: SyncStatus, words: str) -> None:
    assert status_text(status) == words


@pytest.mark.parametrize("fault", ["portal", "storm", "drop before", "tries"])
def test_a_desk_that_can_do_nothing_is_put_at_ease(linked: Kiosk, peer: Peer, fault: str) -> None:
    peer.faults = [fault]
    words = status_text(linked.status(linked.deliver("11-16")))
    at_ease = "Regie is niet bereikbaar. Alles blijft bewaard en gaat later vanzelf. Werk gewoon door."
    assert words == f"{at_ease} 1 levering wacht op regie. De oudste is van 16 november 2026."


def test_a_refusal_is_for_the_coordinator_also_after_a_new_start(linked: Kiosk, peer: Peer) -> None:
    peer.faults = ["refused"]
    words = "Vertel de coördinator dat het versturen niet lukt. "
    assert status_text(linked.status(linked.deliver("11-16"))) == f"{words}Deze balie is niet bij regie bekend."
    assert status_text(linked.status()) == f"{words}Regie weigert 1 levering."
    linked.deliver("11-16")
    assert status_text(linked.status()).startswith("Regie heeft alles")


def test_equal_is_only_known_when_all_has_arrived() -> None:
    assert GOOD.equal is True
    assert SyncStatus("Balie 1", None, 1, 412, 300, 412, 300).equal is None
    assert SyncStatus("Balie 1").equal is None
    assert SyncStatus("Balie 1", None, 0, 412, 300, 412, 301).equal is False


def test_the_status_follows_a_desk_from_link_to_receipt(linked: Kiosk, peer: Peer) -> None:
    assert linked.status() == SyncStatus("Balie 1")
    log("11-10", 2)
    peer.faults = ["portal"]
    outcome = linked.deliver("11-16")
    waits = SyncStatus("Balie 1", None, 1, 2, 2, problem=outcome.problem, waits_since=day("11-16"))
    assert linked.status(outcome) == waits
    linked.deliver("11-17")
    assert linked.status(Outcome(True, 1)) == SyncStatus("Balie 1", day("11-17"), 0, 2, 2, 2, 2)
    log("11-18")
    peer.faults = ["portal"]
    linked.deliver("11-23")
    assert linked.status().last_sent == day("11-17")
    assert linked.status().unsent == 1


def test_a_clock_that_went_back_is_doubted(linked: Kiosk) -> None:
    linked.deliver("11-23")
    clock.pretend(day("11-22"))
    assert linked.status().clock_in_doubt
    clock.pretend(day("11-23"))
    assert not linked.status().clock_in_doubt
