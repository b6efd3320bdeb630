"""The shelf as it is in forms/, read by the real readers."""

import pytest

from ido_kiosk.base import paths
from ido_kiosk.finding.service import Index, Situations, entries_of, languages, load_situations
from ido_kiosk.guides.service import Library, load_library
from ido_kiosk.letters.service import Letter, load_letters
from tests.shelf import VERSION, content_cache, shared_index
from tests.store import codes


@pytest.fixture
def library() -> Library:
    return load_library(paths.forms(), content_cache(), VERSION)


@pytest.fixture
def situations(library: Library) -> Situations:
    return load_situations(paths.forms(), library, codes(), content_cache(), VERSION)


@pytest.fixture
def letters(library: Library) -> dict[str, Letter]:
    known = (library.facts, library.sources, library.organisations, codes().topics, library.guides)
    return load_letters(paths.forms(), *known, content_cache(), VERSION)


@pytest.fixture
def shelf(library: Library, situations: Situations, letters: dict[str, Letter]) -> Index:
    entries = entries_of(library, situations, codes(), letters)
    return shared_index(entries, languages(paths.forms()))
