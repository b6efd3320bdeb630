"""What is seen before it is read: pictograms, large values, codes, room to write; on paper and on the screen."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ido_kiosk.base import pdf, qr
from ido_kiosk.base.blocks import (
    Big,
    Block,
    Captioned,
    Heading,
    Notice,
    Paragraph,
    Pictured,
    QrCode,
    Small,
    Ticks,
    WritingRoom,
    beside_dutch,
)
from ido_kiosk.guides.content.texts import PICTURES
from ido_kiosk.qt import figures, pictograms, theme
from ido_kiosk.qt.block_view import block_view
from tests.paper.handout import opened, page_text, texts, tree

ON_PAPER = sorted({*filter(None, PICTURES.values()), "forward", "information", "search"})
ADDRESS = "https://www.digid.nl/aanvragen"
FIGURES: list[Block] = [
    Heading("Een blad", 1),
    Pictured((Captioned("keyboard", "Typ het adres."), Captioned("post", "Wacht op de brief."))),
    Pictured(
        (Captioned("letter", "De brief"), Captioned("mobile", "Uw telefoon"), Captioned("paper", "Dit blad")), True
    ),
    Big("Bel DigiD", "088 123 65 55", "phone"),
    Big("Kom terug op", "", "calendar"),
    Ticks(("Schrijf u in.", "Vraag DigiD aan.")),
    QrCode(ADDRESS, "digid.nl", "Kom gerust terug."),
    WritingRoom("Wat is afgesproken?", 3),
]  # fmt: skip


@pytest.fixture
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


def test_every_figure_reaches_paper_in_order() -> None:
    text = page_text(opened(FIGURES)[0])
    position = 0
    for words in ["Typ het adres.", "Wacht op de brief.", "De brief", "Uw telefoon", "Dit blad", "Bel DigiD",
                  "088 123 65 55", "Kom terug op", "Schrijf u in.", "Vraag DigiD aan.", "Kom gerust terug.", "digid.nl",
                  "Wat is afgesproken?"]:  # fmt: skip
        position = text.index(words, position) + len(words)


def test_a_number_to_call_is_24_points() -> None:
    page = opened(FIGURES)[0]
    (number,) = [item for item in texts(page) if "088" in item.extract()]
    assert number.get_font_size() == pytest.approx(24, abs=0.1)


def test_a_code_is_a_figure_that_says_where_it_leads_and_pictures_beside_words_only_decorate() -> None:
    figures_ = [node.alt for node in tree(opened(FIGURES)[0]).walk() if node.kind == "Figure"]
    assert figures_ == [f"QR-code: {ADDRESS}"]


def test_the_squares_on_paper_are_those_of_the_code() -> None:
    page = opened([QrCode(ADDRESS, "digid.nl"), Small("Bron: DigiD")])[0]
    scale = 6
    picture = page.render(scale=scale, grayscale=True)
    pixels = bytes(picture.buffer)

    def is_dark(x: float, y: float) -> bool:
        return pixels[round(y * scale) * picture.stride + round(x * scale)] < 128

    bounds = [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    left, bottom, right, top = max(bounds, key=lambda found: (found[3] - found[1]) * ((found[2] - found[0]) < 200))
    expected = qr.squares(ADDRESS)
    side = (right - left) / len(expected)
    assert top - bottom == pytest.approx(right - left, abs=0.1)
    assert side >= 2
    height = page.get_height()
    seen = tuple(
        tuple(is_dark(left + (x + 0.5) * side, height - top + (y + 0.5) * side) for x in range(len(expected)))
        for y in range(len(expected))
    )
    assert seen == expected
    quiet = 4 * side
    words = [item.get_bounds()[0] for item in texts(page) if "digid" in item.extract()]
    assert min(words) > right + quiet
    assert max(item.get_bounds()[3] for item in texts(page) if "Bron" in item.extract()) < bottom - quiet


def test_pictures_stand_in_one_row_and_no_word_below_them_is_broken() -> None:
    things = ("Uw burgerservicenummer", "Uw eigen telefoon", "Uw eigen e-mailadres")
    block = Pictured(tuple(Captioned("letter", text) for text in things), beside=True)
    with pypdfium2.PdfDocument(pdf.make([block], "Blad", "nl", one_side=True)) as document:
        found = texts(document[0])
        words = [item.extract().strip() for item in found]
        assert "burgerservicenummer" in words
        first = {round(item.get_bounds()[3]) for item in found if item.extract().strip().startswith("Uw")}
    assert max(first) - min(first) <= 2


def test_what_is_large_has_its_remark_and_a_line_to_write_on_with_it() -> None:
    page = opened([Big("Vandaag", "26 november 2026", "calendar", "Nog niet nagekeken.", "Kom terug op")])[0]
    assert "Vandaag 26 november 2026 Nog niet nagekeken. Kom terug op" in page_text(page)


def test_room_to_write_shrinks_to_save_a_page_only_where_it_may() -> None:
    long_text: list[Block] = [Paragraph(f"Regel {number}") for number in range(21)]
    for can_shrink, count in ((True, 1), (False, 2)):
        assert len(opened([*long_text, WritingRoom("Ruimte", 9, can_shrink)])) == count


def test_the_squares_on_the_screen_are_those_of_the_code(look: None) -> None:
    picture = figures.qr_picture(ADDRESS, 1).toImage()
    expected = qr.squares(ADDRESS)
    side = len(expected)
    seen = tuple(tuple(picture.pixelColor(x + 4, y + 4).lightness() < 128 for x in range(side)) for y in range(side))
    assert seen == expected
    assert picture.width() == side + 8


@pytest.mark.parametrize("name", ON_PAPER)
def test_each_pictogram_that_a_writer_may_name_can_be_drawn_on_paper_and_on_the_screen(look: None, name: str) -> None:
    page = opened([Big("Woord", "Waarde", name)])[0]
    blank = opened([Paragraph("Woord")])[0]
    drawn = [len(list(found.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]))) for found in (page, blank)]
    assert drawn[0] > drawn[1] + 1
    image = pictograms.icon(name, 48).pixmap(48, 48).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(48) for y in range(48))
    assert 60 < inked < 1500


def test_every_figure_is_on_the_screen_too(look: None, qtbot: QtBot) -> None:
    view = block_view(FIGURES)
    qtbot.addWidget(view)
    view.resize(480, 900)
    view.show()
    shown = [part.text() for part in view.findChildren(QLabel) if part.text()]
    for words in ("Typ het adres.", "De brief", "088 123 65 55", "Vraag DigiD aan.", "digid.nl", "Wat is afgesproken?"):
        assert words in shown
    names = [part.accessibleName() for part in view.findChildren(QLabel) if part.accessibleName()]
    assert names == [f"QR-code: {ADDRESS}"]


TOLD: list[Block] = [
    Heading("Wait", 1),
    Notice("Look out", "warning"),
    Paragraph("Bel de gemeente."),
    Paragraph("DigiD"),
]
DUTCH: list[Block] = [
    Heading("Wacht", 1),
    Notice("Let op", "warning"),
    Paragraph("Bel de gemeente."),
    Paragraph("DigiD"),
]


def test_below_each_text_stands_its_dutch_smaller_and_marked_as_dutch() -> None:
    page = opened(beside_dutch(TOLD, DUTCH, "Nederlands"))[0]
    spans = [(node.text.strip(), node.language) for node in tree(page).walk() if node.kind == "Span"]
    assert spans == [("Wacht", "nl"), ("Let op", "nl"), ("Bel de gemeente.", "nl"), ("Nederlands", "nl")]
    sizes = {item.extract().strip(): item.get_font_size() for item in texts(page)}
    assert sizes["Wacht"] < sizes["Wait"]
    assert sizes["Let op"] < sizes["Look out"]


def test_the_screen_shows_the_dutch_too(look: None, qtbot: QtBot) -> None:
    view = block_view(beside_dutch(TOLD, DUTCH, "Nederlands"))
    qtbot.addWidget(view)
    shown = [part.text() for part in view.findChildren(QLabel) if part.text()]
    assert shown == ["Wait", "Wacht", "Look out", "Let op", "Bel de gemeente.", "Nederlands", "DigiD"]


def test_two_texts_that_are_not_each_others_translation_are_refused() -> None:
    with pytest.raises(ValueError):
        beside_dutch([Paragraph("a b"), Paragraph("c")], [Paragraph("a b")], "Nederlands")
    with pytest.raises(ValueError):
        beside_dutch([Paragraph("a b")], [Heading("a b", 1)], "Nederlands")


def test_one_side_takes_the_largest_text_that_fits_and_has_no_foot() -> None:
    few, more = [
        pypdfium2.PdfDocument(pdf.make([Paragraph("Kom terug.")] * count, "Titel", "nl", one_side=True))
        for count in (3, 30)
    ]
    sizes = [max(item.get_font_size() for item in texts(document[0])) for document in (few, more)]
    assert (len(few), len(more)) == (1, 1)
    assert sizes[0] > sizes[1] >= 12
    assert "Titel" not in page_text(few[0])
    assert "blad" not in page_text(few[0])


@pytest.mark.parametrize("size", [14, 18])
def test_the_text_has_the_size_that_was_asked(size: int) -> None:
    page = pypdfium2.PdfDocument(pdf.make([Paragraph("Kom terug.")], "Titel", "nl", size))[0]
    (found,) = [item.get_font_size() for item in texts(page) if "Kom terug" in item.extract()]
    assert found == pytest.approx(size, abs=0.1)
