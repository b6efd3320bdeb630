"""What is on the shelf: a list of the guides, and the search of the kiosk, for people or as JSON."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from ido_kiosk.base import language
from ido_kiosk.editor import letters as letter_reader
from ido_kiosk.editor.catalogues import State, Translations, read_all
from ido_kiosk.finding.content import situation_reader
from ido_kiosk.finding.content.examples import KINDS
from ido_kiosk.finding.service import Hit, Index, entries_of, languages
from ido_kiosk.guides.content.guide import Guide, Library
from ido_shared.content import code_reader
from ido_shared.content.wording import wordings_in

SCHEMA = "gidsenlijst/1"
_ALL = 1000
_MOST = 20


class Row(msgspec.Struct, frozen=True):
    """A guide in the list; the names are those of the JSON."""

    schema: str
    id: str
    title: str
    organisation: str
    topic: str
    status: str
    languages: dict[str, State]
    next_check: str


class Found(msgspec.Struct, frozen=True):
    """What was found; ``kind`` is its word in ``forms/vragen``, such as ``gids``."""

    kind: str
    id: str
    title: str


def rows(library: Library, translations: Path) -> list[Row]:
    """A row for each guide, by id."""
    known = read_all(translations)
    return [_row(guide, known) for _id, guide in sorted(library.guides.items())]


def states(guide: Guide, known: Iterable[Translations]) -> dict[str, State]:
    """How far a guide is in each language; the Dutch is proofread when a person gave it its second reading."""
    texts = list(dict.fromkeys(wordings_in(guide)))
    dutch = State(100, guide.second_reading.kind == "mens")
    return {language.SOURCE: dutch} | {one.language: one.state(texts) for one in known}


def _row(guide: Guide, known: Iterable[Translations]) -> Row:
    return Row(
        SCHEMA,
        guide.id,
        guide.title.dutch,
        guide.organisation,
        guide.topic,
        guide.status,
        states(guide, known),
        guide.check_before.isoformat(),
    )


def search(forms: Path, asked: str) -> list[Found]:
    """What fits the asked words, best first, as the kiosk finds it in the language spoken now. Raises ContentError."""
    names = {kind: name for name, kind in KINDS.items()}
    entries = [hit.entry for hit in hits_for(forms, asked)[:_MOST]]
    return [Found(names[entry.kind], entry.id, entry.title.said(language.content)) for entry in entries]


def hits_for(forms: Path, asked: str) -> list[Hit]:
    """Everything that fits the asked words, best first: what the kiosk itself finds. Raises ContentError."""
    (library, letters), codes = letter_reader.load(forms), code_reader.load(forms)
    situations = situation_reader.load(forms, library, codes)
    return Index(entries_of(library, situations, codes, letters), languages(forms)).search(asked, _ALL)


def as_json(found: object) -> str:
    """Values as JSON for another program."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def table(found: list[Row]) -> str:
    """The list for a person."""
    heads = ("gids", "titel", "organisatie", "status", "talen", "nakijken voor")
    lines = [
        (row.id, row.title, row.organisation, row.status, language_words(row.languages), row.next_check)
        for row in found
    ]
    widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(len(heads))]
    shown = ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in [heads, *lines]]
    return "\n".join(
        [*(line.rstrip() for line in shown), "", "* = nagekeken door een mens die de taal van huis uit spreekt"]
    )


def language_words(found: dict[str, State]) -> str:
    """How far each language is, such as ``nl 100% en 98%*``."""
    return " ".join(f"{code} {state.percent}%{'*' if state.proofread else ''}" for code, state in found.items())
