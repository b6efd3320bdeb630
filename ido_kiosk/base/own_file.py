"""A file with what the library itself wrote: one value, replaced whole, never lost to a mistake in the file."""

from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of
from ido_kiosk.base.settings import free_name, replace_file

V = TypeVar("V", bound=msgspec.Struct)


class OwnFile(Generic[V]):
    """Reads and writes one value, a msgspec Struct whose defaults count while nothing was written."""

    def __init__(self, file: Path, kind: type[V]) -> None:
        """Read ``file``, which need not exist; what cannot be read is set aside as ``…-onleesbaar.json``.

        Then the second file counts (``….vorige.json``), which holds the same since the last time it was kept.
        """
        self._file = file
        self._second = file.with_name(f"{file.stem}.vorige.json")
        self._is_saved = False
        self._aside: Path | None = None
        self._is_stuck = False
        self.value = self._read(kind)

    @property
    def trouble(self) -> str:
        """What was wrong with the file at the start, and what came of it; empty when all is well."""
        if self._is_stuck:
            return self._stuck_text()
        if self._aside is None:
            return ""
        if self._is_saved:
            text = _("{file} was niet te lezen. De kopie geldt weer; er is niets weg. Het bestand heet nu {aside}.")
            return text.format(file=self._file.name, aside=self._aside.name)
        text = _(
            "{file} was niet te lezen. Er is niets weg: het bestand heet nu {aside}. "
            "Geef dit door aan de coördinator. De kiosk werkt verder zonder deze gegevens."
        )
        return text.format(file=self._file.name, aside=self._aside.name)

    def save(self, value: V) -> None:
        """Write a new value; on disk when this returns. Raises DeskError; then the old one stands, here and on disk."""
        if self._is_stuck:
            raise DeskError(self._stuck_text())
        content = msgspec.json.format(msgspec.json.encode(value), indent=2)
        try:
            replace_file(self._second, content)
            replace_file(self._file, content)
        except OSError as error:
            text = _("Dit is niet bewaard in {file}: {reason}. Vraag zo nodig hulp van de beheerder.")
            raise DeskError(text.format(file=self._file, reason=reason_of(error))) from error
        self.value = value

    def _read(self, kind: type[V]) -> V:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=kind)
        except FileNotFoundError:
            return kind()
        except (OSError, ValueError, RecursionError):
            self._set_aside()
        return self._saved(kind)

    def _saved(self, kind: type[V]) -> V:
        """What the second file holds, which is the first again; or nothing."""
        try:
            content = self._second.read_bytes()
            value = msgspec.json.decode(content, type=kind)
        except (OSError, ValueError, RecursionError):
            return kind()
        self._is_saved = True
        if not self._is_stuck:
            with suppress(OSError):
                replace_file(self._file, content)
        return value

    def _set_aside(self) -> None:
        aside = free_name(self._file)
        try:
            self._file.replace(aside)
        except OSError:
            self._is_stuck = True  # what cannot be read and cannot be moved must not be written over
        else:
            self._aside = aside

    def _stuck_text(self) -> str:
        text = _(
            "{file} is niet te lezen en niet te verplaatsen. Er wordt niets in bewaard. Vraag de beheerder om hulp."
        )
        return text.format(file=self._file)
