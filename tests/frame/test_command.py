"""The command of the kiosk: what it refuses, and what it does where no screen answers."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ido_kiosk.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")


def started(folder: Path, words: list[str], **screens: str) -> subprocess.CompletedProcess[str]:
    """The kiosk as ``./run`` starts it, in surroundings that name these screens only."""
    surroundings = {name: value for name, value in os.environ.items() if name not in SCREENS} | screens
    command = [sys.executable, "-P", "-m", "ido_kiosk", *words]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--data", "~niemand-heet-zo/x"], "Achter --data hoort een map die er kan zijn, niet '~niemand-heet-zo/x'."),
        (["--data", ""], "Achter --data hoort de naam van een map."),
        (["--tour", ""], "Achter --tour hoort de naam van een map."),
        (["--tour="], "Achter --tour hoort de naam van een map."),
        (
            ["--tour", "x", "--data", "y", "--kiosk"],
            "--tour speelt in een eigen proefmap. Daarbij kan niet: --kiosk, --data.",
        ),
        (["--kiosk=ja"], "Achter --kiosk hoort geen waarde."),
    ],
)
def test_a_mistake_is_named_in_dutch(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"{said}\nKijk wat er kan met: ./run --help\n")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--data", "balie"], "--data."),
        (["--regie", "http://127.0.0.1:9", "--koppelcode", "A"], "--regie, --koppelcode."),
        (["--kiosk"], "--kiosk."),
    ],
)
def test_without_a_screen_nothing_that_was_asked_is_dropped(words: list[str], named: str, tmp_path: Path) -> None:
    answer = started(tmp_path, words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"Er is hier geen scherm. Zonder scherm kan dit niet: {named}\n")
    assert list(tmp_path.iterdir()) == []


NO_ANSWER = {
    "nobody listens": {"DISPLAY": "localhost:97"},
    "no such screen": {"DISPLAY": "onzin"},
    "forced": {"DISPLAY": "localhost:97", "QT_QPA_PLATFORM": "xcb"},
    "a dead wayland": {"WAYLAND_DISPLAY": "wayland-9"},
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("screens", NO_ANSWER.values(), ids=NO_ANSWER)
def test_a_screen_that_does_not_answer_is_no_screen(screens: dict[str, str], tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(tmp_path / "wayland-9"))  # a socket whose program died: the file stays
    answer = started(tmp_path, ["--data", "balie"], XDG_RUNTIME_DIR=str(tmp_path), **screens)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("Er is hier geen scherm. Zonder scherm kan dit niet: --data.\n")
    assert "Qt" not in answer.stderr
    assert not (tmp_path / "balie").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_the_tour_is_played_where_the_screen_does_not_answer(tmp_path: Path) -> None:
    (tmp_path / "rondleiding").write_text("een bestand", encoding="utf-8")
    answer = started(tmp_path, [], DISPLAY="localhost:97")
    assert answer.stdout.startswith("Er is hier geen scherm. Daarom speelt nu de rondleiding")
    assert (answer.returncode, answer.stderr.partition(" in ")[0]) == (1, "De rondleiding kan niet schrijven")


def test_qt_speaks_for_itself_when_it_is_not_the_screen(tmp_path: Path) -> None:
    answer = started(tmp_path, [], QT_QPA_PLATFORM="bestaat-niet")
    assert answer.returncode != 0
    assert "bestaat-niet" in answer.stderr
    assert "rondleiding" not in answer.stdout
