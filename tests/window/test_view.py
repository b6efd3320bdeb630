"""The visitor's view and the strip: what they hide, how one gets back, and that the next visitor starts as usual."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt import theme
from ido_kiosk.questions import service as questions
from ido_kiosk.tour import Player, TourError, settle
from tests.window.conftest import OpenDesk
from tests.window.test_visit import go_through, message, topics

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def words(desk: Desk) -> str:
    return "\n".join(part.text() for part in desk.window.findChildren(QLabel) if part.isVisible())


def is_on_top(desk: Desk) -> bool:
    return bool(desk.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint)


@pytest.mark.parametrize("key", [(Key.Key_F6, Qt.KeyboardModifier.NoModifier), (Key.Key_B, CTRL_SHIFT)])
def test_the_visitors_view_hides_what_is_not_for_the_visitor(
    desk: Desk, player: Player, key: tuple[Key, Qt.KeyboardModifier]
) -> None:
    go_through(player)
    player.press("Nee, nog niet")
    size = QApplication.font().pixelSize()
    assert "Voor de vrijwilliger" in words(desk)
    assert "Voorstel om vast te leggen:" in words(desk)
    player.key(*key)
    assert "Voor de vrijwilliger" not in words(desk)
    assert "DigiD aanvragen of activeren" not in words(desk)
    assert QApplication.font().pixelSize() > size
    assert player.text_starting("Stap 2")
    player.key(*key)
    assert "Voor de vrijwilliger" in words(desk)
    assert QApplication.font().pixelSize() == size


def test_the_visitors_view_is_left_by_button_and_by_the_next_visitor(desk: Desk, player: Player) -> None:
    go_through(player)
    player.press("Bezoekersbeeld (F6)")
    player.press("Gewoon beeld (F6)")
    assert "Voorstel om vast te leggen:" in words(desk)
    player.key(Key.Key_F6)
    player.key(Key.Key_F9)
    assert topics() == ["DGA"]
    player.key(Key.Key_F12)
    assert QApplication.font().pixelSize() == theme.BODY
    assert "Dit bezoek" in words(desk)


def test_the_visitors_view_is_never_remembered(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    player.key(Key.Key_F6)
    player.key(Key.Key_F1)
    player.press("Onthoud taal")
    open_kiosk()
    assert QApplication.font().pixelSize() == theme.BODY


def test_the_strip_shows_the_step_over_the_browser(desk: Desk, player: Player, qtbot: QtBot) -> None:
    go_through(player)
    before = desk.window.geometry()
    player.key(Key.Key_F8)
    qtbot.waitUntil(lambda: desk.window.isActiveWindow() and desk.window.width() == 480)
    assert is_on_top(desk)
    assert desk.window.height() <= desk.window.screen().availableGeometry().height() * 0.45
    assert "Dit bezoek" not in words(desk)
    with pytest.raises(TourError):
        player.button("Nieuwe bezoeker")
    settle()
    player.key(Key.Key_1)
    assert player.text_starting("Stap 2")
    player.press("Terug")
    assert player.text_starting("Stap 1")
    player.key(Key.Key_F8)
    qtbot.waitUntil(lambda: desk.window.geometry() == before)
    assert not is_on_top(desk)
    assert player.text_starting("Stap 1")


def test_done_in_the_strip_ends_it_and_invites_to_log(desk: Desk, player: Player, qtbot: QtBot) -> None:
    go_through(player)
    player.press("Ja, ik heb de brief")
    player.press("Strook (F8)")
    qtbot.waitUntil(desk.window.isActiveWindow)
    player.press("Klaar")
    qtbot.waitUntil(lambda: not is_on_top(desk) and desk.window.isActiveWindow())
    assert "Leg de vraag nu vast" in message(desk)
    assert desk.window.width() == 1280


def test_the_strip_logs_and_the_next_visitor_has_the_whole_window(desk: Desk, player: Player, qtbot: QtBot) -> None:
    go_through(player)
    player.key(Key.Key_S, CTRL_SHIFT)
    qtbot.waitUntil(desk.window.isActiveWindow)
    player.key(Key.Key_F12)
    qtbot.waitUntil(lambda: desk.window.isActiveWindow() and desk.window.width() == 1280)
    assert not is_on_top(desk)
    assert player.button("Nieuwe bezoeker")


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
@pytest.mark.parametrize("name", theme.THEMES)
def test_the_strip_works_in_every_look(desk: Desk, player: Player, qtbot: QtBot, name: str, percent: int) -> None:
    go_through(player)
    desk.window.change_look(theme=name, text_size=percent)
    settle()
    player.key(Key.Key_F8)
    qtbot.waitUntil(desk.window.isActiveWindow)
    settle()
    room = desk.window.screen().availableGeometry()
    assert room.contains(desk.window.geometry())
    for part in desk.window.findChildren(QPushButton):
        if part.isVisible() and part.accessibleName() in ("Terug", "Groot venster (F8)"):
            assert desk.window.rect().contains(part.mapTo(desk.window, part.rect().bottomRight()))


def test_the_strip_needs_a_guide(desk: Desk, player: Player) -> None:
    player.key(Key.Key_F8)
    assert message(desk).startswith("Open eerst een gids.")
    assert not is_on_top(desk)


def test_a_kiosk_that_fills_the_screen_has_no_strip(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk(kiosk=True)
    player = Player(desk.window)
    go_through(player)
    with pytest.raises(TourError):
        player.button("Strook (F8)")
    player.key(Key.Key_F8)
    assert message(desk).startswith("Deze kiosk vult het scherm.")


def test_the_title_of_the_window_follows_the_step(desk: Desk, player: Player) -> None:
    assert desk.window.windowTitle() == "Waar kunnen we mee helpen?"
    go_through(player)
    assert desk.window.windowTitle().startswith("Stap 1 van ")
    assert desk.window.windowTitle().endswith(" · DigiD aanvragen")
    player.press("Nee, nog niet")
    assert desk.window.windowTitle().startswith("Stap 2 van ")
    player.press("Begin")
    assert desk.window.windowTitle() == "Waar kunnen we mee helpen?"


def test_the_view_is_announced(desk: Desk, player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    from ido_kiosk.window import window

    said: list[str] = []
    monkeypatch.setattr(window, "announce", lambda _widget, text: said.append(text))
    player.key(Key.Key_F6)
    player.key(Key.Key_F6)
    assert said == ["Bezoekersbeeld staat aan.", "Bezoekersbeeld staat uit."]


class Browser(QObject):
    """Stands where the computer's own browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def test_a_link_opens_in_the_browser(desk: Desk, player: Player, browser: Browser) -> None:
    go_through(player)
    player.press("Website")
    player.press("Open digid.nl")
    assert browser.opened == ["https://digid.nl"]


def test_a_kiosk_that_fills_the_screen_opens_no_links(open_kiosk: OpenDesk) -> None:
    player = Player(open_kiosk(kiosk=True).window)
    go_through(player)
    player.press("Website")
    with pytest.raises(TourError):
        player.button("Open digid.nl")
    assert player.button("Op uw eigen telefoon")


def test_the_desk_can_close_the_way_to_the_browser(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    desk.settings.save(ThisDesk(links="nee"))
    player = Player(desk.window)
    go_through(player)
    player.press("Website")
    with pytest.raises(TourError):
        player.button("Open digid.nl")


@pytest.mark.parametrize("key", [Key.Key_F10, Key.Key_F11])
def test_what_others_came_for_is_not_shown_to_the_visitor(desk: Desk, player: Player, key: Key) -> None:
    questions.log_question(desk.parts.codes, "DGA", desk.parts.today(), desk.parts.visit.place)
    questions.tally(desk.parts.codes, desk.parts.today(), desk.parts.visit.place)
    player.key(Key.Key_F6)
    assert desk.window._view.visitor
    player.key(key)
    settle()
    assert not desk.window._view.visitor
    player.key(Key.Key_F6)
    assert not desk.window._view.visitor
    assert message(desk).startswith("Dit scherm is alleen voor vrijwilligers.")
