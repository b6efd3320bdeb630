"""The tags of a sheet: what a screen reader reads, in order."""

import pypdfium2
import pypdfium2.raw as pdfium

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Paragraph
from tests.paper.handout import HANDOUT, SENTENCE, opened, texts, tree, words_of


def test_structure_is_tagged_in_reading_order():
    nodes = [node for page in opened(HANDOUT) for node in tree(page).walk()]
    outline = [(node.kind, node.text.strip()) for node in nodes if node.kind in ("H1", "H2", "H3", "Lbl", "LBody")]
    assert outline[:11] == [
        ("H1", "DigiD aanvragen"),
        ("H2", "Dit hebt u nodig"),
        ("Lbl", "•"),
        ("LBody", "Uw burgerservicenummer"),
        ("Lbl", "•"),
        ("LBody", "Een e-mailadres"),
        ("H3", "Stap 1: Vraag DigiD aan"),
        ("Lbl", "4"),
        ("LBody", "Ga naar digid.nl."),
        ("Lbl", "5"),
        ("LBody", "Kies Aanvragen."),
    ]
    assert [node.kind for node in nodes].count("L") == 3
    assert [node.alt for node in nodes if node.kind == "Figure"] == ["Let op", "Goed", "Uitleg"]


def test_every_text_is_either_tagged_or_head_and_foot():
    for page in opened(HANDOUT):
        tagged = "".join(node.text for node in tree(page).walk())
        loose = [item.extract().strip() for item in texts(page) if pdfium.FPDFPageObj_GetMarkedContentID(item.raw) < 0]
        assert tagged
        assert loose[0] == "Informatiepunt Digitale Overheid"
        assert loose[1] == "DigiD aanvragen"
        assert loose[2].startswith("blad ")
        assert len(loose) == 3


def test_a_paragraph_over_two_pages_is_one_element_with_marks_on_both():
    first, second = list(opened([Paragraph(SENTENCE * 50)]))[:2]
    for page in (first, second):
        (paragraph,) = [node for node in tree(page).walk() if node.kind == "P"]
        assert "gemeente stuurt" in paragraph.text


def test_language_title_and_tags_stand_in_the_catalogue():
    data = pdf.make(HANDOUT, "Energie & één euro", "nl")
    document = pypdfium2.PdfDocument(data)
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert words_of(pdfium.FPDFCatalog_GetLanguage, document.raw) == "nl"
    assert document.get_metadata_value("Title") == "Energie & één euro"
    assert b"/DisplayDocTitle true" in data
    assert b"/MarkInfo" in data
