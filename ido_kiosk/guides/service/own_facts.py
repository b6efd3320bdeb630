"""What this library checked itself: its answers to facts, kept in its own file and laid over the national ones."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ido_kiosk.base.own_file import OwnFile
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.service.links import full_address
from ido_shared.content.facts import Fact, Source
from ido_shared.content.opening import hours_of, notation
from ido_shared.content.wording import Wording

OWN, MUNICIPAL = "bibliotheek/", "gemeente/"
"""How the id of a source begins that is an answer of this library; no source in forms/ has such an id."""


class Answer(msgspec.Struct, frozen=True):
    """What this library found for a fact, where, and when; as it is written in the file."""

    waarde: str
    bron: str
    dag: date


class Answers(msgspec.Struct, frozen=True):
    """All answers of this library, by the id of the fact."""

    antwoorden: dict[str, Answer] = {}


class OwnFacts:
    """The answers of this library, in a file of its own; ``trouble`` says what was wrong with it at the start."""

    def __init__(self, file: Path) -> None:
        self._kept = OwnFile(file, Answers)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers by the id of the fact."""
        return self._kept.value.antwoorden

    @property
    def trouble(self) -> str:
        """Empty when all is well."""
        return self._kept.trouble

    def answer(self, fact: str, answer: Answer) -> None:
        """Keep an answer; on disk when this returns. Raises DeskError."""
        self._kept.save(Answers({**self.answers, fact: answer}))

    def replace(self, answers: Mapping[str, Answer]) -> None:
        """Keep these answers instead of all there were. Raises DeskError."""
        self._kept.save(Answers(dict(answers)))

    def take_back(self, fact: str) -> None:
        """The national fact counts again. Raises DeskError."""
        self._kept.save(Answers({id_: answer for id_, answer in self.answers.items() if id_ != fact}))


def with_own_facts(library: Library, answers: Mapping[str, Answer]) -> Library:
    """The library with the answers laid over its facts; a national fact that was checked later wins again."""
    facts, sources = dict(library.facts), dict(library.sources)
    for id_, answer in answers.items():
        fact = library.facts.get(id_)
        if fact is not None and not _is_newer(fact, answer):
            source = Source(f"{OWN}{id_}", answer.bron, answer.bron, full_address(answer.bron))
            facts[id_], sources[source.id] = _answered(fact, answer, source), source
    return replace(library, facts=facts, sources=sources)


def is_own(fact: Fact) -> bool:
    """Whether this library, or its municipality, checked the fact itself."""
    return fact.source.startswith((OWN, MUNICIPAL))


def plain_value(fact: Fact) -> str:
    """The Dutch of a fact as an answer would write it."""
    if fact.hours:
        return notation(fact.hours)
    return fact.text.dutch if fact.text else fact.value


def _is_newer(fact: Fact, answer: Answer) -> bool:
    """Whether the national fact was checked after the answer; one that was never checked has no such day."""
    return fact.confidence != "C" and fact.checked_on > answer.dag


def _answered(fact: Fact, answer: Answer, source: Source) -> Fact:
    still_valid = fact.valid_to if fact.valid_to and answer.dag <= fact.valid_to else None
    said = replace(fact, source=source.id, checked_on=answer.dag, confidence="A", valid_to=still_valid)
    if answer.waarde == plain_value(fact):
        return said
    if fact.hours:
        return replace(said, hours=hours_of(answer.waarde) or fact.hours)
    if fact.text is not None:
        return replace(said, text=Wording(f"{fact.text.context}/eigen", answer.waarde))
    return replace(said, value=answer.waarde)
