"""The logic runs where PySide6 cannot be imported."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTENT = tuple(f"content/test_{part}.py" for part in ("codes", "opening"))
LOGIC = ("base", "questions", "visit", *CONTENT)
"""One of each kind of logic: that none of it imports Qt is checked by import-linter, that it runs so by these."""


def test_logic_runs_without_qt(tmp_path: Path) -> None:
    blocker = tmp_path / "without_qt.py"
    blocker.write_text('import sys\nsys.modules["PySide6"] = None\n', encoding="utf-8")
    settings = tmp_path / "pytest.ini"
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    settings.write_text("\n    ".join(["[pytest]\nfilterwarnings =", *ours["filterwarnings"]]), encoding="utf-8")
    words = ["-c", str(settings), "--rootdir", str(ROOT), "--import-mode=importlib", "-q", "-m", "not slow"]
    plugins = ["-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:cacheprovider", "-p", "without_qt"]
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", *words, *plugins, *(f"tests/{part}" for part in LOGIC)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stdout[-4000:] + answer.stderr[-2000:]
    assert " passed" in answer.stdout
