"""What Qt knows about disks: whether a folder is on a network."""

import os
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.davfs2", "ncpfs"})


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on another computer."""
    if os.name == "nt":
        return _is_network_drive(str(folder.resolve()))
    return bytes(QStorageInfo(str(folder.resolve())).fileSystemType().data()).decode() in _NETWORK


def _is_network_drive(path: str) -> bool:
    if path.startswith("\\\\"):
        return True
    import psutil

    remote = {part.mountpoint.casefold() for part in psutil.disk_partitions(all=True) if "remote" in part.opts}
    return path[:3].casefold() in remote
