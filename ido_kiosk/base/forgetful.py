"""Notice a computer that forgets everything when it starts again: what is logged there would be lost."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.machine import Machine

_LIVE = (Path("/run/live"), Path("/rofs"))
"""There only while Linux runs from a stick or disc that keeps nothing (Debian, Ubuntu)."""
_USUALLY_USED_BY = timedelta(days=7)
"""After its computer was set up a desk is used within so many days."""


def forgets(folder: DataFolder, is_in_memory: Callable[[Path], bool], machine: Machine, today: date) -> bool:
    """Whether this folder will probably be empty again after the next start.

    It lies in memory, the system runs from a stick, the account is a temporary one; or the folder is new though
    the computer was set up long ago. Ask it before the database is made. A trial folder may go.
    """
    if folder.is_trial:
        return False
    is_new_too_late = (
        machine.ingericht is not None and today - machine.ingericht > _USUALLY_USED_BY and not folder.database.exists()
    )
    return is_new_too_late or is_in_memory(folder.root) or _is_temporary(folder.root)


def _is_temporary(root: Path) -> bool:
    """Whether a system without memory, or Windows' own temporary account (``Users/TEMP``), made this folder."""
    above = [part.casefold() for part in root.parts[1:3]]
    is_temporary_account = above[:1] == ["users"] and above[1:] and above[1].split(".")[0] == "temp"
    return bool(is_temporary_account) or any(sign.exists() for sign in _LIVE)


def forgetful_text() -> str:
    """What to say of it, and what to do."""
    return _(
        "Deze computer vergeet waarschijnlijk alles als hij opnieuw start. Dan gaat verloren wat u vastlegt. "
        "Vraag de beheerder om een map die blijft. Tot dan: doe het KB-formulier elke dag."
    )
