"""Everything a guide is made of, read and checked together, or taken from the cache."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ido_kiosk.guides.content.guide import Guide
from ido_kiosk.guides.content.reading import FOLDER, read_guide
from ido_kiosk.guides.content.texts import Known
from ido_shared.content import codes, facts, organisations
from ido_shared.content.cache import cached
from ido_shared.content.facts import Fact, Source
from ido_shared.content.organisations import Organisation
from ido_shared.content.problems import ContentError, Report


@dataclass(frozen=True)
class Library:
    """The guides with the facts, sources and organisations they name, each by id or code."""

    guides: dict[str, Guide]
    facts: dict[str, Fact]
    sources: dict[str, Source]
    organisations: dict[str, Organisation]


def load_library(forms: Path, cache: Path, version: str) -> Library:
    """The library of a forms folder, from the cache when nothing changed.

    Raises ContentError with the mistakes of all files, the code lists included.
    """
    return cached(cache, list(content_files(forms)), version, Library, lambda: _load(forms))


def content_files(forms: Path) -> Iterator[tuple[str, Path]]:
    """Every file that the library is made from, with what to call it."""
    for name in (codes.FILE, facts.SOURCES_FILE, facts.FACTS_FILE, organisations.FILE):
        yield name, forms / name
    for path in sorted((forms / FOLDER).glob("*.yaml")):
        yield f"{FOLDER}/{path.name}", path


def _load(forms: Path) -> Library:
    report = Report()
    library = read_library(forms, report)
    if report.errors:
        raise ContentError(report.errors)
    return library


def read_library(forms: Path, report: Report) -> Library:
    """Read the whole library; notes every mistake."""
    code_lists = codes.read_codes(forms, report)
    sources = facts.read_sources(forms, report)
    all_facts = facts.read_facts(forms, sources, report)
    wanted = () if code_lists is None else code_lists.organisations
    all_organisations = organisations.read_organisations(forms, wanted, all_facts, report)
    paths = sorted((forms / FOLDER).glob("*.yaml"))
    known = Known(
        topics=() if code_lists is None else code_lists.topics,
        organisations=all_organisations,
        facts=all_facts,
        sources=sources,
        guides=[path.stem for path in paths],
    )
    guides = [read_guide(path, f"{FOLDER}/{path.name}", known, report) for path in paths]
    return Library({guide.id: guide for guide in guides if guide is not None}, all_facts, sources, all_organisations)
