"""Lines as they are seen: letters joined, in the order in which they stand on paper, each run in its own typeface."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from ido_kiosk.base.direction import first_right_to_left, isolated

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

Face = Literal["Regular", "Bold"]

_WIDE = re.compile(r"(\S*[\u0400-\u052f\u0130\u02bc\u2116]\S*)")
"""A word with a letter that our typeface has not, but the wide one has: Cyrillic, the Turkish İ, ʼ and №."""

_MARKS = dict.fromkeys(map(ord, "\u00ad\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))
"""They say how a text runs or where it may break, and are not seen."""
_EMBEDDED = str.maketrans({"\u2066": "\u200f\u202a", "\u2069": "\u202c\u200f"})
"""python-bidi knows no isolates; an embedding between two marks does the same."""


_MARK = "\u200f"
"""At the start of a line: it has no letter from right to left, but the text that it belongs to has."""


@dataclass(frozen=True)
class Run:
    """Words in one typeface."""

    font: str
    words: str


def bare(text: str) -> str:
    """The text without what is not seen, letters composed with their accents."""
    return unicodedata.normalize("NFC", text).translate(_MARKS)


def joined(text: str) -> str:
    """The text with each Arabic letter in the shape that its neighbours ask for; in the order of reading."""
    if not first_right_to_left(text):
        return text
    shaped: str = _reshaper().reshape(text)
    return shaped


@cache
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper  # only needed for Arabic

    return ArabicReshaper({"ARABIC LIGATURE ALLAH": False})  # the typeface has no such letter


def marked(line: str) -> str:
    """A line of a text from right to left, marked as such where its own letters do not say so: *DigiD.* alone."""
    return line if first_right_to_left(line) else f"{_MARK}{line}"


def runs_back(line: str) -> bool:
    """Whether a line runs from right to left, by its letters or by its mark."""
    return bool(first_right_to_left(line)) or line.startswith(_MARK)


def visual(line: str) -> str:
    """One line in the order in which it stands on paper, from the left; its brackets face the right way."""
    if not runs_back(line):
        return line
    from bidi.algorithm import get_display  # only needed for Arabic

    seen: str = get_display(joined(isolated(line).translate(_EMBEDDED)), base_dir="R")
    return seen.translate(_MARKS)


def runs(text: str, face: Face) -> list[Run]:
    """The text in the typefaces that have its characters."""
    if not first_right_to_left(text):
        return list(_words(text, face))
    fonts = _fonts(text, face)
    grouped = groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0])
    return [Run(font, "".join(character for _font, character in pairs)) for font, pairs in grouped]


def _words(text: str, face: Face) -> Iterator[Run]:
    """Words from left to right; a whole word stands in one typeface."""
    for number, words in enumerate(_WIDE.split(text)):
        if words or not text:
            yield Run(f"Wide-{face}" if number % 2 else face, words)


def _fonts(text: str, face: Face) -> list[str]:
    """The typeface of each character; a sign or space between two words in our letters goes with them."""
    arabic = f"Arabic-{face}"
    kinds = [_kind(character) for character in text]
    before = _nearest(kinds)
    after = reversed(list(_nearest(kinds[::-1])))
    return [face if left == right == "ours" else arabic for left, right in zip(before, after, strict=True)]


def _nearest(kinds: list[str]) -> Iterator[str]:
    latest = "arabic"
    for kind in kinds:
        latest = kind or latest
        yield latest


def _kind(character: str) -> str:
    direction = unicodedata.bidirectional(character)
    return {"L": "ours", "EN": "ours", "R": "arabic", "AL": "arabic", "AN": "arabic", "NSM": "arabic"}.get(
        direction, ""
    )
