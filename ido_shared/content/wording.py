"""Texts that a visitor or volunteer reads: each has a stable path, under which its translations stand."""

import hashlib
import re
from collections.abc import Callable, Iterator

import msgspec

Translate = Callable[[str, str], str]
"""Gives the words in the current language: context and Dutch to text (the kiosk's ``language.content``)."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""Names a fact in a text."""

CHANGING = (
    r"€|\b\d[\d.,]* ?(?:euro|(?:werk)?dag(?:en)?|week|weken|maand(?:en)?|jaar|uur|minuten)\b"
    r"|\b0\d[\d -]{6,}\d|\b\d{4} ?[A-Z]{2}\b"
    r"|\bhttps?://\S+|\bwww\.\S+|[\w.-]+@[\w-]+\.\w+|\b[a-z0-9-]+\.(?:nl|com|eu|org|nu)\b"
)
"""Amounts, terms, numbers, postcodes and addresses on the internet, as a pattern: they belong in feiten.yaml."""


class Wording(msgspec.Struct, frozen=True):
    """A Dutch text with the context of its translations."""

    context: str
    dutch: str

    def said(self, translate: Translate) -> str:
        """The text in the language of ``translate``."""
        return translate(self.context, self.dutch)


def hashed(context: str, dutch: str) -> Wording:
    """A text without an id of its own: changed Dutch makes a new context, so that its translation goes stale."""
    return Wording(f"{context}/{hashlib.sha256(dutch.encode()).hexdigest()[:8]}", dutch)


def wordings_in(value: object) -> Iterator[Wording]:
    """Every text below a value: structs, tuples and dictionaries are searched, in order."""
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from wordings_in(getattr(value, name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from wordings_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from wordings_in(part)
