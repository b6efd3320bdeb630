"""Blocks on paper: a tagged A4 sheet for the visitor (the other face is qt.block_view).

Importing this costs nothing: reportlab is loaded when the first sheet is made.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, speaking

if TYPE_CHECKING:
    from ido_kiosk.base.blocks import Block
    from ido_kiosk.base.pdf.letter_sheet import Frame, LetterSheet, WindowTest

_ONE_AT_A_TIME = Lock()
"""Reportlab keeps a reading position in each font, so two threads must not make a sheet at once."""


class MissingCharacterError(DeskError):
    """The typeface lacks ``character``, which stands in ``text``: an empty box on paper would help nobody."""

    def __init__(self, character: str, text: str) -> None:
        self.character = character
        self.text = text
        words = _("Het teken {character} (U+{code}) kan niet op papier. Het staat in: {text}")
        super().__init__(words.format(character=character, code=f"{ord(character):04X}", text=text))


class RightToLeftError(DeskError):
    """``text`` holds ``character``, from right to left, on a sheet of a language that runs from left to right.

    It would come out in the wrong order, which who made the sheet cannot see.
    """

    def __init__(self, character: str, text: str) -> None:
        self.character = character
        self.text = text
        words = _("Deze tekst loopt van rechts naar links en kan niet op dit blad: {text}")
        super().__init__(words.format(text=text))


def make(blocks: "Sequence[Block]", title: str, language: str, size: int = 14, one_side: bool = False) -> bytes:
    """The blocks as a tagged PDF on A4; the same blocks give the same bytes, on any day.

    ``title`` stands at the foot of each page and in the metadata; ``language`` is the code of the text, such as ``nl``;
    ``size`` is that of the text in points. With ``one_side`` the text is as large as one side has room for, and nothing
    stands at its foot; what is too much even so comes on two sides. Raises MissingCharacterError where the typeface
    lacks a character, and RightToLeftError.
    """
    from ido_kiosk.base.pdf import sheet

    with _one_at_a_time(language):
        return sheet.draw(blocks, title, language, size, one_side)


def count_pages(blocks: "Sequence[Block]", language: str, size: int = 14, one_side: bool = False) -> int:
    """How many pages these blocks would fill at least. Raises MissingCharacterError and RightToLeftError.

    What was measured is known until the next sheet is made: count first, then make.
    """
    from ido_kiosk.base.pdf import sheet

    with _ONE_AT_A_TIME, speaking(language):
        return sheet.count_pages(blocks, language, size, one_side)


def make_letter(sheet: "LetterSheet", frame: "Frame") -> bytes:
    """A letter as a tagged PDF on A4, in Dutch; the same letter gives the same bytes, on any day.

    Raises AddressError, MissingCharacterError and RightToLeftError.
    """
    from ido_kiosk.base.pdf import letter

    with _one_at_a_time("nl"):
        return letter.draw(sheet, frame)


def make_window_test(test: "WindowTest") -> bytes:
    """A sheet to hold against an envelope, as a tagged PDF on A4, in Dutch. Raises AddressError."""
    from ido_kiosk.base.pdf import window_sheet

    with _one_at_a_time("nl"):
        return window_sheet.draw(test)


@contextmanager
def _one_at_a_time(language: str) -> Iterator[None]:
    from ido_kiosk.base.pdf import typeface

    with _ONE_AT_A_TIME, speaking(language):
        try:
            yield
        finally:
            typeface.forget()
