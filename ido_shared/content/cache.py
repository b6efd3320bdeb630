"""Content that was parsed once is kept beside the program, under a key of everything it was made from."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

Kept = TypeVar("Kept")


def cached(
    folder: Path, files: Iterable[tuple[str, Path]], version: str, kind: type[Kept], build: Callable[[], Kept]
) -> Kept:
    """What ``build`` makes of these files (name and path), from the cache in ``folder`` when it has exactly that.

    The key covers names, bytes, the program's version and the kind; a cache that is absent, unreadable or not
    writable costs time, nothing else. Raises what ``build`` raises; a failure is never kept.
    """
    name = f"{kind.__name__}-"
    place = folder / f"{name}{_key(files, version, kind)}.msgpack"
    with contextlib.suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(place.read_bytes(), type=kind)
    made = build()
    with contextlib.suppress(OSError):
        _write(place, msgspec.msgpack.encode(made), older=name)
    return made


def _key(files: Iterable[tuple[str, Path]], version: str, kind: type) -> str:
    digest = hashlib.sha256()
    for part in (version, f"{kind.__module__}.{kind.__qualname__}"):
        _feed(digest, part.encode())
    for name, path in files:
        _feed(digest, name.encode())
        with contextlib.suppress(OSError):
            _feed(digest, path.read_bytes())
    return digest.hexdigest()[:32]


def _feed(digest: "hashlib._Hash", part: bytes) -> None:
    digest.update(len(part).to_bytes(8, "big"))
    digest.update(part)


def _write(place: Path, content: bytes, older: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(f".{os.getpid()}.tmp")
    unfinished.write_bytes(content)
    unfinished.replace(place)
    for other in place.parent.glob(f"{older}*"):
        if other != place:
            other.unlink(missing_ok=True)
