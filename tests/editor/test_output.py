"""What ido-forms says reaches files and other programs whole, on any system, and a full disk is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editor.conftest import Change

COMMAND = [sys.executable, "-c", "import sys; from ido_kiosk.editor.commands import main; sys.exit(main())"]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_another_program_always_gets_utf_8(
    encoding: str, forms: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    change("gidsen/voorbeeld.yaml", "titel: Een voorbeeld", "titel: Één voorbeeld →")
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    done = subprocess.run([*COMMAND, "list", "--json", str(forms)], capture_output=True, check=True)
    assert json.loads(done.stdout.decode("utf-8"))[0]["title"] == "Één voorbeeld →"


@pytest.mark.skipif(sys.platform == "win32", reason="reads through a POSIX shell")
def test_who_has_seen_enough_may_go(forms: Path, change: Change) -> None:
    change("gidsen/voorbeeld.yaml", "naar: typen}", "naar: type}")
    with subprocess.Popen([*COMMAND, "check", str(forms)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None and program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs the device that is always full")
def test_a_full_disk_is_told_and_a_device_stays_a_device(forms: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "list", str(forms)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, "de schijf is vol" in done.stderr.decode()) == (2, True)
    order = [*COMMAND, "map", "voorbeeld", "--forms", str(forms), "--out", "/dev/full"]
    done = subprocess.run(order, capture_output=True, check=False)
    assert (done.returncode, "de schijf is vol" in done.stderr.decode()) == (2, True)
    assert Path("/dev/full").is_char_device()
