"""The data folder: made, marked, held by one kiosk, and refused in plain words."""

import os
from pathlib import Path

import pytest

from ido_kiosk.base import folder
from ido_kiosk.base.errors import DeskError


def test_it_is_made_for_its_own_user_only(tmp_path: Path) -> None:
    made = folder.prepare(tmp_path / "nieuw" / "map")
    assert made.root.is_dir()
    assert not made.is_trial
    if os.name == "posix":
        assert made.root.stat().st_mode & 0o077 == 0
    assert list(made.root.iterdir()) == []


def test_a_trial_folder_is_marked_and_stays_one(tmp_path: Path) -> None:
    made = folder.prepare(tmp_path / "proef", trial=True)
    (made.root / "ido.sqlite3").write_bytes(b"x")
    assert folder.prepare(tmp_path / "proef", trial=True).is_trial


def test_the_date_cannot_be_set_beside_real_data(tmp_path: Path) -> None:
    (tmp_path / "ido.sqlite3").write_bytes(b"x")
    with pytest.raises(DeskError, match="lege proefmap"):
        folder.prepare(tmp_path, trial=True)


def test_a_second_kiosk_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    made = folder.prepare(tmp_path)
    with folder.hold(made), pytest.raises(DeskError, match="staat al open"):
        folder.hold(made)
    folder.hold(made).release()


def test_a_file_in_its_place_is_explained(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("")
    with pytest.raises(DeskError, match="niet te gebruiken"):
        folder.prepare(tmp_path / "map")


def test_the_deepest_mount_decides() -> None:
    mounts = [(Path("/"), "ext4"), (Path("/home"), "nfs4"), (Path("/home/balie/schijf"), "ext4")]
    assert folder.file_system_of(Path("/home/balie"), mounts) == "nfs4"
    assert folder.file_system_of(Path("/home/balie/schijf/ido"), mounts) == "ext4"
    assert folder.file_system_of(Path("/homes"), mounts) == "ext4"


def test_a_folder_on_a_network_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A machine without a network drive cannot show one: only the list of mounts is a stand-in here.
    monkeypatch.setattr(folder, "_mounts", lambda: [(Path("/"), "ext4"), (tmp_path, "cifs")])
    monkeypatch.setattr(folder.os, "name", "posix")
    with pytest.raises(DeskError, match="staat op een netwerk"):
        folder.prepare(tmp_path / "ido")
