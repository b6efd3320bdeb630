"""Text from right to left: which characters ask for it, and what within it runs the other way."""

import re
from functools import cache

_RIGHT_TO_LEFT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""Every block of letters that are written from right to left."""
_FIRST_LETTER = r"[A-Za-zÀ-ɏ]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f]"
_MARK = "\u200f"
"""The right-to-left mark: it is not seen, and says which way a text runs."""
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
_WORD = r"[A-Za-zÀ-ɏ\d€+](?:[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff()\[\]{}«»]*[A-Za-zÀ-ɏ\d%€+/])?"
_RUN = rf"{_WORD}(?:,?[ \u00a0]{_WORD})*"
"""Words in our letters, numbers, dates, amounts and addresses that follow each other, also without a break."""


def first_right_to_left(text: str) -> str:
    """The first character that is written from right to left; empty when there is none."""
    found = None if text.isascii() else _compiled(_RIGHT_TO_LEFT).search(text)
    return found[0] if found else ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made when the first text asks for it: to make all takes 2 ms of every start."""
    return re.compile(pattern)


def led(text: str) -> str:
    """The text with a mark at the start where it is written from right to left but begins with a word of ours.

    Qt and others go by the first letter: *DigiD* and then Arabic would run from left to right.
    """
    if not first_right_to_left(text):
        return text
    first = _compiled(_FIRST_LETTER).search(text)
    begins_with_ours = first is not None and not first_right_to_left(first[0]) and first[0] != _MARK
    return f"{_MARK}{text}" if begins_with_ours else text


def isolated(text: str) -> str:
    """The text with each run from left to right isolated (U+2066 … U+2069), so that its parts keep their order.

    The one place where this is done: ``12-03-1985`` and ``088 123 65 55`` would read backwards between Arabic words.
    """
    bare = text.translate(_ISOLATES)
    return _compiled(_RUN).sub(lambda found: f"\u2066{found[0]}\u2069", bare)
