"""Lokale gegevens through the real window: written once, used at once, shared by a file, and undone."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.qt import files
from ido_kiosk.qt.wrapping_button import WrappingButton
from ido_kiosk.sync import service as sync
from ido_kiosk.tour import Player
from tests.sync.peer import CODE, Peer, running_peer
from tests.sync.test_local import LAW, TOWN
from tests.window.conftest import OpenDesk
from tests.window.test_coordinator import to_page
from tests.window.test_desk import fill
from tests.window.test_visit import message


@pytest.fixture
def peer() -> Iterator[Peer]:
    """A small regie that answers well, unless a test says otherwise."""
    with running_peer() as running:
        yield running


def is_a_result(player: Player, words: str) -> bool:
    """Whether search shows it; what was just written it finds a moment later."""
    return any(words in row.words() for row in player.window.findChildren(WrappingButton, "result") if row.isVisible())


def add_town(desk: Desk, player: Player, phone: str = "14 030") -> None:
    to_page(player, "Lokale gegevens")
    player.press("Toevoegen: Gemeente")
    fill(desk, "Hoe heet het?", "Gemeente Voorbeeld")
    fill(desk, "Telefoonnummer", phone)
    player.press("Bewaren")


def test_what_is_written_is_found_and_shown_at_once_and_after_a_restart(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    add_town(desk, player, "bel maar")
    assert message(desk) == "Dit lijkt geen telefoonnummer. Schrijf het zo: 088 123 45 67."
    fill(desk, "Telefoonnummer", "14 030")
    player.press("Bewaren")
    assert message(desk) == "Bewaard. De gidsen gebruiken dit nu."
    player.press("Toevoegen: Spreekuren")
    fill(desk, "Hoe heet het?", "Formulierenbrigade")
    player.press("Welke cijfertoets bij doorverwijzen? 1")
    player.press("Bewaren")
    for _start in range(2):
        player.key(Qt.Key.Key_F12)
        player.search("formulierenbrigade")
        qtbot.waitUntil(partial(is_a_result, player, "Formulierenbrigade"))
        player.key(Qt.Key.Key_Return)
        assert player.text_starting("Formulierenbrigade")
        assert [entry.naam for entry in desk.parts.local.partners] == ["Formulierenbrigade"]
        desk = open_kiosk()
        player = Player(desk.window)


def test_search_goes_on_while_the_shelf_is_read_anew(desk: Desk, qtbot: QtBot) -> None:
    shelf = desk.window._screens.finding._shelf
    before = shelf.index()
    with qtbot.waitSignal(shelf.changed), shelf._reading:
        shelf.read_anew()
        assert shelf.index() is before


def test_a_change_is_undone(desk: Desk, player: Player) -> None:
    add_town(desk, player)
    player.press("Weghalen: Gemeente Voorbeeld")
    assert desk.parts.local.entries == ()
    player.press("Maak de laatste verandering ongedaan")
    assert [entry.telefoon for entry in desk.parts.local.entries] == ["14 030"]
    assert message(desk) == "Ongedaan gemaakt."


def test_the_file_of_one_desk_is_read_by_the_next(
    open_kiosk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "voor-de-volgende.json"
    monkeypatch.setattr(files, "ask_where_to_save", lambda *_asked: file)
    monkeypatch.setattr(files, "ask_which_file", lambda *_asked: file)
    desk = open_kiosk()
    player = Player(desk.window)
    desk.parts.pin.set("4937", "4937")
    desk.parts.pin.remove()
    add_town(desk, player)
    player.press("Bewaar als bestand")
    assert message(desk) == f"Bewaard in {file}."
    assert desk.parts.visit.place not in file.read_text(encoding="utf-8")
    desk.parts.local.replace([])
    player.press("Lees uit een bestand")
    assert player.text_starting("Wat er verandert") and player.text_starting("Gemeente Voorbeeld")
    assert desk.parts.local.entries == (), "looking changes nothing"
    player.press("Neem dit over")
    assert [entry.naam for entry in desk.parts.local.entries] == ["Gemeente Voorbeeld"]
    player.press("Maak de laatste verandering ongedaan")
    assert desk.parts.local.entries == ()
    file.write_text(json.dumps({"soort": "iets anders"}), encoding="utf-8")
    player.press("Lees uit een bestand")
    assert message(desk).startswith("Dit is geen bestand met lokale gegevens van een IDO-kiosk.")


def test_what_regie_sent_is_shown_with_its_writer_and_said_differently_here(
    desk: Desk, player: Player, peer: Peer, qtbot: QtBot
) -> None:
    sync.enrol(peer.url, CODE, desk.folder, desk.settings, str(UUID(int=1)))
    peer.nearby = [TOWN, replace(LAW, soort="ruimteschip", naam="Raket")]
    desk.window.deliver()
    qtbot.waitUntil(lambda: len(desk.parts.local.known) == 1)
    assert desk.parts.library.organisations["GEM"].channels != desk.parts.national.organisations["GEM"].channels
    to_page(player, "Lokale gegevens")
    assert player.text_starting("Van de gemeente, via regie.")
    assert player.text_starting("Van regie, niet overgenomen")
    player.press("Voor deze balie aanpassen: Gemeente Voorbeeld")
    fill(desk, "Telefoonnummer", "14 099")
    player.press("Bewaren")
    assert [(entry.telefoon, entry.vervangt) for entry in desk.parts.local.known] == [("14 099", "R0A1B2C3")]
    assert player.text_starting("Ook van de gemeente, maar dit hier geldt.")
    player.press("Neem die van regie: Gemeente Voorbeeld")
    assert [entry.telefoon for entry in desk.parts.local.known] == ["14 030"]
    player.press("Maak de laatste verandering ongedaan")
    assert [entry.telefoon for entry in desk.parts.local.known] == ["14 099"]
