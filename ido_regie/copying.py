"""Make a copy of regie's data while it runs: a folder that can be put in the place of the data folder."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from ido_regie import keys

DATABASE = "regie.sqlite3"


def copy_to(folder: Path, target: Path) -> bool:
    """Copy the secrets and the database of a data folder into a new or empty folder; whether a database was there.

    SQLite itself copies, so that the copy is whole although others write. Raises FileExistsError for a folder that is
    not empty, OSError when it cannot be written.
    """
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise FileExistsError(target)
    for name in (keys.DJANGO_KEY_FILE, keys.SIGNING_FILE):
        shutil.copy2(folder / name, target / name)
    if not (folder / DATABASE).exists():
        return False
    source, copy = sqlite3.connect(folder / DATABASE), sqlite3.connect(target / DATABASE)
    with closing(source), closing(copy):
        source.backup(copy)
    return True
