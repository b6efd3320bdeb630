"""The organisations (forms/organisaties.yaml): what they are for and how to reach them, each number a fact."""

from typing import Literal

import msgspec

from ido_shared.content.wording import Wording

FILE = "organisaties.yaml"

Way = Literal["website", "phone", "counter", "post"]
WAYS: dict[str, Way] = {"website": "website", "telefoon": "phone", "balie": "counter", "post": "post"}
"""The ways to reach an organisation: their names in the files and in the program."""

Kind = Literal["overheid", "particulier", "geen"]


class Channel(msgspec.Struct, frozen=True):
    """A way to reach an organisation: a fact (with opening hours as another fact), or words without a number."""

    way: Way
    fact: str
    hours: str
    text: Wording | None


class Organisation(msgspec.Struct, frozen=True):
    """An organisation; ``kind`` says whether the rules for public bodies hold for it."""

    code: str
    label: Wording
    kind: Kind
    purpose: Wording | None
    channels: tuple[Channel, ...]
    logged_as: str
    """The code under which a question about it is logged: its own, or that of a group of organisations."""
    called: Wording
    """What it is called in a sentence, such as ``uw gemeente`` or ``de Belastingdienst``."""
    known_as: tuple[str, ...] = ()
    """Its name in full and what else is said for it, by which it is found; Dutch only, as on its letters."""
