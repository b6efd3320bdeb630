"""Explain to a writer why YAML cannot read a file: the place where it went wrong, not where YAML noticed it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ido_shared.content.problems import Place, Problem

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

QUOTES = 'Zet de hele tekst tussen aanhalingstekens: "…".'
_ROWS = (  # pattern in ruamel's message, code, cause, remedy
    (
        "mapping values are not allowed|sequence entries are not allowed",
        "LEES-104",
        "Hier staat een dubbele punt of een streepje waar dat niet mag.",
        f"Hoort het bij de tekst? {QUOTES} Zo niet: begin een nieuwe regel, recht onder de vorige.",
    ),
    (
        "cannot start any token|undefined alias",
        "LEES-105",
        "Een tekst mag niet met dit teken beginnen.",
        QUOTES,
    ),
    (
        "unexpected end of stream|document separator",
        "LEES-106",
        "Een aanhalingsteken gaat open en niet meer dicht.",
        "Zet aan het einde van de tekst ook een aanhalingsteken.",
    ),
    (
        "expected ',' or|while parsing a flow",
        "LEES-107",
        "Een haakje [ of { gaat open en niet meer dicht.",
        f"Sluit het haakje. Hoort het bij de tekst? {QUOTES}",
    ),
    (
        "expected <block end>|could not find expected ':'|expected the node content",
        "LEES-108",
        "Deze regel past niet onder de vorige.",
        "Kijk of de regels recht onder elkaar staan. Zet een spatie na elk streepje. "
        'Staat er nog tekst na een haakje of aanhalingsteken? Zet dan alles tussen "…".',
    ),
)
NOT_YAML = (
    "LEES-109",
    "Deze regel is geen goede YAML.",
    "Vergelijk de regel met het voorbeeld in forms/LEESMIJ.md. Haal vreemde tekens weg.",
)
_OPENS = re.compile(r'^\s*(?:- +)?(?:[\w-]+: +)?(")(?:[^"\\]|\\.)*$')
_CLOSES = re.compile(r'[^"]*"\s*(?:#.*)?')
_GLUED_DASH = re.compile(r"\s*-(?=[^\s\d-])")
_FACT_IN_BRACES = re.compile(r"\{[^{}]*\{[a-z0-9_]+\}")


def explain(error: "MarkedYAMLError", text: str, name: str) -> Problem:
    """What is wrong with a text that YAML cannot read."""
    said = f"{error.context or ''} {error.problem or ''}"
    known = (row[1:] for row in _ROWS if re.search(row[0], said))
    code, cause, remedy = next(known, NOT_YAML)
    mark = error.context_mark if code in ("LEES-106", "LEES-107") else error.problem_mark
    if mark is None:
        return Problem(Place(name), code, cause, remedy)
    lines, index = text.split("\n"), mark.line
    if code in ("LEES-104", "LEES-106", "LEES-108") and (found := _earlier(lines, index, name)) is not None:
        return found
    line = lines[index] if index < len(lines) else ""
    return Problem(Place(name, index + 1, mark.column + 1), code, cause, _remedy(code, remedy, line, mark.column))


def _earlier(lines: Sequence[str], index: int, name: str) -> Problem | None:
    """The mistake in or above this line that makes YAML stumble here: a quote, a dash, or an indent."""
    for number in range(min(index, len(lines) - 1), -1, -1):
        if (found := _OPENS.match(lines[number])) is not None and not _is_closed(lines, number):
            cause = "Een aanhalingsteken gaat open en niet meer dicht."
            remedy = "Zet aan het einde van de tekst ook een aanhalingsteken."
            return Problem(Place(name, number + 1, found.start(1) + 1), "LEES-106", cause, remedy)
    for number in _nearby(lines, index):
        if (found := _GLUED_DASH.match(lines[number])) is not None:
            remedy = "Zet een spatie na het streepje."
            return Problem(Place(name, number + 1, found.end()), "LEES-112", "Dit streepje begint geen punt.", remedy)
    for number in _nearby(lines, index):
        if (indent := len(lines[number]) - len(lines[number].lstrip())) % 2:
            cause = f"Deze regel staat niet recht: er staan {indent} spaties voor."
            remedy = "Zet de regels recht onder elkaar, met twee spaties voor elk niveau."
            return Problem(Place(name, number + 1, indent + 1), "LEES-108", cause, remedy)
    return None


def _is_closed(lines: Sequence[str], number: int) -> bool:
    """Whether a text that starts on this line ends on a later one, and nothing stands after it."""
    following = next((line for line in lines[number + 1 :] if '"' in line), "")
    return _CLOSES.fullmatch(following) is not None


def _nearby(lines: Sequence[str], index: int) -> list[int]:
    """This line and the last one before it that holds something, nearest to the start of the file first."""
    before = [number for number in range(min(index, len(lines))) if lines[number].strip()]
    return [*before[-1:], *([index] if index < len(lines) else [])]


def _remedy(code: str, remedy: str, line: str, column: int) -> str:
    """The remedy for this line."""
    if code == "LEES-106" and re.match(r"'[a-z] ?", line[column:]):
        return f"Begint de tekst met 's of 't? {QUOTES} Zo niet: zet aan het einde ook een aanhalingsteken."
    if code == "LEES-104" and re.search("[“”„]", line):
        return f"{remedy} Gebruik rechte aanhalingstekens, geen “ of ”."
    if code == "LEES-107" and _FACT_IN_BRACES.search(line[column:]):
        return (
            "Staat er een feit {…} in een tekst? Zet die tekst tussen aanhalingstekens, of elk veld op een eigen regel."
        )
    return remedy
