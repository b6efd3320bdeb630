"""Blocks that are seen before they are read: pictograms with a text, large numbers, codes, room to write."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from ido_kiosk.base import qr
from ido_kiosk.base.blocks import Big, Captioned, Pictured, QrCode, WritingRoom
from ido_kiosk.base.language import _
from ido_kiosk.base.pdf import typeface
from ido_kiosk.base.pdf.marks import WIDTH, Code, Mark, Pictogram, Row, Rule, Text, Unit
from ido_kiosk.base.pdf.rows import PADDING, padded, tall, text_rows, with_marks
from ido_kiosk.base.pdf.tags import Element
from ido_kiosk.base.pdf.typeface import BODY, STRONG, Setting, Style

AFTER_PICTURE = 62.0
"""Where a text in a box begins, beside its pictogram."""
_PICTURE = 30.0
_LARGE_PICTURE = 46.0
_MOST_BESIDE = 4
_LEAST_COLUMNS = 3
_SMALLEST_WORDS = 12.0
"""Points: words below pictures may be so small where that keeps the pictures in one row."""
_GAP = 14.0
_CODE = 96.0
_WRITING = 31.0
"""The height of a line to write on."""


def units(block: Pictured | Big | QrCode | WritingRoom, root: Element, setting: Setting) -> list[Unit]:
    """The block as units; its structure is added to ``root``."""
    match block:
        case Pictured(items, beside):
            return (_grid if beside else _column)(items, root.child("L"), setting)
        case Big():
            return [_big(block, root.child("Div"), setting)]
        case QrCode():
            return [_code(block, root.child("Div"), setting)]
        case WritingRoom():
            return [_writing_room(block, root, setting)]
    assert_never(block)


def contact(texts: Sequence[tuple[str, Style]], picture: str, element: Element, setting: Setting) -> Unit:
    """A box with a pictogram and some texts, as far as they are there."""
    x = setting.measure(AFTER_PICTURE)
    rows = [
        row
        for text, style in texts
        if text
        for row in text_rows(setting, element.child("P"), text, style, x, WIDTH - PADDING)
    ]
    pictogram = Pictogram(picture, 16, 2, setting.measure(_PICTURE))
    return Unit(padded(with_marks(tuple(rows), pictogram)), 11, box="contact")


def _column(items: tuple[Captioned, ...], element: Element, setting: Setting) -> list[Unit]:
    made = []
    side = setting.measure(_PICTURE)
    for item in items:
        rows = text_rows(setting, element.child("LI").child("LBody"), item.text, BODY, side + setting.measure(_GAP))
        white = max(0.0, (side - rows[0].height) / 2)  # so that the first line stands beside the middle of the picture
        picture = Pictogram(item.picture, 0, white + (rows[0].height - side) / 2, side)
        made.append(Unit(tall((Row(white, (picture,)), *rows), side), 14))
    return made


def _grid(items: tuple[Captioned, ...], element: Element, setting: Setting) -> list[Unit]:
    """Pictures beside each other with their words below, at most four in a row; fewer where a word is long."""
    words = [typeface.clean(word, BODY, setting) for item in items for word in item.text.split()]
    longest = max(typeface.width(word, setting.style(BODY)) for word in words)
    smallest = longest * min(1, _SMALLEST_WORDS / setting.size)
    most = max(1, min(_MOST_BESIDE, int(WIDTH / (smallest + _GAP))))
    count = -(-len(items) // -(-len(items) // most))
    width = WIDTH / max(count, _LEAST_COLUMNS)
    below = Setting(setting.language, setting.size * min(1, 0.99 * (width - _GAP) / longest))
    starts = range(0, len(items), count)
    return [_beside(items[first : first + count], width, element, setting, below) for first in starts]


def _beside(
    items: tuple[Captioned, ...], width: float, element: Element, setting: Setting, words_below: Setting
) -> Unit:
    side = setting.measure(_LARGE_PICTURE)
    pictures, columns = [], []
    for number, item in enumerate(items):
        left = number * width
        pictures.append(Pictogram(item.picture, left + (width - side) / 2, 0, side))
        rows = text_rows(words_below, element.child("LI").child("LBody"), item.text, BODY, 0, width - _GAP)
        columns.append([_centred(row, left + width / 2) for row in rows])
    texts = []
    for beside in zip_longest(*columns):
        present = [row for row in beside if row is not None]
        height = max(row.height for row in present)
        texts.append(Row(height, tuple(mark for row in present for mark in row.marks)))
    return Unit((Row(side + 6, tuple(pictures)), *texts), 14)


def _centred(row: Row, middle: float) -> Row:
    """The row with its line of text around a middle."""
    moved = [
        replace(mark, x=middle - typeface.width(mark.words.rstrip(), mark.style) / 2)
        for mark in row.marks
        if isinstance(mark, Text)
    ]
    return Row(row.height, tuple(moved))


def _big(big: Big, element: Element, setting: Setting) -> Unit:
    texts = ((big.label, BODY), (big.value, typeface.BIG), (big.note, typeface.NOTE), (big.to_write, BODY))
    unit = contact(texts, big.picture, element, setting)
    if big.value and not big.to_write:
        return unit
    x = setting.measure(AFTER_PICTURE)
    line = Row(_WRITING, (Rule(x, _WRITING - 6, WIDTH - x - 2 * PADDING),))
    return Unit((*unit.rows[:-1], line, unit.rows[-1]), unit.before, box=unit.box)


def _code(code: QrCode, element: Element, setting: Setting) -> Unit:
    figure = element.child("Figure", _("QR-code: {address}").format(address=code.address))
    squares = qr.squares(code.address)
    quiet = Row(4 * _CODE / len(squares))
    x = _CODE + max(18, quiet.height)
    note = text_rows(setting, element.child("P"), code.note, STRONG, x) if code.note else ()
    rows = (*note, *text_rows(setting, element.child("P"), code.words, typeface.NOTE, x))
    white = max(0.0, (_CODE - sum(row.height for row in rows)) / 2)
    picture: Mark = Code(squares, 0, _CODE, figure)
    return Unit((quiet, *tall((Row(white, (picture,)), *rows), _CODE), quiet), 4)


def _writing_room(block: WritingRoom, root: Element, setting: Setting) -> Unit:
    rows = text_rows(setting, root.child("P"), block.label, STRONG) if block.label else ()
    line = Row(_WRITING, (Rule(0, _WRITING - 3, WIDTH),))
    return Unit((*rows, *[line] * block.lines), 14, spare=block.lines - 1 if block.can_shrink else 0)
