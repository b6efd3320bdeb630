"""The catalogues of screen words are in step with the program, complete, and with the same placeholders."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_catalogues_are_fresh_and_complete() -> None:
    words = [sys.executable, str(ROOT / "packaging" / "update_words.py"), "--check"]
    answer = subprocess.run(words, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
