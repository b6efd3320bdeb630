"""A guide on paper, as the desk prints it: a PDF in a file."""

from datetime import date
from pathlib import Path

from ido_kiosk.base import language
from ido_kiosk.guides import printout, service
from ido_kiosk.guides.printout import Kind
from ido_kiosk.guides.service import Library, Walk

KINDS: dict[str, Kind] = {kind: kind for kind in printout.KINDS}
"""The kinds of paper, the usual one first."""


def make(library: Library, guide: str, kind: str, today: date, page: str = "") -> bytes:
    """The paper of a guide from its beginning, or at a page of it, in the language that is spoken now."""
    walk = walk_to(library, guide, page) if page else service.start(library, guide)
    return printout.sheet(KINDS[kind], library, walk, today, language.content).as_pdf()


def walk_to(library: Library, guide: str, page: str) -> Walk:
    """The shortest way to a page of a guide; without a way before it where only a standard exit leads there."""
    begin = service.start(library, guide)
    walks, seen = [begin], {begin.here}
    for walk in walks:  # grows while it is gone through
        if walk.here == page:
            return walk
        step = library.guides[guide].steps.get(walk.here)
        choices = [choice.id for choice in step.choices] if step is not None and step.choices else [""]
        following = [service.forward(library, walk, choice) for choice in choices]
        walks += [other for other in following if other.here not in seen]
        seen |= {other.here for other in following}
    return Walk(guide, page)


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
