"""Code lists and places for tests of the log."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ido_kiosk.base import paths
from ido_shared.content.codes import Codes, load_codes

PLACE = "11111111-2222-4333-8444-555555555555"


@cache
def codes() -> Codes:
    """The real code lists of forms/, read anew by each process, so that a broken reader is noticed."""
    with TemporaryDirectory() as folder:
        return load_codes(paths.forms(), Path(folder), "test")
