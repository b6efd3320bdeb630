"""Guides to walk through: the small sample that shows every case, and those that the desks get."""

from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.guides import service
from ido_kiosk.guides.service import Library, Walk

SAMPLE = Path(__file__).parents[1] / "content" / "sample"


def dutch(_context: str, text: str) -> str:
    return text


@pytest.fixture
def sample(tmp_path: Path) -> Library:
    return service.load_library(SAMPLE, tmp_path, "test")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return service.load_library(paths.forms(), tmp_path_factory.mktemp("cache"), "test")


def walked(library: Library, guide: str, *choices: str) -> Walk:
    walk = service.start(library, guide)
    for choice in choices:
        walk = service.forward(library, walk, choice)
    return walk
