"""The data folder of this desk: found, checked, and held by one kiosk at a time."""

import os
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _

TRIAL_MARK = "PROEFMAP.txt"
"""A folder with this file is throw-away: only there may the date be set by hand."""
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.davfs2", "ncpfs"})


@dataclass(frozen=True)
class DataFolder:
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
    def copies(self) -> Path:
        """Copies of the database from before a migration."""
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


def prepare(root: Path, trial: bool = False) -> DataFolder:
    """Make and check the data folder; ``trial`` marks a new or empty one as throw-away.

    Raises DeskError: on a network, not readable or writable, or ``trial`` in a folder with real data.
    """
    folder = DataFolder(root.absolute())
    try:
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_network(folder.root)
        if trial and not folder.is_trial:
            _mark_as_trial(folder)
        probe = folder.root / ".schrijfproef"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise DeskError(
            _(
                "De gegevensmap {folder} is niet te gebruiken: {reason}. "
                "Kies een andere map met --data, of vraag de beheerder om rechten op deze map."
            ).format(folder=folder.root, reason=error.strerror or error)
        ) from error
    return folder


def hold(folder: DataFolder) -> FileLock:
    """Hold the folder until the program ends. Raises DeskError when another kiosk uses it."""
    lock = FileLock(folder.root / ".in-gebruik")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DeskError(
            _("De kiosk staat al open op deze computer. Ga naar dat venster, of sluit het eerst.")
        ) from error
    return lock


def _mark_as_trial(folder: DataFolder) -> None:
    if any(folder.root.iterdir()):
        raise DeskError(
            _("De datum mag u alleen zelf kiezen in een lege proefmap. In {folder} staan al gegevens.").format(
                folder=folder.root
            )
        )
    text = "Deze map is om te proberen. U mag haar weggooien.\n"
    (folder.root / TRIAL_MARK).write_text(text, encoding="utf-8")


def _refuse_network(root: Path) -> None:
    if _is_on_network(root):
        raise DeskError(
            _(
                "De gegevensmap {folder} staat op een netwerk. Daar kan een vraag verloren gaan. "
                "Kies met --data een map op deze computer zelf."
            ).format(folder=root)
        )


def _is_on_network(root: Path) -> bool:
    resolved = root.resolve()
    if os.name == "nt":
        return _is_network_drive(str(resolved))
    return file_system_of(resolved, _mounts()) in _NETWORK


def _is_network_drive(path: str) -> bool:
    if path.startswith("\\\\"):
        return True
    import psutil

    remote = {part.mountpoint.casefold() for part in psutil.disk_partitions(all=True) if "remote" in part.opts}
    return path[:3].casefold() in remote


def _mounts() -> list[tuple[Path, str]]:
    import psutil

    return [(Path(part.mountpoint), part.fstype) for part in psutil.disk_partitions(all=True)]


def file_system_of(path: Path, mounts: list[tuple[Path, str]]) -> str:
    """The kind of file system that holds a path: the mount that lies deepest above it."""
    above = [(len(mount.parts), kind) for mount, kind in mounts if path.is_relative_to(mount)]
    return max(above, default=(0, ""))[1]
