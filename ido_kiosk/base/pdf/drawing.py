"""Draw marks on a page: the one place that turns a sheet around for a language from right to left."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, assert_never

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ido_kiosk.base import paths
from ido_kiosk.base.pdf import pictograms, script, typeface
from ido_kiosk.base.pdf.marks import WIDTH, BoxKind, Code, Disc, Mark, Pictogram, Rule, Text, TickBox
from ido_kiosk.base.pdf.paginate import Placed
from ido_kiosk.base.pdf.tags import Element, Structure
from ido_kiosk.base.pdf.typeface import Style

LEFT = (A4[0] - WIDTH) / 2
TOP = A4[1] - 68
ARTIFACT = "/Artifact BMC"
_NOTICES = {
    "good": ("good-tint", "good-border", "good-text"),
    "warning": ("warning-tint", "warning-border", "warning-text"),
    "information": ("accent-tint", "accent", "accent"),
}
_BAR = 5
_ENLARGED = 20
"""A code is drawn on whole steps of so many to a point, so that no hair of white stands between its squares."""


class TaggedCanvas(Canvas):
    """A canvas whose document is known by name: tags need it, and the stubs leave it out."""

    _doc: Any


class Page:
    """Draws on the present page of a canvas; every ``x`` is from where a line of text begins."""

    def __init__(self, canvas: Canvas, structure: Structure, is_right_to_left: bool) -> None:
        self.canvas = canvas
        self._structure = structure
        self._is_mirrored = is_right_to_left

    def place(self, placed: Placed) -> None:
        """Draw rows of a unit, with the box around them."""
        y = TOP - placed.top
        if placed.unit.box:
            with marked(self.canvas, ARTIFACT):
                self._box(placed.unit.box, y, sum(row.height for row in placed.rows))
        for row in placed.rows:
            for mark in row.marks:
                self._mark(mark, y, placed.unit.box)
            y -= row.height

    def write(self, x: float, y: float, words: str, style: Style) -> None:
        """Write one line, its letters standing on ``y``."""
        self.canvas.setFillColor(ink(style.ink))
        line, at = words, LEFT + x
        if self._is_mirrored:
            line = script.visual(words.rstrip(" "))
            at = self._left(x, typeface.width(words.rstrip(" "), style))
        for run in script.runs(line, style.face):
            self._write_run(at, y, run, style)
            at += self.canvas.stringWidth(run.words, run.font, style.size)

    def _write_run(self, x: float, y: float, run: script.Run, style: Style) -> None:
        self.canvas.setFont(run.font, style.size)
        self.canvas.drawString(x, y, run.words)

    def _left(self, x: float, width: float) -> float:
        """The left side on paper of what begins at x and is so wide."""
        return LEFT + (WIDTH - x - width if self._is_mirrored else x)

    def _box(self, kind: BoxKind, top: float, height: float) -> None:
        if kind == "contact":
            self.canvas.setStrokeColor(ink("line"))
            self.canvas.setLineWidth(0.8)
            self.canvas.roundRect(LEFT, top - height, WIDTH, height, 5)
            return
        ground, bar, _text = _NOTICES[kind]
        self.canvas.setFillColor(ink(ground))
        self.canvas.rect(LEFT, top - height, WIDTH, height, stroke=0, fill=1)
        self.canvas.setFillColor(ink(bar))
        self.canvas.rect(self._left(0, _BAR), top - height, _BAR, height, stroke=0, fill=1)

    def _mark(self, mark: Mark, top: float, box: BoxKind | None) -> None:
        match mark:
            case Text(element, x, words, style, y):
                said = script.bare(words) if script.runs_back(words) else ""
                with marked(self.canvas, self._structure.mark(element, said)):
                    self.write(x, top - y - style.baseline, words, style)
            case Pictogram():
                self._pictogram(mark, top, box)
            case Code():
                self._code(mark, top)
            case Disc() | TickBox() | Rule():
                with marked(self.canvas, ARTIFACT):
                    self._shape(mark, top)
            case _:
                assert_never(mark)

    def _shape(self, mark: Disc | TickBox | Rule, top: float) -> None:
        canvas = self.canvas
        match mark:
            case Disc(x, y, radius):
                canvas.setFillColor(ink("accent"))
                canvas.circle(self._left(x, 0), top - y, radius, stroke=0, fill=1)
            case TickBox(x, y, side):
                canvas.setStrokeColor(ink("accent"))
                canvas.setLineWidth(1.5)
                canvas.roundRect(self._left(x, side), top - y - side, side, side, 2)
            case Rule(x, y, length):
                canvas.setStrokeColor(ink("border"))
                canvas.setLineWidth(1.2)
                canvas.setLineCap(1)
                canvas.setDash(0.1, 4)
                left = self._left(x, length)
                canvas.line(left, top - y, left + length, top - y)
                canvas.setDash()
                canvas.setLineCap(0)
            case _:
                assert_never(mark)

    def _pictogram(self, mark: Pictogram, top: float, box: BoxKind | None) -> None:
        x, y = self._left(mark.x, mark.side), top - mark.y - mark.side
        colour = ink(_NOTICES[box][2] if box in _NOTICES else "accent")
        with marked(self.canvas, self._figure(mark.element, x, y, mark.side)):
            self.canvas.setStrokeColor(colour)
            self.canvas.setFillColor(colour)
            pictograms.draw(self.canvas, mark.name, x, y, mark.side, self._is_mirrored)

    def _code(self, mark: Code, top: float) -> None:
        side = int(mark.side * _ENLARGED) // len(mark.squares)
        x, y = self._left(mark.x, mark.side), top - mark.side
        with marked(self.canvas, self._figure(mark.element, x, y, mark.side)):
            self.canvas.saveState()
            self.canvas.translate(x, top)
            self.canvas.scale(1 / _ENLARGED, -1 / _ENLARGED)
            self.canvas.setFillColor(ink("text"))
            stretches = (
                f"{first * side} {row * side} {length * side} {side} re"
                for row, squares in enumerate(mark.squares)
                for first, length in _stretches(squares)
            )
            self.canvas.addLiteral(" ".join(stretches) + " f")  # whole numbers: quick to write, and no hair between
            self.canvas.restoreState()

    def _figure(self, element: Element | None, x: float, y: float, side: float) -> str:
        if element is None:
            return ARTIFACT
        element.attributes = f"<< /O /Layout /BBox [{x:.2f} {y:.2f} {x + side:.2f} {y + side:.2f}] >>"
        return self._structure.mark(element)


def _stretches(squares: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Where dark squares begin that stand beside each other, and how many they are."""
    first = 0
    while first < len(squares):
        length = 0
        while first + length < len(squares) and squares[first + length]:
            length += 1
        if length:
            yield first, length
        first += length + 1


@cache
def ink(token: str) -> Color:
    """The colour of a token, in the light look."""
    colours = json.loads((paths.assets() / "tokens.json").read_text(encoding="utf-8"))
    return HexColor(colours["light"][token])


@contextmanager
def marked(canvas: Canvas, operator: str) -> Iterator[None]:
    """What is drawn within is marked content."""
    canvas.addLiteral(operator)
    yield
    canvas.addLiteral("EMC")
