"""A letter that is ready, and where everything stands on its paper, in millimetres from the top left corner."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from ido_kiosk.base import paths
from ido_kiosk.letters.content.envelope import Envelope
from ido_kiosk.letters.content.envelopes import read_envelopes
from ido_kiosk.letters.service import Dots, Ready
from ido_shared.content.problems import Report

ENVELOPES: dict[str, Envelope] = read_envelopes(Path(paths.forms()), Report())
DL = ENVELOPES["dl-links"]
SENTENCE = "Ik kan niet zelf op internet. Daarom vraag ik u om mijn brieven op papier te sturen. "
ADDRESS = ("Dienst Toeslagen", "t.a.v. de afdeling Één", "Postbus 4510", "6401 JA  HEERLEN")
LETTER = Ready(
    sender=("Fatima Voorbeeld", "Dorpsstraat 12", "1234 AB  VOORBEELDDORP", "06 12 34 56 78"),
    address=ADDRESS,
    address_remark="Van de website, 20 november 2026",
    place_and_day="Voorbeelddorp, 26 november 2026",
    reference="AB-123",
    asks_bsn=True,
    subject="Post op papier",
    salutation="Geachte heer, mevrouw,",
    paragraphs=("Ik wil al mijn post van u op papier krijgen.", SENTENCE.strip(), "Het gaat om: zorgtoeslag."),
    closing="Met vriendelijke groet,",
    signature="Fatima Voorbeeld",
    enclosures=("Een kopie van de brief", "Een kopie van mijn rekening"),
)
BLANK = msgspec.structs.replace(
    LETTER,
    sender=("", "", "", ""),
    place_and_day="..............., ............... 2026",
    reference="",
    signature="",
    paragraphs=("Het gaat om mijn brief van ....................", Dots("Dit zijn mijn redenen:", 7)),
)

_MM = 72 / 25.4


class Box(NamedTuple):
    """What one character or line covers."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def is_within(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether all of it shows in a window."""
        return left <= self.left and self.right <= right and top <= self.top and self.bottom <= bottom

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether some of it shows in a window."""
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom


def changed(ready: Ready = LETTER, **values: Any) -> Ready:
    return msgspec.structs.replace(ready, **values)


def characters(page: pypdfium2.PdfPage) -> list[Box]:
    """Every character that leaves ink, in the order of the file."""
    text = page.get_textpage()
    found = []
    for number in range(text.count_chars()):
        words = text.get_text_range(number, 1)
        if words.strip():
            found.append(_box(words, text.get_charbox(number), page))
    return found


def drawings(page: pypdfium2.PdfPage) -> list[Box]:
    """Every line, dotted lines and fold marks."""
    paths_ = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
    return [_box("", item.get_bounds(), page) for item in paths_]


def _box(words: str, bounds: tuple[float, float, float, float], page: pypdfium2.PdfPage) -> Box:
    left, bottom, right, top = bounds
    height = page.get_height()
    return Box(words, left / _MM, (height - top) / _MM, right / _MM, (height - bottom) / _MM)


def pages(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    yield from pypdfium2.PdfDocument(pdf)


def lines(pdf: bytes) -> list[str]:
    """The text of all pages, line by line, as a program reads it; pdfium gives two spaces as one."""
    texts = [page.get_textpage().get_text_range() for page in pages(pdf)]
    return [" ".join(line.split()) for text in texts for line in text.split("\r\n")]


def read(words: str) -> str:
    """Words as ``lines`` gives them."""
    return " ".join(words.split())
