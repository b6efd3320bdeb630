"""The letters of a forms folder, read for the editor's tools."""

from pathlib import Path

from ido_kiosk.guides.content.guide import FOLDER as GUIDES
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.content.library_reader import read_library
from ido_kiosk.letters.content import reading
from ido_kiosk.letters.content.letter import Letter
from ido_shared.content.code_lists import Codes
from ido_shared.content.code_reader import read_codes
from ido_shared.content.problems import Report


def read_letters(forms: Path, library: Library, codes: Codes | None, report: Report) -> dict[str, Letter]:
    """The letters by id; notes every mistake. Guides count as known by their file, also while they have mistakes."""
    topics = () if codes is None else codes.topics
    guides = [path.stem for path in sorted((forms / GUIDES).glob("*.yaml"))]
    return reading.read_letters(forms, library.facts, library.sources, library.organisations, topics, guides, report)


def load(forms: Path) -> tuple[Library, dict[str, Letter]]:
    """The library and the letters of a forms folder; raises ContentError with all mistakes."""
    report = Report()
    library, codes = read_library(forms, report), read_codes(forms, Report())
    letters = read_letters(forms, library, codes, report)
    report.stop_on_errors()
    return library, letters
