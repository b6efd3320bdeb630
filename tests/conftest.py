"""What all tests share: no screen, a fixed day, Dutch words."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from ido_kiosk.base import clock, language, paths

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def fixed_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Thursday 26 November 2026, Dutch, and a home folder of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    clock.pretend(TODAY)
    language.use("nl", paths.translations())
    yield
    clock.pretend(None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    """A real database file, open; gives its path."""
    from ido_kiosk.base import database

    file = tmp_path / "ido.sqlite3"
    database.open_store(file, tmp_path / "kopieen")
    yield file
    database.close_store()
