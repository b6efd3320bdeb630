"""A data folder knows the computer that it belongs to."""

import shutil
from pathlib import Path

import machineid
import pytest

from ido_kiosk.base import installation
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.settings import Settings


def opened(root: Path) -> tuple[DataFolder, Settings]:
    root.mkdir(exist_ok=True)
    folder = DataFolder(root)
    return folder, Settings(folder.settings)


def test_a_folder_belongs_to_the_computer_of_its_first_start(tmp_path: Path) -> None:
    here = opened(tmp_path / "balie")
    assert not installation.is_foreign(*here)
    installation.claim(*here)
    first = here[1].section(installation.Installation).id
    installation.claim(*here)
    again = opened(tmp_path / "balie")
    assert again[1].section(installation.Installation).id == first
    assert not installation.is_foreign(*again)
    assert not installation.mark_file(here[0]).is_relative_to(tmp_path / "balie")


def test_a_copy_is_foreign_until_it_is_claimed(tmp_path: Path) -> None:
    here = opened(tmp_path / "balie")
    installation.claim(*here)
    shutil.copytree(tmp_path / "balie", tmp_path / "kopie")
    copy = opened(tmp_path / "kopie")
    assert installation.is_foreign(*copy)
    installation.claim(*copy)
    assert not installation.is_foreign(*opened(tmp_path / "kopie"))
    assert not installation.is_foreign(*opened(tmp_path / "balie"))


def test_another_computer_is_another_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installation.claim(*opened(tmp_path / "balie"))
    monkeypatch.setenv("HOME", str(tmp_path / "elders"))
    monkeypatch.setattr(machineid, "id", lambda *_args: "another computer")
    assert installation.is_foreign(*opened(tmp_path / "balie"))


def test_another_account_of_this_computer_uses_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened(tmp_path / "balie")
    installation.claim(*first)
    monkeypatch.setenv("HOME", str(tmp_path / "tweede"))
    second = opened(tmp_path / "balie")
    assert not installation.is_foreign(*second)
    installation.claim(*second)
    assert second[1].section(installation.Installation).id == first[1].section(installation.Installation).id
    installation.note_newest(second[0], "abc")
    assert (found := installation.mark(second[0])) is not None
    assert found.newest == "abc"


def test_the_newest_delivery_is_remembered_outside(tmp_path: Path) -> None:
    folder, settings = opened(tmp_path / "balie")
    installation.note_newest(folder, "a" * 64)
    assert installation.mark(folder) is None
    installation.claim(folder, settings)
    installation.note_newest(folder, "a" * 64)
    shutil.rmtree(tmp_path / "balie")
    assert installation.mark(folder).newest == "a" * 64


def test_a_mark_that_cannot_be_kept_is_told_and_claims_nothing(tmp_path: Path) -> None:
    folder, settings = opened(tmp_path / "balie")
    installation.mark_file(folder).parent.parent.mkdir(parents=True)
    installation.mark_file(folder).parent.write_text("")
    with pytest.raises(DeskError, match="niet bewaren"):
        installation.claim(folder, settings)
    assert settings.section(installation.Installation).id == ""
