"""A letter on paper from the command line: blank, or filled in from JSON. Nothing is kept of what is filled in."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.letters import printout, service
from ido_kiosk.letters.content.envelope import MOST_OFFSET, Envelope
from ido_kiosk.letters.content.envelopes import read_envelopes
from ido_kiosk.letters.content.letter import Letter
from ido_kiosk.letters.service import Draft
from ido_shared.content.problems import Report, did_you_mean

LETTER, EXPLANATION = "brief", "uitleg"
KINDS = (LETTER, EXPLANATION)
"""What can be made of a letter, the usual one first."""

_Millimetres = Annotated[float, msgspec.Meta(ge=-MOST_OFFSET, le=MOST_OFFSET)]


class Order(msgspec.Struct, frozen=True):
    """What the JSON asks for."""

    draft: Draft
    envelope: str
    copy: bool
    """Whether it is the visitor's own copy."""
    language: str
    """Of the explanation sheet, which is then made instead of the letter; empty for the letter."""
    offset: tuple[float, float] = (0, 0)
    """How far the address stands from its usual place, to the right and down, in millimetres."""


def blank(letter: Letter) -> Draft:
    """A letter in which nothing is filled in, to the first it may go to."""
    return Draft(letter.id, letter.organisations[0])


def read_order(letter: Letter, content: bytes) -> Order:
    """What a JSON object asks for. Raises DeskError that says what is wrong, and names no value."""
    try:
        asked = msgspec.json.decode(content, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DeskError('Dit is geen JSON met velden, zoals: {"naam": "Jo", "organisatie": "SVB"}') from error
    one = letter.organisations[0] if len(letter.organisations) == 1 else ""
    address = asked.pop("adres", [])
    if not isinstance(address, list) or not all(isinstance(line, str) for line in address):
        raise DeskError('Bij adres hoort een lijst van regels, zoals: ["SVB", "Postbus 1", "1000 AA Plaats"]')
    copy = asked.pop("kopie", False)
    if not isinstance(copy, bool):
        raise DeskError("Bij kopie hoort true of false.")
    offset = _offset(asked.pop("verschuiving", [0, 0]))
    for name, value in asked.items():
        if not isinstance(value, str):
            raise DeskError(f"Bij {name} hoort een tekst, tussen aanhalingstekens.")
    organisation, envelope = asked.pop("organisatie", one), asked.pop("envelop", "")
    spoken = asked.pop(EXPLANATION, "")
    return Order(Draft(letter.id, organisation, asked, tuple(address)), envelope, copy, spoken, offset)


def _offset(asked: object) -> tuple[float, float]:
    """The offset of a desk, as ``verschuiving`` has it. Raises DeskError."""
    try:
        across, down = msgspec.convert(asked, tuple[_Millimetres, _Millimetres])
    except msgspec.ValidationError as error:
        wrong = (
            "Bij verschuiving horen twee getallen: millimeters naar rechts en omlaag, zoals [2, -1.5]. Hooguit {most}."
        )
        raise DeskError(wrong.format(most=MOST_OFFSET)) from error
    return across, down


def reasons(letter: Letter, draft: Draft) -> list[str]:
    """Why a draft is refused, a line for each field; empty when it is not."""
    return [f"{name}: {told}" if name else told for name, told in service.problems(letter, draft).items()]


def envelope(forms: Path, name: str) -> Envelope:
    """An envelope by its name, or the usual one. Raises ContentError, and DeskError for a name that is not there."""
    report = Report()
    known = read_envelopes(forms, report)
    report.stop_on_errors()
    if not name:
        return next(iter(known.values()))
    if name not in known:
        raise DeskError(f"De envelop {name} bestaat niet. {did_you_mean(name, known)}")
    return known[name]


def make(library: Library, letter: Letter, order: Order, forms: Path, today: date) -> bytes:
    """What was asked for. Raises ContentError, and DeskError when something cannot be printed."""
    if order.language:
        return explanation_pdf(library, letter, order.draft, today)
    return letter_pdf(library, letter, envelope(forms, order.envelope), today, order)


def blank_pdf(library: Library, letter: Letter, kind: str, forms: Path, today: date) -> bytes:
    """A letter in which nothing is filled in, or its explanation. Raises as ``make`` does."""
    spoken = language.current() if kind == EXPLANATION else ""
    return make(library, letter, Order(blank(letter), "", False, spoken), forms, today)


def letter_pdf(library: Library, letter: Letter, profile: Envelope, today: date, order: Order) -> bytes:
    """The letter on A4 for an envelope. Raises DeskError when something in it cannot be printed."""
    made = service.ready(letter, order.draft, library.facts, library.organisations, today, language.content)
    return printout.letter_pdf(made, profile, order.offset, order.copy)


def explanation_pdf(library: Library, letter: Letter, draft: Draft, today: date) -> bytes:
    """The explanation in the language that is spoken now. Raises DeskError when something cannot be printed."""
    blocks = service.explanation(letter, draft, library.facts, library.organisations, today, language.content)
    return printout.explanation_pdf(blocks, letter.title.said(language.content), language.current())
