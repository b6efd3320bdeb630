"""Two keys that work while the browser has the focus: held from the first strip on, and nothing else is asked for."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel
from Xlib import X, error

from ido_kiosk.app import Desk
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt import global_keys
from ido_kiosk.qt.x11_keys import X11Keys
from ido_kiosk.questions import service as questions
from ido_kiosk.tour import Player, settle
from ido_kiosk.window.message import Message
from tests.window.test_visit import go_through, message

TODAY = date(2026, 11, 26)
_F4, _F9 = 70, 75
"""What a keyboard calls them."""


class Hand:
    """Stands for the computer that hands out the keys."""

    def __init__(self) -> None:
        self.held: list[int] = []
        self.refused: list[int] = []
        self.press: Callable[[int], object] = lambda _key: None

    def take(self, keys: Sequence[int], pressed: Callable[[int], object], _parent: QObject) -> "Hand":
        """As ``global_keys.take``."""
        self.held, self.press = [key for key in keys if key not in self.refused], pressed
        return self

    def let_go(self) -> None:
        """As ``global_keys.Grip.let_go``."""
        self.held = []


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    """Hands out every key."""
    made = Hand()
    monkeypatch.setattr(global_keys, "take", made.take)
    return made


def is_told(desk: Desk) -> bool:
    return any(part.isVisible() for part in desk.window.findChildren(Message))


def to_strip(player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F8)
    settle()


def test_the_keys_count_and_log_from_the_first_strip_on(desk: Desk, player: Player, hand: Hand) -> None:
    go_through(player)
    settle()
    assert hand.held == []
    player.key(Qt.Key.Key_F8)
    settle()
    assert hand.held == [4, 9]
    hand.press(4)
    assert [row.topic for row in questions.to_complete(TODAY)] == ["NI"]
    assert message(desk) == "Eén bezoeker geteld. Aanvullen kan later."
    hand.press(9)
    settle()
    assert "DGA" in [row.topic for row in questions.questions_of(desk.parts.visit.place, TODAY, TODAY)]
    assert desk.window.width() > 480  # that ended the strip
    hand.press(4)
    assert len(questions.to_complete(TODAY)) == 2


def test_keys_that_the_desk_no_longer_wants_do_nothing_and_are_given_back(
    desk: Desk, player: Player, hand: Hand
) -> None:
    to_strip(player)
    desk.settings.save(ThisDesk(beside_keys=False))
    hand.press(4)
    assert questions.to_complete(TODAY) == []
    assert hand.held == []


def test_a_key_of_another_program_is_told_once(desk: Desk, player: Player, hand: Hand) -> None:
    hand.refused = [4]
    to_strip(player)
    assert message(desk) == "Een ander programma gebruikt Ctrl+Shift+F4 al. Druk op de knop in de strook."
    assert hand.held == [9]
    for _time in range(2):
        player.key(Qt.Key.Key_F8)
        settle()
    assert not is_told(desk)


def test_a_desk_that_does_not_want_the_keys_takes_none(desk: Desk, player: Player, hand: Hand) -> None:
    desk.settings.save(ThisDesk(beside_keys=False))
    to_strip(player)
    assert hand.held == []


def test_where_the_computer_hands_out_no_keys_help_says_so(desk: Desk, player: Player) -> None:
    assert not global_keys.can_take()
    player.key(Qt.Key.Key_F1)
    said = [text.text() for text in desk.window.findChildren(QLabel)]
    assert any("werken die twee toetsen niet in de browser" in text for text in said)
    player.key(Qt.Key.Key_Escape)
    to_strip(player)
    assert not is_told(desk)


class XServer:
    """Stands for the connection to an X server."""

    def __init__(self, has_f9: bool = True, owned: Sequence[int] = ()) -> None:
        self.asked: list[tuple[int, int]] = []
        self.events: list[Any] = []
        self._codes = {0xFFC1: _F4, 0xFFC6: _F9 if has_f9 else 0}
        self._owned = owned
        self._reader, self.writer = os.pipe()
        self.root = SimpleNamespace(grab_key=self._grab)

    def keysym_to_keycode(self, sign: int) -> int:
        """0 for a key that the keyboard has not."""
        return self._codes[sign]

    def screen(self) -> "XServer":
        """There is one."""
        return self

    def fileno(self) -> int:
        """Where events come in."""
        return self._reader

    def pending_events(self) -> int:
        """How many wait."""
        return len(self.events)

    def next_event(self) -> object:
        """The first of them; its byte is read."""
        os.read(self._reader, 1)
        return self.events.pop(0)

    def sync(self) -> None:
        """All was answered."""

    flush = sync

    def close(self) -> None:
        """No more events."""
        os.close(self._reader)
        os.close(self.writer)

    def send(self, kind: int, key: int, time: int) -> None:
        """Let an event come in."""
        self.events.append(SimpleNamespace(type=kind, detail=key, time=time))
        os.write(self.writer, b".")

    def _grab(self, code: int, held: int, _owner: bool, *_modes: int, onerror: Callable[..., object]) -> None:
        self.asked.append((code, held))
        if code in self._owned:
            onerror(error.BadAccess.__new__(error.BadAccess), None)


@pytest.fixture
def pressed() -> Iterator[list[int]]:
    """What was pressed."""
    yield []


def test_the_x_server_is_asked_for_two_combinations_only(qapp: QObject, pressed: list[int]) -> None:
    server = XServer()
    keys = X11Keys(server, (4, 9), pressed.append, qapp)  # type: ignore[arg-type]  # stands for a Display
    assert {code for code, _held in server.asked} == {_F4, _F9}
    assert all(held & (X.ControlMask | X.ShiftMask) == X.ControlMask | X.ShiftMask for _code, held in server.asked)
    assert keys.refused == []
    keys.let_go()


def test_a_key_that_is_held_down_counts_once(qapp: QObject, pressed: list[int]) -> None:
    server = XServer()
    keys = X11Keys(server, (4, 9), pressed.append, qapp)  # type: ignore[arg-type]  # stands for a Display
    for kind, time in ((X.KeyPress, 1), (X.KeyRelease, 9), (X.KeyPress, 9), (X.KeyRelease, 12), (X.KeyPress, 40)):
        server.send(kind, _F4, time)
    server.send(X.KeyPress, _F9, 60)
    settle()
    assert pressed == [4, 4, 9]
    keys.let_go()


def test_a_key_that_the_keyboard_has_not_is_not_asked_for(qapp: QObject, pressed: list[int]) -> None:
    server = XServer(has_f9=False)
    keys = X11Keys(server, (4, 9), pressed.append, qapp)  # type: ignore[arg-type]  # stands for a Display
    assert keys.refused == [9]
    assert {code for code, _held in server.asked} == {_F4}
    keys.let_go()


def test_a_key_that_another_program_has_is_refused(qapp: QObject, pressed: list[int]) -> None:
    server = XServer(owned=[_F9])
    keys = X11Keys(server, (4, 9), pressed.append, qapp)  # type: ignore[arg-type]  # stands for a Display
    assert keys.refused == [9]
    keys.let_go()
