"""What the desk does for its own data while open."""

import os
import shutil
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings
from ido_kiosk.window.upkeep import Upkeep

TODAY = date(2026, 11, 26)


def test_a_copy_that_a_power_cut_broke_off_does_not_stay(store: Path, tmp_path: Path, qtbot: QtBot) -> None:
    folder = DataFolder(tmp_path)
    folder.copies.mkdir(exist_ok=True)
    copies = [f".dag-2026-01-05.sqlite3.{os.getpid()}.nieuw", ".dag-2026-01-05.sqlite3.4242.nieuw-journal"]
    broken = [*(folder.copies / name for name in copies), folder.root / ".ido.sqlite3.4242.nieuw"]
    for file in broken:
        shutil.copyfile(store, file)
    upkeep = Upkeep(folder, Settings(folder.settings), lambda: TODAY, lambda: False)
    with qtbot.waitSignal(upkeep.done):
        upkeep.go()
    assert [file for file in broken if file.exists()] == []
    assert [file.name for file in folder.copies.iterdir()] == [f"dag-{TODAY}.sqlite3"]
