"""The situations from the cache, or else read and checked."""

from collections.abc import Iterator
from pathlib import Path

from ido_kiosk.finding.content.situations import CURRENT_FILE, LIFE_FILE, URGENT_FILE, Situations
from ido_kiosk.guides.content import guide
from ido_kiosk.guides.content.guide import FOLDER, Library
from ido_kiosk.guides.content.library import content_files
from ido_kiosk.letters.content import letter
from ido_shared.content.cache import cached
from ido_shared.content.codes import Codes


def load_situations(forms: Path, library: Library, codes: Codes, cache: Path, version: str) -> Situations:
    """The situations of a forms folder, from the cache when nothing changed.

    Raises ContentError with the mistakes of these files.
    """
    content = list(content_files(forms))
    others = [(name, path) for name, path in content if path.parent.name != FOLDER]
    guides = " ".join(path.stem for _name, path in content if path.parent.name == FOLDER)  # all that is asked of them
    letters = " ".join(sorted(path.stem for path in (forms / letter.FOLDER).glob("*.yaml")))  # the same
    files = [*situation_files(forms), *others, ("texts.py", Path(guide.__file__).with_name("texts.py"))]
    return cached(cache, files, f"{version} {guides} {letters}", Situations, lambda: _load(forms, library, codes))


def situation_files(forms: Path) -> Iterator[tuple[str, Path]]:
    """The files that the situations are made from, with what to call them."""
    yield LIFE_FILE, forms / LIFE_FILE
    yield URGENT_FILE, forms / URGENT_FILE
    yield CURRENT_FILE, forms / CURRENT_FILE


def _load(forms: Path, library: Library, codes: Codes) -> Situations:
    from ido_kiosk.finding.content import situation_reader

    return situation_reader.load(forms, library, codes)
