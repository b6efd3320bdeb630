"""The checks that read the code: style, types (also for Windows), import directions, licences."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent

CHECKS = {
    "ruff-check": ["ruff", "check", "--no-cache", "."],
    "ruff-format": ["ruff", "format", "--no-cache", "--check", "."],
    "mypy": ["mypy"],
    "mypy-windows": ["mypy", "--platform", "win32", "--cache-dir", ".mypy_cache/windows"],
    "import-linter": ["lint-imports", "--no-cache"],
    "reuse": ["reuse", "lint"],
}


@pytest.mark.parametrize("words", CHECKS.values(), ids=CHECKS)
def test_check(words: list[str]) -> None:
    answer = subprocess.run([str(BIN / words[0]), *words[1:]], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout[-6000:] + answer.stderr[-2000:]
