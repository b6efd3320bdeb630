"""Where a letter goes: facts that hold a post address, in lines for the window of an envelope."""

import re
from collections.abc import Iterable

from ido_kiosk.letters.content.letter import OWN, OWN_LETTER
from ido_kiosk.letters.content.texts import Known
from ido_shared.content.facts import Fact
from ido_shared.content.fields import Fields, check_known

MOST_LINES = 4
LONGEST_LINE = 38
"""Signs that fit beside each other in the window."""
_LAST_LINE = re.compile(r"([1-9]\d{3}) ?([A-Za-z]{2}) +(\S.*)")


def address_lines(value: str) -> tuple[str, ...]:
    """The lines of a post address as it stands in a fact, such as ``DUO, Postbus 50103, 9702 GC Groningen``."""
    *above, last = [part.strip() for part in value.split(",")]
    return (*above, town_line(last))


def town_line(line: str) -> str:
    """A line with postcode and town as the post reads it, two spaces between; another line stays as it is."""
    if (found := _LAST_LINE.fullmatch(line)) is None:
        return line
    return f"{found[1]} {found[2].upper()}  {found[3].upper()}"


def is_address(fact: Fact) -> bool:
    """Whether a fact holds a whole post address that fits in a window."""
    lines = address_lines(fact.value)
    fits = len(lines) <= MOST_LINES and all(0 < len(line) <= LONGEST_LINE for line in lines)
    return fits and len(lines) > 1 and _LAST_LINE.fullmatch(lines[-1]) is not None


def read_addresses(above: Fields, organisations: Iterable[str], known: Known) -> dict[str, str]:
    """The facts with the post address for this letter, by organisation; ``OWN_LETTER`` says that none of ours holds."""
    fields = above.table("adressen", required=False)
    if fields is None:
        return {}
    going_to = set(organisations) - {OWN}
    addresses = {code: fields.text(code) for code in fields.names()}
    for code, fact in addresses.items():
        check_known(code, going_to, "organisatie van deze brief", fields.at(code), fields.report)
        if fact != OWN_LETTER:
            check_known(fact, known.facts, "feit", fields.at(code), fields.report)
        if fact in known.facts and not is_address(known.facts[fact]):
            cause = f"Dit feit is geen postadres dat in het venster past: {known.facts[fact].value}"
            remedy = f"Kies een feit zoals: DUO, Postbus 50103, 9702 GC Groningen. Hooguit {MOST_LINES} regels."
            fields.report.add(fields.at(code), "BRIEF-206", cause, remedy)
    return addresses
