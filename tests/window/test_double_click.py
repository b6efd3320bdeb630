"""A double click presses once, however slow it or the computer is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.qt import settling
from ido_kiosk.tour import Player, settle
from tests.window.test_visit import go_through, topics


def test_the_second_of_a_double_click_does_nothing(desk: Desk, player: Player) -> None:
    player.search("digid aanvragen")
    player.key(Qt.Key.Key_Return)
    handle, forward = desk.window.windowHandle(), player.button("Verder")
    middle = forward.mapTo(desk.window, forward.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert player.text_starting("Stap 1")


def test_the_second_press_of_a_slow_double_click_undoes_nothing(
    desk: Desk, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What counts is which comes first, the press or the end of the pause: a busy computer must not decide that.
    monkeypatch.setattr(settling, "SETTLED_AFTER", 60 * 60 * 1000)
    go_through(player)
    player.press("Vastleggen (F9)")
    undo = player.button("Ongedaan maken (Ctrl+Z)")
    middle = undo.mapTo(desk.window, undo.rect().center())
    QTest.mouseClick(desk.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    settle()
    assert topics() == ["DGA"]
    monkeypatch.setattr(settling, "SETTLED_AFTER", 0)
    player.press("Ongedaan maken (Ctrl+Z)")
    assert topics() == []


def test_a_button_that_was_not_painted_yet_cannot_be_pressed_by_mouse(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "SETTLED_AFTER", 0)
    made, pressed = QPushButton("Ongedaan maken"), []
    made.clicked.connect(lambda: pressed.append(True))
    settling.settle(made)
    qtbot.addWidget(made)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert pressed == []
    made.show()
    qtbot.waitUntil(lambda: settling.is_settled(made))
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert pressed == [True]
