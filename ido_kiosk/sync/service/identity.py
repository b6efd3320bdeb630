"""Whose data this is: a folder that was moved or copied, and an older copy that was put back; noticed at the start."""

from contextlib import suppress
from datetime import date

from msgspec.structs import replace

from ido_kiosk.base import installation
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of
from ido_kiosk.base.settings import Settings
from ido_kiosk.statistics import service as statistics
from ido_kiosk.sync.service.keys import drop_key
from ido_kiosk.sync.service.linking import Regie

MOVED, COPIED = "verhuisd", "gekopieerd"
_OWN_FILES = ("-wal", "-shm", "")
"""Endings of the files of a database; the database itself last, so that a crash leaves it where it is looked for."""


def is_foreign(folder: DataFolder, settings: Settings) -> bool:
    """Whether this folder was used on another computer, or elsewhere on this one; ask before anything is logged."""
    return installation.is_foreign(folder, settings)


def take_over(folder: DataFolder, settings: Settings, answer: str, today: date) -> None:
    """Use a folder from elsewhere, before its database is opened.

    Moved: all goes along, and this computer asks regie for a new key, so that the old one cannot deliver any more.
    Copied: the log stays as history beside the copies of the database, and this desk begins with nothing; it is to be
    linked anew. Raises DeskError when that cannot be done; then it is asked again at the next start.
    """
    regie = settings.section(Regie)
    if answer == MOVED:
        if regie.desk:
            settings.save(replace(regie, moved=True))
    else:
        settings.save(Regie())
        drop_key(folder)
        _set_aside(folder, today)
    installation.claim(folder, settings)


def begin(folder: DataFolder, settings: Settings) -> None:
    """The database is open: see whether it is an older copy. Raises DeskError when that cannot be kept."""
    installation.claim(folder, settings)
    regie, mark = settings.section(Regie), installation.mark(folder)
    if not regie.desk or mark is None:
        return
    if mark.newest and not statistics.is_known(mark.newest):
        statistics.note_restored(regie.desk, mark.newest)
    elif regie.moved:
        statistics.note_restored(regie.desk, mark.id.replace("-", ""))


def repair_text() -> str:
    """What a volunteer hears about an older copy, in two sentences."""
    return _(
        "Op deze computer staat een oudere kopie van de gegevens. "
        "Wat regie al telde, telt niet nog een keer; u kunt gewoon doorwerken."
    )


def _set_aside(folder: DataFolder, today: date) -> None:
    """Keep the log of the other computer as history; it goes when other copies do (``backups.tidy``)."""
    target = folder.copies / f"elders-{today}.sqlite3"
    try:
        folder.copies.mkdir(parents=True, exist_ok=True)
        for ending in _OWN_FILES:
            with suppress(FileNotFoundError):
                file = folder.database.with_name(folder.database.name + ending)
                file.replace(target.with_name(target.name + ending))
    except OSError as error:
        raise DeskError(
            _("De gegevens van de andere computer zijn niet opzij te zetten: {reason}. Probeer het opnieuw.").format(
                reason=reason_of(error)
            )
        ) from error
