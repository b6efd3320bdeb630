"""The kiosk against a real regie process: what one sends, the other understands."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from msgspec.structs import replace

from ido_kiosk.base import clock, database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync import service
from ido_regie.copying import copy_to
from ido_shared import TRIAL_MARK
from tests.regie.process import Regie, running_regie
from tests.statistics.desk import OTHER_PLACE, day, log
from tests.sync.kiosk import Kiosk, kiosk_in


@pytest.fixture
def regie(tmp_path: Path) -> Iterator[Regie]:
    """A regie with the demo municipality, in December, as it is for the kiosk."""
    clock.pretend(day("12-09"))
    with running_regie(tmp_path / "regie", day("12-09")) as running:
        yield running


class Browser:
    """Someone of regie, logged in."""

    def __init__(self, regie: Regie) -> None:
        self.regie, self.session = regie, requests.Session()
        self.post("/inloggen", username=regie.login, password=regie.password)

    def get(self, path: str) -> str:
        """A page, its words on one line."""
        answer = self.session.get(f"{self.regie.url}{path}", timeout=30)
        answer.raise_for_status()
        return " ".join(answer.text.split())

    def post(self, path: str, **fields: str) -> str:
        """Press a button or send a form; gives the page after it."""
        form = self.get(path if path == "/inloggen" else "/balies")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        data = {"csrfmiddlewaretoken": token, **fields}
        answer = self.session.post(f"{self.regie.url}{path}", data, headers={"Referer": self.regie.url}, timeout=30)
        answer.raise_for_status()
        return answer.text


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


def find(kiosk: Kiosk, regie: Regie) -> None:
    """Regie got another address, of this test only."""
    kiosk.settings = Settings(kiosk.folder.settings)
    kiosk.settings.save(replace(kiosk.regie, url=regie.url))


def test_after_a_restored_copy_the_desks_since_are_listed_for_a_person(store: Path, tmp_path: Path) -> None:
    """Enrolled since: refused, named, and itself again by a new code. Revoked since: taken, and named."""
    clock.pretend(day("12-09"))
    newer, gone = kiosk_in(tmp_path / "newer", "11-09"), kiosk_in(tmp_path / "gone", "11-09")
    data, copy = tmp_path / "regie", tmp_path / "copy"
    with running_regie(data, day("12-02")) as first:
        gone.enrol(first.url, first.code)
    with running_regie(data, day("12-09")) as regie:
        find(gone, regie)
        log("11-10", 4)
        assert gone.deliver("11-16").succeeded
        copy_to(data, copy)
        (copy / TRIAL_MARK).touch()
        browser = Browser(dataclasses.replace(regie, password=first.password))
        place = re.search(r"/locaties/([0-9a-f-]{36})/balies", browser.get("/balies"))[1]
        code = re.search(r'class="secret">([A-Z2-9-]{9})<', browser.post(f"/locaties/{place}/balies"))[1]
        newer.enrol(regie.url, code)
        assert newer.deliver("11-16").succeeded
        browser.post(f"/balies/{gone.regie.desk}/afmelden")
        log("11-17")
        assert not gone.deliver("11-23").succeeded
        log("11-24")
        assert not gone.deliver("11-30").succeeded
    with running_regie(copy, day("12-09")) as regie:
        find(newer, regie)
        find(gone, regie)
        assert not newer.deliver("12-07").succeeded
        assert gone.deliver("12-07").succeeded
        page = Browser(dataclasses.replace(regie, password=browser.regie.password)).get("/balies")
        assert f"Haar kenmerk begint met {newer.regie.desk[:8]}." in page
        assert "Misschien is zij na de kopie afgemeld." in page
        again = Browser(dataclasses.replace(regie, password=browser.regie.password))
        code = re.search(r'class="secret">([A-Z2-9-]{9})<', again.post(f"/locaties/{place}/balies"))[1]
        before = newer.regie.desk
        assert newer.enrol(regie.url, code).desk == before
        assert newer.deliver("12-07").succeeded
        assert "Haar kenmerk begint met" not in again.get("/balies")
