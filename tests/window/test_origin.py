"""A folder from elsewhere: asked before anything is logged, and nothing happens without an answer."""

import shutil
from collections.abc import Callable
from pathlib import Path

import machineid
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.questions import service as questions
from ido_kiosk.sync import service as sync
from ido_kiosk.window.origin import WhoseData
from tests.statistics.desk import day
from tests.window.conftest import OpenDesk


def answer_with(words: str, qapp: QApplication) -> None:
    """Press a button of the question as soon as it is there."""
    timer = QTimer(qapp)

    def look() -> None:
        for asked in QApplication.topLevelWidgets():
            if isinstance(asked, WhoseData) and asked.isVisible():
                timer.stop()
                [pressed] = [each for each in asked.findChildren(QPushButton) if words in each.accessibleName()]
                pressed.click()

    timer.timeout.connect(look)
    timer.start(10)


@pytest.fixture
def move_away(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """As on another computer: the folder is the same, and nothing lies outside it."""

    def moved(folder: Path) -> None:
        shutil.rmtree(folder.parent / "home")
        monkeypatch.setattr(machineid, "id", lambda **_which: "another computer")

    return moved


def test_a_folder_from_elsewhere_is_not_touched_until_someone_says_what_it_is(
    open_kiosk: OpenDesk, tmp_path: Path, qapp: QApplication, move_away: Callable[[Path], None]
) -> None:
    desk = open_kiosk()
    questions.log_question(desk.parts.codes, "DGA", day("11-26"), desk.parts.visit.place)
    desk.close()
    move_away(desk.folder.root)
    answer_with("sluit de kiosk", qapp)
    with pytest.raises(DeskError, match="nog niet duidelijk"):
        open_kiosk()
    answer_with("verhuisd", qapp)
    assert counted(open_kiosk()) == 1
    assert not sync.is_foreign(DataFolder(tmp_path / "balie"), Settings(desk.folder.settings))


def test_a_copy_begins_empty(open_kiosk: OpenDesk, qapp: QApplication, move_away: Callable[[Path], None]) -> None:
    desk = open_kiosk()
    questions.log_question(desk.parts.codes, "DGA", day("11-26"), desk.parts.visit.place)
    desk.close()
    move_away(desk.folder.root)
    answer_with("kopie", qapp)
    assert counted(open_kiosk()) == 0


def counted(_desk: object) -> int:
    return sum(each.questions for each in questions.counts_per_day(day("11-01"), day("11-30")))
