"""Every letter of the shelf, blank, for every envelope: the address shows, alone and whole."""

from functools import cache
from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.letters.content.reading import read_letters
from ido_kiosk.letters.service import Draft, Ready, ready
from ido_shared.content.code_reader import load as load_codes
from ido_shared.content.fact_reader import read_facts, read_sources
from ido_shared.content.organisation_reader import read_organisations
from ido_shared.content.problems import Report
from tests.conftest import TODAY
from tests.letters.paper import LETTER, changed
from tests.letters.window import WINDOWS, extremes, ink


@cache
def shelf() -> dict[str, list[Ready]]:
    """Each letter by its id, for each of its organisations."""
    forms, report = Path(paths.forms()), Report()
    codes, sources = load_codes(forms), read_sources(forms, report)
    facts = read_facts(forms, sources, report)
    bodies = read_organisations(forms, codes.organisations, facts, report)
    guides = [path.stem for path in (forms / "gidsen").glob("*.yaml")]
    letters = read_letters(forms, facts, sources, bodies, codes.topics, guides, report)
    assert report.errors == []
    return {
        letter.id: [
            ready(letter, Draft(letter.id, code), facts, bodies, TODAY, lambda _context, dutch: dutch)
            for code in letter.organisations
        ]
        for letter in letters.values()
    }


def check_window(one: Ready, envelope: str) -> None:
    always, ever = extremes(envelope)
    own, others = ink(one, envelope, (0, 0))
    assert all(letter.is_within(*always) for letter in own)
    seen = [other for other in others if other.touches(*ever)]
    assert all(not dotted.words and dotted.is_within(*always) for dotted in seen)
    assert len(seen) == one.address.count("")


@pytest.mark.parametrize("envelope", WINDOWS)
def test_every_letter_shows_its_address_alone(envelope: str) -> None:
    for number, letters in enumerate(shelf().values()):
        check_window(letters[number % len(letters)], envelope)


@pytest.mark.parametrize("envelope", WINDOWS)
def test_every_address_fits_in_every_window(envelope: str) -> None:
    for address in sorted({one.address for letters in shelf().values() for one in letters}):
        check_window(changed(LETTER, address=address), envelope)
