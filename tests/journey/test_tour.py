"""The tour: pictures, papers and a report of one whole visit; also what ``./run`` does without a screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


def test_without_a_screen_the_tour_is_played(tmp_path: Path) -> None:
    surroundings = {name: value for name, value in os.environ.items() if name not in SCREENS}
    answer = subprocess.run(
        [sys.executable, "-m", "ido_kiosk"],
        cwd=tmp_path,
        env=surroundings | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("Er is hier geen scherm.")
    check_tour(tmp_path / "rondleiding")
    left = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"rondleiding"}


def check_tour(folder: Path) -> None:
    report = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    assert [row["topic"] for row in report["vastgelegd"]] == ["DGA"]
    [delivery] = report["verlaat_deze_pc"]
    assert [week["vragen"] for week in delivery["totalen"]] == [1]
    assert len(report["plaatjes"]) == len(report["gedaan"]) >= 15
    for name in report["plaatjes"]:
        picture = QImage(str(folder / name))
        assert picture.width() in (480, 1280)
    for name in report["papieren"]:
        with pypdfium2.PdfDocument(folder / name) as document:
            assert "DigiD" in document[0].get_textpage().get_text_range()
