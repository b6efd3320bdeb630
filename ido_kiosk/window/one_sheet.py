"""A sheet of one page that is no guide, in the language spoken now; with its Dutch where nobody checked that."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ido_kiosk.base import language, pdf
from ido_kiosk.base.blocks import Block, beside_dutch

if TYPE_CHECKING:
    from ido_kiosk.guides.printout import Sheet

_MARK = "Nederlands"
"""Below what nobody translated."""
Make = Callable[[], Iterable[Block]]


def sheet_with_dutch(title: str, *makes: Make) -> "Sheet":
    """The first of these ways to make the sheet that fits on one page, or else the last; the fullest comes first.

    Raises MissingCharacterError and RightToLeftError, when there is more than one way.
    """
    from ido_kiosk.guides.printout import Sheet

    spoken = language.current()
    for make in makes:
        blocks = _told(make)
        if make is makes[-1] or pdf.count_pages(blocks, spoken, one_side=True) == 1:
            break
    return Sheet(title, blocks, spoken, is_one_side=True)


def _told(make: Make) -> list[Block]:
    blocks = list(make())
    if language.is_native_read():
        return blocks
    with language.speaking(language.SOURCE):
        return beside_dutch(blocks, list(make()), _MARK)
