"""How people ask, with what helps them then: the lines of ``vragen/nl.txt`` and so on, from which search learns."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

FOLDER = "vragen"
SIGN = " = "
"""Stands between a question and what helps."""
Kind = Literal["urgent", "guide", "life", "letter", "organisation", "topic"]
"""What can be found; at equal fit the earlier kind comes first."""
KINDS: dict[str, Kind] = {
    "spoed": "urgent",
    "gids": "guide",
    "leven": "life",
    "brief": "letter",
    "organisatie": "organisation",
    "onderwerp": "topic",
}
"""What the files call each kind."""
Named = tuple[Kind, str]
"""Something that can be found: its kind and its id."""


class Example(msgspec.Struct, frozen=True):
    """A question as someone asked it, and each thing with which that person is helped well."""

    asked: str
    good: tuple[Named, ...]


def load_examples(forms: Path, language: str) -> list[Example]:
    """The examples of a language; empty when there are none.

    A line that says nothing is passed over, as the rest is worth having: ``ido-forms check`` tells of it.
    """
    file = forms / FOLDER / f"{language}.txt"
    if not file.is_file():
        return []
    return [example for _number, line in lines_of(file) if (example := example_of(line)).good]


def lines_of(file: Path) -> Iterator[tuple[int, str]]:
    """The lines with an example, each with its number in the file from 1."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def example_of(line: str) -> Example:
    """What a line says; its ``good`` is empty when it is not as ``vraag = gids:huurtoeslag``."""
    asked, _sign, named = line.partition(SIGN)
    pairs = (name.partition(":") for name in named.split())
    return Example(asked.strip(), tuple((KINDS[kind], id_) for kind, _colon, id_ in pairs if kind in KINDS and id_))
