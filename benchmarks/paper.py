"""Making a sheet, against reportlab itself: the same words (and code) on as many pages, two typefaces, no tags."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.rows import Row, against_floor, median

if TYPE_CHECKING:
    from ido_kiosk.guides.printout import Kind
    from ido_kiosk.guides.service import Library, Walk

RUNS = 40
MOST = 3.0
"""Budget of design § 11."""
_BESIDE: "tuple[tuple[Kind, str, bool], ...]" = (
    ("kort", "", True),
    ("kort", ", floor without code", False),
    ("lang", "", False),
)
"""Kind of sheet, what to say of its floor, and whether that draws a code."""


def measure() -> list[Row]:
    """The median time of the short and of the long sheet of a step, each beside its floor; in turn.

    The short sheet stands beside two floors: one draws the squares of the code too, the other leaves them out.
    """
    from ido_kiosk.base import language, paths
    from ido_kiosk.guides import service

    with TemporaryDirectory() as cache:
        library = service.load_library(paths.forms(), Path(cache), "benchmark")
    walk = service.Walk("digid-aanvragen", "wachten")
    language.use("nl", paths.translations())
    return [
        _beside_floor(f"sheet '{kind}'{with_what}, median", partial(_make, kind, library, walk), has_code)
        for kind, with_what, has_code in _BESIDE
    ]


def _beside_floor(name: str, make: Callable[[], bytes], has_code: bool) -> Row:
    bare = partial(_bare, lines_on_pages(make()), has_code)
    made, floor = [], []
    for _run in range(RUNS):
        floor.append(timed(bare))
        made.append(timed(make))
    return against_floor(name, median(made), median(floor), MOST)


def _make(kind: "Kind", library: "Library", walk: "Walk") -> bytes:
    from ido_kiosk.base import language
    from ido_kiosk.guides import printout

    return printout.sheet(kind, library, walk, date(2026, 11, 26), language.content).as_pdf()


def lines_on_pages(pdf: bytes) -> list[list[str]]:
    """The text of each page, line by line."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().split("\r\n") for page in document]


def _bare(pages: list[list[str]], has_code: bool) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from ido_kiosk.base import fonts, qr

    for face in ("Regular", "Bold"):
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, str(fonts.file(face))))
    rows = qr.squares("https://digid.nl")
    dark = [(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    file = BytesIO()
    canvas = Canvas(file, A4, pageCompression=1)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.setFont("Bold" if number % 4 == 0 else "Regular", 14)
            canvas.drawString(57, 780 - 18 * number, line)
        for x, y in dark if has_code else ():
            canvas.rect(57 + 4 * x, 200 - 4 * y, 4, 4, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def timed(action: Callable[[], object]) -> float:
    """The milliseconds that it takes."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1000
