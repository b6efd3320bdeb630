"""The settings of this desk: one file, in sections that the features declare themselves."""

import os
from pathlib import Path
from typing import TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)


class Settings:
    """Reads and writes sections; a section is a msgspec Struct whose defaults count while nothing was set."""

    def __init__(self, file: Path) -> None:
        """``file`` need not exist; one that cannot be read is set aside as ``…-onleesbaar.json`` and not lost."""
        self._file = file
        self._sections = _read(file)

    def section(self, kind: type[S]) -> S:
        """The section of this kind; values that do not fit it count as not set."""
        try:
            return msgspec.convert(self._sections.get(kind.__name__, {}), kind)
        except msgspec.ValidationError:
            return kind()

    def save(self, section: msgspec.Struct) -> None:
        """Write a section; on disk when this returns. Raises OSError when that is not possible."""
        self._sections[type(section).__name__] = msgspec.to_builtins(section)
        replace_file(self._file, msgspec.json.format(msgspec.json.encode(self._sections), indent=2))


def replace_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: a power cut leaves the old or the new content."""
    fresh = file.with_name(f".{file.name}.nieuw")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)


def _read(file: Path) -> dict[str, object]:
    try:
        read = msgspec.json.decode(file.read_bytes())
    except FileNotFoundError:
        return {}
    except msgspec.DecodeError:
        file.replace(file.with_name(f"{file.stem}-onleesbaar.json"))
        return {}
    return read if isinstance(read, dict) else {}
