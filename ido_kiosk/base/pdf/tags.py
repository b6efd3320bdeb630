"""The structure of a tagged PDF: what is a heading, a list, a picture, and in which order a screen reader reads it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString


@dataclass(eq=False)
class Element:
    """One node of the structure: ``kind`` as PDF names it (H1, P, L …); ``alt`` says what a picture shows.

    ``language`` is that of its text where it is not that of the sheet.
    """

    kind: str
    parent: "Element | None" = None
    alt: str = ""
    attributes: str = ""
    language: str = ""
    kids: "list[Element | tuple[int, int]]" = field(default_factory=list)

    def child(self, kind: str, alt: str = "", attributes: str = "", language: str = "") -> "Element":
        """A new element at the end of this one."""
        made = Element(kind, self, alt, attributes, language)
        self.kids.append(made)
        return made

    def walk(self) -> "Iterator[Element]":
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


NUMBERED = "<< /O /List /ListNumbering /Decimal >>"
BULLETED = "<< /O /List /ListNumbering /Disc >>"


class Structure:
    """Hands out the numbers of marked content while pages are drawn, and writes the tree at the end."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._pages: list[list[Element]] = []

    def start_page(self) -> None:
        """Marks from now on stand on a new page."""
        self._pages.append([])

    def mark(self, element: Element, actual_text: str = "") -> str:
        """The operator that opens marked content of this element on the present page; ``EMC`` closes it.

        ``actual_text`` is what it says, where the letters on paper are joined and in another order.
        """
        marks = self._pages[-1]
        number = len(marks)
        marks.append(element)
        element.kids.append((len(self._pages) - 1, number))
        said = f" /ActualText <FEFF{actual_text.encode('utf-16-be').hex().upper()}>" if actual_text else ""
        return f"/{element.kind} <</MCID {number}{said}>> BDC"

    def write(self, document: Any) -> None:
        """Add the tree to reportlab's document (of which the stubs know little), whose pages must all be there."""
        elements = list(self._root.walk())
        names = {element: f"Tag{index}" for index, element in enumerate(elements)}
        for page_number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = page_number
            page.Tabs = PDFName("S")
        for element in elements:
            document.Reference(_dictionary(element, names, document), names[element])
        parents = PDFArray(
            [
                part
                for number, marks in enumerate(self._pages)
                for part in (number, PDFArray([PDFObjectReference(names[element]) for element in marks]))
            ]
        )
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        document.Catalog.StructTreeRoot = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": PDFObjectReference(names[self._root]),
                "ParentTree": document.Reference(PDFDictionary({"Nums": parents})),
                "ParentTreeNextKey": len(self._pages),
            }
        )
        document.Reference(document.Catalog.StructTreeRoot, "TagRoot")


def _dictionary(element: Element, names: dict[Element, str], document: Any) -> PDFDictionary:
    parent = names[element.parent] if element.parent else "TagRoot"
    entries = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.kind),
        "P": PDFObjectReference(parent),
    }
    marks = [kid for kid in element.kids if isinstance(kid, tuple)]
    first_page = marks[0][0] if marks else None
    if first_page is not None:
        entries["Pg"] = _page(first_page, document)
    entries["K"] = PDFArray([_kid(kid, first_page, names, document) for kid in element.kids])
    if element.alt:
        entries["Alt"] = PDFString(element.alt)
    if element.language:
        entries["Lang"] = PDFString(element.language)
    if element.attributes:
        entries["A"] = element.attributes
    return PDFDictionary(entries)


def _kid(kid: Element | tuple[int, int], first_page: int | None, names: dict[Element, str], document: Any) -> object:
    if isinstance(kid, Element):
        return PDFObjectReference(names[kid])
    page, number = kid
    if page == first_page:
        return number
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(page, document), "MCID": number})


def _page(number: int, document: Any) -> Any:
    return document.Reference(document.Pages.pages[number])
