"""A guide on paper, as the desk prints it: a PDF in a file."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ido_kiosk.base import language, pdf
from ido_kiosk.base.blocks import Block
from ido_kiosk.guides import printout, service
from ido_kiosk.guides.service import Library, Translate, Walk

Sheet = Callable[[Library, Walk, date, Translate], list[Block]]

KINDS: Mapping[str, Sheet] = {"lang": printout.handout}
"""The kinds of paper, the usual one first."""


def make(library: Library, guide: str, kind: str, today: date) -> bytes:
    """The paper of a guide from its beginning, in the language that is spoken now."""
    walk = service.start(library, guide)
    blocks = KINDS[kind](library, walk, today, language.content)
    return pdf.make(blocks, printout.title(library, walk, language.content), language.current())


def write(target: Path, content: bytes) -> None:
    """Write a file as a whole: who reads it meanwhile finds the old one or the new one. Raises OSError."""
    unfinished = target.with_name(f".{target.name}.nieuw")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(target)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
