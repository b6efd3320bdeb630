"""Make sure that a file, or its name in a folder, is on the disk itself and not only on its way there."""

import os
from pathlib import Path


def sync_file(file: Path) -> None:
    """Wait until the content of a file is on disk. Raises OSError."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk; Windows does that by itself. Raises OSError."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
