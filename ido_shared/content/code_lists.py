"""The code lists of the log as plain values.

A code that was shipped stays valid for ever; labels may change.
"""

from collections.abc import Iterator, Mapping

import msgspec

from ido_shared.content.wording import Translate, Wording

FILE = "registratie.yaml"
NOT_FILLED_IN = "NI"
"""A code of every list of which a question has one: nobody said which it was."""
_NOT_FILLED_IN_PATH = "registratie/niet_ingevuld"


class Theme(msgspec.Struct, frozen=True):
    """Groups topics; ``key`` is the number key that opens it."""

    code: str
    label: str
    key: int


class Topic(msgspec.Struct, frozen=True):
    """What a question was about, with what usually goes with it."""

    code: str
    label: str
    theme: str
    kind: str
    organisation: str
    help: str


class Help(msgspec.Struct, frozen=True):
    """What the desk did; ``function`` is the letter a to e of the 2022 regulation."""

    code: str
    label: str
    function: str


class Result(msgspec.Struct, frozen=True):
    """How it ended; ``asks_signal`` says that a signal is offered with it."""

    code: str
    label: str
    asks_signal: bool


class Codes(msgspec.Struct, frozen=True):
    """All code lists, in the order in which they are shown; plain lists are code to label."""

    version: int
    kinds: dict[str, str]
    themes: dict[str, Theme]
    topics: dict[str, Topic]
    organisations: tuple[str, ...]
    help: dict[str, Help]
    results: dict[str, Result]
    referrals: dict[str, str]
    signals: dict[str, str]
    channels: dict[str, str]
    warm: dict[str, str]
    """Whether a referral came with a call or an appointment."""
    days: dict[str, str]
    """What a day was, where that is not told by its questions."""
    not_filled_in: str
    """The label of ``NOT_FILLED_IN``."""
    search_words: dict[str, tuple[str, ...]]
    """Topic to words that people say for it; Dutch only."""
    kb: dict[str, dict[str, str]]
    """List to code to label in the national form, in its order; empty until someone has compared them."""

    def topics_of(self, theme: str) -> list[Topic]:
        """The topics of a theme, in their order."""
        return [topic for topic in self.topics.values() if topic.theme == theme]

    def lists(self) -> dict[str, Mapping[str, str | Theme | Topic | Help | Result]]:
        """Every list by its name in the file: code to label, or to what has one."""
        return {
            "soorten": self.kinds,
            "themas": self.themes,
            "onderwerpen": self.topics,
            "hulp": self.help,
            "resultaten": self.results,
            "verwijzingen": self.referrals,
            "signalen": self.signals,
            "kanalen": self.channels,
            "warm": self.warm,
            "dagen": self.days,
        }

    def say(self, list_name: str, code: str, translate: Translate) -> str:
        """The label of a code in the language of ``translate``; the code itself when the list does not have it."""
        if code == NOT_FILLED_IN:
            return translate(_NOT_FILLED_IN_PATH, self.not_filled_in)
        entry = self.lists()[list_name].get(code)
        return code if entry is None else translate(f"registratie/{list_name}/{code}", _label(entry))

    def wordings(self) -> Iterator[Wording]:
        """Every label that can be translated."""
        yield Wording(_NOT_FILLED_IN_PATH, self.not_filled_in)
        for list_name, entries in self.lists().items():
            for code, entry in entries.items():
                yield Wording(f"registratie/{list_name}/{code}", _label(entry))


def _label(entry: str | Theme | Topic | Help | Result) -> str:
    return entry if isinstance(entry, str) else entry.label
