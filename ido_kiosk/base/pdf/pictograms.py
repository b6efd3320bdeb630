"""Pictograms from assets/ as lines in a PDF: sharp at any size, and drawn once for screen and paper."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from ido_kiosk.base import paths

_VIEW = 48
"""Every drawing is made on a square of 48 by 48."""

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Z": 0}


_POINTING = frozenset({"back", "forward", "undo"})
"""They point the way one reads."""


def draw(canvas: Canvas, name: str, x: float, y: float, side: float, is_mirrored: bool) -> None:
    """Draw ``assets/pictograms/<name>.svg`` in the present colours, its lower left corner at x, y.

    ``is_mirrored`` turns around what points the way one reads. Raises ValueError for a drawing that uses more than
    lines, curves, circles and rectangles.
    """
    canvas.saveState()
    turned = -1 if is_mirrored and name in _POINTING else 1
    canvas.translate(x if turned > 0 else x + side, y + side)
    canvas.scale(turned * side / _VIEW, -side / _VIEW)
    canvas.setLineWidth(3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.addLiteral(_operators(name))
    canvas.restoreState()


@cache
def _operators(name: str) -> str:
    """The drawing in the words of PDF."""
    made = []
    for shape, attributes in _shapes(name):
        numbers = {key: float(value) for key, value in attributes.items() if re.fullmatch(r"[\d.]+", value)}
        path = PDFPathObject()
        if shape == "circle":
            path.circle(numbers["cx"], numbers["cy"], numbers["r"])
        elif shape == "rect":
            path.roundRect(numbers["x"], numbers["y"], numbers["width"], numbers["height"], numbers["rx"])
        else:
            _trace(path, attributes["d"])
        made.append(f"{path.getCode()} {'B' if 'fill' in attributes and shape != 'rect' else 'S'}")
    return "\n".join(made)


def _shapes(name: str) -> list[tuple[str, dict[str, str]]]:
    drawing = (paths.assets() / "pictograms" / f"{name}.svg").read_text(encoding="utf-8")
    found = re.findall(r"<(path|circle|rect) ([^>]*)/>", drawing)
    return [(shape, dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))) for shape, attributes in found]


def _trace(path: PDFPathObject, data: str) -> None:
    at = start = handle = (0.0, 0.0)
    for command, numbers in _steps(data):
        left, top = at if command.islower() else (0.0, 0.0)
        points = [(x + left, y + top) for x, y in zip(numbers[0::2], numbers[1::2], strict=False)]
        match command.upper():
            case "M":
                at = start = handle = points[0]
                path.moveTo(*at)
            case "Z":
                at = handle = start
                path.close()
            case "C" | "S":
                first = [(2 * at[0] - handle[0], 2 * at[1] - handle[1])] if len(points) == 2 else []
                (x1, y1), handle, at = *first, *points
                path.curveTo(x1, y1, *handle, *at)
            case straight:
                ends = {"H": (numbers[0] + left, at[1]), "V": (at[0], numbers[0] + top)}
                at = handle = ends[straight] if straight in ends else points[0]
                path.lineTo(*at)


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; numbers left over repeat it, and after a move they draw lines."""
    for command, text in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", text)]
        count = _COUNTS.get(command.upper())
        if count is None:
            raise ValueError(f"a pictogram on paper cannot use {command}")
        yield command, numbers[:count]
        rest = iter(numbers[count:])
        again = {"M": "L", "m": "l"}.get(command, command)
        while count and (more := list(islice(rest, count))):
            yield again, more
