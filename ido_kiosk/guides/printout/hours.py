"""When the desk is open, as the library typed it: short on paper, and in the visitor's language where that is sure."""

import re

from ido_kiosk.base import language
from ido_kiosk.guides.service.telling import capital
from ido_shared.content import opening
from ido_shared.content.opening import DAYS, Opening

_TIMES = re.compile(
    r"(?:\bvan )?\b(\d{1,2})[.:](\d\d)(?: ?uur)? ?(?:-|–|tot) ?(\d{1,2})[.:](\d\d)(?: ?uur)?(?=\W|$)", re.IGNORECASE
)
_WHOLE_DAY = re.compile(rf"\b({'|'.join(DAYS)})(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)\b")
_SPAN = re.compile(r" ?(?:-|–|t/m|tot en met) ?")
_BETWEEN = re.compile(r", ?| en ")


def told_hours(typed: str) -> str:
    """A line for each of the lines that were typed, in the language that is spoken now.

    Lines that are not plainly days with times stay as they are, in Dutch: what is half understood would mislead.
    """
    lines = [line.rstrip(". ") for line in typed.splitlines() if line.strip()]
    if language.current() != language.SOURCE:
        openings = [_openings(line) for line in lines]
        if all(openings):
            return "\n".join(capital(language.hours_text([one], is_short=True)) for found in openings for one in found)
    return "\n".join(capital(_TIMES.sub(r"\1.\2–\3.\4", line)) for line in lines)


def _openings(line: str) -> list[Opening]:
    """What a line says; nothing where a word of it is not a day or a time."""
    times = [f"{found[1]}.{found[2]}-{found[3]}.{found[4]}" for found in _TIMES.finditer(line)]
    days = _WHOLE_DAY.sub(r"\1", _TIMES.sub("", line).casefold()).strip(" :")
    spans = [part.strip() for part in _BETWEEN.split(_SPAN.sub("-", days))]
    made = [opening.parse(span, time) for span in spans for time in times] if len(times) == 1 else []
    return [one for one in made if one] if all(made) else []
