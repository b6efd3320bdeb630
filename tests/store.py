"""Code lists and places for tests of the log."""

from functools import cache
from pathlib import Path
from tempfile import gettempdir

from ido_kiosk.base import paths
from ido_shared.content.codes import Codes, load_codes

PLACE = "11111111-2222-4333-8444-555555555555"


@cache
def codes() -> Codes:
    """The real code lists of forms/."""
    return load_codes(paths.forms(), Path(gettempdir()) / "ido-tests-cache", "test")
