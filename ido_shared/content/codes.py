"""The code lists of the log (forms/registratie.yaml): themes, topics, and what else a question is logged with."""

from pathlib import Path

from ido_shared.content.cache import cached
from ido_shared.content.code_lists import FILE, NOT_FILLED_IN, Codes, Help, Result, Theme, Topic

__all__ = ["NOT_FILLED_IN", "Codes", "Help", "Result", "Theme", "Topic", "load_codes"]


def load_codes(forms: Path, cache: Path, version: str) -> Codes:
    """The code lists in a forms folder, from the cache when nothing changed; raises ContentError with all mistakes."""
    return cached(cache, [(FILE, forms / FILE)], version, Codes, lambda: _load(forms))


def _load(forms: Path) -> Codes:
    from ido_shared.content import code_reader

    return code_reader.load(forms)
