"""A sheet with a block of every kind, and how a test reads a sheet back."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import (
    Actions,
    Block,
    Bullets,
    Contact,
    Definitions,
    Heading,
    Notice,
    Paragraph,
    Small,
    Tip,
)

HANDOUT: list[Block] = [
    Heading("DigiD aanvragen", 1),
    Paragraph("Met DigiD logt u in bij de overheid."),
    Notice("Geef uw wachtwoord nooit aan een ander.", "warning"),
    Heading("Dit hebt u nodig", 2),
    Bullets(("Uw burgerservicenummer", "Een e-mailadres")),
    Tip(("Kijk weg bij het wachtwoord.",)),
    Heading("Stap 1: Vraag DigiD aan", 3),
    Actions(("Ga naar digid.nl.", "Kies Aanvragen."), first=4),
    Notice("Uw DigiD werkt.", "good"),
    Definitions((("activeringscode", "Een code uit een brief."),)),
    Contact("phone", "Bel DigiD", "088 123 65 55", "Van 8.00 tot 22.00 uur"),
    Contact("website", "Website van DigiD", "digid.nl"),
    Contact("counter", "Ga naar de gemeente", "Maak een afspraak"),
    Contact("post", "Schrijf naar DigiD", "Postbus 96810\n2509 JE Den Haag"),
    Notice("Neem dit blad mee.", "information"),
    Small("Bron: DigiD, 20 november 2026"),
]
SENTENCE = "De gemeente stuurt een brief naar het adres waar u staat ingeschreven. "


def opened(blocks: list[Block], title: str = "DigiD aanvragen") -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf.make(blocks, title, "nl"))


def texts(page: pypdfium2.PdfPage):
    return list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()))


def page_text(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def whole_text(document: pypdfium2.PdfDocument) -> str:
    return " ".join(page_text(page) for page in document)


@dataclass
class Node:
    """An element of the structure tree with the text that it marks."""

    kind: str
    alt: str
    text: str
    kids: list["Node"]
    language: str = ""

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()


def words_of(call, *arguments) -> str:
    size = call(*arguments, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    call(*arguments, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def tree(page: pypdfium2.PdfPage) -> Node:
    marked: dict[int, str] = {}
    for item in texts(page):
        number = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        marked[number] = marked.get(number, "") + item.extract()
    root = pdfium.FPDF_StructTree_GetForPage(page.raw)
    return _node(pdfium.FPDF_StructTree_GetChildAtIndex(root, 0), marked)


def _node(element, marked: dict[int, str]) -> Node:
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    numbers = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index) for index in range(count)]
    kids = [
        pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        for index in range(pdfium.FPDF_StructElement_CountChildren(element))
    ]
    return Node(
        words_of(pdfium.FPDF_StructElement_GetType, element),
        words_of(pdfium.FPDF_StructElement_GetAltText, element),
        "".join(marked.get(number, "") for number in numbers),
        [_node(kid, marked) for kid in kids if kid],
        words_of(pdfium.FPDF_StructElement_GetLang, element),
    )
