"""Arabic on paper: the order of what is seen, with Qt's own text layout as the judge, and read back from the PDF."""

import re
import unicodedata
import zlib

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QApplication

from ido_kiosk.base import fonts, pdf
from ido_kiosk.base.blocks import Actions, Block, Captioned, Heading, Notice, Paragraph, Pictured, QrCode, told
from ido_kiosk.base.direction import isolated
from ido_kiosk.base.pdf import script, typeface
from ido_kiosk.qt import theme
from tests.paper.handout import texts, tree, words_of

LINES = [
    "اطلب DigiD من الموقع",
    "اتصل على الرقم 088 123 65 55 الآن",
    "موعدك يوم 26-11-2026 في المكتبة",
    "موعدك يوم 26 نوفمبر 2026 في المكتبة",
    "خذ معك رسالتك (من DigiD) وهاتفك",
    "اختر (نعم) أو [لا] ثم اضغط على «متابعة»",
    "اذهب إلى www.digid.nl/aanvragen، ثم اضغط.",
    "المكتبة مفتوحة من 9.00 إلى 17.00، يوم الاثنين.",
    "التكلفة € 12,50 فقط!",
    "هيئة DigiD: 088 123 65 55",
    "الرمز (ABC 123) يبدأ بحرف A.",
    "افتح Berichtenbox من MijnOverheid (الموقع الرسمي).",
    "الخطوة 4: انتظر الرسالة",
    "اتصل على 14 010، أو +31 70 123 45 67؟",
    "لا تكتب الرقم BSN؛ ولا كلمة السر",
    "أرسل إلى info@example.nl أو Postbus 96810",
    'هل لديك "DigiD app"؟ لا',
    "خلال 5 أيام - أو 21 يوما - من اليوم",
    "(088 123 65 55)",
    "50% من السعر / 100% من المبلغ",
]
MIRROR = {"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«"}
LAM, ALEFS = "ل", "اأإآ"
RIGHT = 540


@pytest.fixture(autouse=True)
def typefaces(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


def laid_out(text: str, width: float) -> tuple[QTextLayout, list[QTextLine]]:
    font = QFont(fonts.FAMILY)  # it lacks Arabic: each letter is one box then, and none hides in the drawing of another
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return layout, lines


def seen_by_qt(line: QTextLine, text: str) -> str:
    """The characters of a line by the place of their glyphs, from the left; brackets as they are drawn."""
    placed: dict[int, tuple[float, str]] = {}
    for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        for glyph, position, index in zip(run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True):
            character = text[index]
            mirrored = MIRROR.get(character, character)
            if mirrored != character and glyph == run.rawFont().glyphIndexesForString(mirrored)[0]:
                character = mirrored
            placed.setdefault(index, (position.x(), character))
    kept = {
        index: pair
        for index, pair in placed.items()
        if unicodedata.category(pair[1]) != "Cf" and not (index and pair[1] in ALEFS and text[index - 1] == LAM)
    }
    return "".join(character for _x, character in sorted(kept.values(), key=lambda pair: pair[0])).strip()


def seen_by_us(line: str) -> str:
    """The same for our own line: letters without their joined shapes; lam with alef counts as lam."""
    return "".join(unicodedata.normalize("NFKC", character)[0] for character in script.visual(line)).strip()


@pytest.mark.parametrize("line", LINES)
def test_a_line_has_the_order_that_qt_gives_it(line: str) -> None:
    text = isolated(line)
    _layout, (only,) = laid_out(text, 10_000)
    assert seen_by_us(line) == seen_by_qt(only, text)


def test_a_line_with_only_our_letters_runs_as_the_text_that_it_belongs_to() -> None:
    text = "اتصل بـ " + "Juridisch Loket: 0800 8020."
    style = typeface.BODY
    lines = typeface.lines(text, style, typeface.width("Juridisch Loket:", style), typeface.Setting("ar"))
    assert [script.bare(line).strip() for line in lines][-1] == "0800\xa08020."
    assert script.visual(lines[-1]) == ".0800\xa08020"
    assert script.visual("0800 8020.") == "0800 8020."


@pytest.mark.parametrize("width", [120, 180, 260])
def test_lines_of_a_wrapped_text_have_the_order_that_qt_gives_them(width: int) -> None:
    text = isolated(" ".join(LINES))
    _layout, lines = laid_out(text, width)
    assert len(lines) > 10
    for line in lines:
        start, length = line.textStart(), line.textLength()
        part = text[start : start + length]
        assert seen_by_us(script.bare(part)) == seen_by_qt(line, text), part


def test_a_number_or_address_is_isolated_once_and_whole() -> None:
    assert isolated("رقم 088 123 65 55.") == "رقم \u2066088 123 65 55\u2069."
    assert isolated("رقم 0800\xa0646\xa046.") == "رقم \u20660800\xa0646\xa046\u2069."
    assert isolated(isolated("يوم 12-03-1985")) == "يوم \u206612-03-1985\u2069"
    assert isolated("(DigiD)") == "(\u2066DigiD\u2069)"


def arabic(blocks: list[Block], title: str = "DigiD") -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf.make(blocks, title, "ar"))


def runs_on(page: pypdfium2.PdfPage) -> list[tuple[str, tuple[float, float, float, float]]]:
    """The text objects with their place, by their own glyphs."""
    return [(item.extract(), item.get_bounds()) for item in texts(page)]


def place_of(page: pypdfium2.PdfPage, words: str) -> tuple[float, float, float, float]:
    return next(bounds for text, bounds in runs_on(page) if words in text.replace("\xa0", " "))


def test_read_back_from_the_pdf_a_line_runs_from_right_to_left() -> None:
    page = arabic([Paragraph("اطلب 1 ثم 22 ثم 333")])[0]
    tagged = [item for item in texts(page) if pdfium.FPDFPageObj_GetMarkedContentID(item.raw) >= 0]
    edges = sorted((item.get_bounds()[0], item.get_bounds()[2]) for item in tagged)
    assert edges[-1][1] == pytest.approx(RIGHT - 1.4, abs=2.5)
    assert edges[0][0] > 400
    numbers = sorted(item.get_bounds() for item in tagged if "Atkinson" in item.get_font().get_base_name())
    widths = [right - left for left, _bottom, right, _top in numbers]
    assert len(widths) == 3
    assert widths[0] > widths[1] > widths[2]
    assert numbers[0][0] == edges[0][0]


def actual_texts(data: bytes) -> list[str]:
    """What each line from right to left says, for who hears or copies it."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    pages = b"".join(zlib.decompressobj().decompress(found) for found in streams if found[:1] == b"x")
    return [
        bytes.fromhex(found.decode()).decode("utf-16-be") for found in re.findall(rb"/ActualText <FEFF(\w+)>", pages)
    ]


def test_a_line_is_heard_and_copied_in_the_order_of_reading() -> None:
    line = "اتصل على 088\xa0123\xa065\xa055 (DigiD)"
    assert actual_texts(pdf.make([Paragraph(isolated(line)), Paragraph("DigiD")], "DigiD", "ar")) == [line]


def test_the_sheet_is_arabic_and_its_dutch_is_marked() -> None:
    document = arabic([Heading("عنوان", 1), Paragraph(told("اتصل", "Bel DigiD."))])
    assert words_of(pdfium.FPDFCatalog_GetLanguage, document.raw) == "ar"
    spans = [(node.language, node.text) for node in tree(document[0]).walk() if node.kind == "Span"]
    assert spans == [("nl", "Bel DigiD.")]


def test_numbers_pictograms_boxes_and_codes_stand_on_the_right() -> None:
    blocks: list[Block] = [
        Actions(("اضغط على الزر",)),
        Notice("انتبه", "warning"),
        Pictured((Captioned("phone", "اتصل"),)),
        QrCode("https://digid.nl", "digid.nl"),
    ]
    page = arabic(blocks)[0]
    right_most = [item.get_bounds()[2] for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    left_most = [item.get_bounds()[0] for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    small = [left for left, right in zip(left_most, right_most, strict=True) if right - left < 200]
    assert min(small) > 400


@pytest.mark.parametrize("language", ["nl", "en"])
def test_arabic_on_a_sheet_from_left_to_right_fails_loudly(language: str) -> None:
    with pytest.raises(pdf.RightToLeftError) as raised:
        pdf.make([Paragraph("Dit is العربية.")], "Blad", language)
    assert raised.value.character == "ا"
    assert "Dit is العربية." in str(raised.value)
    with pytest.raises(pdf.RightToLeftError):
        pdf.make([Paragraph("Tekst")], "العربية", language)


def test_dutch_below_arabic_must_be_dutch() -> None:
    with pytest.raises(pdf.MissingCharacterError):
        pdf.make([Paragraph("عربي שלום")], "Blad", "ar")


def test_dutch_left_in_an_arabic_sheet_keeps_its_own_order() -> None:
    assert script.visual("Bel DigiD (gratis).") == "Bel DigiD (gratis)."


def test_a_long_arabic_text_is_broken_in_the_order_of_reading_inside_the_margins() -> None:
    words = " ".join(LINES * 6)
    data = pdf.make([Paragraph(words)], "DigiD", "ar")
    assert "".join(actual_texts(data)).replace("\xa0", " ") == words
    document = pypdfium2.PdfDocument(data)
    assert len(document) > 1
    for page in document:
        for item in texts(page):
            left, _bottom, right, _top = item.get_bounds()
            assert left >= 56
            assert right <= RIGHT
