"""Whether a translation was read by someone who speaks its language from home: it says so itself, in its head."""

from pathlib import Path
from typing import Literal

HEADER = "Nagekeken door iemand die deze taal van huis uit spreekt:"
"""The line in the comment at the head of a catalogue (.po) that ends in ``ja`` or ``nee``."""

Said = Literal["ja", "nee", ""]


def said_in_head(file: Path) -> Said:
    """What the head of a catalogue says; empty when it says nothing clear or cannot be read.

    Reads no further than the head and needs no other module, so that a kiosk can ask it while it starts.
    """
    try:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    return ""
                if HEADER in line:
                    return _answer(line.partition(HEADER)[2].strip().rstrip(".").lower())
    except (OSError, UnicodeDecodeError):
        pass
    return ""


def is_proofread(file: Path) -> bool:
    """Whether the head of a catalogue says yes."""
    return said_in_head(file) == "ja"


def _answer(word: str) -> Said:
    if word.startswith("ja"):
        return "ja"
    return "nee" if word.startswith("nee") else ""
