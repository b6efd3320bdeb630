"""Find what may be a burgerservicenummer (BSN) in a text: it is never typed, kept or printed."""

import re
import unicodedata
from collections.abc import Iterator

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_LENGTHS = (8, 9)
"""A BSN has nine digits; one of eight has lost its first zero."""
_BETWEEN = r"[\s.\-\u2010-\u2015\u2212/_\u00b7]{0,3}"
_ROW = rf"\d(?:{_BETWEEN}\d)*"
_UNBROKEN = r"\d+"
_ALONE, _ENDS = r"(?<!\d)(?<!\d[-./ ])", r"(?![-./ ]?\d)"
_DATE = (
    rf"{_ALONE}(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d{_ENDS}"
    rf"|{_ALONE}(?:19|20)\d\d-\d\d-\d\d{_ENDS}"
)
_PHONE = rf"(?:\+|\b00)\d{{2}}[ -]?(?=[1-9])(?:\d[ -]?){{8}}\d{_ENDS}|{_ALONE}0[89]00[ -]?\d{{4}}{_ENDS}"
"""A Dutch number with the number of a country, and a short service number."""

_POSTCODE_LINE = r"\n\s*[1-9]\d{3} ?[A-Z]{2}\b"
"""The last line of an address: with the number of the box above it, one in eleven would pass the test."""


def has_personal_number(text: str) -> bool:
    """Whether 8 or 9 digits in a text pass the test by eleven, with signs between them or letters beside them.

    Not as part of a longer number, but nine that stand unbroken in a row of numbers count. Dates, phone
    numbers with a country's number, service numbers (0800) and a postcode on a line of its own are no BSN.
    """
    return any(_passes(digits) for digits in _candidates(_plain(text)))


def _plain(text: str) -> str:
    """The text with usual digits and without signs that nobody sees."""
    usual = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in usual if unicodedata.category(sign) != "Cf")


def _candidates(text: str) -> Iterator[str]:
    without = text
    for pattern in (_POSTCODE_LINE, _DATE, _PHONE):
        without = re.sub(pattern, "|", without)
    for row in re.finditer(_ROW, without):
        digits = "".join(re.findall(_UNBROKEN, row[0]))
        if len(digits) in _LENGTHS:
            yield digits
        elif len(digits) > max(_LENGTHS):
            yield from (part for part in re.findall(_UNBROKEN, row[0]) if len(part) == max(_LENGTHS))


def _passes(digits: str) -> bool:
    """The test by eleven."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits.zfill(max(_LENGTHS)), strict=True))
    return total % 11 == 0 and int(digits) > 0
