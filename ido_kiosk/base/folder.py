"""The data folder of this desk: which files are in it, and whether it can be used."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of
from ido_shared import TRIAL_MARK

if TYPE_CHECKING:
    from filelock import FileLock

_PROBE = ".schrijfproef-"


class InUseError(DeskError):
    """Another kiosk uses the folder."""


class DataFolder(msgspec.Struct, frozen=True):
    """The files of this desk."""

    root: Path

    @property
    def database(self) -> Path:
        """The log and the counts."""
        return self.root / "ido.sqlite3"

    @property
    def settings(self) -> Path:
        """The settings of this desk."""
        return self.root / "instellingen.json"

    @property
    def own_facts(self) -> Path:
        """What this library checked or changed of the national facts."""
        return self.root / "eigen-feiten.json"

    @property
    def wrong_marks(self) -> Path:
        """What was marked as wrong, in codes, for the coordinator."""
        return self.root / "klopt-niet.json"

    @property
    def local_data(self) -> Path:
        """The organisations near this library, as it wrote them."""
        return self.root / "lokale-gegevens.json"

    @property
    def sent_data(self) -> Path:
        """The organisations near this library, as municipality and library wrote them at regie."""
        return self.root / "gegevens-van-regie.json"

    @property
    def counting(self) -> Path:
        """What this library agreed about which questions count."""
        return self.root / "telt-mee.json"

    @property
    def pin(self) -> Path:
        """The PIN of the staff, as a hash; who forgot it removes this file."""
        return self.root / "pincode.json"

    @property
    def copies(self) -> Path:
        """Copies of the database: daily, from before a change, and set aside."""
        return self.root / "kopieen"

    @property
    def cache(self) -> Path:
        """Content that has been read once; may be thrown away at any time."""
        return self.root / "cache"

    @property
    def is_trial(self) -> bool:
        """Whether this folder is throw-away."""
        return (self.root / TRIAL_MARK).exists()


def default_root() -> Path:
    """Where this computer keeps the data of a program when no folder is named."""
    import platformdirs

    return platformdirs.user_data_path("ido-kiosk", appauthor=False)


def prepare(root: Path, is_on_network: Callable[[Path], bool], trial: bool = False) -> DataFolder:
    """Make and check the data folder; ``trial`` marks a new or empty one as throw-away.

    Raises DeskError: on a network (SQLite's locks do not hold there), not readable or writable, or ``trial`` in a
    folder with real data.
    """
    folder = DataFolder(root.absolute())
    try:
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        _share(folder.root)
        if is_on_network(folder.root):
            raise DeskError(
                _(
                    "De gegevensmap {folder} staat op een netwerk. Daar kan een vraag verloren gaan. "
                    "Kies met --data een map op deze computer zelf."
                ).format(folder=folder.root)
            )
        if trial and not folder.is_trial:
            _mark_as_trial(folder)
        probe = folder.root / f"{_PROBE}{os.urandom(8).hex()}"  # its own: another start may look at the same moment
        probe.write_bytes(b"")
        probe.unlink(missing_ok=True)
    except OSError as error:
        raise DeskError(
            _(
                "De gegevensmap {folder} is niet te gebruiken: {reason}. "
                "Kies een andere map met --data, of vraag de beheerder om rechten op deze map."
            ).format(folder=folder.root, reason=reason_of(error))
        ) from error
    return folder


def _share(root: Path) -> None:
    """In a folder that its administrator opened for a group, what is made here is for all of that group."""
    if os.name == "posix" and root.stat().st_mode & stat.S_IWGRP:
        os.umask(0o007)


def hold(folder: DataFolder) -> "FileLock":
    """Hold the folder until the program ends, however it ends.

    Raises InUseError when another kiosk uses it, DeskError when it cannot be held at all.
    """
    from filelock import FileLock, Timeout  # takes 15 ms, and the window is shown before

    lock = FileLock(folder.root / ".in-gebruik", mode=0o660)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise InUseError(
            _("De kiosk staat al open op deze computer. Ga naar dat venster, of sluit het eerst.")
        ) from error
    except OSError as error:
        raise DeskError(
            _("De kiosk kan {file} niet gebruiken: {reason}. Vraag de beheerder om hulp.").format(
                file=lock.lock_file, reason=reason_of(error)
            )
        ) from error
    return lock


def _mark_as_trial(folder: DataFolder) -> None:
    if any(not file.name.startswith((TRIAL_MARK, _PROBE)) for file in folder.root.iterdir()):
        raise DeskError(
            _("De datum mag u alleen zelf kiezen in een lege proefmap. In {folder} staan al gegevens.").format(
                folder=folder.root
            )
        )
    text = "Deze map is om te proberen. U mag haar weggooien.\n"
    (folder.root / TRIAL_MARK).write_text(text, encoding="utf-8")
