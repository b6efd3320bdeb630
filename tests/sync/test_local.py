"""What municipality and library wrote about organisations nearby comes down, stays, and never hides the desk's word."""

import re
from functools import partial
from pathlib import Path

import pytest
import requests
from msgspec.structs import replace

from ido_kiosk.base import clock
from ido_kiosk.base.local_data import Entry, LocalData
from ido_kiosk.desk.service import local_entries
from ido_kiosk.sync import service
from ido_shared import exchange
from tests.regie.process import Regie, running_regie
from tests.statistics.desk import day
from tests.store import codes
from tests.sync.kiosk import Kiosk, kiosk_in
from tests.sync.peer import Peer

TOWN = exchange.LocalEntry(
    id="0a1b2c3d-0000-4000-8000-000000000001", van="gemeente", soort="gemeente", naam="Gemeente Voorbeeld",
    verwijzing="GEM", telefoon="14 030", adres="Stadsplein 1, Voorbeeld", open="ma-vr 9.00-17.00", directe_lijn="",
    website="voorbeeld.nl", voor_wie="", meenemen="", toets=0, nagekeken="2026-11-01",
)  # fmt: skip
LAW = replace(
    TOWN, id="ffffffff-0000-4000-8000-000000000002", van="bibliotheek", soort="spreekuur", naam="Juridisch spreekuur",
    verwijzing="JUR", telefoon="088 123 45 67", toets=2,
)  # fmt: skip


def fetch(kiosk: Kiosk) -> str:
    check = partial(local_entries.sent_entry, referrals=codes().referrals, today=day("12-09"))
    return service.fetch_local(kiosk.folder, kiosk.settings, check)


def local(kiosk: Kiosk) -> LocalData:
    """What a kiosk that starts now knows."""
    return LocalData(kiosk.folder.local_data, kiosk.folder.sent_data)


def names(kiosk: Kiosk) -> list[tuple[str, str]]:
    return [(entry.van, entry.naam) for entry in local(kiosk).known]


def test_a_desk_without_regie_asks_nothing(kiosk: Kiosk, peer: Peer) -> None:
    assert (fetch(kiosk), peer.asked, names(kiosk)) == ("", [], [])


def test_what_was_written_is_kept_with_its_writer_and_asked_once(linked: Kiosk, peer: Peer) -> None:
    running = local(linked)
    peer.nearby = [TOWN, LAW]
    assert fetch(linked) == ""
    assert names(linked) == [("gemeente", "Gemeente Voorbeeld"), ("bibliotheek", "Juridisch spreekuur")]
    town, law = local(linked).known
    assert (town.id, law.id, town.open, town.nagekeken) == ("R0A1B2C3", "RFFFFFFF", TOWN.open, day("11-01"))
    assert [partner.naam for partner in local(linked).partners] == ["Juridisch spreekuur"]
    assert (running.known, running.read_sent(), running.read_sent()) == ((), True, False)
    assert running.known == (town, law)
    stamp = linked.folder.sent_data.stat().st_mtime_ns
    assert fetch(linked) == ""
    assert linked.folder.sent_data.stat().st_mtime_ns == stamp, "304: nothing to keep"
    peer.nearby = [LAW]
    assert (fetch(linked), names(linked)) == ("", [("bibliotheek", "Juridisch spreekuur")])


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
        ("huge", "antwoordt iets anders dan regie"),
    ],
)
def test_only_what_regie_signed_for_this_desk_is_kept(linked: Kiosk, peer: Peer, fault: str, words: str) -> None:
    peer.nearby = [TOWN]
    assert fetch(linked) == ""
    before = linked.folder.sent_data.read_bytes()
    peer.nearby = []
    peer.faults = [fault]
    problem = fetch(linked)
    assert words in problem
    assert linked.folder.sent_data.read_bytes() == before, "the last good answer stays"
    (line,) = service.local_lines((), problem)
    assert line.startswith("De lokale gegevens van regie zijn niet opgehaald. Wat eerder kwam, geldt nog.")
    assert (fetch(linked), names(linked)) == ("", []), "and the next good one counts again"


def test_what_does_not_fit_here_is_named_and_the_rest_is_kept(linked: Kiosk, peer: Peer) -> None:
    bad = [
        replace(LAW, soort="ruimteschip", naam="Raket"),
        replace(LAW, telefoon="bel maar", naam="Zonder nummer"),
        replace(LAW, id="geen", naam="Zonder kenmerk"),
        replace(LAW, nagekeken="ooit", naam="Zonder dag"),
        replace(LAW, naam=" "),
        replace(LAW, verwijzing="GPA", naam="Nergens"),
    ]
    peer.nearby = [TOWN, *bad]
    assert (fetch(linked), names(linked)) == ("", [("gemeente", "Gemeente Voorbeeld")])
    left_out = local(linked).left_out
    assert [line.split(":")[0] for line in left_out] == [entry.naam for entry in bad]
    assert "deze kiosk kent de soort ruimteschip niet" in left_out[0]
    (line,) = service.local_lines(left_out, "")
    assert "Bij Lokale gegevens staat welke" in line
    peer.nearby = [TOWN]
    assert (fetch(linked), local(linked).left_out) == ("", ()), "a newer kiosk got all of it again"


def test_the_nearest_word_counts_and_the_others_are_shown(linked: Kiosk, peer: Peer) -> None:
    peer.nearby = [TOWN, replace(TOWN, id=LAW.id, van="bibliotheek", telefoon="088 123 45 67"), LAW_KEY]
    assert fetch(linked) == ""
    known = local(linked)
    assert [entry.van for entry in known.known] == ["gemeente", "bibliotheek"]
    law, town = known.known
    assert town.telefoon == "088 123 45 67"
    (note,) = local_entries.origin_notes(town, known.behind(town))[1:]
    assert note == "Ook van de gemeente, maar dit hier geldt. Daar staat: 14 030."
    own = replace(local_entries.own_version(town, known.new_id()), naam="Stadskantoor", telefoon="14 099", toets=2)
    known.keep(own)
    assert [(entry.naam, entry.telefoon) for entry in known.known if entry.soort == "gemeente"] == [
        ("Stadskantoor", "14 099")
    ], "also under another name"
    assert [(entry.naam, entry.toets) for entry in known.partners] == [("Stadskantoor", 2)]
    notes = local_entries.origin_notes(own, known.behind(own))
    assert notes == (
        "Ook van de bibliotheek, maar dit hier geldt. Daar staat: Gemeente Voorbeeld; 088 123 45 67; geen toets.",
    )
    known.drop(own.id)
    assert [entry.toets for entry in known.partners] == [2], "and the key is the municipality's again"
    assert law in known.partners


LAW_KEY = replace(LAW, id="eeeeeeee-0000-4000-8000-000000000003", van="gemeente")


def test_what_was_checked_later_elsewhere_is_said() -> None:
    sent = Entry("R1", "wmo", "Wmo-loket", "WMO", nagekeken=day("11-09"), van="gemeente")
    own = replace(sent, id="P1", van="", nagekeken=day("11-01"), telefoon="14 030")
    (note,) = local_entries.origin_notes(own, [sent])
    assert note == (
        "Ook van de gemeente, maar dit hier geldt. Daar is het later nagekeken. Daar staat: telefoonnummer: niets."
    )
    assert local_entries.origin_notes(own, [replace(own, id="R1", van="gemeente")]) == (
        "Ook van de gemeente, met dezelfde gegevens.",
    )


def write(regie: Regie, path: str, **values: str) -> None:
    """Fill in a page, as someone of regie does."""
    with requests.Session() as browser:

        def send(path: str, **fields: str) -> requests.Response:
            page = browser.get(f"{regie.url}{path}", timeout=30)
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
            data = {"csrfmiddlewaretoken": token, **fields}
            return browser.post(f"{regie.url}{path}", data, headers={"Referer": regie.url}, timeout=30)

        send("/inloggen", username=regie.login, password=regie.password)
        answer = send(path, **values)
        assert (answer.status_code, answer.url) == (200, f"{regie.url}/balies/lokaal")


def test_the_page_of_a_real_regie_reaches_the_desk_and_stays_without_network(store: Path, tmp_path: Path) -> None:
    clock.pretend(day("12-09"))
    kiosk = kiosk_in(tmp_path / "data", "11-09")
    own = Entry("P1", "wmo", "Wmo-loket", "WMO", telefoon="14 099", nagekeken=day("12-01"))
    local(kiosk).keep(own)
    with running_regie(tmp_path / "regie", day("12-09")) as regie:
        kiosk.enrol(regie.url, regie.code)
        assert (fetch(kiosk), names(kiosk)) == ("", [("", "Wmo-loket")])
        write(regie, "/balies/lokaal/nieuw/gemeente", name="Gemeente Voorbeeld", phone="14 030", key="0")
        write(regie, "/balies/lokaal/nieuw/wmo", name="WMO-loket", phone="14 030", key="4")
        write(regie, "/balies/lokaal/nieuw/cursus", name="Klik & Tik", referral="DTH", key="5")
        assert fetch(kiosk) == ""
        stamp = kiosk.folder.sent_data.stat().st_mtime_ns
        assert (fetch(kiosk), kiosk.folder.sent_data.stat().st_mtime_ns) == ("", stamp), "304"
    assert "niet bereikbaar" in fetch(kiosk)
    after_restart = local(kiosk)
    assert names(kiosk) == [("gemeente", "Gemeente Voorbeeld"), ("gemeente", "Klik & Tik"), ("", "Wmo-loket")]
    assert after_restart.entries == (own,)
    assert [entry.telefoon for entry in after_restart.behind(own)] == ["14 030"]
    assert [(entry.toets, entry.naam) for entry in after_restart.partners] == [(5, "Klik & Tik")]
