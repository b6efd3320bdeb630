"""Draw the sheet: pages with their text and marks, head and foot, tags and metadata."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any, assert_never

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ido_kiosk.base import paths
from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _
from ido_kiosk.base.pdf import compose, pictograms, typeface
from ido_kiosk.base.pdf.compose import BoxKind, Disc, Pictogram, Row, Text
from ido_kiosk.base.pdf.paginate import Placed, pages
from ido_kiosk.base.pdf.tags import Element, Structure
from ido_kiosk.base.pdf.typeface import Style

_WIDTH, _HEIGHT = A4
_LEFT = (_WIDTH - compose.WIDTH) / 2
_TOP = _HEIGHT - 68
_BOTTOM = 72
_NOTICES = {
    "good": ("good-tint", "good-border", "good-text"),
    "warning": ("warning-tint", "warning-border", "warning-text"),
    "information": ("accent-tint", "accent", "accent"),
}


class _Canvas(Canvas):
    """A canvas whose document is known by name: tags need it, and the stubs leave it out."""

    _doc: Any


def draw(blocks: Sequence[Block], title: str, language: str) -> bytes:
    """The sheet as bytes; see ``ido_kiosk.base.pdf.make``."""
    for face in ("Regular", "Bold"):
        typeface.load(face)
    root = Element("Document")
    filled = pages(compose.units(blocks, root), _TOP - _BOTTOM)
    file = BytesIO()
    canvas = _canvas(file, language)
    structure = Structure(root)
    for number, page in enumerate(filled, start=1):
        structure.start_page()
        _furniture(canvas, title, _("blad {number} van {count}").format(number=number, count=len(filled)))
        for placed in page:
            _placed(canvas, structure, placed)
        canvas.showPage()
    _metadata(canvas, title)
    structure.write(canvas._doc)
    canvas.save()
    return file.getvalue()


def _canvas(file: BytesIO, language: str) -> _Canvas:
    rl_config.useA85 = 0  # streams of bytes, not of letters: smaller and quicker
    options: dict[str, Any] = {"pdfVersion": (1, 7), "invariant": 1, "pageCompression": 1, "lang": language}
    options["initialFontName"] = "Regular"
    return _Canvas(file, A4, **options)


def _metadata(canvas: Canvas, title: str) -> None:
    canvas.setTitle(title)
    for setter in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer):
        setter("")
    canvas.setViewerPreference("DisplayDocTitle", "true")


@cache
def _ink(token: str) -> Color:
    colours = json.loads((paths.assets() / "tokens.json").read_text(encoding="utf-8"))
    return HexColor(colours["light"][token])


def _placed(canvas: Canvas, structure: Structure, placed: Placed) -> None:
    y = _TOP - placed.top
    if placed.unit.box:
        with _marked(canvas, "/Artifact BMC"):
            _box(canvas, placed.unit.box, y, sum(row.height for row in placed.rows))
    for row in placed.rows:
        _row(canvas, structure, row, y, placed.unit.box)
        y -= row.height


def _box(canvas: Canvas, kind: BoxKind, top: float, height: float) -> None:
    if kind == "contact":
        canvas.setStrokeColor(_ink("line"))
        canvas.setLineWidth(0.8)
        canvas.roundRect(_LEFT, top - height, compose.WIDTH, height, 5)
        return
    ground, bar, _text = _NOTICES[kind]
    canvas.setFillColor(_ink(ground))
    canvas.rect(_LEFT, top - height, compose.WIDTH, height, stroke=0, fill=1)
    canvas.setFillColor(_ink(bar))
    canvas.rect(_LEFT, top - height, 5, height, stroke=0, fill=1)


def _row(canvas: Canvas, structure: Structure, row: Row, top: float, box: BoxKind | None) -> None:
    for mark in row.marks:
        match mark:
            case Text(element, x, words, style):
                with _marked(canvas, structure.mark(element)):
                    _write(canvas, _LEFT + x, top - style.baseline, words, style)
            case Disc(x, y, radius):
                with _marked(canvas, "/Artifact BMC"):
                    canvas.setFillColor(_ink("accent"))
                    canvas.circle(_LEFT + x, top - y, radius, stroke=0, fill=1)
            case Pictogram():
                _pictogram(canvas, structure, mark, top, box)
            case _:
                assert_never(mark)


def _pictogram(canvas: Canvas, structure: Structure, mark: Pictogram, top: float, box: BoxKind | None) -> None:
    x, y = _LEFT + mark.x, top - mark.y - mark.side
    operator = "/Artifact BMC"
    if mark.element:
        operator = structure.mark(mark.element)
        mark.element.attributes = f"<< /O /Layout /BBox [{x:.2f} {y:.2f} {x + mark.side:.2f} {y + mark.side:.2f}] >>"
    ink = _ink(_NOTICES[box][2] if box in _NOTICES else "accent")
    with _marked(canvas, operator):
        canvas.setStrokeColor(ink)
        canvas.setFillColor(ink)
        pictograms.draw(canvas, mark.name, x, y, mark.side)


def _furniture(canvas: Canvas, title: str, page_words: str) -> None:
    """The head and foot of a page; a screen reader passes over them."""
    style = typeface.SMALL
    page_width = typeface.width(page_words, style)
    with _marked(canvas, "/Artifact <</Type /Pagination /Subtype /Header>> BDC"):
        _write(canvas, _LEFT, _HEIGHT - 44, _("Informatiepunt Digitale Overheid"), style)
    with _marked(canvas, "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"):
        canvas.setStrokeColor(_ink("line"))
        canvas.setLineWidth(0.8)
        canvas.line(_LEFT, 54, _LEFT + compose.WIDTH, 54)
        _write(canvas, _LEFT, 38, _shortened(title, style, compose.WIDTH - page_width - 24), style)
        _write(canvas, _LEFT + compose.WIDTH - page_width, 38, page_words, style)


def _shortened(text: str, style: Style, room: float) -> str:
    whole = typeface.clean(text, style)
    if typeface.width(whole, style) <= room:
        return whole
    return typeface.lines(whole, style, room - typeface.width("…", style))[0].rstrip() + "…"


def _write(canvas: Canvas, x: float, y: float, words: str, style: Style) -> None:
    canvas.setFont(style.face, style.size)
    canvas.setFillColor(_ink(style.ink))
    canvas.drawString(x, y, words)


@contextmanager
def _marked(canvas: Canvas, operator: str) -> Iterator[None]:
    canvas.addLiteral(operator)
    yield
    canvas.addLiteral("EMC")
