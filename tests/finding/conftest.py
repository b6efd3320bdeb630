"""The shelf as it is in forms/, read by the real readers."""

from pathlib import Path

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.finding.service import Index, Situations, entries_of, load_situations
from ido_kiosk.guides.service import Library, load_library
from tests.store import codes


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_library(paths.forms(), tmp_path / "cache", "test")


@pytest.fixture
def situations(library: Library, tmp_path: Path) -> Situations:
    return load_situations(paths.forms(), library, codes(), tmp_path / "cache", "test")


@pytest.fixture
def shelf(library: Library, situations: Situations) -> Index:
    return Index(entries_of(library, situations, codes()), [language.content_in(code) for code in language.NAMES])
