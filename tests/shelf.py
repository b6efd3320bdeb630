"""What ships, read once for all the tests of a worker: the readers have tests of their own."""

import tempfile
from functools import cache
from pathlib import Path

from ido_shared import VERSION


@cache
def content_cache() -> Path:
    """A folder for parsed content, that goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="ido-tests-")
    _kept.append(folder)
    return Path(folder.name)


def share_cache(data: Path) -> Path:
    """Let a data folder find parsed content in the shared one; gives the data folder."""
    data.mkdir(parents=True, exist_ok=True)
    if not (data / "cache").exists():
        (data / "cache").symlink_to(content_cache(), target_is_directory=True)
    return data


_kept: list[tempfile.TemporaryDirectory[str]] = []
__all__ = ["VERSION", "content_cache", "share_cache"]
