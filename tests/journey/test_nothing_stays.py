"""What a visitor types in a letter is found in no file that a real kiosk process wrote, not even after a crash."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.journey.letter_visits import CANARIES, REASON, STREET
from tests.paper.conftest import LP, PrintDesk

ROOT = Path(__file__).resolve().parents[2]
PROCESS = ROOT / "tests" / "journey" / "kiosk_process.py"
PATIENCE = 90


def run(deed: str, world: Path, printer: PrintDesk) -> "subprocess.CompletedProcess[bytes]":
    """Let a visitor do something at a kiosk for which ``world`` is all there is to write in."""
    places = {
        name: str(world / folder)
        for name, folder in {
            "HOME": "home",
            "TMPDIR": "temp",
            "XDG_DATA_HOME": "home/data",
            "XDG_CACHE_HOME": "home/cache",
            "XDG_CONFIG_HOME": "home/config",
            "XDG_STATE_HOME": "home/state",
            "XDG_RUNTIME_DIR": "runtime",
        }.items()
    }
    for place in places.values():
        Path(place).mkdir(parents=True, exist_ok=True)
        Path(place).chmod(0o700)
    around = os.environ | places | {"PATH": f"{printer.folder}{os.pathsep}{os.environ['PATH']}"}
    around |= {"PYTHONPATH": str(ROOT), "PRINTER_WORKS": str(printer.folder / "works")}
    words = [sys.executable, str(PROCESS), deed, "--data", str(world / "balie"), "--datum", "2026-11-26"]
    return subprocess.run(words, cwd=world, env=around, capture_output=True, timeout=PATIENCE, check=False)


def holding(world: Path) -> list[str]:
    """The files that hold something typed, in any usual writing, or a sheet, in which it would be packed."""
    signs = [
        sign
        for canary in CANARIES
        for sign in (canary.encode(), canary.encode("utf-16-le"), canary.encode("utf-16-be"))
    ]
    files = [file for file in world.rglob("*") if file.is_file()]
    return [str(file) for file in files if any(sign in file.read_bytes() for sign in (*signs, b"%PDF-"))]


def test_no_file_holds_what_was_typed(tmp_path: Path) -> None:
    world, folder = tmp_path / "world", tmp_path / "printer"
    world.mkdir()
    folder.mkdir()
    printer = PrintDesk(folder)
    printer.has_printers("balie")
    printer.program("lp", f'if [ ! -e "{{desk}}/works" ]; then cat > /dev/null; exit 1; fi; {LP}')
    first = run("types_and_prints", world, printer)
    assert first.returncode == 0, first.stderr
    seen = json.loads(first.stdout.splitlines()[-1])
    assert seen["refused"]
    assert seen["left"] == []
    assert seen["core dumps"] == [0, 0]
    assert printer.jobs() == 3
    assert run("types_and_is_killed", world, printer).returncode == -signal.SIGKILL
    after = run("opens_the_letter_again", world, printer)
    assert json.loads(after.stdout.splitlines()[-1])["left"] == []
    assert holding(world) == []
    assert not any(
        canary.encode() in said for canary in CANARIES for said in (first.stderr, first.stdout, after.stderr)
    )
    assert (world / "balie" / "ido.sqlite3").exists()


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for name, content in {"een": STREET.encode(), "twee": REASON.encode("utf-16-le"), "drie": b"%PDF-1.7"}.items():
        (tmp_path / name).write_bytes(b"x" + content)
    (tmp_path / "vier").write_bytes(b"niets")
    assert len(holding(tmp_path)) == 3
