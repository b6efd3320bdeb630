"""Draw a letter for a window envelope: its pages with fold marks, running head, tags and metadata."""

from io import BytesIO

from msgspec.structs import replace
from reportlab.lib.pagesizes import A4

from ido_kiosk.base.language import _
from ido_kiosk.base.pdf import document, letter_rows, typeface
from ido_kiosk.base.pdf.drawing import ARTIFACT, TOP, Page, TaggedCanvas, ink, marked
from ido_kiosk.base.pdf.letter_rows import LANGUAGE, MM, SMALL, x
from ido_kiosk.base.pdf.letter_sheet import Blank, Frame, LetterSheet, Line
from ido_kiosk.base.pdf.paginate import USUAL, Placed, pages
from ido_kiosk.base.pdf.tags import Element, Structure
from ido_kiosk.base.pdf.typeface import Setting

_BOTTOM = 16 * MM
_HEAD, _FOOT = A4[1] - 16 * MM, 10 * MM
_LEFT, _RIGHT = 25.0, 190.0
_FOLD_MARK = 9.0
_WHITE = (*USUAL, 0.5)
"""A letter on one sheet of paper is worth more than its white."""
_FEWEST_LINES = 3
_SETTING = Setting(LANGUAGE)

_Filled = tuple[Element, list[list[Placed]]]


def draw(sheet: LetterSheet, frame: Frame) -> bytes:
    """The letter as bytes; see ``ido_kiosk.base.pdf.make_letter``."""
    root, filled = _laid_out(sheet, frame)
    file = BytesIO()
    canvas = document.start(file, LANGUAGE)
    structure = Structure(root)
    page = Page(canvas, structure, is_right_to_left=False)
    for number, placed_units in enumerate(filled, start=1):
        structure.start_page()
        if number == 1:
            draw_folds(canvas, frame)
        else:
            _running_head(page, sheet.running_head)
        for placed in placed_units:
            page.place(placed)
        if len(filled) > 1:
            _foot(page, _("blad {number} van {count}").format(number=number, count=len(filled)))
        canvas.showPage()
    document.finish(canvas, structure, sheet.title)
    return file.getvalue()


def _laid_out(sheet: LetterSheet, frame: Frame) -> _Filled:
    """The letter over pages, on one page with a few dotted lines less where that is enough."""
    whole = _filled(sheet, frame)
    if len(whole[1]) == 1 or not any(isinstance(paragraph, Blank) for paragraph in sheet.paragraphs):
        return whole
    for fewer in (1, 2):
        tried = _filled(replace(sheet, paragraphs=tuple(_shorter(part, fewer) for part in sheet.paragraphs)), frame)
        if len(tried[1]) == 1:
            return tried
    return whole


def _filled(sheet: LetterSheet, frame: Frame) -> _Filled:
    root = Element("Document")
    return root, pages(letter_rows.units(sheet, frame, root), TOP - _BOTTOM, _WHITE)


def _shorter(line: Line, fewer: int) -> Line:
    """Room to write with so many lines less, and never less than three."""
    if isinstance(line, str) or line.lines <= _FEWEST_LINES:
        return line
    return replace(line, lines=max(_FEWEST_LINES, line.lines - fewer))


def draw_folds(canvas: TaggedCanvas, frame: Frame) -> None:
    """Short lines at the edge of the paper that the window never shows."""
    is_left = frame.reach.left > A4[0] / MM - frame.reach.right
    begin = 0 if is_left else A4[0] - _FOLD_MARK * MM
    with marked(canvas, ARTIFACT):
        canvas.setStrokeColor(ink("border"))
        canvas.setLineWidth(0.6)
        for fold in frame.folds:
            canvas.line(begin, A4[1] - fold * MM, begin + _FOLD_MARK * MM, A4[1] - fold * MM)


def _running_head(page: Page, words: str) -> None:
    line = typeface.clean(words, SMALL, _SETTING)
    room = (_RIGHT - _LEFT) * MM
    if typeface.width(line, SMALL) > room:
        line = typeface.first_line(line, SMALL, room - typeface.width("…", SMALL)).rstrip() + "…"
    with marked(page.canvas, "/Artifact <</Type /Pagination /Subtype /Header>> BDC"):
        page.write(x(_LEFT), _HEAD, line, SMALL)


def _foot(page: Page, words: str) -> None:
    with marked(page.canvas, "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"):
        page.write(x(_RIGHT) - typeface.width(words, SMALL), _FOOT, words, SMALL)
