"""Making a letter, against reportlab itself: the same lines on as many pages, the same two typefaces, no tags."""

from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.paper import MOST, RUNS, lines_on_pages, timed
from benchmarks.rows import Row, against_floor, median

if TYPE_CHECKING:
    from ido_kiosk.letters.service import Ready

_SENTENCE = "Ik kan niet zelf op internet. Daarom vraag ik u om mijn brieven op papier te sturen. "


def measure() -> list[Row]:
    """The median time of a letter of one page, and of one that goes on, each beside its floor; in turn."""
    from ido_kiosk.base import language, paths
    from ido_kiosk.letters import printout
    from ido_kiosk.letters.content.loading import load_envelopes

    language.use("nl", paths.translations())
    with TemporaryDirectory() as cache:
        envelope = next(iter(load_envelopes(paths.forms(), Path(cache), "benchmark").envelopes.values()))
    rows = []
    for name, sentences in (("a letter", 4), ("a letter of two pages", 40)):
        make = partial(printout.letter_pdf, _letter(sentences), envelope)
        bare = partial(_bare, lines_on_pages(make()))
        made, floor = [], []
        for _run in range(RUNS):
            floor.append(timed(bare))
            made.append(timed(make))
        rows.append(against_floor(f"make {name}, median", median(made), median(floor), MOST))
    return rows


def _letter(sentences: int) -> "Ready":
    from ido_kiosk.letters.service import Ready

    return Ready(
        sender=("Fatima Voorbeeld", "Dorpsstraat 12", "1234 AB  VOORBEELDDORP", "06 12 34 56 78"),
        address=("Dienst Toeslagen", "Postbus 4510", "6401 JA  HEERLEN"),
        address_remark="",
        place_and_day="Voorbeelddorp, 26 november 2026",
        reference="AB-123",
        asks_bsn=True,
        subject="Post op papier",
        salutation="Geachte heer, mevrouw,",
        paragraphs=tuple(_SENTENCE * 2 for _paragraph in range(sentences // 2)),
        closing="Met vriendelijke groet,",
        signature="Fatima Voorbeeld",
        enclosures=("Een kopie van de brief waar het om gaat",),
    )


def _bare(pages: list[list[str]]) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, A4, pageCompression=1)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.setFont("Bold" if line.startswith("Betreft") else "Regular", 11.5)
            canvas.drawString(71, 800 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
