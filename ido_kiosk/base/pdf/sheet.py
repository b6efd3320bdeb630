"""Draw the sheet: pages with their text and marks, head and foot, tags and metadata."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4

from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _
from ido_kiosk.base.pdf import compose, document, typeface
from ido_kiosk.base.pdf.drawing import LEFT, TOP, Page, ink, marked
from ido_kiosk.base.pdf.marks import WIDTH
from ido_kiosk.base.pdf.paginate import ROOMY, USUAL, Placed, pages
from ido_kiosk.base.pdf.tags import Element, Structure
from ido_kiosk.base.pdf.typeface import Setting, Style

_BOTTOM = 72
_BOTTOM_WITHOUT_FOOT = 44
_SIZES = (20, 18, 16, 14, 13, 12)
"""Points: the text on a sheet of one side is as large as there is room for."""
_SIZES_ON_TWO = (14, 13, 12, 11)
_SIDES = 2

_Filled = tuple[Element, list[list[Placed]]]


def draw(blocks: Sequence[Block], title: str, language: str, size: int, one_side: bool) -> bytes:
    """The sheet as bytes; see ``ido_kiosk.base.pdf.make``."""
    setting = Setting(language, size)
    root, filled = _laid_out(blocks, setting, one_side)
    file = BytesIO()
    canvas = document.start(file, language)
    structure = Structure(root)
    page = Page(canvas, structure, setting.is_right_to_left)
    for number, placed_units in enumerate(filled, start=1):
        structure.start_page()
        _head(page)
        if len(filled) > 1 or not one_side:
            words = _("blad {number} van {count}").format(number=number, count=len(filled))
            _foot(page, typeface.clean(title, typeface.SMALL, setting), words)
        for placed in placed_units:
            page.place(placed)
        canvas.showPage()
    document.finish(canvas, structure, title)
    return file.getvalue()


def count_pages(blocks: Sequence[Block], language: str, size: int, one_side: bool) -> int:
    """How many pages the blocks fill; see ``ido_kiosk.base.pdf.count_pages``."""
    if one_side:
        _root, filled = _filled(blocks, Setting(language, _SIZES[-1]), _BOTTOM_WITHOUT_FOOT, ROOMY)
    else:
        _root, filled = _filled(blocks, Setting(language, size), _BOTTOM, USUAL)
    return len(filled)


def _laid_out(blocks: Sequence[Block], setting: Setting, one_side: bool) -> _Filled:
    return _one_side(blocks, setting.language) if one_side else _filled(blocks, setting, _BOTTOM, USUAL)


def _one_side(blocks: Sequence[Block], language: str) -> _Filled:
    """The blocks as large as fits on one side; where that is impossible on the two sides of one piece of paper."""
    for size in _SIZES:
        root, filled = _filled(blocks, Setting(language, size), _BOTTOM_WITHOUT_FOOT, ROOMY)
        if len(filled) == 1:
            return root, filled
    for size in _SIZES_ON_TWO:
        root, filled = _filled(blocks, Setting(language, size), _BOTTOM, USUAL)
        if len(filled) <= _SIDES:
            break
    return root, filled


def _filled(blocks: Sequence[Block], setting: Setting, bottom: float, white: Sequence[float]) -> _Filled:
    root = Element("Document")
    return root, pages(compose.units(blocks, root, setting), TOP - bottom, white)


def _head(page: Page) -> None:
    """The head of a page; a screen reader passes over head and foot."""
    with marked(page.canvas, "/Artifact <</Type /Pagination /Subtype /Header>> BDC"):
        page.write(0, A4[1] - 44, _("Informatiepunt Digitale Overheid"), typeface.SMALL)


def _foot(page: Page, title: str, page_words: str) -> None:
    style = typeface.SMALL
    page_width = typeface.width(page_words, style)
    with marked(page.canvas, "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"):
        page.canvas.setStrokeColor(ink("line"))
        page.canvas.setLineWidth(0.8)
        page.canvas.line(LEFT, 54, LEFT + WIDTH, 54)
        page.write(0, 38, _shortened(title, style, WIDTH - page_width - 24), style)
        page.write(WIDTH - page_width, 38, page_words, style)


def _shortened(title: str, style: Style, room: float) -> str:
    if typeface.width(title, style) <= room:
        return title
    return typeface.first_line(title, style, room - typeface.width("…", style)).rstrip() + "…"
