"""A ready letter on paper, read back with another library."""

from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.base.blocks import Heading, Paragraph
from ido_kiosk.base.pdf import MissingCharacterError, RightToLeftError
from ido_kiosk.letters import printout
from ido_kiosk.letters.service import Dots
from tests.letters.paper import (
    BLANK,
    DL,
    ENVELOPES,
    LETTER,
    SENTENCE,
    changed,
    characters,
    drawings,
    lines,
    pages,
    read,
)
from tests.paper.handout import texts, tree, words_of


def test_what_is_given_stands_there_in_the_order_of_reading() -> None:
    assert lines(printout.letter_pdf(LETTER, DL)) == [
        *map(read, (*LETTER.sender, *LETTER.address)),
        LETTER.place_and_day,
        "Uw kenmerk: AB-123",
        "Burgerservicenummer:",
        "Betreft: Post op papier",
        LETTER.salutation,
        "Ik wil al mijn post van u op papier krijgen.",
        "Ik kan niet zelf op internet. Daarom vraag ik u om mijn brieven op papier te sturen.",
        "Het gaat om: zorgtoeslag.",
        LETTER.closing,
        LETTER.signature,
        "Bijlagen:",
        "• Een kopie van de brief",
        "• Een kopie van mijn rekening",
    ]


def test_what_is_not_asked_does_not_stand_there() -> None:
    found = lines(printout.letter_pdf(changed(reference=None, asks_bsn=False, enclosures=()), DL))
    assert found[-1] == LETTER.signature
    assert not [line for line in found if "kenmerk" in line or "nummer" in line or "Bijlage" in line]
    assert LETTER.address_remark not in found


def test_one_enclosure_is_told_in_the_singular() -> None:
    assert "Bijlage:" in lines(printout.letter_pdf(changed(enclosures=("Een kopie",)), DL))


def test_a_blank_letter_fits_on_one_page_with_lines_to_write_on() -> None:
    (page,) = pages(printout.letter_pdf(BLANK, DL))
    rules = sorted(box.top for box in drawings(page) if box.right - box.left > 150)
    reasons = rules[:7]
    assert [below - above for above, below in pairwise(reasons)] == pytest.approx([8.2] * 6, abs=0.1)
    assert len(rules) == 8  # and one for the name
    found = lines(printout.letter_pdf(BLANK, DL))
    assert found[:4] == ["Naam:", "Straat en huisnummer:", "Postcode en plaats:", "Telefoon:"]
    assert found[-4:-2] == ["Naam:", "Bijlagen:"]
    assert any("brief van ...................." in line for line in found)


@pytest.mark.parametrize("envelope", ENVELOPES)
@pytest.mark.parametrize("down", [-10, 0, 10])
def test_there_is_room_to_write_the_sender(envelope: str, down: int) -> None:
    page = next(pages(printout.letter_pdf(BLANK, ENVELOPES[envelope], (0, down))))
    rules = [box for box in drawings(page) if box.top < 47 and box.right - box.left > 30]
    assert len(rules) == 4
    tops = sorted({round(rule.top, 1) for rule in rules})
    assert all(below - above >= 7.9 for above, below in pairwise(tops))
    assert tops[0] > 11


def test_only_what_is_empty_is_a_dotted_line() -> None:
    found = lines(printout.letter_pdf(changed(sender=("Fatima Voorbeeld", "", "1234 AB  DORP", "")), DL))
    assert found[:4] == ["Fatima Voorbeeld", "Straat en huisnummer:", "1234 AB DORP", "Telefoon:"]


def test_the_copy_says_so_at_the_top() -> None:
    original, copy = (printout.letter_pdf(LETTER, DL, copy=copy) for copy in (False, True))
    assert lines(copy)[0] == "Kopie voor uzelf"
    assert lines(copy)[1:] == lines(original)
    mark = characters(next(pages(copy)))[0]
    assert mark.bottom < 12
    assert mark.left > 135


@pytest.mark.parametrize("sentences", range(20, 110, 3))
def test_a_long_letter_goes_on_without_losing_a_word(sentences: int) -> None:
    paragraphs = [" ".join(f"woord{number}x{part}" for part in range(12)) for number in range(sentences)]
    joined = [" ".join(paragraphs[first : first + 7]) for first in range(0, len(paragraphs), 7)]
    pdf = printout.letter_pdf(changed(paragraphs=tuple(joined)), DL)
    count = len(list(pages(pdf)))
    assert [word for line in lines(pdf) for word in line.split() if "woord" in word] == " ".join(paragraphs).split()
    for number, page in enumerate(pages(pdf), start=1):
        found = [read(line) for line in page.get_textpage().get_text_range().split("\r\n")]
        assert (f"blad {number} van {count}" in found) == (count > 1)
        assert number == 1 or "Fatima Voorbeeld · Voorbeelddorp, 26 november 2026 · Betreft: Post op papier" in found
        if LETTER.closing in found:  # never alone: at least two lines of the text stand above it
            assert [line for line in found[: found.index(LETTER.closing)] if "woord" in line][1:]
            assert {LETTER.signature, "Bijlagen:", "• Een kopie van mijn rekening"} <= set(found)
        assert all(box.is_within(24.5, 12, 190.5, 288) for box in characters(page))


@pytest.mark.parametrize("count", [1, 5, 25, 60])
def test_many_dotted_lines_go_on_too(count: int) -> None:
    made = list(pages(printout.letter_pdf(changed(BLANK, paragraphs=(Dots("Mijn redenen:", count),)), DL)))
    rules = [box for page in made for box in drawings(page) if box.right - box.left > 115]
    assert len(rules) == count + 1
    assert all(box.bottom < 285 for box in rules)


@pytest.mark.parametrize("before", range(20, 40))
def test_dotted_lines_stay_with_the_words_above_them(before: int) -> None:
    """Also where the words are a paragraph of their own."""
    for asked in ((Dots("Mijn redenen:", 9),), ("Mijn redenen:", Dots("", 9))):
        text = "\n".join(f"Regel {number}" for number in range(before))
        made = list(pages(printout.letter_pdf(changed(paragraphs=(text, *asked)), DL)))
        (found,) = [page for page in made if "Mijn redenen:" in page.get_textpage().get_text_range()]
        boxes = characters(found)
        top = boxes["".join(box.words for box in boxes).index("Mijnredenen:")].bottom
        assert len([box for box in drawings(found) if box.right - box.left > 150 and box.top > top]) >= 1
        assert sum(len([box for box in drawings(page) if box.right - box.left > 160]) for page in made) == 9


def written(lines_asked: int) -> tuple[int, int]:
    """On how many pages a blank letter stands with so many dotted lines asked, and how many it has."""
    made = list(pages(printout.letter_pdf(changed(BLANK, paragraphs=(Dots("Reden:", lines_asked),)), DL)))
    return len(made), sum(box.right - box.left > 160 for page in made for box in drawings(page))


def test_a_letter_stays_on_one_page_with_at_most_two_dotted_lines_less() -> None:
    found = [written(number) for number in range(3, 20)]
    most = max(count for sheets, count in found if sheets == 1)
    assert most >= 9
    whole = [(1, number) for number in range(3, most + 1)]
    assert found == [*whole, (1, most), (1, most), *[(2, number) for number in range(most + 3, 20)]]


def test_the_text_begins_below_the_first_fold_and_the_window() -> None:
    for envelope, down, top in (("dl-links", 0, 105), ("c5-links", 0, 105), ("c5-links", 10, 113)):
        page = next(pages(printout.letter_pdf(LETTER, ENVELOPES[envelope], (0, down))))
        date = next(box for box in characters(page) if box.words == "V" and box.top > 95)
        assert top <= date.top < top + 4


def test_the_running_head_has_no_gaps() -> None:
    pdf = printout.letter_pdf(changed(BLANK, paragraphs=(SENTENCE * 40,)), DL)
    assert "Betreft: Post op papier" in lines(pdf)
    assert not [line for line in lines(pdf) if "..." in line and "Betreft" in line]


@pytest.mark.parametrize(
    ("envelope", "folds", "is_right"),
    [("dl-links", [99, 198], True), ("dl-rechts", [99, 198], False), ("c5-links", [148.5], True)],
)
def test_folds_are_marked_at_the_edge_away_from_the_window(envelope: str, folds: list[float], is_right: bool) -> None:
    first, *others = pages(printout.letter_pdf(changed(paragraphs=(SENTENCE * 60,)), ENVELOPES[envelope]))
    marks = [box for box in drawings(first) if (box.left > 195) or (box.right < 15)]
    assert [(box.top + box.bottom) / 2 for box in marks] == pytest.approx(folds, abs=0.2)
    assert all((box.left > 195) == is_right for box in marks)
    assert others and not [box for page in others for box in drawings(page)]


def test_the_tags_tell_what_is_what() -> None:
    pdf = printout.letter_pdf(LETTER, DL)
    document = pypdfium2.PdfDocument(pdf)
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert words_of(pdfium.FPDFCatalog_GetLanguage, document.raw) == "nl"
    assert document.get_metadata_dict()["Title"] == "Betreft: Post op papier"
    nodes = [(node.kind, read(node.text)) for node in tree(document[0]).walk() if node.text]
    assert nodes[:5] == [*[("P", read(line)) for line in LETTER.sender], ("P", LETTER.address[0])]
    assert [text for kind, text in nodes if kind == "H1"] == ["Betreft: Post op papier"]
    assert nodes[-6:] == [
        ("P", "Fatima Voorbeeld"),
        ("P", "Bijlagen:"),
        ("Lbl", "•"),
        ("LBody", "Een kopie van de brief"),
        ("Lbl", "•"),
        ("LBody", "Een kopie van mijn rekening"),
    ]
    assert all(pdfium.FPDFPageObj_GetMarkedContentID(item.raw) >= 0 for item in texts(document[0]))


def test_nothing_says_who_made_it_or_when() -> None:
    metadata = pypdfium2.PdfDocument(printout.letter_pdf(LETTER, DL)).get_metadata_dict()
    assert {name for name, value in metadata.items() if value} == {"Title", "CreationDate", "ModDate"}
    assert metadata["CreationDate"].startswith("D:2000")
    assert printout.letter_pdf(LETTER, DL) == printout.letter_pdf(LETTER, DL)


def test_the_letter_is_dutch_whatever_the_screens_speak() -> None:
    dutch = printout.letter_pdf(changed(paragraphs=(SENTENCE * 40,)), DL)
    language.use("en", paths.translations())
    assert printout.letter_pdf(changed(paragraphs=(SENTENCE * 40,)), DL) == dutch


def test_what_cannot_be_printed_fails_loudly() -> None:
    with pytest.raises(MissingCharacterError):
        printout.letter_pdf(changed(signature="Fatima ✓"), DL)
    with pytest.raises(RightToLeftError):
        printout.letter_pdf(changed(sender=("فاطمة", "", "", "")), DL)


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_the_explanation_is_a_sheet_in_the_language_of_the_visitor(code: str) -> None:
    words = {"nl": "U vraagt om post op papier.", "ar": "تطلب البريد على الورق."}[code]
    document = pypdfium2.PdfDocument(printout.explanation_pdf([Heading(words, 1), Paragraph(words)], words, code))
    assert words_of(pdfium.FPDFCatalog_GetLanguage, document.raw) == code
    assert document.get_metadata_dict()["Title"] == words


def test_the_test_sheet_tells_what_to_do_and_how_it_is_set() -> None:
    found = " ".join(lines(printout.test_sheet_pdf(DL, (3, -2.5))))
    assert "1. Druk dit blad af op ware grootte" in found
    assert "Lange envelop, venster links. Nu ingesteld: 3 mm naar rechts, −2,5 mm omlaag." in found
    (page,) = pages(printout.test_sheet_pdf(DL))
    assert [node.kind for node in tree(page).walk()].count("LI") == 8
    assert next(node.alt for node in tree(page).walk() if node.kind == "Figure").startswith("Het venster")
    lengths = [box.right - box.left for box in drawings(page)]
    assert any(length == pytest.approx(100.4, abs=0.4) for length in lengths)
