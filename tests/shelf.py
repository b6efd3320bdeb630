"""What ships, read once for all the tests of a worker: the readers have tests of their own."""

import gc
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ido_kiosk.base.folder import TRIAL_MARK
from ido_shared import VERSION

if TYPE_CHECKING:
    from ido_kiosk.finding.service import Entry, Index, Spoken

CLEAN_EVERY = 10
"""Desks: each keeps what is there out of the search for garbage (base.garbage), also what an earlier desk left."""


@cache
def content_cache() -> Path:
    """A folder for parsed content, that goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="ido-tests-")
    _kept.append(folder)
    return Path(folder.name)


def share_cache(data: Path) -> Path:
    """Let a data folder find parsed content in the shared one, and its desk the words; gives the folder."""
    from ido_kiosk.finding import service

    service.Index = shared_index  # type: ignore[assignment, misc]  # a function in the place of the class
    if next(_desks) % CLEAN_EVERY == 0:
        gc.unfreeze()
        gc.collect()
    return lay_cache(data)


def lay_cache(data: Path, *, is_trial: bool = False) -> Path:
    """Let a data folder, also of another process, find parsed content in the shared one; gives the folder.

    ``is_trial``: it is for a kiosk on a pretended day, which takes a new folder only if it is marked so.
    """
    data.mkdir(parents=True, exist_ok=True)
    if not (data / "cache").exists():
        (data / "cache").symlink_to(content_cache(), target_is_directory=True)
        if is_trial:
            (data / TRIAL_MARK).touch()
    return data


def shared_index(entries: "Iterable[Entry]", spoken: "Sequence[Spoken]") -> "Index":
    """The words of these entries in the languages on offer, read once for the same entries and catalogues."""
    from ido_kiosk.base import language, paths
    from ido_kiosk.finding.service.index import Index

    key = (paths.translations(), *entries)
    if key not in _indexes or len(spoken) != len(language.NAMES):
        _indexes[key] = Index(key[1:], spoken)
    return _indexes[key]


_desks = count()
_indexes: "dict[tuple[object, ...], Index]" = {}
_kept: list[tempfile.TemporaryDirectory[str]] = []
__all__ = ["VERSION", "content_cache", "lay_cache", "share_cache", "shared_index"]
