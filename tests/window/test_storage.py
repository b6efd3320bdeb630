"""What kind of disk a folder is on."""

from pathlib import Path

from ido_kiosk.qt.storage import is_on_network


def test_a_local_folder_is_not_on_a_network(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)
