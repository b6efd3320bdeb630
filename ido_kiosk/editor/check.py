"""Check all content at once: mistakes, trust, plain language, age, translations."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from ido_kiosk.editor import catalogues, plain_language
from ido_kiosk.editor.ageing import check_age
from ido_kiosk.editor.example_checks import check_examples
from ido_kiosk.editor.guide_checks import check_facts_used, check_file_names, check_guides, check_to_do
from ido_kiosk.editor.letter_checks import check_letters
from ido_kiosk.editor.letters import read_letters
from ido_kiosk.editor.shelf import guide_file, letter_file, read_shelf
from ido_kiosk.finding.content.situation_reader import read_situations
from ido_kiosk.finding.service import entries_of
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.content.library_reader import read_library
from ido_kiosk.letters.content.envelope import FILE as ENVELOPES_FILE
from ido_kiosk.letters.content.envelopes import read_envelopes
from ido_shared.content import nodes
from ido_shared.content.code_lists import FILE as CODES_FILE
from ido_shared.content.code_reader import read_codes
from ido_shared.content.facts import FACTS_FILE, SOURCES_FILE
from ido_shared.content.problems import Problem, Report

_NOT_FOR_VISITORS = (CODES_FILE, FACTS_FILE, SOURCES_FILE)
"""Files with names and numbers instead of sentences."""


def check(forms: Path, translations: Path, today: date) -> tuple[Library, list[Problem]]:
    """Everything that is wrong (errors) or old, unchecked or not translated (warnings), in the order of the files."""
    nodes.remember()
    report = Report()
    library, codes = read_library(forms, report), read_codes(forms, Report())
    situations = read_situations(forms, library, codes, report)
    letters = read_letters(forms, library, codes, report)
    if (forms / ENVELOPES_FILE).exists():
        read_envelopes(forms, report)
    is_readable = not report.errors
    shelf = read_shelf(forms)
    words = plain_language.read_words(forms, report)
    for name, table in shelf.items():
        if words is not None and name not in _NOT_FOR_VISITORS:
            plain_language.check_file(table, words, report)
    check_guides(library, shelf, report)
    if is_readable:  # else what uses a fact may be what cannot be read
        check_facts_used(library, shelf, report)
    if is_readable and codes is not None:
        check_examples(forms, entries_of(library, situations, codes, letters), report)
    check_file_names(forms, report)
    check_to_do(forms, [guide_file(id_) for id_ in library.guides], "GIDS-226", report)
    check_to_do(forms, [letter_file(id_) for id_ in letters], "BRIEF-224", report)
    check_letters(letters, library, shelf, today, report)
    check_age(library, shelf, today, report)
    problems = [_below(problem, forms.name) for problem in report.problems]
    if is_readable:
        wanted = catalogues.texts_of(library, situations, codes, letters)
        problems += catalogues.check(wanted, translations)
    return library, sorted(problems)


def _below(problem: Problem, folder: str) -> Problem:
    return replace(problem, place=replace(problem.place, file=f"{folder}/{problem.place.file}"))
