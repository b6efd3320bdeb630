"""A guide as plain values: what screen and paper both show."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from ido_kiosk.guides.content import flow
from ido_shared.content.facts import Fact, Source
from ido_shared.content.organisations import Organisation, Way
from ido_shared.content.wording import PLACEHOLDER, Wording

FOLDER = "gidsen"
NEEDED = "nodig"
"""The page before the first step: what the visitor should have at hand. No step may be called so."""

EXITS = ("geen_digid", "geen_mobiel", "niet_ingeschreven", "spoed", "namens_iemand_anders")
"""The standard exits that every guide answers, or says why not."""

DONE = "OPG"
"""The result of an outcome that says *goed* and no result of its own."""

WAITING = "WAC"
"""The result of a visit that stops where the visitor takes the hand-out home."""

Limit = Literal["wegwijzen", "brief", "inhoud"]
Audience = Literal["bezoeker", "vrijwilliger"]
Prompt = Literal["", "bsn", "koptelefoon"]
Status = Literal["concept", "nakijken", "klaar"]
Sort = Literal["goed", "anders"]


class Item(msgspec.Struct, frozen=True):
    """Something to do or to know; with facts in it, ``without`` is what to say when a fact cannot be shown."""

    text: Wording
    without: Wording | None = None
    typed_by_visitor: bool = False
    """The risky moment: the visitor types, nobody looks."""
    prompt: Prompt = ""
    """What the volunteer should think of at this moment."""
    picture: str = ""
    """The pictogram beside it on the short sheet; empty for the usual one."""
    on_short_sheet: bool = True
    """Whether the short sheet has room for it."""

    def facts(self) -> list[str]:
        """The ids of the facts that the text names."""
        return PLACEHOLDER.findall(self.text.dutch)


class Thing(msgspec.Struct, frozen=True):
    """Something to have at hand or to bring; ``picture`` is its pictogram on paper, empty for the usual one."""

    text: Wording
    help: Wording | None = None
    required: bool = True
    picture: str = ""


class Choice(msgspec.Struct, frozen=True):
    """An answer to the question of a step."""

    id: str
    text: Wording
    next: str


class Step(msgspec.Struct, frozen=True):
    """One page to go through; has ``choices``, or one page that follows."""

    id: str
    title: Wording | None
    question: Wording | None
    why: Wording | None
    actions: tuple[Item, ...]
    tips: tuple[Wording, ...]
    choices: tuple[Choice, ...]
    next: str
    address: str
    """Id of the fact with the web address that should be open now; empty when there is none."""
    take_along: bool
    """Here the visitor goes home: the volunteer is told to give the hand-out along."""
    bring: tuple[Thing, ...]
    """What to bring when the visitor comes back."""
    listed: bool = False
    """What to do here is for later: once passed, it stands on the visitor's list on the long sheet."""


class Outcome(msgspec.Struct, frozen=True):
    """Where a guide ends; ``way`` is the channel to use now, of ``organisation`` or else the guide's own."""

    id: str
    sort: Sort
    result: str
    """The code of the log for how it ended."""
    title: Wording
    texts: tuple[Item, ...]
    organisation: str
    way: Way | None
    has_contact: bool
    """Whether how to reach the organisation belongs here; not where the visitor should turn to another one."""
    further: tuple[str, ...]
    """Ids of guides to go on with."""


class Exit(msgspec.Struct, frozen=True):
    """A standard exit: the page that answers it, or else the reason why the guide does not."""

    kind: str
    page: str
    reason: str = ""


class SecondReading(msgspec.Struct, frozen=True):
    """Who read it after the writer: a program, or a person whose name is ``by``."""

    kind: Literal["programma", "mens"]
    by: str
    on: date


class Example(msgspec.Struct, frozen=True):
    """An example run of a guide: a visitor who does not exist, the answers by step, and the outcome."""

    name: str
    answers: dict[str, str]
    outcome: str


class Guide(msgspec.Struct, frozen=True):
    """One guide. The steps and outcomes are its pages; the first page is ``start``."""

    id: str
    title: Wording
    known_as: tuple[Wording, ...]
    summary: Wording
    organisation: str
    topic: str
    audience: Audience
    limit: Limit
    status: Status
    minutes: int
    cost: Wording
    written_on: date
    second_reading: SecondReading
    check_before: date
    sources: tuple[str, ...]
    exits: tuple[Exit, ...]
    needed: tuple[Thing, ...]
    words: tuple[tuple[Wording, Wording], ...]
    ways: tuple[Way, ...]
    start: str
    steps: dict[str, Step]
    outcomes: dict[str, Outcome]
    examples: tuple[Example, ...]

    def flow(self) -> flow.Ways:
        """Each step with the pages that may follow it."""
        return {step.id: tuple(choice.next for choice in step.choices) or (step.next,) for step in self.steps.values()}


class Library(msgspec.Struct, frozen=True):
    """The guides with the facts, sources and organisations they name, each by id or code."""

    guides: Mapping[str, Guide]
    facts: dict[str, Fact]
    sources: dict[str, Source]
    organisations: dict[str, Organisation]
