"""Draw the sheet to hold against an envelope: the window, rulers in millimetres, and what to do."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ido_kiosk.base.pdf import document, letter, letter_rows, tags, typeface
from ido_kiosk.base.pdf.drawing import TOP, Page, ink, marked
from ido_kiosk.base.pdf.letter_rows import MM, x, y
from ido_kiosk.base.pdf.letter_sheet import Area, WindowTest
from ido_kiosk.base.pdf.marks import Row, Text, Unit
from ido_kiosk.base.pdf.paginate import USUAL, pages
from ido_kiosk.base.pdf.tags import Element, Structure
from ido_kiosk.base.pdf.typeface import Setting, Style

_LANGUAGE_SETTING = Setting(letter_rows.LANGUAGE)
_TITLE = Style("Bold", 17, 22)
_TEXT = Style("Regular", 13, 18)
_FIGURES = Style("Regular", 8, 10)
_LEFT, _RIGHT = 25.0, 190.0
_BELOW = 132.0
"""Where the instructions begin, in millimetres from the top."""
_CONTROL = Area(_LEFT, 120.0, 100.0, 0.0)
_TICKS = {10: 4.0, 5: 3.0, 1: 1.6}
"""Every so many millimetres a tick of this length."""


def draw(test: WindowTest) -> bytes:
    """The test sheet as bytes; see ``ido_kiosk.base.pdf.make_window_test``."""
    root = Element("Document")
    title = root.child("H1")
    figure = root.child("Figure", test.picture, _box(Area(0, 30, 210, 95)))
    address = figure.child("Div")
    specimen = tuple(letter_rows.address_marks(test.address, test.frame.address, address))
    head = Row(y(_BELOW), (Text(title, x(_LEFT), _clean(test.title, _TITLE), _TITLE, y(17)), *specimen))
    filled = pages([Unit((head,), 0, with_next=True), *_words(test, root)], TOP - 20 * MM, USUAL)
    file = BytesIO()
    canvas = document.start(file, letter_rows.LANGUAGE)
    structure = Structure(root)
    page = Page(canvas, structure, is_right_to_left=False)
    for number, placed_units in enumerate(filled):
        structure.start_page()
        if not number:
            letter.draw_folds(canvas, test.frame)
            with marked(canvas, structure.mark(figure)):
                _drawing(page, test)
        for placed in placed_units:
            page.place(placed)
        canvas.showPage()
    document.finish(canvas, structure, test.title)
    return file.getvalue()


def _box(area: Area) -> str:
    left, right = area.left * MM, area.right * MM
    return f"<< /O /Layout /BBox [{left:.2f} {A4[1] - area.bottom * MM:.2f} {right:.2f} {A4[1] - area.top * MM:.2f}] >>"


def _clean(words: str, style: Style) -> str:
    return typeface.clean(words, style, _LANGUAGE_SETTING)


def _words(test: WindowTest, root: Element) -> Iterator[Unit]:
    listed = root.child("L", attributes=tags.NUMBERED)
    for number, instruction in enumerate(test.instructions, start=1):
        entry = listed.child("LI")
        label = Text(entry.child("Lbl"), x(_LEFT), f"{number}.", _TEXT)
        first, *others = _rows(entry.child("LBody"), instruction, _LEFT + 9)
        yield Unit((Row(first.height, (label, *first.marks)), *others), 6)
    for note in test.notes:
        yield Unit(tuple(_rows(root.child("P"), note, _LEFT)), 10)


def _rows(element: Element, words: str, left: float) -> list[Row]:
    found = typeface.lines(words, _TEXT, (_RIGHT - left) * MM, _LANGUAGE_SETTING)
    return [Row(_TEXT.leading, (Text(element, x(left), line, _TEXT),)) for line in found]


def _drawing(page: Page, test: WindowTest) -> None:
    """The window where the envelope shows it, the room for the address, and a ruler at two of its edges."""
    canvas, window, most = page.canvas, test.window, test.most_offset
    canvas.setStrokeColor(ink("accent"))
    canvas.setLineWidth(1.2)
    _outline(canvas, window)
    canvas.setStrokeColor(ink("border"))
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 2)
    _outline(canvas, test.frame.address)
    canvas.setDash()
    canvas.setStrokeColor(ink("text"))
    for down in (window.top + 4, window.bottom + most * 0.4):
        _lying(page, window.left, down, most)
    _standing(page, window.right - most - 8, window.top, most)
    _control(page)


def _outline(canvas: Canvas, area: Area) -> None:
    canvas.rect(area.left * MM, A4[1] - area.bottom * MM, area.width * MM, area.height * MM, fill=0)


def _lying(page: Page, middle: float, top: float, most: int) -> None:
    """A ruler across, 0 at its middle, its numbers below it."""
    _line(page.canvas, middle - most, top, middle + most, top)
    for step in range(-most, most + 1):
        _line(page.canvas, middle + step, top - _tick(step), middle + step, top)
        if step % 5 == 0:
            _number(page, _signed(step), middle + step, top + 3.2)


def _standing(page: Page, left: float, middle: float, most: int) -> None:
    """A ruler downwards, 0 at its middle, its numbers to the right of it."""
    _line(page.canvas, left, middle - most, left, middle + most)
    for step in range(-most, most + 1):
        _line(page.canvas, left, middle + step, left + _tick(step), middle + step)
        if step % 5 == 0:
            _number(page, _signed(step), left + 6.5, middle + step + 1)


def _control(page: Page) -> None:
    """A line of ten centimetres, to see that nothing was made smaller."""
    left, top, length = _CONTROL.left, _CONTROL.top, round(_CONTROL.width)
    _line(page.canvas, left, top, _CONTROL.right, top)
    for step in range(0, length + 1, 5):
        _line(page.canvas, left + step, top - _tick(step), left + step, top)
    for step in range(0, length + 1, 10):
        _number(page, str(step), left + step, top + 3.5)


def _number(page: Page, words: str, middle: float, foot: float) -> None:
    """A number on white, so that no line runs through it."""
    width = typeface.width(words, _FIGURES)
    left, bottom = middle * MM - width / 2, A4[1] - foot * MM
    page.canvas.setFillGray(1)
    page.canvas.rect(left, bottom - 0.5, width, _FIGURES.size * 0.8, stroke=0, fill=1)
    page.write(x(middle) - width / 2, bottom, words, _FIGURES)


def _tick(step: int) -> float:
    return next(length for every, length in _TICKS.items() if step % every == 0)


def _signed(step: int) -> str:
    return f"+{step}" if step > 0 else str(step).replace("-", "\u2212")


def _line(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> None:
    canvas.line(left * MM, A4[1] - top * MM, right * MM, A4[1] - bottom * MM)
