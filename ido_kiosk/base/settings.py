"""The settings of this desk: one file, in sections that the features declare themselves, each value with its origin.

Three sources can say a value: the municipality (through ``lay``), the library (a file for all accounts of this
computer, ``base.machine``) and the desk itself (``save``).
"""

import os
import threading
from collections.abc import Collection
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ido_kiosk.base.disk import sync_folder
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.layers import Laid, Layer, Origin, Values, fits, resolve
from ido_kiosk.base.reasons import reason_of

S = TypeVar("S", bound=msgspec.Struct)
Sections = dict[str, Any]
_MUNICIPALITY = "_gemeente"
"""Where its layer stands in the file, between the sections of the desk."""


class Settings:
    """Reads and writes sections; a section is a msgspec Struct whose defaults count while nothing was set."""

    def __init__(self, file: Path, library: Laid | None = None) -> None:
        """Read ``file``, which need not exist; whatever it holds, the kiosk goes on. ``library``: the layer before it.

        What cannot be read is set aside as ``…-onleesbaar.json`` and the last saved settings are taken from the
        second file (``….vorige.json``), so that the place of this desk and its link to regie survive.
        """
        self._file = file
        self._library = library or Laid()
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
        """The section of this kind; a value that does not fit it counts as not set."""
        return resolve(kind, self._layers())[0]

    def origins(self, kind: type[msgspec.Struct]) -> dict[str, Origin]:
        """Where each value of a section comes from; what is not named is as the program has it."""
        return resolve(kind, self._layers())[1]

    def said(self, kind: type[msgspec.Struct], name: str) -> dict[Layer, Any]:
        """What each layer says about one value, also where another layer wins; who says nothing is not in it."""
        own = ((layer, laid.of(kind.__name__)) for layer, laid in self._layers().items())
        return {layer: values[name] for layer, values in own if name in values and self._fits(kind, name, values[name])}

    def save(self, section: msgspec.Struct) -> None:
        """Keep a section as what this desk wants; on disk, twice, when this returns.

        A value that is as the layers before say is no wish of this desk: it follows them from now on.
        Raises DeskError when the disk refuses, or when a value is locked.
        """
        name = type(section).__name__
        below, origins = resolve(type(section), self._layers() | {"balie": Laid()})
        before, wanted = msgspec.to_builtins(below), msgspec.to_builtins(section)
        own = {field: value for field, value in wanted.items() if value != before[field]}
        if any(origins.get(field, Origin()).is_locked for field in own):
            raise DeskError(_("Dit is vastgezet. Vraag de gemeente of de bibliotheek om het te veranderen."))
        with self._saving:
            self._keep(self._sections | {name: own})

    def lay(self, kind: type[msgspec.Struct], values: Values, locked: Collection[str] = ()) -> None:
        """Lay what the municipality says about one section, instead of what it said before; on disk when this returns.

        ``values`` as plain JSON by the name of the value, ``locked`` those that the desk may not change. An empty
        ``values`` takes the municipality's wishes back. Raises DeskError for a value that the section does not know
        or that does not fit, and when the disk refuses; then what it said before still counts.
        """
        wrong = [name for name in {*values, *locked} if name not in values or not self._fits(kind, name, values[name])]
        if wrong:
            text = _("De gemeente stuurde een instelling die deze kiosk niet kent: {section} {name}.")
            raise DeskError(text.format(section=kind.__name__, name=min(wrong)))
        with self._saving:
            laid = self._municipality()
            fresh = Laid(laid.waarden | {kind.__name__: values}, laid.vast | {kind.__name__: sorted(locked)})
            self._keep(self._sections | {_MUNICIPALITY: msgspec.to_builtins(fresh)})

    def _fits(self, kind: type[msgspec.Struct], name: str, value: object) -> bool:
        return name in {field.encode_name for field in msgspec.structs.fields(kind)} and fits(kind, name, value)

    def _layers(self) -> dict[Layer, Laid]:
        return {"gemeente": self._municipality(), "bibliotheek": self._library, "balie": Laid(self._sections)}

    def _municipality(self) -> Laid:
        try:
            return msgspec.convert(self._sections.get(_MUNICIPALITY, {}), Laid)
        except msgspec.ValidationError:
            return Laid()

    def _keep(self, changed: Sections) -> None:
        try:
            self._write(changed)
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
