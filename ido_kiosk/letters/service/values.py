"""What a visitor typed in a field: cleaned, checked by its kind, and as it stands on paper. The letter is Dutch."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, day_text
from ido_kiosk.letters.content.letter import Field, FieldKind
from ido_shared.personal_number import has_personal_number

MOST_LINES = 12
"""Lines of an answer in more lines; the letter may then take a second page."""
_LONGEST: dict[FieldKind, int] = {"lines": 1000, "place": 40, "reference": 35, "phone": 20, "date": 20, "amount": 16}
_LONGEST_LINE = 70
"""Signs that fit beside each other on the letter."""
_NEVER_A_BSN: tuple[FieldKind, ...] = ("phone", "date", "amount", "choice", "postcode")
"""Kinds whose form leaves no room for one."""
_POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Z]{2})")
_NOT_IN_USE = ("SA", "SD", "SS")
_PHONE = re.compile(r"0[1-9](?:[ -]?\d){8}|(?:\+|00)[1-9](?:[ -]?\d){6,13}")
_PLACE = re.compile(
    r"[^\W\d_]|['\u2018\u2019][^\W\d_](?:[^\W\d_]|[-.'\u2019() ])*|[^\W\d_](?:[^\W\d_]|[-.'\u2019() ])*"
)
_REFERENCE = re.compile(r"(?:[^\W_]|[-./:_ ])+")
_AMOUNT = re.compile(r"(?:€ ?)?(\d{1,3}(?:\.\d{3}){1,2}|\d{1,7})(?:,(\d\d|-))?(?: ?euro)?", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})")
_DAY_IN_WORDS = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def on_paper(field: Field, typed: str) -> str:
    """What was typed as it stands in the letter; empty stays empty. Raises DeskError that says what to do."""
    said = clean(typed, more_lines=field.kind == "lines")
    if not said:
        return ""
    longest = _LONGEST.get(field.kind, _LONGEST_LINE)
    if field.kind != "choice" and len(said) > longest:
        raise DeskError(_("Dit is te lang. Er passen {number} tekens.").format(number=longest))
    if field.kind not in _NEVER_A_BSN:
        refuse_personal_number(said)
    if field.kind == "choice":
        return _choice(field, said)
    return _BY_KIND[field.kind](said)


def clean(typed: str, more_lines: bool = False) -> str:
    """A text in its usual form (NFC), without needless spaces. Raises DeskError for signs that cannot be printed."""
    usual = unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\t", " "))
    for sign in usual:
        if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            raise DeskError(_("Hier staat een onzichtbaar teken. Haal het weg, of typ de tekst opnieuw."))
    lines = [" ".join(line.split()) for line in usual.split("\n")]
    return "\n".join(lines).strip() if more_lines else " ".join(" ".join(lines).split())


def refuse_personal_number(said: str) -> None:
    """Raises DeskError for a text that may hold a burgerservicenummer."""
    if has_personal_number(said):
        raise DeskError(
            _(
                "Hier staat een nummer dat een burgerservicenummer kan zijn. Typ dat hier niet. "
                "Haal het weg. U kunt het later met de pen op de brief schrijven."
            )
        )


def _choice(field: Field, said: str) -> str:
    for id_, wording in field.choices:
        if id_ == said:
            return wording.dutch
    raise DeskError(_("Kies een van de antwoorden."))


def _line(said: str) -> str:
    return said


def _lines(said: str) -> str:
    if said.count("\n") >= MOST_LINES:
        raise DeskError(_("Dit zijn te veel regels. Er passen er {number}.").format(number=MOST_LINES))
    return said


def _postcode(said: str) -> str:
    found = _POSTCODE.fullmatch(said.upper())
    if found is None or found[2] in _NOT_IN_USE:
        raise DeskError(_("Dit lijkt geen postcode. Schrijf die zo: 1234 AB."))
    return f"{found[1]} {found[2]}"


def _place(said: str) -> str:
    if not _PLACE.fullmatch(said):
        raise DeskError(_("Dit lijkt geen plaats. Schrijf alleen de naam, zoals: Den Haag."))
    return said


def _phone(said: str) -> str:
    if not _PHONE.fullmatch(said):
        raise DeskError(_("Dit lijkt geen telefoonnummer. Schrijf het zo: 06 12 34 56 78."))
    return said


def _reference(said: str) -> str:
    if not _REFERENCE.fullmatch(said):
        raise DeskError(
            _("Schrijf het kenmerk over van uw brief. Gebruik alleen letters, cijfers, punten en streepjes.")
        )
    return said


def _amount(said: str) -> str:
    if (found := _AMOUNT.fullmatch(said)) is None:
        raise DeskError(_("Dit lijkt geen bedrag. Schrijf het zo: 50 of 1.419,46."))
    euros = f"{int(found[1].replace('.', '')):,}".replace(",", ".")
    cents = "00" if found[2] in (None, "-") else found[2]
    return f"€ {euros},{cents}"


def _date(said: str) -> str:
    day = read_day(said)
    with language.speaking(language.SOURCE):
        return day_text(day)


def read_day(said: str) -> date:
    """The day that was typed, such as 24-11-2026 or 24 november 2026. Raises DeskError."""
    wrong = DeskError(_("Dit lijkt geen datum. Schrijf die zo: 24-11-2026."))
    if (found := _DAY.fullmatch(said)) is not None:
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    elif (found := _DAY_IN_WORDS.fullmatch(said.lower())) is not None and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    else:
        raise wrong
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise DeskError(_("Dit jaar kan niet. Kijk de datum na."))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise wrong from error


_BY_KIND: dict[FieldKind, Callable[[str], str]] = {
    "line": _line,
    "lines": _lines,
    "date": _date,
    "postcode": _postcode,
    "place": _place,
    "phone": _phone,
    "amount": _amount,
    "reference": _reference,
}
