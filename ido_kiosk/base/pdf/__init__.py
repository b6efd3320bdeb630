"""Blocks on paper: a tagged A4 sheet for the visitor (the other face is qt.block_view).

Importing this costs nothing: reportlab is loaded when the first sheet is made.
"""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _

if TYPE_CHECKING:
    from ido_kiosk.base.blocks import Block

_ONE_AT_A_TIME = Lock()
"""Reportlab keeps a reading position in each font, so two threads must not make a sheet at once."""


class MissingCharacterError(DeskError):
    """The typeface lacks ``character``, which stands in ``text``: an empty box on paper would help nobody."""

    def __init__(self, character: str, text: str) -> None:
        self.character = character
        self.text = text
        words = _("Het teken {character} (U+{code}) kan niet op papier. Het staat in: {text}")
        super().__init__(words.format(character=character, code=f"{ord(character):04X}", text=text))


def make(blocks: "Sequence[Block]", title: str, language: str) -> bytes:
    """The blocks as a tagged PDF on A4; the same blocks give the same bytes, on any day.

    ``title`` stands at the foot of each page and in the metadata; ``language`` is the code of the text, such as ``nl``.
    Raises MissingCharacterError where the typeface lacks a character.
    """
    from ido_kiosk.base.pdf import sheet

    with _ONE_AT_A_TIME:
        return sheet.draw(blocks, title, language)
