"""Everything a guide is made of, from the cache or else read and checked together."""

from collections.abc import Iterator
from pathlib import Path

from ido_kiosk.guides.content.guide import FOLDER, Library
from ido_shared.content import code_lists, facts, organisations
from ido_shared.content.cache import cached


def load_library(forms: Path, cache: Path, version: str) -> Library:
    """The library of a forms folder, from the cache when nothing changed.

    Raises ContentError with the mistakes of all files, the code lists included.
    """
    return cached(cache, list(content_files(forms)), version, Library, lambda: _load(forms))


def content_files(forms: Path) -> Iterator[tuple[str, Path]]:
    """Every file that the library is made from, with what to call it."""
    for name in (code_lists.FILE, facts.SOURCES_FILE, facts.FACTS_FILE, organisations.FILE):
        yield name, forms / name
    for path in sorted((forms / FOLDER).glob("*.yaml")):
        yield f"{FOLDER}/{path.name}", path


def _load(forms: Path) -> Library:
    from ido_kiosk.guides.content import library_reader

    return library_reader.load(forms)
