"""Type on paper: the styles, the width of words, and lines that fit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ido_kiosk.base import fonts
from ido_kiosk.base.direction import first_right_to_left
from ido_kiosk.base.language import is_right_to_left
from ido_kiosk.base.pdf import MissingCharacterError, RightToLeftError, script
from ido_kiosk.base.pdf.script import Face

Ink = Literal["text", "muted", "accent", "on-accent"]
USUAL_SIZE = 14


@dataclass(frozen=True)
class Style:
    """How a text looks: face, size and line height in points, and the token of its colour."""

    face: Face
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
BIG = Style("Bold", 24, 31)
NOTE = Style("Regular", 12, 16.5, "muted")
SMALL = Style("Regular", 10.5, 14.5, "muted")
_GROWING = (BODY, STRONG, NUMBER)
_SHRINKING = (HEADING, SUBHEADING, VALUE, NOTE)
_NEVER_SMALLER = (TITLE, BIG)


@dataclass(frozen=True)
class Setting:
    """How a sheet is set: in which language, and its body text how large."""

    language: str
    size: float = USUAL_SIZE

    @property
    def is_right_to_left(self) -> bool:
        """Whether the sheet is a mirror image of the Dutch one."""
        return is_right_to_left(self.language)

    def measure(self, points: float) -> float:
        """A length that grows with the body text."""
        return points * self.size / USUAL_SIZE

    def white(self, points: float) -> float:
        """The white between texts: less between small ones."""
        return min(points, self.measure(points))

    def style(self, style: Style) -> Style:
        """The style in the size of this sheet."""
        return _sized(style, self.size)


@cache
def _sized(style: Style, size: float) -> Style:
    """What is larger or smaller than the body grows less than that.

    Headings and notes shrink with the body; what must be found at a glance never shrinks.
    """
    factor = size / USUAL_SIZE
    if style in _NEVER_SMALLER:
        factor = max(1.0, factor**0.5)
    elif style not in _GROWING and (factor > 1 or style not in _SHRINKING):
        factor = factor**0.5
    return replace(style, size=style.size * factor, leading=style.leading * factor)


@cache
def load(name: str) -> TTFont:
    """The face, known to reportlab under its own name: ``Regular``, ``Bold``, and ``Arabic-`` or ``Wide-`` before."""
    family, _dash, face = name.rpartition("-")
    file = {"Arabic": fonts.arabic_file, "Wide": fonts.wide_file, "": fonts.file}[family](face)
    font = TTFont(name, str(file), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


def width(text: str, style: Style) -> float:
    """The width of a text in points."""
    return _width_of_one(text, style.face) * style.size


@cache
def _width_of_one(text: str, face: Face) -> float:
    """The width at a size of one point."""
    parts = script.runs(script.joined(script.bare(text)), face)
    return sum(float(load(run.font).stringWidth(run.words, 1)) for run in parts)


def clean(text: str, style: Style, setting: Setting) -> str:
    """The text as it can be set: letters with their accents composed, soft hyphens gone, numbers kept together.

    Raises MissingCharacterError and RightToLeftError.
    """
    return _cleaned(str(text), style.face, setting.is_right_to_left)


@cache
def _cleaned(text: str, face: Face, may_run_back: bool) -> str:
    plain = re.sub(r"(?<=\d) (?=\d)", "\u00a0", script.bare(text))
    if not may_run_back and (found := first_right_to_left(plain)):
        raise RightToLeftError(found, text)
    for run in script.runs(script.joined(plain), face):
        known = load(run.font).face.charToGlyph
        for character in run.words:
            if character != "\n" and ord(character) not in known:
                raise MissingCharacterError(character, text)
    return plain


def forget() -> None:
    """Keep nothing of the texts that were measured: they may be a visitor's."""
    _width_of_one.cache_clear()
    _cleaned.cache_clear()


def lines(text: str, style: Style, room: float, setting: Setting) -> list[str]:
    """The text broken into lines that fit; a line broken at a space keeps that space, for whoever copies the text.

    Raises MissingCharacterError and RightToLeftError.
    """
    parts = clean(text, style, setting).split("\n")
    return [_as_in(part, line) for part in parts for line in _broken(part, style, room)]


def _as_in(text: str, line: str) -> str:
    """A line that runs as its text does, also when it holds only a name or a number."""
    return script.marked(line) if first_right_to_left(text) else line


def first_line(text: str, style: Style, room: float) -> str:
    """As much of a clean text as fits on one line."""
    return next(_broken(text, style, room))


def _broken(text: str, style: Style, room: float) -> Iterator[str]:
    line, used = "", 0.0
    space = max(width(" ", style), width("\u0627 ", style) - width("\u0627", style) if first_right_to_left(text) else 0)
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
