"""The organisations near a library: which kinds there are, and how what is known of one must look.

Both the kiosk (*Lokale gegevens*) and regie keep to it, so that what regie sends down fits every desk.
"""

import re
from typing import Literal, get_args

from ido_shared.content.opening import hours_of, notation

EntryKind = Literal["gemeente", "wmo", "schuldhulp", "belastingkantoor", "waterschap", "spreekuur", "partner", "cursus"]
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
REFERRALS: dict[EntryKind, str] = {
    "gemeente": "GEM", "wmo": "WMO", "schuldhulp": "SCH", "belastingkantoor": "ORG", "waterschap": "ORG",
    "spreekuur": "FBR", "partner": "XXX", "cursus": "DTH",
}  # fmt: skip
"""The code under which a referral to it is logged, unless someone chooses another."""
CHOOSES_REFERRAL: tuple[EntryKind, ...] = ("spreekuur", "partner", "cursus")
"""The kinds for which another code may be chosen."""
NO_PLACE = "GPA"
"""The code that says that there was nobody to refer to: no organisation is that."""
MOST_PARTNERS = 9
"""One a number key."""
LONGEST = 120
"""Signs in a field."""
Writer = Literal["gemeente", "bibliotheek", ""]
"""Who wrote it: municipality or library at regie, or the desk itself."""

_PHONE = r"112|14 ?0\d{2,3}|0[89]00[ -]?\d{4}(?: ?\d{3})?|0[89]00(?:[ -]?\d){7}|0\d(?:[ -]?\d){8}|\+31(?: ?\d){9}"
_WEBSITE = r"(?i:(?:https://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(/\S*)?)"


def is_phone(said: str) -> bool:
    """Whether this is a phone number as one writes it in the Netherlands."""
    return re.fullmatch(_PHONE, said) is not None


def is_website(said: str) -> bool:
    """Whether this is a web address, with or without ``https://``."""
    return re.fullmatch(_WEBSITE, said) is not None


def usual_hours(said: str) -> str:
    """Opening hours in their usual notation; words such as ``op afspraak`` stay as they are."""
    hours = hours_of(said) if said else ()
    return notation(hours) if hours else said
