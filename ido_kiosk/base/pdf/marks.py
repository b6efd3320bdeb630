"""What stands on paper: marks in rows, rows in units; lengths in points, ``x`` from where a line of text begins.

That is the left side, and in a sheet that runs from right to left the right side: ``sheet`` turns it around.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ido_kiosk.base.pdf.tags import Element
from ido_kiosk.base.pdf.typeface import Style

WIDTH = 482.0
"""Room for text: A4 less two margins of 20 mm."""

BoxKind = Literal["good", "warning", "information", "contact"]


@dataclass(frozen=True)
class Text:
    """A line of text, ``y`` below the top of its row."""

    element: Element
    x: float
    words: str
    style: Style
    y: float = 0


@dataclass(frozen=True)
class Disc:
    """The round ground under a number: its middle, and from the top of the row."""

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
class Code:
    """A QR code: its rows of squares, dark is True; it stands at the top of its row."""

    squares: tuple[tuple[bool, ...], ...]
    x: float
    side: float
    element: Element


@dataclass(frozen=True)
class TickBox:
    """A square to tick off with a pen, ``y`` below the top of its row."""

    x: float
    y: float
    side: float


@dataclass(frozen=True)
class Rule:
    """A dotted line to write on, ``y`` below the top of its row."""

    x: float
    y: float
    length: float


Mark = Text | Disc | Pictogram | Code | TickBox | Rule


@dataclass(frozen=True)
class Row:
    """A strip of paper with what stands in it."""

    height: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Unit:
    """Rows that stay on one page where a page has room for them; ``before`` is the white above, except at the top.

    The last rows are ``spare``, so many: they may go where that saves a page.
    """

    rows: tuple[Row, ...]
    before: float
    with_next: bool = False
    box: BoxKind | None = None
    spare: int = 0

    @cached_property
    def height(self) -> float:
        """The height in points without the white above."""
        return sum(row.height for row in self.rows)
