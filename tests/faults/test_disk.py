"""A disk that is full and a folder that may not be written: said in plain Dutch, and nothing that was safe is lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.kiosk import ROOT, busy, logged, question, surroundings

SMALL = "6m"
"""Room for the content that is read once, and for some hundreds of questions after the file that fills it is gone."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that is soon full; only who may mount one can run this."""
    root = tmp_path / "schijf"
    root.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(root)]
    if sys.platform != "linux" or os.getuid() != 0 or subprocess.run(words, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield root
    subprocess.run(["umount", "--lazy", str(root)], check=True)


def fill(root: Path, leave: int) -> Path:
    """Fill a disk up to some bytes."""
    ballast = root / "ballast"
    usage = os.statvfs(root)
    ballast.write_bytes(b"\0" * (usage.f_bavail * usage.f_frsize - leave))
    return ballast


def test_a_full_disk_is_said_and_costs_nothing(small_disk: Path) -> None:
    with busy(small_disk) as kiosk:
        safe = kiosk.safe(5)
        ballast = fill(small_disk, 64 * 1024)
        refused = ""
        while not refused:
            line = kiosk.output.readline()
            if line.startswith("niet"):
                refused = line
            else:
                safe.append(question(line))
        assert refused == (
            "niet De schijf van deze computer is vol. Er is niets verloren. Maak ruimte en probeer het opnieuw.\n"
        )
        ballast.unlink()
        later = []
        while len(later) < 5:
            line = kiosk.output.readline()
            later += [] if line.startswith("niet") else [question(line)]
        kiosk.process.kill()
        kiosk.process.wait()
        later += [question(line) for line in kiosk.output.read().splitlines(keepends=True) if line.endswith("\n")]
    there = logged(small_disk / "ido.sqlite3")
    assert set(safe + later) <= set(there)
    assert len(there) == len(set(there))


def refusal(data: Path) -> str:
    """How the program refuses to start on a folder."""
    words = [sys.executable, "-m", "ido_kiosk", "--data", str(data)]
    answer = subprocess.run(words, cwd=ROOT, env=surroundings(), capture_output=True, text=True, timeout=60)
    assert answer.returncode == 1
    return answer.stderr


def test_a_folder_that_may_only_be_read_is_refused(small_disk: Path) -> None:
    with busy(small_disk, most=3) as kiosk:
        safe = kiosk.safe(3)
        kiosk.process.wait()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    said = refusal(small_disk)
    assert said == (
        f"De gegevensmap {small_disk} is niet te gebruiken: de schijf is alleen te lezen. "
        "Kies een andere map met --data, of vraag de beheerder om rechten op deze map.\n"
    )
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert logged(small_disk / "ido.sqlite3") == safe
