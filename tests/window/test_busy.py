"""*Drukke ochtend* in the window: nothing stands around the keys, and everything is back afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ido_kiosk.app import Desk
from ido_kiosk.questions.screen.busy import BusyScreen
from ido_kiosk.tour import Player, settle
from ido_kiosk.window.status_bar import StatusBar
from ido_kiosk.window.top_bar import TopBar
from ido_kiosk.window.visit_panel import VisitPanel
from tests.window.test_log_keys import whole_log
from tests.window.test_visit import message

CTRL = Qt.KeyboardModifier.ControlModifier


def around(desk: Desk) -> list[bool]:
    """Whether the bar, the panel and the status are seen."""
    kinds: tuple[type[QWidget], ...] = (TopBar, VisitPanel, StatusBar)
    return [part.isVisible() for kind in kinds for part in desk.window.findChildren(kind)]


def keys_of(screen: BusyScreen) -> list[QPushButton]:
    return screen.findChildren(QPushButton, "choice")


@pytest.mark.parametrize("way_back", ["Escape", "button"])
def test_only_the_keys_are_seen_until_one_is_done(desk: Desk, player: Player, way_back: str) -> None:
    assert around(desk) == [True, True, True]
    player.key(Qt.Key.Key_F4, CTRL)
    assert around(desk) == [False, False, False]
    player.key(Qt.Key.Key_1)
    assert message(desk) == "Geteld: DigiD aanvragen of activeren"
    desk.window.change_look(theme="dark")
    settle()
    assert around(desk) == [False, False, False]
    if way_back == "button":
        player.press("Klaar met tellen")
    else:
        player.key(Qt.Key.Key_Escape)
    assert around(desk) == [True, True, True]
    assert player.text_starting("Waar kunnen we mee helpen?")


def test_a_visitor_too_many_is_undone_without_leaving(desk: Desk, player: Player) -> None:
    player.key(Qt.Key.Key_F4, CTRL)
    player.key(Qt.Key.Key_1)
    player.key(Qt.Key.Key_0)
    player.press("Ongedaan maken (Ctrl+Z)")
    assert [row.topic for row in whole_log(desk)] == ["DGA"]
    assert around(desk) == [False, False, False]


def test_the_way_back_is_in_sight_in_the_narrowest_window_with_the_largest_text(desk: Desk, player: Player) -> None:
    desk.window.resize(480, 800)
    desk.window.change_look(text_size=200)
    player.key(Qt.Key.Key_F4, CTRL)
    settle()
    [way_back] = [made for made in desk.window.findChildren(QPushButton) if made.accessibleName() == "Klaar met tellen"]
    lowest = way_back.mapTo(desk.window, QPoint(0, way_back.height())).y()
    assert way_back.isVisible() and lowest <= desk.window.height()
    assert not way_back.visibleRegion().isEmpty()


@pytest.mark.parametrize(("width", "percent", "columns"), [(1280, 100, 3), (480, 100, 2), (480, 200, 1)])
def test_the_keys_fit_beside_each_other_at_any_width(
    desk: Desk, player: Player, width: int, percent: int, columns: int
) -> None:
    desk.window.resize(width, 800)
    desk.window.change_look(text_size=percent)
    player.key(Qt.Key.Key_F4, CTRL)
    screen = player.wait_for_part(BusyScreen)
    keys = keys_of(screen)
    assert [each.text()[0] for each in keys] == [*"123456789", "0"]
    assert len({each.x() for each in keys[:9]}) == columns
    assert desk.window.width() == width
    for each in screen.findChildren(QPushButton):
        assert each.width() >= each.minimumSizeHint().width()
        assert each.mapTo(screen, QPoint(each.width(), 0)).x() <= screen.width()
        assert each.height() >= 44
