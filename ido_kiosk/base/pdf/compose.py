"""From blocks to units of paper: what is kept together, with every line and mark in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from ido_kiosk.base.blocks import (
    Actions,
    Block,
    Bullets,
    Contact,
    Definitions,
    Heading,
    Notice,
    Paragraph,
    Small,
    Tip,
)
from ido_kiosk.base.language import _
from ido_kiosk.base.pdf import tags, typeface
from ido_kiosk.base.pdf.tags import Element
from ido_kiosk.base.pdf.typeface import BODY, STRONG, Style, lines

WIDTH = 482.0
"""Room for text in points: A4 less two margins of 20 mm."""

_INDENT = 38.0
_PADDING = 10.0
_AFTER_PICTURE = 62.0
_TOGETHER = 8
"""A step with at most so many actions stands on one page."""
_HEADINGS = {1: (typeface.TITLE, 0.0), 2: (typeface.HEADING, 20.0), 3: (typeface.SUBHEADING, 14.0)}
_NOTICES = {"good": "tick", "warning": "warning", "information": "information"}

BoxKind = Literal["good", "warning", "information", "contact"]


@dataclass(frozen=True)
class Text:
    """A line of text; ``x`` from the left margin."""

    element: Element
    x: float
    words: str
    style: Style


@dataclass(frozen=True)
class Disc:
    """The round ground under a number: its middle from the left margin, and from the top of the row."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Pictogram:
    """A drawing from assets/pictograms, ``y`` below the top of its row; without an element it only decorates."""

    name: str
    x: float
    y: float
    side: float
    element: Element | None = None


@dataclass(frozen=True)
class Row:
    """A strip of paper with what stands in it."""

    height: float
    marks: tuple[Text | Disc | Pictogram, ...] = ()


@dataclass(frozen=True)
class Unit:
    """Rows that stay on one page where a page has room for them; ``before`` is the white above, except at the top."""

    rows: tuple[Row, ...]
    before: float
    with_next: bool = False
    box: BoxKind | None = None

    @property
    def height(self) -> float:
        """The height in points without the white above."""
        return sum(row.height for row in self.rows)


def units(blocks: Sequence[Block], root: Element) -> list[Unit]:
    """The blocks as units in reading order; their structure is added to ``root``.

    Raises MissingCharacterError.
    """
    return [unit for block in blocks for unit in _units(block, root)]


def _units(block: Block, root: Element) -> list[Unit]:
    match block:
        case Heading() | Paragraph() | Small():
            return [_prose(block, root)]
        case Actions() | Bullets() | Definitions():
            return _list(block, root)
        case Notice(text, kind):
            return [_notice(text, kind, root.child("Div"))]
        case Contact():
            return [_contact(block, root.child("Div"))]
        case Tip():
            return []
    assert_never(block)


def _prose(block: Heading | Paragraph | Small, root: Element) -> Unit:
    match block:
        case Heading(text, level):
            style, before = _HEADINGS[level]
            return Unit(_text(root.child(f"H{level}"), text, style), before, with_next=True)
        case Paragraph(text):
            return Unit(_text(root.child("P"), text, BODY), 9, with_next=text.endswith(":"))
        case Small(text):
            return Unit(_text(root.child("P"), text, typeface.SMALL), 7)
    assert_never(block)


def _list(block: Actions | Bullets | Definitions, root: Element) -> list[Unit]:
    match block:
        case Actions(items, first):
            return _actions(items, first, root.child("L", attributes=tags.NUMBERED))
        case Bullets(items):
            return _bullets(items, root.child("L", attributes=tags.BULLETED))
        case Definitions(items):
            return _definitions(items, root.child("L"))
    assert_never(block)


def _text(element: Element, text: str, style: Style, x: float = 0, room: float = WIDTH) -> tuple[Row, ...]:
    return tuple(Row(style.leading, (Text(element, x, line, style),)) for line in lines(text, style, room - x))


def _with(rows: tuple[Row, ...], *marks: Text | Disc | Pictogram) -> tuple[Row, ...]:
    return (Row(rows[0].height, (*marks, *rows[0].marks)), *rows[1:])


def _actions(items: tuple[str, ...], first: int, element: Element) -> list[Unit]:
    made = []
    for number, item in enumerate(items, start=first):
        entry = element.child("LI")
        disc = Disc(12, BODY.leading / 2, 12)
        words = str(number)
        x = disc.x - typeface.width(words, typeface.NUMBER) / 2
        label = Text(entry.child("Lbl"), x, words, typeface.NUMBER)
        rows = _text(entry.child("LBody"), item, BODY, _INDENT)
        made.append(Unit(_with(rows, disc, label), 11, with_next=number - first < len(items) - 1 < _TOGETHER))
    return made


def _bullets(items: tuple[str, ...], element: Element) -> list[Unit]:
    made = []
    for item in items:
        entry = element.child("LI")
        label = Text(entry.child("Lbl"), 8, "•", STRONG)
        made.append(Unit(_with(_text(entry.child("LBody"), item, BODY, 24), label), 6))
    return made


def _definitions(items: tuple[tuple[str, str], ...], element: Element) -> list[Unit]:
    made = []
    for word, meaning in items:
        entry = element.child("LI")
        rows = (*_text(entry.child("Lbl"), word, STRONG), *_text(entry.child("LBody"), meaning, BODY))
        made.append(Unit(rows, 9))
    return made


def _notice(text: str, kind: Literal["good", "warning", "information"], element: Element) -> Unit:
    meanings = {"good": _("Goed"), "warning": _("Let op"), "information": _("Uitleg")}
    picture = element.child("Figure", typeface.clean(meanings[kind], BODY))
    pictogram = Pictogram(_NOTICES[kind], 18, BODY.leading / 2 - 13, 26, picture)
    rows = _text(element.child("P"), text, STRONG, _AFTER_PICTURE, WIDTH - _PADDING)
    return Unit(_padded(_with(rows, pictogram)), 16, box=kind)


def _contact(contact: Contact, element: Element) -> Unit:
    texts = ((contact.name, BODY), (contact.value, typeface.VALUE), (contact.note, typeface.NOTE))
    rows = [
        row
        for text, style in texts
        if text
        for row in _text(element.child("P"), text, style, _AFTER_PICTURE, WIDTH - _PADDING)
    ]
    pictogram = Pictogram(contact.kind, 16, 2, 30)
    return Unit(_padded(_with(tuple(rows), pictogram)), 11, box="contact")


def _padded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    edge = Row(_PADDING)
    return (edge, *rows, edge)
