"""The sample letter with the facts and organisations it names."""

from pathlib import Path

import msgspec
import pytest

from ido_kiosk.letters.content.letter import Letter
from ido_kiosk.letters.content.reading import read_letters
from ido_shared.content.code_reader import read_codes
from ido_shared.content.fact_reader import read_facts, read_sources
from ido_shared.content.facts import Fact
from ido_shared.content.organisation_reader import read_organisations
from ido_shared.content.organisations import Organisation
from ido_shared.content.problems import Report

SAMPLE = Path(__file__).parent / "sample"


class Shelf(msgspec.Struct, frozen=True):
    """Everything that was read."""

    letters: dict[str, Letter]
    facts: dict[str, Fact]
    organisations: dict[str, Organisation]


def read_shelf(forms: Path, report: Report) -> Shelf:
    sources = read_sources(forms, report)
    facts = read_facts(forms, sources, report)
    codes = read_codes(forms, report)
    assert codes is not None
    bodies = read_organisations(forms, codes.organisations, facts, report)
    return Shelf(read_letters(forms, facts, sources, bodies, codes.topics, ["weer-post"], report), facts, bodies)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    report = Report()
    found = read_shelf(SAMPLE, report)
    assert report.problems == []
    return found


@pytest.fixture(scope="session")
def letter(shelf: Shelf) -> Letter:
    return shelf.letters["voorbeeld"]
