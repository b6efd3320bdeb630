"""A second start on one data folder brings the first window to the front, and changes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ido_kiosk.qt import one_window
from tests.faults.kiosk import ROOT, surroundings
from tests.window.conftest import OpenDesk


def second(data: Path) -> "subprocess.Popen[str]":
    words = [sys.executable, "-m", "ido_kiosk", "--data", str(data)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(words, cwd=ROOT, env=surroundings(), **pipes)  # type: ignore[call-overload,no-any-return]


@pytest.mark.qt_log_ignore("does not support raise")  # off screen there is nothing to be in front of
def test_the_first_window_comes_to_the_front(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    desk.window.showMinimized()
    with second(desk.folder.root) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        said, complained = process.communicate()
    qtbot.waitUntil(lambda: not desk.window.isMinimized())
    assert (process.returncode, complained) == (0, "")
    assert said == "De kiosk stond al open. Dat venster staat nu vooraan.\n"


def test_a_kiosk_that_does_not_answer_is_named(open_kiosk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_kiosk()
    assert not one_window.call_other(tmp_path / "elders")
    from PySide6.QtNetwork import QLocalServer

    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QLocalServer)))
    [server] = desk.window.findChildren(QLocalServer)
    server.close()
    with second(desk.folder.root) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        complained = process.communicate()[1]
    assert process.returncode == 1
    assert complained.startswith("De kiosk staat al open op deze computer.")
