"""Start this program once more, beside the one that runs."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def practice_command(data: Path) -> list[str]:
    """The words that start a kiosk to practise with, beside the one that uses ``data``."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ido_kiosk"]
    return [*program, "--oefenen", "--data", str(data)]


def start_beside(words: list[str]) -> bool:
    """Start a program that goes on by itself; gives whether that worked."""
    started, _process = QProcess.startDetached(words[0], words[1:])
    return bool(started)
