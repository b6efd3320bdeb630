"""The typefaces of screen and paper, from packages: Atkinson Hyperlegible, and IBM Plex Sans Arabic beside it."""

from importlib.resources import files as package_files
from pathlib import Path

FAMILY = "Atkinson Hyperlegible"
ARABIC = "IBM Plex Sans Arabic"


def file(face: str) -> Path:
    """The font file of one face, such as ``Regular`` or ``Bold``."""
    return _folder() / f"AtkinsonHyperlegible-{face}.ttf"


def arabic_file(face: str) -> Path:
    """The font file of one face with the Arabic letters, such as ``Regular`` or ``Bold``."""
    return Path(str(package_files("fontpkg_ibm_plex_sans_arabic") / "files" / f"IBMPlexSansArabic-{face}.ttf"))


def _folder() -> Path:
    return Path(str(package_files("fontpkg_atkinson_hyperlegible") / "files"))
