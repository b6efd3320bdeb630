"""An idle desk is covered, then wiped; what was done waits to be logged."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.base import language
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.questions import service as questions
from ido_kiosk.tour import Player, settle
from ido_kiosk.window.cover import Cover, IdleWatch, Times, times_of
from ido_kiosk.window.parts import Idle
from tests.window.conftest import OpenDesk
from tests.window.test_visit import go_through, message

LONG = 10 * 60


def is_covered(desk: Desk) -> bool:
    return any(cover.isVisible() for cover in desk.window.findChildren(Cover))


def leave_alone(desk: Desk, cover_after: float, wipe_after: float = LONG, counts_down: bool = False) -> None:
    """From now on so many seconds count: a slow computer is not covered while the test still types."""
    desk.window._covering._watch.use(Times(cover_after, wipe_after, counts_down))


def test_the_times_are_three_and_fifteen_minutes() -> None:
    assert Idle() == Idle(cover_after=180, wipe_after=900)


def test_any_key_brings_the_visit_back_and_does_nothing_else(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    go_through(player)
    leave_alone(desk, 0.05)
    qtbot.waitUntil(lambda: is_covered(desk))
    [cover] = desk.window.findChildren(Cover)
    assert cover.geometry() == desk.window.rect()
    leave_alone(desk, LONG)
    player.key(Qt.Key.Key_F9)
    assert not is_covered(desk)
    assert list(desk.parts.visit.proposals) == ["DGA"]
    assert player.text_starting("Stap 1")


def test_later_the_visit_is_wiped(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    QApplication.clipboard().setText("van de bezoeker")
    go_through(Player(desk.window))
    leave_alone(desk, 0.05, 0.3)
    qtbot.waitUntil(lambda: not desk.parts.visit.proposals)
    assert [row.topic for row in questions.to_complete(desk.parts.today())] == ["DGA"]
    assert QApplication.clipboard().text() == ""
    assert not is_covered(desk)
    assert message(desk).startswith("Het vorige bezoek is gewist")


def test_a_desk_with_nothing_to_hide_is_not_covered(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk(Idle(cover_after=0.02, wipe_after=0.06))
    watch = desk.window.findChild(IdleWatch)
    qtbot.waitUntil(lambda: not watch.is_counting())
    assert not is_covered(desk)


def test_typing_keeps_the_desk_uncovered(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    go_through(player)
    leave_alone(desk, 0.4)
    pressed = QElapsedTimer()
    pressed.start()
    while pressed.elapsed() < 1000:
        player.key(Qt.Key.Key_Shift)
    assert not is_covered(desk)
    qtbot.waitUntil(lambda: is_covered(desk))


def test_new_colours_do_not_uncover_the_visit(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    go_through(player)
    leave_alone(desk, 0.05)
    qtbot.waitUntil(lambda: is_covered(desk))
    desk.window.change_look(theme="")
    settle()
    [cover] = desk.window.findChildren(Cover)
    on_top = desk.window.childAt(desk.window.rect().center())
    assert on_top is cover or cover.isAncestorOf(on_top)
    assert cover.hasFocus()
    leave_alone(desk, LONG)
    player.key(Qt.Key.Key_F9)
    assert not is_covered(desk)
    assert list(desk.parts.visit.proposals) == ["DGA"]


def test_who_is_alone_is_warned_and_any_key_stops_it(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk(kiosk=True)
    player = Player(desk.window)
    go_through(player)
    leave_alone(desk, 0.05, 20.05, counts_down=True)
    qtbot.waitUntil(lambda: is_covered(desk))
    assert player.text_starting("Bent u er nog?")
    assert player.text_starting("Over 20 seconden wordt alles gewist.")
    leave_alone(desk, LONG)
    player.key(Qt.Key.Key_F9)
    assert not is_covered(desk)
    assert list(desk.parts.visit.proposals) == ["DGA"]


def test_where_nobody_is_all_is_wiped_with_what_was_typed(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk(kiosk=True)
    desk.window._screens.letters.open_letter("betalingsregeling-duo")
    name = Player(desk.window).wait_for_part(QLineEdit)
    name.setText("Kanariekees")
    assert desk.window._screens.letters._drafts
    leave_alone(desk, 0.05, 0.3, counts_down=True)
    qtbot.waitUntil(desk.window._screens.is_home)
    assert not desk.window._screens.letters._drafts
    assert message(desk).startswith("Het vorige bezoek is gewist")


def test_a_volunteer_beside_a_full_screen_is_a_setting(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk(kiosk=True)
    assert times_of(desk.parts) == Times(100, 120, True)
    desk.settings.save(ThisDesk(unattended="nee"))
    assert times_of(desk.parts) == Times(180, 900, False)


@pytest.mark.parametrize("seconds", [0, -1, 1e300, 3_000_000, "veel"])
def test_nonsense_times_count_as_not_set(seconds: object, tmp_path: Path) -> None:
    file = tmp_path / "instellingen.json"
    file.write_text(json.dumps({"Idle": {"cover_after": seconds}}), encoding="utf-8")
    assert Settings(file).section(Idle) == Idle()


def test_a_letter_that_was_left_for_the_start_screen_is_wiped_too(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    screens = desk.window._screens
    screens.letters.open_letter("betalingsregeling-duo")
    Player(desk.window).wait_for_part(QLineEdit).setText("Kanariekees")
    screens.home()
    assert screens.is_home()
    leave_alone(desk, 0.05, 0.3)
    qtbot.waitUntil(lambda: is_covered(desk))
    qtbot.waitUntil(lambda: not screens.holds_text())
    assert not is_covered(desk)
    assert message(desk).startswith("Het vorige bezoek is gewist")
    screens.letters.open_letter("betalingsregeling-duo")
    assert Player(desk.window).wait_for_part(QLineEdit).text() == ""


def test_another_language_is_put_back_without_a_word(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    desk.window.change_look(language="ar", text_size=200)
    leave_alone(desk, 0.05, 0.2)
    qtbot.waitUntil(lambda: language.current() == "nl")
    assert not is_covered(desk)
    assert not desk.window._message.isVisible()


def test_the_pin_is_asked_again(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    desk.parts.pin.set("4937", "4937")
    player = Player(desk.window)
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    player.wait_for_part(QLineEdit).setText("4937")
    player.press("Verder")
    assert desk.window._screens.is_unlocked()
    desk.window._screens.home()
    leave_alone(desk, 0.05, 0.2)
    qtbot.waitUntil(lambda: not desk.window._screens.is_unlocked())
