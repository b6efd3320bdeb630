"""What the preview shows: the content as it was last saved without mistakes, and what is wrong with it now."""

from pathlib import Path

import msgspec

from ido_kiosk.editor.shelf import guide_file
from ido_kiosk.guides import service
from ido_kiosk.guides.content.guide import FOLDER, Guide, Library
from ido_kiosk.guides.content.library_reader import read_library
from ido_kiosk.guides.service import Walk
from ido_shared.content import nodes
from ido_shared.content.problems import Place, Problem, Report


class Trial(msgspec.Struct, frozen=True):
    """The last content that could be shown, and the mistakes of the content as it is now."""

    library: Library | None = None
    problems: tuple[Problem, ...] = ()


def read(forms: Path, guide: str, before: Trial) -> Trial:
    """Read the content again; where this guide cannot be shown now, the one from before stays."""
    nodes.remember()
    report = Report()
    library = read_library(forms, report)
    if not (forms / guide_file(guide)).exists():
        remedy = "Zet het terug, of geef het zijn oude naam."
        report.add(Place(guide_file(guide)), "LEES-101", "Dit bestand is er niet meer.", remedy)
    elsewhere = {guide_file(other) for other in _ids(forms)} - {guide_file(guide)}
    spoilt = [problem for problem in report.errors if problem.place.file not in elsewhere]
    usable = not spoilt and guide in library.guides and _leads_nowhere_else(library, guide)
    return Trial(library if usable else before.library, tuple(sorted(report.errors)))


def _ids(forms: Path) -> list[str]:
    return [path.stem for path in (forms / FOLDER).glob("*.yaml")]


def _leads_nowhere_else(library: Library, guide: str) -> bool:
    """Whether every guide to go on with could be read."""
    ends = library.guides[guide].outcomes.values()
    return all(further in library.guides for end in ends for further in end.further)


def kept(library: Library, walk: Walk) -> Walk:
    """The same place in a guide that was changed: the page, or else the last one before it that is still there."""
    guide = library.guides[walk.guide]
    begin = service.start(library, walk.guide)
    pages = {*guide.steps, *guide.outcomes, begin.here}
    while walk.here not in pages:
        if not walk.passed:
            return begin
        walk = service.back(walk)
    passed = tuple(passed for passed in walk.passed if passed.page in pages)
    answered = walk.answered if _offers(guide, walk.here, walk.answered) else ""
    return Walk(walk.guide, walk.here, passed, answered)


def _offers(guide: Guide, page: str, choice: str) -> bool:
    step = guide.steps.get(page)
    return step is not None and choice in [offered.id for offered in step.choices]
