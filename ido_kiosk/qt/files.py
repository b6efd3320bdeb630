"""Ask the person at the desk for a file, with the computer's own window."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """A name and place for a new file; None when the person went back."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(_documents() / name), kinds)
    return Path(chosen) if chosen else None


def ask_which_file(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """A file that is there; None when the person went back."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(_documents()), kinds)
    return Path(chosen) if chosen else None


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
