"""A whole kiosk for a test: the real window on a real data folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk, Options, make_application, open_desk
from ido_kiosk.qt import theme
from ido_kiosk.tour import Player
from ido_kiosk.window.parts import Idle
from tests.shelf import share_cache

OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_kiosk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens kiosks one after the other on one data folder; each is shown, has the focus, and is closed at the end."""
    opened: list[Desk] = []

    def open_one(idle: Idle | None = None, kiosk: bool = False, size: tuple[int, int] = (1280, 800)) -> Desk:
        close_all()
        desk = open_desk(Options(data=share_cache(tmp_path / "balie"), kiosk=kiosk), make_application(), idle or Idle())
        opened.append(desk)
        desk.window.resize(*size)
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        desk.open_store()
        return desk

    def close_all() -> None:
        while opened:
            desk = opened.pop()
            desk.window.hide()
            desk.window.deleteLater()
            desk.close()

    yield open_one
    close_all()
    theme.apply(qapp, "light", 100)


@pytest.fixture
def desk(open_kiosk: OpenDesk) -> Desk:
    """A kiosk that has just started."""
    return open_kiosk()


@pytest.fixture
def player(desk: Desk) -> Player:
    """Presses the keys and buttons of ``desk``."""
    return Player(desk.window)
