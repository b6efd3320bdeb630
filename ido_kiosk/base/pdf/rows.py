"""Texts as rows of paper; below a text that brings its Dutch along stands that Dutch, smaller."""

from ido_kiosk.base.blocks import Told
from ido_kiosk.base.language import SOURCE
from ido_kiosk.base.pdf import typeface
from ido_kiosk.base.pdf.marks import WIDTH, Mark, Row, Text
from ido_kiosk.base.pdf.tags import Element
from ido_kiosk.base.pdf.typeface import Setting, Style, lines

PADDING = 10.0
"""White at the edge of a box."""


def text_rows(
    setting: Setting, element: Element, text: str, style: Style, x: float = 0, room: float = WIDTH
) -> tuple[Row, ...]:
    """The lines of a text that begins at ``x`` and ends before ``room``; ``style`` as it is at the usual size.

    Raises MissingCharacterError and RightToLeftError.
    """
    is_dutch = isinstance(text, Told) and text.is_dutch
    rows = _lines(setting, element.child("Span", language=SOURCE) if is_dutch else element, text, style, x, room)
    if isinstance(text, Told):
        dutch = element.child("Span", language=SOURCE)
        smaller = typeface.SMALL if style == typeface.SMALL else typeface.NOTE
        rows += _lines(setting, dutch, text.dutch, smaller, x, room)
    return rows


def _lines(setting: Setting, element: Element, text: str, style: Style, x: float, room: float) -> tuple[Row, ...]:
    sized = setting.style(style)
    found = lines(text, sized, room - x, setting)
    return tuple(Row(sized.leading, (Text(element, x, line, sized),)) for line in found)


def with_marks(rows: tuple[Row, ...], *marks: Mark) -> tuple[Row, ...]:
    """The rows with marks before the first one's own."""
    return (Row(rows[0].height, (*marks, *rows[0].marks)), *rows[1:])


def tall(rows: tuple[Row, ...], height: float) -> tuple[Row, ...]:
    """The rows as they are, and below them enough white to be so high together."""
    missing = height - sum(row.height for row in rows)
    return (*rows, Row(missing)) if missing > 0 else rows


def padded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with the white of a box above and below."""
    edge = Row(PADDING)
    return (edge, *rows, edge)
