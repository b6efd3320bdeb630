"""A guide on paper, as the desk prints it: a PDF in a file."""

from datetime import date
from pathlib import Path

from ido_kiosk.base import language
from ido_kiosk.guides import printout, service
from ido_kiosk.guides.printout import Kind
from ido_kiosk.guides.service import Library

KINDS: dict[str, Kind] = {kind: kind for kind in printout.KINDS}
"""The kinds of paper, the usual one first."""


def make(library: Library, guide: str, kind: str, today: date) -> bytes:
    """The paper of a guide from its beginning, in the language that is spoken now."""
    walk = service.start(library, guide)
    return printout.sheet(KINDS[kind], library, walk, today, language.content).as_pdf()


def write(target: Path, content: bytes) -> None:
    """Write a file as a whole: who reads it meanwhile finds the old one or the new one. Raises OSError."""
    if target.exists() and not target.is_file():  # a device such as /dev/stdout: it must stay what it is
        target.write_bytes(content)
        return
    unfinished = target.with_name(f".{target.name}.nieuw")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(target)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
