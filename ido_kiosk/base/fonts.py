"""The typeface of screen and paper, from the package fontpkg-atkinson-hyperlegible."""

from importlib.resources import files as package_files
from pathlib import Path

FAMILY = "Atkinson Hyperlegible"


def file(face: str) -> Path:
    """The font file of one face, such as ``Regular`` or ``Bold``."""
    return _folder() / f"AtkinsonHyperlegible-{face}.ttf"


def _folder() -> Path:
    return Path(str(package_files("fontpkg_atkinson_hyperlegible") / "files"))
