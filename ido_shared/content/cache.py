"""Content that was parsed once is kept beside the program, under a key of everything it was made from."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

Kept = TypeVar("Kept")
_SUM = hashlib.sha256().digest_size


def cached(
    folder: Path, files: Iterable[tuple[str, Path]], version: str, kind: type[Kept], build: Callable[[], Kept]
) -> Kept:
    """What ``build`` makes of these files (name and path), from the cache in ``folder`` when it has exactly that.

    The key covers names, bytes, the program's version, the kind and the code that reads: the modules beside this one
    and beside the kind. A cache that is absent, damaged or not writable costs time, nothing else: its content counts
    only when the SHA-256 before it is right. Raises what ``build`` raises; a failure is never kept.
    """
    name = f"{kind.__name__}-"
    place = folder / f"{name}{_key([*files, *_code(kind)], version, kind)}.msgpack"
    with contextlib.suppress(OSError, ValueError):
        return msgspec.msgpack.decode(_checked(place.read_bytes()), type=kind)
    made = build()
    content = msgspec.msgpack.encode(made)
    with contextlib.suppress(OSError):
        _write(place, hashlib.sha256(content).digest() + content, older=name)
    return made


def _checked(kept: bytes) -> memoryview:
    """The content of a cache file. Raises ValueError when one bit of it is not as it was written."""
    content = memoryview(kept)[_SUM:]
    if hashlib.sha256(content).digest() != kept[:_SUM]:
        raise ValueError
    return content


def _code(kind: type) -> Iterator[tuple[str, Path]]:
    """The source files that read content, without importing them: an update makes earlier reading out of date."""
    beside_kind = getattr(sys.modules.get(kind.__module__), "__file__", None) or __file__
    for folder in sorted({Path(__file__).parent, Path(beside_kind).parent}):
        for path in sorted(folder.glob("*.py"), key=attrgetter("name")):
            yield f"{folder.name}/{path.name}", path


def _key(files: Iterable[tuple[str, Path]], version: str, kind: type) -> str:
    digest = hashlib.sha256()
    for part in (version, f"{kind.__module__}.{kind.__qualname__}"):
        _feed(digest, part.encode())
    for name, path in files:
        _feed(digest, name.encode())
        with contextlib.suppress(OSError):
            state = path.stat()
            _feed(digest, _sum_of(path, state.st_size, state.st_mtime_ns))
    return digest.hexdigest()[:32]


@lru_cache(maxsize=1000)
def _sum_of(path: Path, _size: int, _changed: int) -> bytes:
    """The SHA-256 of a file: five kinds of content are made from the same files, which are read once at a start."""
    return hashlib.sha256(path.read_bytes()).digest()


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
