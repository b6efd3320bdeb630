"""From blocks to units of paper: what is kept together, with every line and mark in its place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from ido_kiosk.base.blocks import (
    Actions,
    Big,
    Block,
    Bullets,
    Contact,
    Definitions,
    Heading,
    Notice,
    Paragraph,
    Pictured,
    QrCode,
    Small,
    Ticks,
    Tip,
    WritingRoom,
)
from ido_kiosk.base.language import _
from ido_kiosk.base.pdf import figures, tags, typeface
from ido_kiosk.base.pdf.marks import WIDTH, Disc, Pictogram, Text, TickBox, Unit
from ido_kiosk.base.pdf.rows import PADDING, padded, text_rows, with_marks
from ido_kiosk.base.pdf.tags import Element
from ido_kiosk.base.pdf.typeface import BODY, STRONG, Setting

_INDENT = 38.0
_TOGETHER = 8
"""A step with at most so many actions stands on one page."""
_HEADINGS = {1: (typeface.TITLE, 0.0), 2: (typeface.HEADING, 20.0), 3: (typeface.SUBHEADING, 14.0)}
_NOTICES = {"good": "tick", "warning": "warning", "information": "information"}


def units(blocks: Sequence[Block], root: Element, setting: Setting) -> list[Unit]:
    """The blocks as units in reading order; their structure is added to ``root``.

    Below a heading stand at least two of its units, and how to reach someone stands below what it is about.
    Raises MissingCharacterError and RightToLeftError.
    """
    made: list[Unit] = []
    headings: set[int] = set()
    for block in blocks:
        if isinstance(block, Heading):
            headings.add(len(made))
        elif isinstance(block, Contact) and made and made[-1].box is None:
            made[-1] = replace(made[-1], with_next=True)
        made += _units(block, root, setting)
    for first in (index + 1 for index in headings):
        if first + 1 < len(made) and not {first, first + 1} & headings:
            made[first] = replace(made[first], with_next=True)
    return made


def _units(block: Block, root: Element, setting: Setting) -> list[Unit]:
    match block:
        case Heading() | Paragraph() | Small():
            return [_prose(block, root, setting)]
        case Actions() | Bullets() | Definitions() | Ticks():
            return _list(block, root, setting)
        case Notice() | Contact():
            return [_boxed(block, root.child("Div"), setting)]
        case Pictured() | Big() | QrCode() | WritingRoom():
            return figures.units(block, root, setting)
        case Tip():
            return []
    assert_never(block)


def _prose(block: Heading | Paragraph | Small, root: Element, setting: Setting) -> Unit:
    match block:
        case Heading(text, level):
            style, before = _HEADINGS[level]
            rows = text_rows(setting, root.child(f"H{level}"), text, style)
            return Unit(rows, setting.white(before), with_next=True)
        case Paragraph(text):
            return Unit(text_rows(setting, root.child("P"), text, BODY), setting.white(9), with_next=text.endswith(":"))
        case Small(text):
            return Unit(text_rows(setting, root.child("P"), text, typeface.SMALL), setting.white(7))
    assert_never(block)


def _list(block: Actions | Bullets | Definitions | Ticks, root: Element, setting: Setting) -> list[Unit]:
    match block:
        case Actions(items, first):
            return _actions(items, first, root.child("L", attributes=tags.NUMBERED), setting)
        case Bullets(items):
            return _bullets(items, root.child("L", attributes=tags.BULLETED), setting)
        case Definitions(items):
            return _definitions(items, root.child("L"), setting)
        case Ticks(items):
            return _ticks(items, root.child("L"), setting)
    assert_never(block)


def _actions(items: tuple[str, ...], first: int, element: Element, setting: Setting) -> list[Unit]:
    made = []
    style = setting.style(typeface.NUMBER)
    radius = setting.measure(12)
    for number, item in enumerate(items, start=first):
        entry = element.child("LI")
        disc = Disc(radius, style.leading / 2, radius)
        words = str(number)
        label = Text(entry.child("Lbl"), disc.x - typeface.width(words, style) / 2, words, style)
        rows = text_rows(setting, entry.child("LBody"), item, BODY, setting.measure(_INDENT))
        made.append(Unit(with_marks(rows, disc, label), 11, with_next=number - first < len(items) - 1 < _TOGETHER))
    return made


def _bullets(items: tuple[str, ...], element: Element, setting: Setting) -> list[Unit]:
    made = []
    for item in items:
        entry = element.child("LI")
        label = Text(entry.child("Lbl"), 8, "•", setting.style(STRONG))
        rows = text_rows(setting, entry.child("LBody"), item, BODY, setting.measure(24))
        made.append(Unit(with_marks(rows, label), setting.white(6)))
    return made


def _definitions(items: tuple[tuple[str, str], ...], element: Element, setting: Setting) -> list[Unit]:
    made = []
    for word, meaning in items:
        entry = element.child("LI")
        rows = text_rows(setting, entry.child("Lbl"), word, STRONG)
        made.append(Unit((*rows, *text_rows(setting, entry.child("LBody"), meaning, BODY)), 9))
    return made


def _ticks(items: tuple[str, ...], element: Element, setting: Setting) -> list[Unit]:
    made = []
    side = setting.measure(16)
    for item in items:
        rows = text_rows(setting, element.child("LI").child("LBody"), item, BODY, setting.measure(_INDENT))
        made.append(Unit(with_marks(rows, TickBox(2, (rows[0].height - side) / 2, side)), 9))
    return made


def _boxed(block: Notice | Contact, element: Element, setting: Setting) -> Unit:
    match block:
        case Notice():
            return _notice(block, element, setting)
        case Contact(kind, name, value, note):
            style = STRONG if value.endswith(".") else typeface.VALUE  # a sentence says where to find the number
            texts = ((name, BODY), (value, style), (note, typeface.NOTE))
            return figures.contact(texts, kind, element, setting)
    assert_never(block)


def _notice(notice: Notice, element: Element, setting: Setting) -> Unit:
    meanings = {"good": _("Goed"), "warning": _("Let op"), "information": _("Uitleg")}
    picture = element.child("Figure", meanings[notice.kind])
    side = setting.measure(26)
    x = setting.measure(figures.AFTER_PICTURE)
    rows = text_rows(setting, element.child("P"), notice.text, STRONG, x, WIDTH - PADDING)
    pictogram = Pictogram(_NOTICES[notice.kind], 18, (rows[0].height - side) / 2, side, picture)
    return Unit(padded(with_marks(rows, pictogram)), 16, box=notice.kind)
