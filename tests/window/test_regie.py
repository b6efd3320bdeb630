"""*Versturen naar regie*: link, send, see what waits, try again, and files for a USB stick; through the window."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.statistics.service import threshold
from ido_kiosk.sync import service as sync
from ido_kiosk.tour import Player
from ido_kiosk.window.top_bar import TopBar
from ido_shared import exchange
from tests.sync.peer import CODE, Peer, running_peer


@pytest.fixture
def peer() -> Iterator[Peer]:
    """A small regie that answers."""
    with running_peer() as running:
        yield running


def shown(player: Player) -> str:
    """All words on the screen and in its messages."""
    return " ".join(part.text() for part in player.window.findChildren(QLabel) if part.isVisible())


def open_regie(player: Player) -> None:
    player.press("Hulp")
    player.press("Meer voor de coördinator")
    player.press("Open Versturen naar regie")


def linked(desk: Desk) -> bool:
    return bool(desk.settings.section(sync.Regie).desk)


def test_a_desk_is_linked_with_a_scanned_code_and_sends(desk: Desk, player: Player, peer: Peer, qtbot: QtBot) -> None:
    open_regie(player)
    assert "Deze balie is niet gekoppeld" in shown(player)
    player.press("Koppelen aan regie")
    code, address = (line for line in player.window.findChildren(QLineEdit) if line.isVisible())
    assert (code.accessibleName(), address.accessibleName()) == ("Koppelcode", "Adres van regie")
    assert code.hasFocus()
    code.setText(exchange.link_text(peer.url, CODE))
    code.returnPressed.emit()
    qtbot.waitUntil(lambda: linked(desk) and "Balie 1, Centrum" in shown(player))
    assert "Er wacht niets." in shown(player)
    player.press("Nu versturen")
    qtbot.waitUntil(lambda: "U kunt gewoon doorwerken" not in shown(player))
    assert "Gekoppeld aan regie." in shown(player)


def test_what_the_municipality_decided_comes_after_a_delivery(
    desk: Desk, player: Player, peer: Peer, qtbot: QtBot
) -> None:
    sync.enrol(peer.url, CODE, desk.folder, desk.settings, str(UUID(int=1)))
    peer.decided = {"ThisDesk": {"help": "010 123 45 67", "languages": ["ar"], "colour": "rood"}, "Release": {"k": 8}}
    open_regie(player)
    player.press("Nu versturen")
    qtbot.waitUntil(lambda: "instellingen die deze kiosk niet kent: ThisDesk.colour." in shown(player))
    assert threshold(desk.settings) == 8
    peer.faults = ["portal"]  # nothing is new to deliver: the first request is that for the settings
    player.press("Nu versturen")
    qtbot.waitUntil(lambda: "De instellingen van de gemeente zijn niet opgehaald." in shown(player))
    peer.faults = ["", "portal"]
    player.press("Nu versturen")
    qtbot.waitUntil(lambda: "De lokale gegevens van regie zijn niet opgehaald." in shown(player))
    player.key(Qt.Key.Key_F1)
    assert "Hulp bij de kiosk: 010 123 45 67" in shown(player)
    desk.window.change_look(text_size=100)
    (bar,) = desk.window.findChildren(TopBar)
    menu = next(part.menu() for part in bar.findChildren(QToolButton) if part.text() == "Taal")
    assert [action.text() for action in menu.actions()] == ["Nederlands", "العربية"]


def test_a_wrong_code_is_told_and_stays_to_be_mended(player: Player, peer: Peer, qtbot: QtBot) -> None:
    open_regie(player)
    player.press("Koppelen aan regie")
    code, address = (line for line in player.window.findChildren(QLineEdit) if line.isVisible())
    code.setText("AAAA-BBBB")
    address.setText(peer.url)
    player.press("Koppelen")
    qtbot.waitUntil(lambda: "De koppelcode klopt niet" in shown(player))
    assert code.text() == "AAAA-BBBB"


def test_a_request_goes_on_a_stick(player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "stick" / "koppelverzoek.ido"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(stick), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_all: (str(stick), ""))
    open_regie(player)
    player.press("Koppelen aan regie")
    player.press("Koppelverzoek bewaren…")
    assert "Vul de koppelcode in" in shown(player)
    code = next(line for line in player.window.findChildren(QLineEdit) if line.isVisible())
    code.setText(CODE)
    player.press("Koppelverzoek bewaren…")
    assert "Dit bestand is niet te gebruiken" in shown(player)
    stick.parent.mkdir()
    player.press("Koppelverzoek bewaren…")
    assert "Breng dit bestand naar regie." in shown(player)
    assert CODE.encode() in stick.read_bytes()
    player.press("Antwoord van regie openen…")
    assert "Dit is geen koppeling van regie" in shown(player)


def test_an_answer_that_comes_late_leaves_what_is_typed_elsewhere(
    desk: Desk, player: Player, peer: Peer, qtbot: QtBot
) -> None:
    open_regie(player)
    player.press("Koppelen aan regie")
    code, address = (line for line in player.window.findChildren(QLineEdit) if line.isVisible())
    code.setText(CODE)
    address.setText(peer.url)
    link = player.button("Koppelen")
    link.click()  # the answer waits in the queue of events while a visitor comes
    desk.window._screens.home()
    desk.window._screens.letters.open_letter("betalingsregeling-duo")
    street = player.wait_for_part(QLineEdit)
    street.setText("Kanariestraat")
    qtbot.waitUntil(lambda: linked(desk) and "Gekoppeld aan regie" in shown(player))
    assert street.isVisible() and street.text() == "Kanariestraat"
    regie = desk.window._screens._desk._coordinator._regie
    regie._deliver()
    qtbot.waitUntil(lambda: regie._last is not None)
    assert street.isVisible() and street.text() == "Kanariestraat"
