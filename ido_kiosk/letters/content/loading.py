"""The letters and the envelopes from the cache, or else read and checked: the readers are imported only then."""

from collections.abc import Collection, Iterator, Mapping
from operator import attrgetter
from pathlib import Path

from ido_kiosk.letters.content.envelope import FILE, Envelopes
from ido_kiosk.letters.content.letter import FOLDER, Letter, Letters
from ido_shared.content import code_lists, facts, organisations
from ido_shared.content.cache import cached
from ido_shared.content.facts import Fact
from ido_shared.content.organisations import Organisation
from ido_shared.content.problems import Report


def load_letters(
    forms: Path,
    all_facts: Mapping[str, Fact],
    sources: Collection[str],
    bodies: Mapping[str, Organisation],
    topics: Collection[str],
    guides: Collection[str],
    cache: Path,
    version: str,
) -> dict[str, Letter]:
    """The letters of a forms folder by id, from the cache when nothing changed.

    The rest is what they may refer to. Raises ContentError with all mistakes.
    """

    def build() -> Letters:
        from ido_kiosk.letters.content.reading import read_letters

        report = Report()
        letters = read_letters(forms, all_facts, sources, bodies, topics, guides, report)
        report.stop_on_errors()
        return Letters(letters)

    made_with = " ".join([version, *sorted(guides)])
    return cached(cache, list(letter_files(forms)), made_with, Letters, build).letters


def letter_files(forms: Path) -> Iterator[tuple[str, Path]]:
    """Every file that the letters are made from, with what to call it."""
    for name in (code_lists.FILE, facts.SOURCES_FILE, facts.FACTS_FILE, organisations.FILE):
        yield name, forms / name
    for path in sorted((forms / FOLDER).glob("*.yaml"), key=attrgetter("name")):
        yield f"{FOLDER}/{path.name}", path


def load_envelopes(forms: Path, cache: Path, version: str) -> Envelopes:
    """The envelopes of a forms folder, from the cache when nothing changed; raises ContentError with all mistakes."""

    def build() -> Envelopes:
        from ido_kiosk.letters.content.envelopes import read_envelopes

        report = Report()
        envelopes = read_envelopes(forms, report)
        report.stop_on_errors()
        return Envelopes(envelopes)

    return cached(cache, [(FILE, forms / FILE)], version, Envelopes, build)
