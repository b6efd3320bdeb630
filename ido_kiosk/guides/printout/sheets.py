"""A sheet that is ready to be set, and its texts in the visitor's language with their Dutch."""

from collections.abc import Callable
from datetime import date

import msgspec

from ido_kiosk.base import language, pdf
from ido_kiosk.base.blocks import Block, beside_dutch
from ido_kiosk.guides.service import Library, Teller, Translate

SIZES = (14, 18)
"""Points: the usual text, and large letters."""
_MARK = "Nederlands"
"""Below what nobody translated."""

Make = Callable[[Teller], list[Block]]


class Sheet(msgspec.Struct, frozen=True):
    """One sheet, ready to be set: ``title`` stands in its foot and is what a screen reader calls it."""

    title: str
    blocks: list[Block]
    language: str
    size: int = SIZES[0]
    is_one_side: bool = False

    def as_pdf(self) -> bytes:
        """The sheet on A4. Raises MissingCharacterError and RightToLeftError."""
        return pdf.make(self.blocks, self.title, self.language, self.size, self.is_one_side)


def dutch_teller(library: Library, today: date) -> Teller:
    """Tells everything in Dutch."""
    return Teller(library, today, _untranslated)


def told(make: Make, library: Library, today: date, translate: Translate) -> list[Block]:
    """The blocks in the language that is spoken now, of which ``translate`` is too.

    Where no native reader has checked that language, below each text stands its Dutch.
    """
    blocks = make(Teller(library, today, translate))
    if language.is_native_read():
        return blocks
    with language.speaking(language.SOURCE):
        return beside_dutch(blocks, make(dutch_teller(library, today)), _MARK)


def _untranslated(_context: str, dutch: str) -> str:
    return dutch
