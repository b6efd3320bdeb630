"""The lock that one kiosk holds, also after a kiosk that died."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ido_kiosk.base import folder
from ido_kiosk.base.errors import DeskError

DYING = """
import os, sys
from pathlib import Path
from ido_kiosk.base import folder
held = folder.hold(folder.DataFolder(Path(sys.argv[1])))
os.kill(os.getpid(), 9)
"""


def test_a_second_kiosk_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    made = folder.DataFolder(tmp_path)
    with folder.hold(made), pytest.raises(DeskError, match="staat al open"):
        folder.hold(made)
    folder.hold(made).release()


def test_a_lock_that_cannot_be_used_is_told_in_dutch(tmp_path: Path) -> None:
    (tmp_path / ".in-gebruik").mkdir()
    with pytest.raises(DeskError, match="in-gebruik niet gebruiken: er staat een map met die naam"):
        folder.hold(folder.DataFolder(tmp_path))


def test_a_kiosk_that_died_holds_nothing(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], env=environment)
    assert died.returncode != 0
    folder.hold(folder.DataFolder(tmp_path)).release()
