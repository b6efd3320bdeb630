"""What the window of an envelope shows of a sheet, worked out apart from the program."""

from itertools import product

from ido_kiosk.letters import printout
from ido_kiosk.letters.service import Ready
from tests.letters.paper import ENVELOPES, Box, characters, drawings, pages

Window = tuple[float, float, float, float]
"""Left, top, right and bottom on the sheet."""

# Measured on the envelope (facts/content.md § 11.4): window from the left and from the top, and the room to float.
WINDOWS = {
    "dl-links": ((20, 60, 120, 90), 10, 11),
    "dl-rechts": ((105, 60, 205, 90), 10, 11),
    "c5-links": ((20, 57, 110, 102), 19, 13.5),
}


def steps(most: float) -> list[float]:
    return sorted({*range(int(most) + 1), most})


def shown(envelope: str, offset: tuple[float, float]) -> list[tuple[float, float, float, float]]:
    """What part of the sheet the window shows, for each place of the sheet; the window of this make is displaced."""
    (left, top, right, bottom), across, down = WINDOWS[envelope]
    return [
        (left + offset[0] - x, top + offset[1] - y, right + offset[0] - x, bottom + offset[1] - y)
        for x, y in product(steps(across), steps(down))
    ]


def extremes(envelope: str) -> tuple[Window, Window]:
    """What the window always shows, and all that it may show."""
    lefts, tops, rights, bottoms = zip(*shown(envelope, (0, 0)), strict=True)
    return (max(lefts), max(tops), min(rights), min(bottoms)), (min(lefts), min(tops), max(rights), max(bottoms))


def ink(ready: Ready, envelope: str, offset: tuple[float, float], copy: bool = False) -> tuple[list[Box], list[Box]]:
    """The characters of the address, and everything else on the first page."""
    page = next(pages(printout.letter_pdf(ready, ENVELOPES[envelope], offset, copy)))
    letters, address = characters(page), "".join("".join(ready.address).split())
    begin = "".join(letter.words for letter in letters).index(address)
    own = letters[begin : begin + len(address)]
    assert "".join(letter.words for letter in own) == address
    return own, [*letters[:begin], *letters[begin + len(address) :], *drawings(page)]
