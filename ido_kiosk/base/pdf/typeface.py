"""Type on paper: the styles, the width of words, and lines that fit."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ido_kiosk.base import fonts
from ido_kiosk.base.pdf import MissingCharacterError

Ink = Literal["text", "muted", "accent", "on-accent"]


@dataclass(frozen=True)
class Style:
    """How a text looks: face, size and line height in points, and the token of its colour."""

    face: Literal["Regular", "Bold"]
    size: float
    leading: float
    ink: Ink = "text"

    @property
    def baseline(self) -> float:
        """From the top of a line to the foot of its letters, so that capitals stand in the middle."""
        return (self.leading + 0.668 * self.size) / 2


TITLE = Style("Bold", 27, 32)
HEADING = Style("Bold", 18, 23, "accent")
SUBHEADING = Style("Bold", 15, 20)
BODY = Style("Regular", 14, 20.5)
STRONG = Style("Bold", 14, 20.5)
NUMBER = Style("Bold", 14, 20.5, "on-accent")
VALUE = Style("Bold", 18, 23)
NOTE = Style("Regular", 12, 16.5, "muted")
SMALL = Style("Regular", 10.5, 14.5, "muted")


@cache
def load(face: str) -> TTFont:
    """The face, known to reportlab under its own name."""
    font = TTFont(face, str(fonts.file(face)), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


def width(text: str, style: Style) -> float:
    """The width of a text in points."""
    return float(load(style.face).stringWidth(text, style.size))


def clean(text: str, style: Style) -> str:
    """The text as it can be set: letters with their accents composed, soft hyphens gone.

    Raises MissingCharacterError.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    known = load(style.face).face.charToGlyph
    for character in composed:
        if character != "\n" and ord(character) not in known:
            raise MissingCharacterError(character, text)
    return composed


def lines(text: str, style: Style, room: float) -> list[str]:
    """The text broken into lines that fit; a line broken at a space keeps that space, for whoever copies the text.

    Raises MissingCharacterError.
    """
    return [line for part in clean(text, style).split("\n") for line in _broken(part, style, room)]


def _broken(text: str, style: Style, room: float) -> Iterator[str]:
    line, used, space = "", 0.0, width(" ", style)
    for word in re.findall(r"[^ ]+", text):
        length = width(word, style)
        if line and used + length > room:
            yield line
            line, used = "", 0.0
        while length > room:
            cut = _fitting(word, style, room)
            yield word[:cut]
            word = word[cut:]
            length = width(word, style)
        line += word + " "
        used += length + space
    yield line.rstrip(" ")


def _fitting(word: str, style: Style, room: float) -> int:
    """How much of a too wide word fits, if possible up to a sign at which a web address may break."""
    most = max(1, next(end for end in range(1, len(word) + 1) if width(word[:end], style) > room) - 1)
    return max((match.end() for match in re.finditer(r"[/._?&=@]", word[:most])), default=most)
