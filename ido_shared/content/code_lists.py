"""The code lists of the log as plain values.

A code that was shipped stays valid for ever; labels may change.
"""

from collections.abc import Iterator

import msgspec

from ido_shared.content.wording import Translate, Wording

FILE = "registratie.yaml"


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
    kb: dict[str, dict[str, str]]
    """List to code to label in the national form, in its order; empty until someone has compared them."""

    def topics_of(self, theme: str) -> list[Topic]:
        """The topics of a theme, in their order."""
        return [topic for topic in self.topics.values() if topic.theme == theme]

    def labels(self) -> dict[str, dict[str, str]]:
        """List (by its name in the file) to code to Dutch label."""
        return {
            "soorten": self.kinds,
            "themas": {code: theme.label for code, theme in self.themes.items()},
            "onderwerpen": {code: topic.label for code, topic in self.topics.items()},
            "hulp": {code: help_.label for code, help_ in self.help.items()},
            "resultaten": {code: result.label for code, result in self.results.items()},
            "verwijzingen": self.referrals,
            "signalen": self.signals,
            "kanalen": self.channels,
        }

    def say(self, list_name: str, code: str, translate: Translate) -> str:
        """The label of a code in the language of ``translate``; the code itself when the list does not have it."""
        label = self.labels()[list_name].get(code)
        return code if label is None else translate(f"registratie/{list_name}/{code}", label)

    def wordings(self) -> Iterator[Wording]:
        """Every label that can be translated."""
        for list_name, labels in self.labels().items():
            for code, label in labels.items():
                yield Wording(f"registratie/{list_name}/{code}", label)
