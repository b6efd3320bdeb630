"""The Tab key in the whole window, the page in a narrow one, guides for volunteers, and the window in Arabic."""

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from ido_kiosk.app import Desk
from ido_kiosk.tour import Player, settle, wait_for
from tests.window.conftest import OpenDesk

Key = Qt.Key


def open_step(desk: Desk, player: Player) -> None:
    player.search("digid app installeren")
    player.key(Key.Key_Return)
    player.key(Key.Key_Return)
    wait_for(lambda: bool(shown(desk, "Klopt deze stap niet?")), "the small print")


def shown(desk: Desk, name: str) -> list[QPushButton]:
    return [
        made
        for made in desk.window.findChildren(QPushButton)
        if made.isVisible() and made.accessibleName().startswith(name)
    ]


def in_sight(part: QWidget) -> bool:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None:
        return True
    place = part.rect().translated(part.mapTo(above.viewport(), QPoint(0, 0)))
    return above.viewport().rect().intersects(place)


def test_tab_goes_in_the_order_of_reading_and_stays_in_sight(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    open_step(desk, player)
    reached = []
    for _press in range(40):
        player.key(Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert in_sight(focused), focused.accessibleName()
        reached.append(focused.accessibleName())
    order = [
        "Klopt deze stap niet?",
        "Terug",
        "Blad voor de bezoeker",
        "Vastleggen (F9)",
        "Begin",
        "Bezoekersbeeld (F6)",
    ]
    places = [reached.index(name) for name in order]
    assert places == sorted(places)
    player.key(Key.Key_Backtab)
    assert QApplication.focusWidget().accessibleName() == reached[-2]


def test_a_narrow_page_begins_with_the_step(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk(size=(480, 800))
    player = Player(desk.window)
    open_step(desk, player)
    [title] = [made for made in desk.window.findChildren(QLabel, "title") if made.isVisible()]

    def below_title(name: str) -> bool:
        [made] = shown(desk, name)
        return made.mapTo(desk.window, QPoint(0, 0)).y() > title.mapTo(desk.window, QPoint(0, 0)).y()

    assert below_title("Bezoekersbeeld (F6)")
    desk.window.resize(1280, 800)
    settle()
    assert not below_title("Bezoekersbeeld (F6)")


def test_what_a_volunteer_looks_up_is_no_question(desk: Desk, player: Player) -> None:
    guides = desk.parts.library.guides
    guide = guides["digid-app"]
    desk.parts.library = replace(
        desk.parts.library, guides={**guides, guide.id: replace(guide, audience="vrijwilliger")}
    )
    player.search("digid app installeren")
    player.key(Key.Key_Return)
    player.key(Key.Key_Return)
    player.key(Key.Key_1)
    assert not desk.parts.visit.proposals
    player.key(Key.Key_F9)
    assert not desk.parts.visit.logged


def test_arabic_mirrors_the_window(desk: Desk) -> None:
    window = desk.window
    window.change_look(language="ar")
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    window.change_look(language="nl")
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
