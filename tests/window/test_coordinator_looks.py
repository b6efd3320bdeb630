"""The coordinator's screens beside a browser: named, large enough, not cut off, and reached by the Tab key alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from ido_kiosk import practice
from ido_kiosk.base import backups
from ido_kiosk.tour import Player, settle
from tests.window.conftest import OpenDesk
from tests.window.test_accessible import says_its_words, shown_part, stops
from tests.window.test_coordinator import to_page
from tests.window.test_looks import TARGET, controls, nameless


def to_hub(player: Player) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Meer voor de coördinator")


def to_local_form(player: Player) -> None:
    to_page(player, "Lokale gegevens")
    player.press("Toevoegen: Spreekuren")


def to_location_form(player: Player) -> None:
    to_page(player, "Bibliotheek en locaties")
    player.press("Veranderen: Locatie zonder naam")


def to_restore(player: Player) -> None:
    to_page(player, "Reservekopieën")
    player.press("Zet terug: 26 november 2026")


SCREENS: dict[str, Callable[[Player], None]] = {
    "hub": to_hub,
    "local data": lambda player: to_page(player, "Lokale gegevens"),
    "local form": to_local_form,
    "locations": lambda player: to_page(player, "Bibliotheek en locaties"),
    "location form": to_location_form,
    "set-up": lambda player: to_page(player, "Inrichten"),
    "backups": lambda player: to_page(player, "Reservekopieën"),
    "restore": to_restore,
    "PIN": lambda player: to_page(player, "Pincode"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_of_the_coordinator_is_whole_in_a_narrow_window(open_kiosk: OpenDesk, screen: str) -> None:
    desk = open_kiosk(size=(480, 800))
    backups.make_backup(desk.folder.database, desk.folder.copies, desk.parts.today())
    player = Player(desk.window)
    SCREENS[screen](player)
    assert desk.window.windowTitle()
    shown = [part for part in desk.window.findChildren(QAbstractButton) if part.isVisible()]
    assert [part.accessibleName() for part in shown if not says_its_words(part)] == []
    assert [part.accessibleName() for part in stops(player) if shown_part(part) < 0.3] == []
    for language, percent in (("nl", 200), ("en", 100), ("ar", 125)):
        desk.window.change_look(language=language, text_size=percent)
        settle()
        assert nameless(desk.window) == []
        assert [part.accessibleName() for part in controls(desk.window) if small(part)] == []
        for area in desk.window.findChildren(QScrollArea):
            if area.isVisible() and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                assert area.widget().width() <= area.viewport().width(), (language, percent)
    desk.window.change_look(language="nl", text_size=100)


def small(part: object) -> bool:
    return min(part.width(), part.height()) < TARGET  # type: ignore[attr-defined]


def test_the_practice_bar_leaves_room_for_the_work(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk(size=(480, 800))
    practice.mark(desk)
    settle()
    assert desk.window.width() == 480
    assert nameless(desk.window) == []
    assert [part.accessibleName() for part in controls(desk.window) if small(part)] == []
