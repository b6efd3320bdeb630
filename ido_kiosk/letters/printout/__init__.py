"""Letters on paper: the letter itself, its explanation, and the sheet to measure an envelope with."""

from collections.abc import Sequence

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Block
from ido_kiosk.letters.printout.letter import letter_pdf
from ido_kiosk.letters.printout.window import test_sheet_pdf

__all__ = ["explanation_pdf", "letter_pdf", "test_sheet_pdf"]


def explanation_pdf(blocks: Sequence[Block], title: str, language: str) -> bytes:
    """The explanation of a letter in the visitor's language, as a tagged PDF; see ``ido_kiosk.base.pdf.make``."""
    return pdf.make(blocks, title, language)
