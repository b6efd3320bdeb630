"""Where the program's own files are: assets, content and translations."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent


def assets() -> Path:
    """Folder with pictograms, style sheet and style tokens."""
    return _ROOT / "assets"


def forms() -> Path:
    """Folder with the content: guides, organisations, facts, code lists."""
    return _ROOT / "forms"


def translations() -> Path:
    """Folder with the catalogues of words, one folder a language."""
    return _ROOT / "translations"


def migrations() -> Path:
    """Folder with the steps that bring a database to the present shape."""
    return Path(__file__).resolve().parent / "migrations"
