"""Facts that can change (forms/feiten.yaml), each in one place with its source (forms/bronnen.yaml) and its date."""

from datetime import date
from typing import Literal

import msgspec

from ido_shared.content.opening import Opening
from ido_shared.content.wording import Translate, Wording

FACTS_FILE = "feiten.yaml"
SOURCES_FILE = "bronnen.yaml"

Confidence = Literal["A", "B", "B26", "C"]
"""A: read on an official page. B: older, undated or second hand. B26: second hand, autumn 2026. C: never checked."""

State = Literal["checked", "unchecked", "expired", "hidden"]
"""How a fact may be shown on a day: as checked, as told by its source, with a warning only, or not at all."""

_MONTHS_UNTIL_OLD = 12


class Source(msgspec.Struct, frozen=True):
    """Where a fact was found."""

    id: str
    name: str
    """Who says it, such as ``Rijksoverheid``."""
    title: str
    url: str


class Fact(msgspec.Struct, frozen=True):
    """Something that can change: a number, a phone number, an address, opening hours."""

    id: str
    what: Wording
    """What it is about, such as ``wachttijd op de brief``."""
    value: str
    """The same in every language; empty when the fact is a ``text``."""
    text: Wording | None
    hours: tuple[Opening, ...]
    """When something is open; the fact then has no value and no text."""
    unit: Wording | None
    source: str
    checked_on: date
    confidence: Confidence
    valid_from: date | None
    valid_to: date | None
    """Last day on which it holds."""

    def said(self, translate: Translate) -> str:
        """The fact itself, in the language of ``translate``; empty for opening hours."""
        return self.value if self.text is None else self.text.said(translate)

    def state(self, today: date) -> State:
        """How the fact may be shown today."""
        if self.confidence == "C":
            return "hidden"
        too_early = self.valid_from is not None and today < self.valid_from
        too_late = self.valid_to is not None and today > self.valid_to
        if too_early or too_late:
            return "expired"
        return "checked" if self.confidence == "A" else "unchecked"

    def is_old(self, today: date) -> bool:
        """Whether it was checked so long ago that it should be checked again."""
        months = (today.year - self.checked_on.year) * 12 + today.month - self.checked_on.month
        return months >= _MONTHS_UNTIL_OLD
