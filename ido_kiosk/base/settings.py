"""The settings of this desk: one file, in sections that the features declare themselves."""

import os
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TypeVar

import msgspec

from ido_kiosk.base.disk import sync_folder
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of

S = TypeVar("S", bound=msgspec.Struct)
Sections = dict[str, object]


class Settings:
    """Reads and writes sections; a section is a msgspec Struct whose defaults count while nothing was set."""

    def __init__(self, file: Path) -> None:
        """Read ``file``, which need not exist; whatever it holds, the kiosk goes on.

        What cannot be read is set aside as ``…-onleesbaar.json`` and the last saved settings are taken from the
        second file (``….vorige.json``), so that the place of this desk and its link to regie survive.
        """
        self._file = file
        self._second = file.with_name(f"{file.stem}.vorige.json")
        self._trouble = ""
        self._saving = threading.Lock()
        """The window saves the look while a thread may save the link to regie."""
        self._sections: Sections = self._read()

    @property
    def trouble(self) -> str:
        """What was wrong with the settings at the start, and what came of it; empty when all is well."""
        if self._trouble == "saved":
            return _("De instellingen waren niet te lezen. De instellingen van de vorige keer gelden weer.")
        if self._trouble == "lost":
            return _(
                "De instellingen waren niet te lezen. De kiosk begint met nieuwe instellingen. "
                "Was deze balie gekoppeld aan regie? Geef dit dan door aan de coördinator."
            )
        return ""

    def section(self, kind: type[S]) -> S:
        """The section of this kind; values that do not fit it count as not set."""
        try:
            return msgspec.convert(self._sections.get(kind.__name__, {}), kind)
        except msgspec.ValidationError:
            return kind()

    def save(self, section: msgspec.Struct) -> None:
        """Write a section; on disk, twice, when this returns. Raises DeskError when that is not possible."""
        try:
            with self._saving:
                self._write(self._sections | {type(section).__name__: msgspec.to_builtins(section)})
        except OSError as error:
            raise DeskError(
                _(
                    "De instellingen zijn niet bewaard in {file}: {reason}. "
                    "Vraag zo nodig hulp van de beheerder en probeer het opnieuw."
                ).format(file=self._file, reason=reason_of(error))
            ) from error

    def _write(self, changed: Sections) -> None:
        content = msgspec.json.format(msgspec.json.encode(changed), indent=2)
        for file in (self._second, self._file):
            replace_file(file, content)
        self._sections = changed

    def _read(self) -> Sections:
        """The first of the two files that can be read, or nothing; both are whole again afterwards where possible."""
        first = _readable(self._file)
        if first is not None:
            return first
        second = _readable(self._second)
        was_there = os.path.lexists(self._file)
        if not was_there and not os.path.lexists(self._second):
            return {}
        self._trouble = "lost" if second is None else "saved"
        with suppress(OSError):
            if was_there:
                self._file.replace(free_name(self._file))
            if second is not None:
                replace_file(self._file, msgspec.json.format(msgspec.json.encode(second), indent=2))
        return second or {}


def replace_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: a power cut or a full disk leaves the old or the new content.

    Raises OSError.
    """
    fresh = file.with_name(f".{file.name}.nieuw")
    try:
        with fresh.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
        sync_folder(file.parent)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


def _readable(file: Path) -> Sections | None:
    """The sections in a file; None when it is absent or cannot be read as settings."""
    try:
        read = msgspec.json.decode(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def free_name(file: Path) -> Path:
    """Where to set a file aside without losing what was set aside earlier."""
    names = (f"{file.stem}-onleesbaar{'' if number == 1 else f'-{number}'}.json" for number in count(1))
    return next(file.with_name(name) for name in names if not os.path.lexists(file.with_name(name)))
