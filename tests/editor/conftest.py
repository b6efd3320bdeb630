"""A small forms folder of its own for each test, to spoil and mend."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.editor.making import catalogue

SAMPLE = Path(__file__).parents[1] / "content" / "sample"

Change = Callable[[str, str, str], None]
"""Change a text in a file: file, what stands there, what comes instead."""


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "forms"))


@pytest.fixture
def change(forms: Path) -> Change:
    def do(file: str, old: str, new: str) -> None:
        text = (forms / file).read_text(encoding="utf-8")
        assert old in text
        (forms / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return do


@pytest.fixture
def english(forms: Path) -> Path:
    """A catalogue with every text translated by itself."""
    return catalogue(forms, "en", {})
