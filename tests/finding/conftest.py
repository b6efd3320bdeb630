"""The shelf as it is in forms/, read by the real readers."""

from pathlib import Path

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.finding.service import Index, Situations, entries_of, load_situations
from ido_kiosk.guides.service import Library, load_library
from ido_kiosk.letters.service import load_letters
from tests.store import codes


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_library(paths.forms(), tmp_path / "cache", "test")


@pytest.fixture
def situations(library: Library, tmp_path: Path) -> Situations:
    return load_situations(paths.forms(), library, codes(), tmp_path / "cache", "test")


@pytest.fixture
def shelf(library: Library, situations: Situations, tmp_path: Path) -> Index:
    known = (library.facts, library.sources, library.organisations, codes().topics, library.guides)
    letters = load_letters(paths.forms(), *known, tmp_path / "cache", "test")
    return Index(
        entries_of(library, situations, codes(), letters), [language.content_in(code) for code in language.NAMES]
    )
