"""The situations from the cache, or else read and checked."""

from collections.abc import Iterator
from pathlib import Path

from ido_kiosk.finding.content.situations import LIFE_FILE, URGENT_FILE, Situations
from ido_kiosk.guides.content import texts
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.content.library import content_files
from ido_shared.content.cache import cached
from ido_shared.content.codes import Codes


def load_situations(forms: Path, library: Library, codes: Codes, cache: Path, version: str) -> Situations:
    """The situations of a forms folder, from the cache when nothing changed.

    Raises ContentError with the mistakes of both files.
    """
    files = [*situation_files(forms), *content_files(forms), ("texts.py", Path(texts.__file__))]
    return cached(cache, files, version, Situations, lambda: _load(forms, library, codes))


def situation_files(forms: Path) -> Iterator[tuple[str, Path]]:
    """The files that the situations are made from, with what to call them."""
    yield LIFE_FILE, forms / LIFE_FILE
    yield URGENT_FILE, forms / URGENT_FILE


def _load(forms: Path, library: Library, codes: Codes) -> Situations:
    from ido_kiosk.finding.content import situation_reader

    return situation_reader.load(forms, library, codes)
