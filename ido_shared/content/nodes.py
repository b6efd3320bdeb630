"""YAML as text with positions: no types, and nothing that YAML would lose silently.

ruamel.yaml only composes; what a value means is up to who reads the field. Only this module knows ruamel.yaml,
and it is imported when a file is really read, not when the cache has the content.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ido_shared.content.problems import Place, Problem, Report
from ido_shared.content.syntax import NOT_YAML, QUOTES, explain
from ido_shared.reasons import why

if TYPE_CHECKING:
    from ruamel.yaml.nodes import MappingNode, ScalarNode
    from ruamel.yaml.nodes import Node as YamlNode


@dataclass(frozen=True)
class Text:
    """A text, whatever YAML would make of it."""

    value: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True)
class Table:
    """Names with values; ``braces`` says that it was written as ``{…}``."""

    rows: tuple[tuple[Text, "Node"], ...]
    place: Place
    braces: bool = False


Node = Text | Items | Table


def read_file(path: Path, name: str, report: Report) -> Table | None:
    """The table in a file, ``name`` being what to call the file; None, with the problems noted, if there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        remedy = "Kijk of het er nog staat, en of u het mag openen."
        report.add(Place(name), "LEES-101", f"Dit bestand is niet te lezen: {why(error)}.", remedy)
        return None
    except UnicodeDecodeError:
        remedy = "Sla het bestand opnieuw op, met de codering UTF-8."
        report.add(Place(name), "LEES-102", "In dit bestand staan tekens die niet leesbaar zijn.", remedy)
        return None
    return read_text(text, name, report)


_remembered: list[dict[tuple[str, str], tuple[Table | None, list[Problem]]]] = []
"""Holds one dictionary from when ``remember`` was called: what each text was read as."""


def remember() -> None:
    """Read the same text only once from now on: for the editor's tools, which look at each file more than once."""
    if not _remembered:
        _remembered.append({})


def read_text(text: str, name: str, report: Report) -> Table | None:
    """The table in a YAML text; None, with the problems noted, if there is none."""
    if not _remembered:
        return _read(text, name, report)
    known = _remembered[0]
    if (text, name) not in known:
        found = Report()
        known[text, name] = (_read(text, name, found), found.problems)
    table, problems = known[text, name]
    report.problems += problems
    return table


def _read(text: str, name: str, report: Report) -> Table | None:
    if _has_bad_signs(text, name, report) or (root := _compose(text, name, report)) is None:
        return None
    _check_lost_text(root, text, name, report)
    node = _convert(root, name, report)
    if isinstance(node, Table):
        return node
    report.add(node.place, "LEES-110", "Dit bestand begint niet met een veld.", "Begin met: schema: …")
    return None


def _has_bad_signs(text: str, name: str, report: Report) -> bool:
    found = False
    for number, line in enumerate(text.split("\n"), start=1):
        if (bad := re.search(r"[\x00-\x1f\x7f]", line)) is not None:
            found = True
            what = "een tab" if bad[0] == "\t" else "een onzichtbaar teken"
            remedy = "Gebruik spaties: twee voor elk niveau." if bad[0] == "\t" else "Haal dat teken weg."
            report.add(Place(name, number, bad.start() + 1), "LEES-103", f"Hier staat {what}.", remedy)
    return found


def _compose(text: str, name: str, report: Report) -> "YamlNode | None":
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        root: YamlNode | None = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        report.problems.append(explain(error, text, name))
        return None
    except YAMLError:
        report.add(Place(name), *NOT_YAML)
        return None
    if root is None:
        report.add(Place(name), "LEES-110", "Dit bestand is leeg.", "Begin met: schema: …")
    return root


def _check_lost_text(root: "YamlNode", text: str, name: str, report: Report) -> None:
    """Find text that YAML takes for a comment (``#2``) or glues to the line above (`` -b``)."""
    lines = text.split("\n")
    ends: dict[int, int] = {}
    for scalar in _scalars(root):
        if scalar.style is None and not scalar.value:
            continue
        first, last = scalar.start_mark.line, scalar.end_mark.line
        ends |= dict.fromkeys(range(first, last), 1_000_000)
        ends[last] = max(ends.get(last, 0), scalar.end_mark.column)
        if scalar.style is None:
            _check_dashes(scalar, lines, name, report)
    for index, line in enumerate(lines):
        end = ends.get(index, 0)
        if (lost := re.search(r"(?:^|\s)(#[^\s#]\S*)", line[end:])) is not None:
            cause = f"De tekst vanaf {lost[1]} gaat verloren: na een spatie begint # een opmerking."
            remedy = f"{QUOTES} Is het een opmerking? Zet dan een spatie na #."
            report.add(Place(name, index + 1, end + lost.start(1) + 1), "LEES-111", cause, remedy)


def _check_dashes(scalar: "ScalarNode", lines: list[str], name: str, report: Report) -> None:
    for index in range(scalar.start_mark.line, min(scalar.end_mark.line + 1, len(lines))):
        start = scalar.start_mark.column if index == scalar.start_mark.line else 0
        if (dash := re.match(r"\s*-(?=\D|$)", lines[index][start:])) is not None:
            cause = "Dit streepje begint geen nieuw punt: het plakt vast aan de tekst ervoor of erna."
            remedy = f"Zet het recht onder het streepje erboven, met een spatie erachter. Hoort het erbij? {QUOTES}"
            report.add(Place(name, index + 1, start + dash.end()), "LEES-112", cause, remedy)


def _scalars(node: "YamlNode") -> Iterator["ScalarNode"]:
    from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)


def _convert(node: "YamlNode", name: str, report: Report) -> Node:
    from ruamel.yaml.nodes import MappingNode, SequenceNode

    place = Place(name, node.start_mark.line + 1, node.start_mark.column + 1)
    if node.anchor or not str(node.tag).startswith("tag:yaml.org,2002:"):
        cause = "Een tekst die met & of ! begint, verliest zijn eerste woord."
        report.add(place, "LEES-113", cause, QUOTES)
    if isinstance(node, SequenceNode):
        return Items(tuple(_convert(item, name, report) for item in node.value), place)
    if isinstance(node, MappingNode):
        return _convert_table(node, place, name, report)
    return Text(str(node.value).strip(), place, getattr(node, "style", None) is not None)


def _convert_table(node: "MappingNode", place: Place, name: str, report: Report) -> Table:
    rows: list[tuple[Text, Node]] = []
    first_line: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _convert(key_node, name, report)
        value = _convert(value_node, name, report)
        if not isinstance(key, Text):
            report.add(key.place, "LEES-108", "Hier hoort de naam van een veld.", QUOTES)
        elif key.value in first_line:
            cause = f"Het veld {key.value} staat hier twee keer, ook op regel {first_line[key.value]}."
            report.add(key.place, "LEES-114", cause, "Haal er een weg, of geef het een andere naam.")
        else:
            first_line[key.value] = key.place.line
            empty = isinstance(value, Text) and not value.value and not value.quoted
            rows.append((key, Text("", key.place) if empty else value))
    return Table(tuple(rows), place, bool(node.flow_style))
