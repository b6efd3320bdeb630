"""Where this regie keeps its data: one folder per computer, or the one that was asked for."""

import os
from pathlib import Path

import platformdirs

VARIABLE = "IDO_REGIE_DATA"
"""Name of the environment variable that holds another folder; the server process inherits it."""


def data_folder() -> Path:
    """The folder with the database and the secrets; it need not exist yet."""
    return Path(os.environ.get(VARIABLE) or platformdirs.user_data_dir("ido-regie", appauthor=False))
