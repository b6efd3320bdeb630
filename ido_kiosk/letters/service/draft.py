"""What a visitor filled in, and the letter that comes of it; both live in memory only."""

import msgspec


class Draft(msgspec.Struct, frozen=True):
    """A letter as far as it is filled in. Nothing of it is ever written to disk or logged."""

    letter: str
    organisation: str
    values: dict[str, str] = {}
    """By field; what is absent or empty becomes dotted lines."""
    address: tuple[str, ...] = ()
    """Lines copied from the visitor's own letter; empty: the address we know."""


class Dots(msgspec.Struct, frozen=True):
    """Dotted lines to write on by hand; ``label`` says what belongs there (Dutch; may be empty)."""

    label: str
    lines: int


SENDER_HINTS = ("Naam", "Straat en huisnummer", "Postcode en plaats", "Telefoon")
"""What belongs on each of the four lines of the sender, in the Dutch of the letter."""


class Ready(msgspec.Struct, frozen=True):
    """A letter ready for paper, in Dutch. An empty line of sender, address or signature is a dotted line."""

    sender: tuple[str, ...]
    """Always four lines: name, street, postcode and town, phone."""
    address: tuple[str, ...]
    """Two to four lines; the first is the name of the organisation. Postcode with two spaces, TOWN in capitals."""
    address_remark: str
    """For screen and explanation, never on the letter: where the address is from, in the visitor's language."""
    place_and_day: str
    reference: str | None
    """Empty: a dotted line; None: no line *Uw kenmerk* at all."""
    asks_bsn: bool
    """Whether to print *Burgerservicenummer* with a dotted line."""
    subject: str
    salutation: str
    paragraphs: tuple[str | Dots, ...]
    """A gap in running text is a row of full stops; a whole answer by hand is ``Dots``."""
    closing: str
    signature: str
    enclosures: tuple[str, ...]
