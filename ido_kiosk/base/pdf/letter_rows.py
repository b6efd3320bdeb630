"""From a letter to units of paper: what stands at a fixed place, and what flows below it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportlab.lib.pagesizes import A4

from ido_kiosk.base.pdf import tags, typeface
from ido_kiosk.base.pdf.drawing import LEFT, TOP
from ido_kiosk.base.pdf.letter_sheet import (
    MOST_ADDRESS_LINES,
    Area,
    Blank,
    Frame,
    LetterSheet,
    Line,
    LineTooLongError,
    TooManyLinesError,
)
from ido_kiosk.base.pdf.marks import Mark, Row, Rule, Text, Unit
from ido_kiosk.base.pdf.tags import Element
from ido_kiosk.base.pdf.typeface import Setting, Style

MM = A4[1] / 297
LANGUAGE = "nl"
"""A letter is Dutch, whatever language its sender speaks."""
BODY = Style("Regular", 11.5, 16)
SMALL = Style("Regular", 9.5, 12.5, "muted")
_SUBJECT = Style("Bold", 11.5, 16)
_ADDRESS = Style("Regular", 11.5, 4.5 * MM)
_SENDER = Style("Regular", 11.5, 5 * MM)
_SIZES = (11.5, 11, 10.5, 10)
"""Points: a line that must fit is set smaller, and never smaller than this."""
_SETTING = Setting(LANGUAGE, BODY.size)
_LEFT, _RIGHT = 25.0, 190.0
_BODY_TOP = 105.0
_WRITING = 8.2 * MM
"""The height of a dotted line to write on; with less than ``_TIGHT`` nobody can."""
_TIGHT = 8.0
_SIGNING = 17 * MM
_HIGHEST, _USUAL = 8.0, 15.0
"""Where the sender may and should begin."""
_Column = tuple[float, float]
"""Left and right side in millimetres."""
_WHOLE_WIDTH, _TO_WRITE = ((_LEFT, _RIGHT),), ((_LEFT, 135.0),)
_TWO, _HALVES = ((_LEFT, 115.0), (120.0, _RIGHT)), ((_LEFT, 105.0), (110.0, _RIGHT))
_WHITE = 2.0
"""Between the window's reach and what stands above or below it."""
_SHORTEST_RULE = 60 * MM
_UNBROKEN = 3
"""A text of at most so many lines stands on one page."""


def x(millimetres: float) -> float:
    """A place from the left side of the sheet, as a mark wants it."""
    return millimetres * MM - LEFT


def y(millimetres: float) -> float:
    """A place from the top of the sheet, as a mark in the first row wants it."""
    return millimetres * MM - (A4[1] - TOP)


def units(sheet: LetterSheet, frame: Frame, root: Element) -> list[Unit]:
    """The letter as units in reading order; their structure is added to ``root``.

    Raises AddressError, MissingCharacterError and RightToLeftError.
    """
    made = [_head(sheet, frame, root)]
    made += [*_lines(sheet.place_and_day, root, 0), *_notes(sheet.notes, root)]
    made += [
        Unit(_text_rows(root.child("H1"), sheet.subject, _SUBJECT), 14, with_next=True),
        Unit(_text_rows(root.child("P"), sheet.salutation), 14, with_next=True),
    ]
    for before, paragraph in pairwise((sheet.salutation, *sheet.paragraphs)):
        answers = isinstance(paragraph, Blank) and not paragraph.label and isinstance(before, str)
        if answers:
            made[-1] = replace(made[-1], with_next=True)
        made += _lines(paragraph, root, 0 if answers else 11)
    made[-1] = replace(made[-1], with_next=True)  # a closing never stands alone
    return [*made, *_end(sheet, root)]


def address_marks(lines: Sequence[Line], room: Area, element: Element) -> Iterator[Mark]:
    """The address in the middle of its room; what is to be written by hand is a dotted line. Raises AddressError."""
    if len(lines) > MOST_ADDRESS_LINES:
        raise TooManyLinesError(len(lines))
    style = _fitting([line for line in lines if isinstance(line, str)], _ADDRESS, room.width)
    if any(isinstance(line, Blank) for line in lines):
        style = replace(style, leading=min(_WRITING, room.height * MM / len(lines)))
    top = y(room.top + room.height / 2) - len(lines) * style.leading / 2
    for number, line in enumerate(lines):
        yield from _in_column(line, (room.left, room.right), top + number * style.leading, style, element)


def _head(sheet: LetterSheet, frame: Frame, root: Element) -> Unit:
    """Everything above the text, as one row that ends where the text begins."""
    marks = [] if not sheet.mark else [_mark(sheet.mark, root.child("P"))]
    marks += [*_sender(sheet.sender, frame.reach.top - _WHITE, root.child("Div"))]
    marks += [*address_marks(sheet.address, frame.address, root.child("Div"))]
    below = max(_BODY_TOP, frame.reach.bottom + _WHITE)
    return Unit((Row(y(below), tuple(marks)),), 0, with_next=True)


def _mark(words: str, element: Element) -> Mark:
    line = _clean(words, SMALL)
    return Text(element, x(_RIGHT) - typeface.width(line, SMALL), line, SMALL, y(5.5))


def _sender(lines: Sequence[Line], bottom: float, element: Element) -> Iterator[Mark]:
    """The sender, one line below the other; in two columns where that leaves too little room to write."""
    texts = [line for line in lines if isinstance(line, str)]
    columns: tuple[_Column, ...] = _WHOLE_WIDTH
    style, height = _SENDER, (bottom - _HIGHEST) / max(1, len(lines))
    if len(texts) < len(lines):
        columns = _TO_WRITE
        if height < _TIGHT:
            columns, height = _TWO, (bottom - _HIGHEST) / -(-len(lines) // 2)
        style = replace(style, leading=min(_WRITING, height * MM))
    style = _fitting(texts, style, columns[-1][1] - columns[-1][0])
    height = style.leading / MM
    rows = -(-len(lines) // len(columns))
    top = max(_HIGHEST, min(_USUAL, bottom - rows * height))
    for number, line in enumerate(lines):
        down = y(top + number % rows * height)
        yield from _in_column(line, columns[number // rows], down, style, element)


def _in_column(line: Line, column: _Column, top: float, style: Style, element: Element) -> Iterator[Mark]:
    """A line of text, or a label with a dotted line; ``top`` as a mark wants it."""
    label = line.label if isinstance(line, Blank) else line
    begin, end = map(x, column)
    if label:
        words = _clean(label, style)
        yield Text(element.child("P"), begin, words, style, top)
        begin += typeface.width(words, style) + 4
    if isinstance(line, Blank):
        yield Rule(begin, top + style.baseline + 1, end - begin)


def _notes(notes: Sequence[Line], root: Element) -> Iterator[Unit]:
    """Reference and such; two that are to be written by hand share a line."""
    if len(notes) == 2 and all(isinstance(note, Blank) for note in notes):
        style = replace(BODY, leading=_WRITING)
        beside = zip(notes, _HALVES, strict=True)
        marks = [mark for note, half in beside for mark in _in_column(note, half, 0, style, root)]
        yield Unit((Row(_WRITING, tuple(marks)),), 5)
        return
    for note in notes:
        yield from _lines(note, root, 5)


def _lines(line: Line, root: Element, before: float) -> list[Unit]:
    """A paragraph, or dotted lines with their label; in pieces, so that a page break leaves two lines on each side."""
    rows = _rules(line, root) if isinstance(line, Blank) else _text_rows(root.child("P"), line)
    if len(rows) <= _UNBROKEN:
        return [Unit(rows, before)]
    first = 3 if isinstance(line, Blank) and line.label else 2
    middle = [Unit((row,), 0) for row in rows[first:-2]]
    return [Unit(rows[:first], before), *middle, Unit(rows[max(first, len(rows) - 2) :], 0)]


def _text_rows(element: Element, text: str, style: Style = BODY, left: float = _LEFT) -> tuple[Row, ...]:
    found = typeface.lines(text, style, (_RIGHT - left) * MM, _SETTING)
    return tuple(Row(style.leading, (Text(element, x(left), line, style),)) for line in found)


def _rules(blank: Blank, root: Element) -> tuple[Row, ...]:
    """Dotted lines; a single one stands after its label where there is room."""
    rows = _text_rows(root.child("P"), blank.label) if blank.label else ()
    foot = BODY.baseline + 1 + _WRITING - BODY.leading
    right = x(_RIGHT)
    if blank.lines == 1 and len(rows) == 1:
        begin = x(_LEFT) + typeface.width(_clean(blank.label, BODY), BODY) + 4
        if right - begin >= _SHORTEST_RULE:
            (label,) = [mark for mark in rows[0].marks if isinstance(mark, Text)]
            lowered = replace(label, y=_WRITING - BODY.leading)
            return (Row(_WRITING, (lowered, Rule(begin, foot, right - begin))),)
    line = Row(_WRITING, (Rule(x(_LEFT), foot, right - x(_LEFT)),))
    return (*rows, *[line] * blank.lines)


def _end(sheet: LetterSheet, root: Element) -> Iterator[Unit]:
    """Closing, room to sign and name; then what goes along, on the same page."""
    closing = _text_rows(root.child("P"), sheet.closing)
    name = [row for unit in _lines(sheet.signature, root, 0) for row in unit.rows]
    yield Unit((*closing, Row(_SIGNING), *name), 14, with_next=bool(sheet.enclosures))
    if not sheet.enclosures:
        return
    rows = list(_text_rows(root.child("P"), sheet.enclosures_heading))
    listed = root.child("L", attributes=tags.BULLETED)
    for enclosure in sheet.enclosures:
        entry = listed.child("LI")
        label = Text(entry.child("Lbl"), x(_LEFT), "•", BODY)
        first, *others = _text_rows(entry.child("LBody"), enclosure, left=_LEFT + 5)
        rows += [Row(first.height, (label, *first.marks)), *others]
    yield Unit(tuple(rows), 14)


def _fitting(lines: Sequence[str], style: Style, room: float) -> Style:
    """The style, smaller where a line would not fit in so many millimetres. Raises LineTooLongError."""
    for size in _SIZES:
        smaller = replace(style, size=size)
        wide = [line for line in lines if typeface.width(_clean(line, smaller), smaller) > room * MM]
        if not wide:
            return smaller
    raise LineTooLongError(wide[0])


def _clean(line: str, style: Style) -> str:
    return typeface.clean(line, style, _SETTING)
