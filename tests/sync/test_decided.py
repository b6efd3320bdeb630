"""What the municipality decided comes down: laid once, kept when nothing good comes, and never anybody else's word."""

import re
from pathlib import Path

import pytest
import requests

from ido_kiosk.base import clock
from ido_kiosk.base.layers import Laid, Origin
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.statistics.service import Release, threshold, threshold_origin
from ido_kiosk.sync import service
from tests.regie.process import Regie, running_regie
from tests.statistics.desk import day
from tests.sync.kiosk import Kiosk, kiosk_in
from tests.sync.peer import Peer

KINDS = (ThisDesk, Release)
DECIDED = {"Release": {"k": 8}, "ThisDesk": {"letters": "wegwijzen", "help": "010 123 45 67"}}


def fetch(kiosk: Kiosk) -> str:
    return service.fetch_decided(kiosk.folder, kiosk.settings, KINDS)


def kept(kiosk: Kiosk) -> Settings:
    """The settings as they stand on disk."""
    return Settings(kiosk.folder.settings)


def laid(kiosk: Kiosk) -> tuple[int, str, str]:
    """What counts at the desk."""
    desk = kept(kiosk).section(ThisDesk)
    return threshold(kept(kiosk)), desk.letters, desk.help


def test_a_desk_without_regie_asks_nothing(kiosk: Kiosk, peer: Peer) -> None:
    assert (fetch(kiosk), peer.asked) == ("", [])


def test_what_was_decided_is_laid_with_its_origin_and_asked_once(linked: Kiosk, peer: Peer) -> None:
    assert (fetch(linked), laid(linked)) == ("", (5, "brief", ""))
    peer.decided = DECIDED
    assert (fetch(linked), laid(linked)) == ("", (8, "wegwijzen", "010 123 45 67"))
    assert kept(linked).origins(ThisDesk)["letters"] == Origin("gemeente", is_locked=True)
    assert threshold_origin(kept(linked)) == Origin("gemeente", is_locked=True)
    stamp = linked.folder.settings.stat().st_mtime_ns
    assert fetch(linked) == ""
    assert linked.folder.settings.stat().st_mtime_ns == stamp, "304: nothing to lay"
    peer.decided = {"Release": {"k": 6}}
    assert (fetch(linked), laid(linked)) == ("", (6, "brief", "")), "what was taken back is gone"
    assert threshold(Settings(linked.folder.settings, Laid({"Release": {"k": 9}}))) == 9


@pytest.mark.parametrize("wrong", [-400 * 86400, 301, 400 * 86400])
def test_a_desk_with_a_wrong_clock_asks_by_the_time_of_regie(
    linked: Kiosk, peer: Peer, monkeypatch: pytest.MonkeyPatch, wrong: int
) -> None:
    peer.decided, before, right = DECIDED, len(peer.asked), clock.moment()
    monkeypatch.setattr(clock, "moment", lambda: right + wrong)
    assert (fetch(linked), laid(linked)) == ("", (8, "wegwijzen", "010 123 45 67"))
    assert len(peer.asked) - before == 2
    monkeypatch.setattr(clock, "moment", lambda: right)
    assert (fetch(linked), len(peer.asked) - before) == ("", 3)


def test_a_desk_that_regie_does_not_believe_asks_once(linked: Kiosk, peer: Peer) -> None:
    before, peer.faults = len(peer.asked), ["unsigned"]
    assert "klopt niet" in fetch(linked)
    assert len(peer.asked) - before == 1


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("portal", "antwoordt iets anders dan regie"),
        ("empty", "antwoordt iets anders dan regie"),
        ("wrong signature", "antwoordt iets anders dan regie"),
        ("other receipt", "antwoordt iets anders dan regie"),
        ("redirect", "verwijst door"),
        ("refused", "niet bij regie bekend"),
        ("storm", "storing"),
        ("drop before", "niet bereikbaar"),
        ("truncated", "niet bereikbaar"),
    ],
)
def test_only_what_regie_signed_for_this_desk_is_laid(linked: Kiosk, peer: Peer, fault: str, words: str) -> None:
    peer.decided = DECIDED
    assert fetch(linked) == ""
    peer.decided = {"Release": {"k": 3}}
    peer.faults = [fault]
    problem = fetch(linked)
    assert words in problem
    assert laid(linked) == (8, "wegwijzen", "010 123 45 67"), "the last good answer stays"
    (line,) = service.decided_lines(linked.settings, problem)
    assert line.startswith("De instellingen van de gemeente zijn niet opgehaald. Wat eerder kwam, geldt nog.")
    assert (fetch(linked), laid(linked)) == ("", (5, "brief", "")), "and the next good one counts again"


def test_what_is_not_known_here_is_said_and_the_rest_is_laid(linked: Kiosk, peer: Peer) -> None:
    strange = {"letters": "alles", "colour": "rood", "help": "balie@voorbeeld.nl"}
    peer.decided = {"ThisDesk": strange, "Regie": {"url": "https://elders.example"}, "Release": {"k": "zes"}}
    before = linked.regie
    assert (fetch(linked), laid(linked)) == ("", (5, "brief", "balie@voorbeeld.nl"))
    assert linked.regie == before, "a section about which the municipality has no say"
    (line,) = service.decided_lines(linked.settings, "")
    assert "Regie, Release.k, ThisDesk.colour, ThisDesk.letters" in line
    assert kept(linked).section(service.Decided).etag == "", "a newer kiosk gets all of it again"
    peer.decided = {"ThisDesk": {"letters": "inhoud"}}
    assert (fetch(linked), list(service.decided_lines(linked.settings, ""))) == ("", [])
    assert laid(linked) == (5, "inhoud", "")


def decide(regie: Regie, **values: str) -> None:
    """Fill in the page, as someone of regie does."""
    with requests.Session() as browser:

        def send(path: str, **fields: str) -> requests.Response:
            page = browser.get(f"{regie.url}{path}", timeout=30)
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
            data = {"csrfmiddlewaretoken": token, **fields}
            return browser.post(f"{regie.url}{path}", data, headers={"Referer": regie.url}, timeout=30)

        send("/inloggen", username=regie.login, password=regie.password)
        answer = send("/balies/instellingen", **values)
        assert (answer.status_code, answer.url) == (200, f"{regie.url}/balies")


def test_the_page_of_a_real_regie_reaches_the_desk(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.pretend(day("12-09"))
    kiosk = kiosk_in(tmp_path / "data", "11-09")
    with running_regie(tmp_path / "regie", day("12-09")) as regie:
        kiosk.enrol(regie.url, regie.code)
        assert (fetch(kiosk), laid(kiosk)) == ("", (5, "brief", ""))
        decide(regie, threshold="9", letters="wegwijzen", languages="nl ar", help="010 123 45 67", locked="on")
        assert (fetch(kiosk), laid(kiosk)) == ("", (9, "wegwijzen", "010 123 45 67"))
        assert kept(kiosk).section(ThisDesk).languages == ("nl", "ar")
        assert kept(kiosk).origins(ThisDesk)["help"] == Origin("gemeente")
        stamp = kiosk.folder.settings.stat().st_mtime_ns
        assert (fetch(kiosk), kiosk.folder.settings.stat().st_mtime_ns) == ("", stamp), "304"
        decide(regie, help="balie@voorbeeld.nl")
        monkeypatch.setattr(clock, "moment", lambda: 1_000_000_000)
        assert (fetch(kiosk), laid(kiosk)) == ("", (5, "brief", "balie@voorbeeld.nl"))
    assert "niet bereikbaar" in fetch(kiosk)
    assert laid(kiosk) == (5, "brief", "balie@voorbeeld.nl")
