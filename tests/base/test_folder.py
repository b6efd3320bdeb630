"""The data folder: made, marked, held by one kiosk, and refused in plain words."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ido_kiosk.base import folder
from ido_kiosk.base.errors import DeskError


def local(root: Path) -> bool:
    """Every folder is on this computer."""
    return False


def test_it_is_made_for_its_own_user_only(tmp_path: Path) -> None:
    made = folder.prepare(tmp_path / "nieuw" / "map", local)
    assert made.root.is_dir()
    assert not made.is_trial
    if os.name == "posix":
        assert made.root.stat().st_mode & 0o077 == 0
    assert list(made.root.iterdir()) == []


def test_a_trial_folder_is_marked_and_stays_one(tmp_path: Path) -> None:
    made = folder.prepare(tmp_path / "proef", local, trial=True)
    (made.root / "ido.sqlite3").write_bytes(b"x")
    assert folder.prepare(tmp_path / "proef", local, trial=True).is_trial


def test_the_date_cannot_be_set_beside_real_data(tmp_path: Path) -> None:
    (tmp_path / "ido.sqlite3").write_bytes(b"x")
    with pytest.raises(DeskError, match="lege proefmap"):
        folder.prepare(tmp_path, local, trial=True)


def test_a_file_in_its_place_is_explained(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(DeskError, match="niet te gebruiken: er staat een bestand met die naam"):
        folder.prepare(tmp_path / "map", local)


def test_starts_at_the_same_moment_do_not_hinder_each_other(tmp_path: Path) -> None:
    (tmp_path / ".schrijfproef").mkdir()
    real = tmp_path / "echt"
    with ThreadPoolExecutor(8) as starts:
        made = list(starts.map(lambda _start: folder.prepare(real, local), range(400)))
    assert len(made) == 400
    assert list(real.iterdir()) == []


def test_a_trial_folder_is_new_also_while_another_start_marks_it(tmp_path: Path) -> None:
    (tmp_path / ".schrijfproef-0123").write_bytes(b"")
    assert folder.prepare(tmp_path, local, trial=True).is_trial


def test_a_folder_on_a_network_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="staat op een netwerk"):
        folder.prepare(tmp_path / "ido", lambda root: root == tmp_path / "ido")
