"""The hand-out, made for real and read back with another library."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Actions, Block, Contact, Heading, Notice, Paragraph, Small, Tip
from tests.paper.handout import HANDOUT, SENTENCE, opened, page_text, texts, tree, whole_text

MARGIN_LEFT, MARGIN_RIGHT, PAGE_TOP, PAGE_BOTTOM = 56, 540, 775, 70


def test_every_block_reaches_paper_in_order():
    text = whole_text(opened(HANDOUT))
    expected = [
        "DigiD aanvragen", "Met DigiD logt u in", "Geef uw wachtwoord", "Dit hebt u nodig", "Uw burgerservicenummer",
        "Een e-mailadres", "Stap 1", "4", "Ga naar digid.nl.", "5", "Kies Aanvragen.", "Uw DigiD werkt.",
        "activeringscode", "Een code uit een brief.", "Bel DigiD", "088 123 65 55", "Van 8.00", "Maak een afspraak",
        "Postbus 96810", "2509 JE Den Haag", "Neem dit blad mee.", "Bron: DigiD",
    ]  # fmt: skip
    position = 0
    for words in expected:
        position = text.index(words, position) + len(words)


def test_tips_for_the_volunteer_stay_off_paper():
    assert "Kijk weg" not in whole_text(opened(HANDOUT))
    tips_only = opened([Tip(("Kijk weg.",))])
    assert len(tips_only) == 1
    assert "Kijk weg" not in whole_text(tips_only)


def test_pages_are_a4_and_count_themselves():
    document = opened([Heading("Lang", 1), *[Paragraph(SENTENCE * 4)] * 20], "Een lang blad")
    assert len(document) > 2
    for number, page in enumerate(document, start=1):
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.1)
        text = page_text(page)
        assert "Een lang blad" in text
        assert f"blad {number} van {len(document)}" in text


def test_a_long_text_flows_over_pages_without_losing_or_clipping_a_word():
    numbers = [f"woord{number}" for number in range(2500)]
    document = opened([Heading("Lang", 1), Paragraph(" ".join(numbers)), Notice(SENTENCE * 40, "warning")])
    assert len(document) >= 4
    assert [word for word in whole_text(document).split() if word.startswith("woord")] == numbers
    assert whole_text(document).count("gemeente stuurt") == 40
    for page in document:
        for item in texts(page):
            left, bottom, right, top = item.get_bounds()
            assert left >= MARGIN_LEFT
            assert right <= MARGIN_RIGHT
            if pdfium.FPDFPageObj_GetMarkedContentID(item.raw) >= 0:
                assert bottom >= PAGE_BOTTOM - 5
                assert top <= PAGE_TOP


WIDE = "w" * 300
ADDRESS = "https://www.mijnoverheid.nl/" + "een-heel-lang-pad/" * 12


@pytest.mark.parametrize(
    ("block", "word"),
    [(Paragraph(WIDE), WIDE), (Contact("website", "Naam", ADDRESS), ADDRESS), (Actions((WIDE,)), WIDE)],
)
def test_a_word_wider_than_the_page_is_broken_inside_the_margins(block: Block, word: str):
    page = opened([block])[0]
    assert all(item.get_bounds()[2] <= MARGIN_RIGHT for item in texts(page))
    assert word in "".join(node.text for node in tree(page).walk())


def test_a_very_long_title_is_shortened_in_the_foot_only():
    title = "Een titel die langer is dan de voet van het blad breed is, " * 3
    document = opened([Heading(title, 1)], title)
    assert document.get_metadata_value("Title") == title
    assert "…" in page_text(document[0])
    assert all(item.get_bounds()[2] <= MARGIN_RIGHT for item in texts(document[0]))


@pytest.mark.parametrize("lines_before", range(24, 36))
def test_a_heading_never_stands_alone_at_the_bottom(lines_before: int):
    blocks: list[Block] = [Paragraph(f"Regel {number}") for number in range(lines_before)]
    document = opened([*blocks, Heading("De kop", 2), Heading("De tweede kop", 3), Paragraph("De tekst eronder.")])
    pages = [page_text(page) for page in document]
    (found,) = [text for text in pages if "De kop" in text]
    assert "De tweede kop" in found
    assert "De tekst eronder." in found


@pytest.mark.parametrize("lines_before", range(10, 24))
def test_a_step_stands_on_one_page(lines_before: int):
    blocks: list[Block] = [Paragraph(f"Regel {number}") for number in range(lines_before)]
    actions = Actions((*[SENTENCE * 2] * 6, "Laatste actie."))
    document = opened([*blocks, Heading("Stap 2", 2), actions])
    (found,) = [text for text in (page_text(page) for page in document) if "Stap 2" in text]
    assert "Laatste actie." in found


def test_white_shrinks_before_a_last_page_with_one_line():
    blocks = [Paragraph(f"Regel {number}") for number in range(25)]
    assert len(opened([*blocks, Small("Bron: DigiD")])) == 1


def test_metadata_says_nothing_of_who_made_it_or_when():
    metadata = opened(HANDOUT).get_metadata_dict()
    assert metadata.pop("CreationDate").startswith("D:2000")
    assert metadata.pop("ModDate").startswith("D:2000")
    assert {name for name, value in metadata.items() if value} == {"Title"}


def test_all_fonts_are_embedded_subsets():
    data = pdf.make(HANDOUT, "Blad", "nl")
    fonts = {}
    for page in pypdfium2.PdfDocument(data):
        for item in texts(page):
            font = item.get_font()
            fonts[font.get_base_name()] = font.is_embedded
    assert len(fonts) == 2
    assert all(fonts.values())
    assert all("Atkinson" in name for name in fonts)
    assert b"Helvetica" not in data
    assert len(data) < 60_000


def test_the_same_blocks_give_the_same_bytes_in_every_process():
    script = (
        "import sys; from ido_kiosk.base import pdf; from ido_kiosk.base.blocks import Heading, Paragraph\n"
        "sys.stdout.buffer.write(pdf.make([Heading('Kop', 1), Paragraph('Tekst')], 'Blad', 'nl'))"
    )
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
    assert pdf.make([Heading("Kop", 1), Paragraph("Tekst")], "Blad", "nl") == other


def test_sheets_made_at_the_same_time_do_not_disturb_each_other():
    accents = [Paragraph("áàäâãåçéèëêíìïîñóòöôõúùüûýÿ ÁÀÄÂÃÅÇÉÈËÊÍÌÏÎÑÓÒÖÔÕÚÙÜÛÝ ĆČĐĞĘŁŃŠŚŞŽŻ")] * 2
    alone = pdf.make(accents, "Blad", "nl")
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert set(threads.map(lambda _number: pdf.make(accents, "Blad", "nl"), range(80))) == {alone}
    finally:
        sys.setswitchinterval(usual)


@pytest.mark.parametrize("block", [
    Paragraph("Vink aan ✓ en ga door"),
    Actions(("Vink aan ✓ en ga door",)),
    Contact("phone", "Vink aan ✓ en ga door", "14 010"),
])  # fmt: skip
def test_a_missing_character_fails_loudly(block: Block):
    with pytest.raises(pdf.MissingCharacterError) as raised:
        pdf.make([block], "Blad", "nl")
    assert raised.value.character == "✓"
    assert raised.value.text == "Vink aan ✓ en ga door"
    assert "✓ (U+2713)" in str(raised.value)


def test_a_missing_character_in_the_title_fails_too():
    with pytest.raises(pdf.MissingCharacterError):
        pdf.make([Paragraph("Tekst")], "Blad ☂", "nl")


@pytest.mark.parametrize("code", ["nl", "tr"])
def test_a_word_with_cyrillic_or_a_turkish_capital_stands_whole_in_one_typeface(code: str):
    page = pypdfium2.PdfDocument(pdf.make([Paragraph("Bel Їжак’ів en İmza nu")], "Blad", code))[0]
    faces = {item.extract().strip(): item.get_font().get_base_name() for item in texts(page)}
    assert [words for words, face in faces.items() if "PTSans" in face] == ["Їжак’ів", "İmza"]


def test_accents_and_signs_of_dutch_and_our_visitors_names_of_places_print():
    signs = "coördinator één € 1.234,56 ‘tja’ “ja” – … Şile Łódź cafe\u0301 a\u00a0b"
    assert "café a b" in whole_text(opened([Paragraph(signs)]))


def test_importing_the_package_does_not_load_reportlab():
    script = "import sys, ido_kiosk.base.pdf; sys.exit(any(name.startswith('reportlab') for name in sys.modules))"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_pictograms_are_drawn_as_lines():
    page = opened([Contact("phone", "Bel DigiD", "14 010")])[0]
    bounds = [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    sides = [(right - left, top - bottom) for left, bottom, right, top in bounds]
    assert any(15 < width < 30 and 15 < height < 30 for width, height in sides)
