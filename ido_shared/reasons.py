"""Say in Dutch why the system could not read or write something."""

import errno

_SAID = {
    errno.ENOENT: "het is er niet",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "de map is geen map",
    errno.EACCES: "u mag er niet bij",
    errno.EPERM: "u mag er niet bij",
    errno.EROFS: "er mag hier niets bij komen",
    errno.ENOSPC: "de schijf is vol",
    errno.EBUSY: "een ander programma gebruikt het",
}


def why(error: OSError) -> str:
    """The reason in a few words, to be put in a sentence."""
    return _SAID.get(error.errno or 0, f"foutcode {error.errno}")
