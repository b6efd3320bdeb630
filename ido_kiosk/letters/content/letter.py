"""A letter as plain values: what screen, paper and explanation are made from. The letter itself is always Dutch."""

from datetime import date
from typing import Literal

import msgspec

from ido_shared.content.wording import Wording

FOLDER = "brieven"

OWN = "EIGEN"
"""Another organisation than those we know: the visitor copies its name and address from the own letter."""

ANY = (OWN, "XPU", "XPR")
"""For any organisation: only the visitor's own letter can say what it is called and where it has its post."""

SENDER = ("naam", "straat", "postcode", "plaats", "telefoon")
"""Fields that every letter has; all may stay empty, which makes dotted lines."""

REFERENCE = "kenmerk"
"""The field that a letter with a line *Uw kenmerk* has besides."""

DECIDED_ON = "datum_besluit"
"""The field with the day of the decision, which a letter with a computed term must have."""

DECISION = "soort_besluit"
"""The value that says which kind of decision it is, where the term is computed; never a field of a file."""

RESERVED = (*SENDER, REFERENCE, DECISION, "organisatie", "adres", "envelop", "verschuiving", "kopie", "uitleg")
"""Names that a field of a file cannot have."""

ALWAYS_DOTTED = ("BD", "TOE", "UWV", "SVB", "DUO", "CAK")
"""Organisations whose reference may contain the burgerservicenummer: it is only ever written by hand."""

NO_TERM, OWN_LETTER = "geen", "eigen_brief"
OBJECTION = "bezwaar_6_weken"
DEADLINES = (NO_TERM, OWN_LETTER, OBJECTION)
"""No term; the last day that stands in the visitor's own letter; or a rule of the service."""

COMPUTED_FOR = ("BD", "TOE", "UWV", "SVB", "DUO", "CAK", "GEM", "CBR", OWN)
"""Who may be in a letter with a computed term; the service knows which of their decisions it holds for."""

FieldKind = Literal["line", "lines", "date", "postcode", "place", "phone", "amount", "choice", "reference"]
Limit = Literal["wegwijzen", "brief", "inhoud"]
Status = Literal["concept", "nakijken", "klaar"]
Reader = Literal["programma", "mens"]


class Field(msgspec.Struct, frozen=True):
    """Something the visitor may fill in; ``by_hand`` starts as dotted lines."""

    id: str
    label: Wording
    kind: FieldKind
    required: bool
    """Whether the letter needs it, typed or by hand."""
    by_hand: bool
    help: Wording | None
    choices: tuple[tuple[str, Wording], ...]


class Paragraph(msgspec.Struct, frozen=True):
    """A piece of the letter with what it means; ``text`` is Dutch with ``{field}`` and ``{fact}`` in it."""

    id: str
    text: str
    explanation: Wording
    needs: str
    """Id of the field without which it is left out; empty for none."""
    public_only: bool
    """Whether it may only go to a public body."""
    not_for: tuple[str, ...]


class Advice(msgspec.Struct, frozen=True):
    """What to do or what happens next; with facts in it, ``without`` is what to say when one cannot be shown."""

    text: Wording
    without: Wording | None


class Letter(msgspec.Struct, frozen=True):
    """One letter of the shelf."""

    id: str
    title: Wording
    known_as: tuple[Wording, ...]
    summary: Wording
    organisations: tuple[str, ...]
    """Codes of who it may go to; more than one: the visitor chooses. ``OWN`` is another one."""
    topic: str
    limit: Limit
    status: Status
    deadline: str
    """One of ``DEADLINES``."""
    guides: tuple[str, ...]
    sources: tuple[str, ...]
    written_on: date
    second_reading_kind: Reader
    second_reading_by: str
    second_reading_on: date
    check_before: date
    addresses: dict[str, str]
    """Facts with the post address for this letter, by organisation; else its own channel for post holds.

    ``OWN_LETTER`` in the place of a fact: ours does not hold for this letter, and the visitor copies the address.
    """
    fields: tuple[Field, ...]
    subject: str
    paragraphs: tuple[Paragraph, ...]
    has_reference: bool
    asks_bsn: bool
    """Whether there is a dotted line for the burgerservicenummer, which is only ever written by hand."""
    enclosures: tuple[Wording, ...]
    words: tuple[tuple[Wording, Wording], ...]
    """Hard words of the letter, each with its meaning, for the explanation."""
    next: tuple[Advice, ...]


class Letters(msgspec.Struct, frozen=True):
    """All letters by id, as the cache keeps them."""

    letters: dict[str, Letter]
