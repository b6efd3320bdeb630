"""The typefaces of screen and paper, from packages: Atkinson Hyperlegible, and two beside it for what it has not."""

from importlib.util import find_spec
from pathlib import Path

FAMILY = "Atkinson Hyperlegible"
ARABIC = "IBM Plex Sans Arabic"
WIDE = "PT Sans"
"""For Cyrillic, and for words with the Turkish İ."""


def file(face: str) -> Path:
    """The font file of one face, such as ``Regular`` or ``Bold``."""
    return _folder("fontpkg_atkinson_hyperlegible") / f"AtkinsonHyperlegible-{face}.ttf"


def arabic_file(face: str) -> Path:
    """The font file of one face with the Arabic letters, such as ``Regular`` or ``Bold``."""
    return _folder("fontpkg_ibm_plex_sans_arabic") / f"IBMPlexSansArabic-{face}.ttf"


def wide_file(face: str) -> Path:
    """The font file of one face with the letters of ``WIDE``, such as ``Regular`` or ``Bold``."""
    return _folder("fontpkg_pt_sans") / f"PT_Sans-Web-{face}.ttf"


def _folder(package: str) -> Path:
    """The files in a package; ``importlib.resources`` gives them too, and takes 3 ms of every start."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).with_name("files")
