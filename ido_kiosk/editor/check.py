"""Check all content at once: mistakes, plain language, age, translations."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from ido_kiosk.editor import catalogues, plain_language
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.content.library import content_files
from ido_kiosk.guides.content.library_reader import read_library
from ido_shared.content.code_lists import FILE as CODES_FILE
from ido_shared.content.facts import FACTS_FILE, SOURCES_FILE
from ido_shared.content.nodes import Table, read_file
from ido_shared.content.problems import Place, Problem, Report

_NOT_FOR_VISITORS = (CODES_FILE, FACTS_FILE, SOURCES_FILE)
"""Files with names and numbers instead of sentences."""


def check(forms: Path, translations: Path, today: date) -> tuple[Library, list[Problem]]:
    """Everything that is wrong (errors) or old, unchecked or not translated (warnings), in the order of the files."""
    report = Report()
    library = read_library(forms, report)
    is_readable = not report.errors
    words = plain_language.read_words(forms, report)
    for name, path in content_files(forms):
        if name not in _NOT_FOR_VISITORS:
            plain_language.check_file(path, name, words, report)
    _check_age(library, forms, today, report)
    problems = [_below(problem, forms.name) for problem in report.problems]
    if is_readable:
        problems += catalogues.check(forms, translations)
    return library, sorted(problems)


def _below(problem: Problem, folder: str) -> Problem:
    return replace(problem, place=replace(problem.place, file=f"{folder}/{problem.place.file}"))


def _check_age(library: Library, forms: Path, today: date, report: Report) -> None:
    places = _places(forms / FACTS_FILE)
    for fact in library.facts.values():
        place = places.get(fact.id, Place(FACTS_FILE))
        if fact.confidence == "C":
            cause = f"Nog na te kijken: {fact.what.dutch}. De kiosk laat dit niet zien."
            remedy = "Kijk het na bij de organisatie. Zet dan de bron, de datum en betrouwbaar: A erbij."
            report.add(place, "OUD-703", cause, remedy, "warning")
        elif fact.state(today) == "expired":
            cause = f"Verlopen: {fact.what.dutch}. Het staat niet meer op het blad voor de bezoeker."
            report.add(place, "OUD-701", cause, "Zoek het nieuwe feit op bij de organisatie.", "warning")
        elif fact.is_old(today):
            cause = f"Langer dan een jaar niet nagekeken: {fact.what.dutch}."
            report.add(place, "OUD-702", cause, "Kijk of het nog klopt. Zet dan de nieuwe datum erbij.", "warning")
    for guide in library.guides.values():
        if today >= guide.check_before:
            cause = f"Deze gids moest voor {guide.check_before} weer nagekeken zijn."
            remedy = "Vergelijk elk feit en elke stap met de bron. Zet dan nieuwe datums bij controle."
            report.add(Place(f"gidsen/{guide.id}.yaml"), "OUD-704", cause, remedy, "warning")


def _places(path: Path) -> dict[str, Place]:
    """Where each fact stands in its file."""
    table = read_file(path, FACTS_FILE, Report())
    rows = {key.value: node for key, node in table.rows} if table else {}
    facts = rows.get("feiten")
    return {key.value: key.place for key, _node in facts.rows} if isinstance(facts, Table) else {}
