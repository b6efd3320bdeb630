"""What Qt knows about disks: whether a folder is on a network."""

import os
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.davfs2", "ncpfs"})

_MEMORY = frozenset({"tmpfs", "ramfs"})


def is_in_memory(folder: Path) -> bool:
    """Whether a folder lies in memory, so that it is empty after the next start."""
    return _kind_of_disk(folder) in _MEMORY


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer."""
    if os.name == "nt":
        return _is_network_drive(str(folder.resolve()))
    return _kind_of_disk(folder) in _NETWORK


def _kind_of_disk(folder: Path) -> str:
    return bytes(QStorageInfo(str(folder.resolve())).fileSystemType().data()).decode()


def _is_network_drive(path: str) -> bool:
    if path.startswith("\\\\"):
        return True
    import psutil

    remote = {part.mountpoint.casefold() for part in psutil.disk_partitions(all=True) if "remote" in part.opts}
    return path[:3].casefold() in remote
