"""Guides to walk through: the small sample that shows every case, and those that the desks get."""

from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ido_kiosk.base import paths
from ido_kiosk.guides import service
from ido_kiosk.guides.service import Guide, Library, Walk
from tests.shelf import VERSION, content_cache

SAMPLE = Path(__file__).parents[1] / "content" / "sample"


def dutch(_context: str, text: str) -> str:
    return text


@pytest.fixture
def sample(tmp_path: Path) -> Library:
    return service.load_library(SAMPLE, tmp_path, "test")


@pytest.fixture(scope="module")
def library() -> Library:
    return service.load_library(paths.forms(), content_cache(), VERSION)


@pytest.fixture(params=[pytest.param(12, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)])
def some(library: Library, request: pytest.FixtureRequest) -> list[Guide]:
    """Every twelfth guide of the shelf; all of them in the slow tests: paper takes long and the shelf grows."""
    return [library.guides[id_] for id_ in sorted(library.guides)[:: request.param]]


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """A folder with the catalogues as they ship."""
    folder = tmp_path / "translations" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for domain in ("kiosk", "forms"):
        with (paths.translations() / "en" / "LC_MESSAGES" / f"{domain}.po").open("rb") as source:
            catalogue = read_po(source)
        with (folder / f"{domain}.mo").open("wb") as target:
            write_mo(target, catalogue)
    return tmp_path / "translations"


def walked(library: Library, guide: str, *choices: str) -> Walk:
    walk = service.start(library, guide)
    for choice in choices:
        walk = service.forward(library, walk, choice)
    return walk
