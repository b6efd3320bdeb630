"""Make the data folder ready for use: secrets, a database in its newest shape, nothing left over from before."""

import os
from pathlib import Path

import django
from django.core.management import call_command
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader
from filelock import FileLock

from ido_regie import keys
from ido_shared import TRIAL_MARK, delivery

LOCK_FILE = "klaarzetten.lock"


class CannotStartError(Exception):
    """Regie cannot start; the text says in Dutch why and what to do."""


def prepare(folder: Path, trial: bool = False) -> None:
    """Make this data folder ready and set Django up for it; ``trial`` marks a new or empty one as throw-away.

    Raises CannotStartError; what is there stays as it is.
    """
    try:
        if trial:
            _mark_as_trial(folder)
        keys.prepare_folder(folder)
        keys.signing_key(folder)
        with FileLock(folder / LOCK_FILE):  # two starts at the same moment wait for each other
            _set_up(folder)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStartError(f"De map {folder} is niet te gebruiken: {_reason(error)}") from error
    except delivery.ContractError as error:
        file = folder / keys.SIGNING_FILE
        raise CannotStartError(f"{error} Zet {file} terug uit een reservekopie.") from error
    except DatabaseError as error:
        raise CannotStartError(
            f"De database in {folder} is niet te lezen. Zet een reservekopie terug of kies met --data een andere map."
        ) from error


def _mark_as_trial(folder: Path) -> None:
    """Mark a folder as throw-away. Raises CannotStartError when it holds real data."""
    if (folder / TRIAL_MARK).exists():
        return
    if folder.exists() and any(folder.iterdir()):
        raise CannotStartError(
            f"De datum mag u alleen zelf kiezen in een lege proefmap. In {folder} staan al gegevens."
        )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / TRIAL_MARK).write_text("Deze map is om te proberen. U mag haar weggooien.\n", encoding="utf-8")


def _set_up(folder: Path) -> None:
    """Load Django and bring the database to the newest shape."""
    if not keys.secret_key(folder):
        raise CannotStartError(
            f"{folder / keys.DJANGO_KEY_FILE} is leeg. Haal het weg: regie maakt dan een nieuw geheim."
        )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ido_regie.settings")
    django.setup()
    try:
        _refuse_newer(folder)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("clearsessions")
        _review_parked()
        _clear_log()
    finally:
        connections.close_all()


def _review_parked() -> None:
    """Take cells into use whose codes this version knows."""
    from ido_regie.deliveries.service import review_parked  # its tables exist only once Django is set up

    review_parked()


def _clear_log() -> None:
    """Remove the lines of the audit log whose term is over."""
    from ido_regie.audit.service import clear_old  # as above

    clear_old()


def _refuse_newer(folder: Path) -> None:
    """Raise CannotStartError when a newer version of regie changed the database."""
    loader = MigrationLoader(connection)
    if set(loader.applied_migrations) - set(loader.disk_migrations):
        raise CannotStartError(
            f"De database in {folder} is van een nieuwere versie van regie. Start die versie. Er is niets veranderd."
        )


def _reason(error: OSError | UnicodeDecodeError) -> str:
    """Why a folder cannot be used, in Dutch."""
    match error:
        case PermissionError():
            return "u mag er niet in lezen of schrijven. Kies een andere map met --data."
        case FileExistsError() | NotADirectoryError():
            return "het is een bestand en geen map. Kies een andere map met --data."
        case UnicodeDecodeError():
            return f"{keys.DJANGO_KEY_FILE} is beschadigd. Zet het terug uit een reservekopie."
        case _:
            return "lezen of schrijven lukt niet. Is de schijf vol, of alleen te lezen?"
