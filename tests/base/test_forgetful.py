"""A computer that forgets at each start is noticed before anything is lost there."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import folder
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.forgetful import forgets
from ido_kiosk.base.machine import Machine

SET_UP = date(2026, 11, 1)


def on_disk(root: Path) -> bool:
    return False


def test_an_ordinary_computer_is_believed(tmp_path: Path) -> None:
    assert not forgets(DataFolder(tmp_path), on_disk, Machine(), SET_UP)
    assert not forgets(DataFolder(tmp_path), on_disk, Machine(ingericht=SET_UP), date(2026, 11, 8))


def test_a_folder_in_memory_or_of_a_temporary_account_is_not(tmp_path: Path) -> None:
    assert forgets(DataFolder(tmp_path), lambda root: root == tmp_path, Machine(), SET_UP)
    for root in (Path("/Users/TEMP/AppData"), Path("/Users/TEMP.BIEB/AppData")):
        assert forgets(DataFolder(root), on_disk, Machine(), SET_UP)
    assert not forgets(DataFolder(Path("/Users/Tempelman/AppData")), on_disk, Machine(), SET_UP)


def test_a_folder_that_is_new_long_after_the_set_up_was_emptied(tmp_path: Path) -> None:
    made, machine = DataFolder(tmp_path), Machine(ingericht=SET_UP)
    assert forgets(made, on_disk, machine, date(2026, 11, 9))
    made.database.write_bytes(b"x")
    assert not forgets(made, on_disk, machine, date(2026, 11, 9))


def test_a_trial_folder_may_go(tmp_path: Path) -> None:
    made = folder.prepare(tmp_path / "proef", on_disk, trial=True)
    assert not forgets(made, lambda root: True, Machine(ingericht=SET_UP), date(2027, 1, 1))


@pytest.mark.skipif(os.name != "posix", reason="Windows has rights of its own kind")
def test_what_is_made_in_a_shared_folder_is_for_the_whole_group(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        tmp_path.chmod(0o2770)
        made = folder.prepare(tmp_path, on_disk)
        with folder.hold(made):
            pass
        (made.root / "ido.sqlite3").write_bytes(b"")
        rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in made.root.iterdir()}
    finally:
        os.umask(before)
    assert rights["ido.sqlite3"] == 0o660
    assert set(rights.values()) == {0o660}
