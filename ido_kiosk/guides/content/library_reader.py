"""Read and check everything a guide is made of."""

from pathlib import Path

from ido_kiosk.guides.content.guide import FOLDER, Library
from ido_kiosk.guides.content.reading import read_guide
from ido_kiosk.guides.content.texts import Known
from ido_shared.content.code_reader import read_codes
from ido_shared.content.fact_reader import read_facts, read_sources
from ido_shared.content.organisation_reader import read_organisations
from ido_shared.content.problems import ContentError, Report


def load(forms: Path) -> Library:
    """The library of a forms folder; raises ContentError with all mistakes."""
    report = Report()
    library = read_library(forms, report)
    if report.errors:
        raise ContentError(report.errors)
    return library


def read_library(forms: Path, report: Report) -> Library:
    """Read the whole library; notes every mistake."""
    code_lists = read_codes(forms, report)
    sources = read_sources(forms, report)
    all_facts = read_facts(forms, sources, report)
    wanted = () if code_lists is None else code_lists.organisations
    all_organisations = read_organisations(forms, wanted, all_facts, report)
    paths = sorted((forms / FOLDER).glob("*.yaml"))
    known = Known(
        topics=() if code_lists is None else code_lists.topics,
        results=() if code_lists is None else code_lists.results,
        organisations=all_organisations,
        facts=all_facts,
        sources=sources,
        guides=[path.stem for path in paths],
    )
    guides = [read_guide(path, f"{FOLDER}/{path.name}", known, report) for path in paths]
    return Library({guide.id: guide for guide in guides if guide is not None}, all_facts, sources, all_organisations)
