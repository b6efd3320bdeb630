"""The kiosk against a real regie process: what one sends, the other understands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ido_kiosk.base import clock, database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync import service
from tests.regie.process import Regie, running_regie
from tests.statistics.desk import OTHER_PLACE, day, log
from tests.sync.kiosk import kiosk_in


@pytest.fixture
def regie(tmp_path: Path) -> Iterator[Regie]:
    """A regie with the demo municipality, in December, as it is for the kiosk."""
    clock.pretend(day("12-09"))
    with running_regie(tmp_path / "regie", day("12-09")) as running:
        yield running


class LostAnswerError(BaseException):
    """The program ends after regie took a delivery in, before it could be marked as sent."""


def lose_the_answer(event: object) -> None:
    """Where a delivery would be marked as sent, the program ends."""
    if event.sql.startswith("UPDATE"):
        raise LostAnswerError


def test_a_desk_delivers_to_a_real_regie_and_both_count_the_same(regie: Regie, store: Path, tmp_path: Path) -> None:
    kiosk = kiosk_in(tmp_path / "data", "11-09")
    assert kiosk.enrol(regie.url, f" {regie.code.lower()} ").municipality == "Gemeente Voorbeeld"
    first = kiosk.regie
    assert kiosk.enrol(regie.url, regie.code) == first  # as after a lost answer
    log("11-10", 12)
    log("11-12", 2, OTHER_PLACE)
    assert kiosk.deliver("11-16") == service.Outcome(True, 1)
    log("11-11", 3)
    log("11-17")
    database.store.query_hooks.append(lose_the_answer)
    with pytest.raises(LostAnswerError):
        kiosk.deliver("11-23")
    database.store.query_hooks.clear()
    assert kiosk.status().unsent == 1
    assert kiosk.deliver("12-09") == service.Outcome(True, 2)
    status = kiosk.status()
    assert (status.questions, status.regie_questions, status.visits, status.regie_visits) == (18, 18, 18, 18)
    assert service.status_text(status) == "Regie heeft alles: 18 = 18 vragen. Laatst verstuurd op 9 december 2026."
    lost = Settings(tmp_path / "leeg.json")
    assert service.enrol(regie.url, regie.code, kiosk.folder, lost, OTHER_PLACE).balie == first.desk
    other = kiosk_in(tmp_path / "other")
    with pytest.raises(DeskError, match="De koppelcode klopt niet, is al gebruikt of is verlopen"):
        other.enrol(regie.url, regie.code)


def test_guessing_codes_ends_with_advice(regie: Regie, store: Path, tmp_path: Path) -> None:
    kiosk = kiosk_in(tmp_path / "data")
    for _try in range(11):
        with pytest.raises(DeskError) as refused:
            kiosk.enrol(regie.url, "AAAA-AAAA")
    assert "te veel verkeerde koppelcodes" in str(refused.value)
    assert not kiosk.regie.desk
