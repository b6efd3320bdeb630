"""Which computer a data folder belongs to: its mark lies outside the folder, so that a copy of the folder is noticed.

Beside the identity it holds the digest of the newest delivery: a database that does not know it is an older copy.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of
from ido_kiosk.base.settings import Settings, replace_file

_NAME_LENGTH = 16


class Installation(msgspec.Struct, frozen=True):
    """Section of the settings: the installation that this folder belongs to; empty before its first start."""

    id: str = ""
    computer: str = ""
    """Which computer and place that was, as a digest: another account of the same computer has no mark yet."""


class Mark(msgspec.Struct, frozen=True):
    """What lies outside the folder."""

    id: str
    newest: str = ""
    """Digest of the newest delivery that was made here; empty before the first."""


def mark_file(folder: DataFolder) -> Path:
    """Where the mark of a folder lies: in the user's own state, by the place of the folder on this computer."""
    import platformdirs

    name = hashlib.sha256(str(folder.root.resolve()).encode()).hexdigest()[:_NAME_LENGTH]
    return platformdirs.user_state_path("ido-kiosk", appauthor=False) / f"{name}.json"


def is_foreign(folder: DataFolder, settings: Settings) -> bool:
    """Whether this folder was used elsewhere: on another computer, or at another place on this one."""
    kept = settings.section(Installation)
    found = mark(folder)
    if not kept.id or (found is not None and found.id == kept.id):
        return False
    return found is not None or not kept.computer or kept.computer != _computer(folder)


def claim(folder: DataFolder, settings: Settings) -> None:
    """Let this folder belong to this computer from now on. Raises DeskError when that cannot be kept."""
    from uuid import uuid4

    kept = settings.section(Installation)
    is_here = bool(kept.id) and not is_foreign(folder, settings)
    if is_here and mark(folder) is not None:
        return
    fresh = Mark(kept.id if is_here else str(uuid4()))
    try:
        _keep(folder, fresh)
    except OSError as error:
        raise DeskError(
            _("De kiosk kan {file} niet bewaren: {reason}. Vraag de beheerder om hulp.").format(
                file=mark_file(folder), reason=reason_of(error)
            )
        ) from error
    settings.save(Installation(fresh.id, _computer(folder)))


def mark(folder: DataFolder) -> Mark | None:
    """The mark of a folder; None when there is none."""
    try:
        return msgspec.json.decode(mark_file(folder).read_bytes(), type=Mark)
    except (OSError, ValueError):
        return None


def note_newest(folder: DataFolder, digest: str) -> None:
    """Remember the newest delivery, just before it is on disk: better one too new than one too old."""
    found = mark(folder)
    if found is not None:
        with suppress(OSError):
            _keep(folder, msgspec.structs.replace(found, newest=digest))


def _computer(folder: DataFolder) -> str:
    """This computer and the place of the folder on it; empty on a computer that does not say which it is."""
    import machineid

    try:
        return str(machineid.hashed_id(str(folder.root.resolve())))
    except machineid.MachineIdNotFound:
        return ""


def forget(folder: DataFolder) -> None:
    """Take the mark of a folder away, for one that will not be used again."""
    mark_file(folder).unlink(missing_ok=True)


def _keep(folder: DataFolder, kept: Mark) -> None:
    file = mark_file(folder)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(file, msgspec.json.encode(kept))
