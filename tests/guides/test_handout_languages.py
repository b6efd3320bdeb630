"""Sheets in another language: what no native reader checked stands above its Dutch, line by line."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Block, Heading, Notice, Paragraph, Told
from ido_kiosk.guides import printout
from ido_kiosk.guides.printout import KINDS, Kind, short
from ido_kiosk.guides.service import Library, Walk
from tests.guides.conftest import dutch

TODAY = date(2026, 11, 26)
WALK = Walk("digid-aanvragen", "wachten")
ARABIC = {
    "Wacht op de brief": "انتظر الرسالة",
    "U krijgt binnen {brief_werkdagen} werkdagen een brief met een code.":
        "ستصلك رسالة فيها رمز خلال {brief_werkdagen} أيام عمل.",
    "Gebruik de code binnen {code_dagen} dagen.": "استخدم الرمز (activeringscode) خلال {code_dagen} يوما.",
    "De brief van DigiD met de code": "الرسالة من DigiD مع الرمز",
    "Uw eigen telefoon": "هاتفك",
}  # fmt: skip


def arabic(_context: str, text: str) -> str:
    return ARABIC.get(text, text)


def made(kind: Kind, library: Library, translate=language.content, spoken: str = "en") -> printout.Sheet:
    with language.speaking(spoken):
        return printout.sheet(kind, library, WALK, TODAY, translate)


def test_the_dutch_sheet_has_no_text_twice(library: Library) -> None:
    assert "Told" not in {
        type(block.text).__name__ for block in made("lang", library, dutch, "nl").blocks if hasattr(block, "text")
    }


@pytest.mark.parametrize("kind", ["kort", "lang", "helper", "bel"])
def test_each_text_of_a_sheet_for_the_visitor_brings_its_dutch(library: Library, english: Path, kind: Kind) -> None:
    language.use("nl", english)
    sheet = made(kind, library)
    texts = [block.text for block in sheet.blocks if isinstance(block, Heading | Notice | Paragraph)]
    assert texts
    assert [text for text in texts if not isinstance(text, Told)] in ([], ["Contact"])
    assert sheet.language == "en"


def test_the_short_sheet_counts_the_words_of_the_visitor_only(library: Library, english: Path) -> None:
    language.use("nl", english)
    guide = library.guides["digid-aanvragen"]
    for here in ["nodig", *guide.steps, *guide.outcomes]:
        with language.speaking("en"):
            sheet = printout.sheet("kort", library, Walk(guide.id, here), TODAY, language.content)
            assert short.count_words(sheet.blocks) <= 60
        with pypdfium2.PdfDocument(sheet.as_pdf()) as document:
            assert len(document) == 1


@pytest.mark.parametrize("kind", ["balie", "stroom"])
def test_what_is_for_the_desk_is_dutch_in_every_language(library: Library, english: Path, kind: Kind) -> None:
    language.use("nl", english)
    assert made(kind, library) == made(kind, library, dutch, "nl")


def test_what_nobody_translated_is_dutch_and_says_so(library: Library) -> None:
    blocks: list[Block] = made("lang", library, arabic, "ar").blocks
    (heading,) = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert isinstance(heading, Told)
    assert heading == "DigiD aanvragen"
    assert heading.dutch == "Nederlands"
    assert heading.is_dutch


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_out_in_arabic(library: Library, kind: Kind) -> None:
    sheet = made(kind, library, arabic, "ar")
    assert sheet.as_pdf().startswith(b"%PDF")


def test_the_arabic_line_stands_above_its_dutch(library: Library) -> None:
    sheet = made("lang", library, arabic, "ar")
    assert "ستصلك رسالة فيها رمز خلال 5 أيام عمل." in repr(sheet.blocks)
    with pypdfium2.PdfDocument(sheet.as_pdf()) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document).replace("\xa0", " ")
    assert "U krijgt binnen 5 werkdagen een brief met een code." in " ".join(text.split())


def test_the_screens_keep_their_language(library: Library) -> None:
    with language.speaking("en"):
        assert language.current() == "en"
    assert language.current() == "nl"
