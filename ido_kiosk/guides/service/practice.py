"""Invented visitors to practise with: the guides' own example runs, in words."""

from collections.abc import Iterator

import msgspec

from ido_kiosk.guides.content.guide import Example, Guide, Library
from ido_shared.content.wording import Translate


class Invented(msgspec.Struct, frozen=True):
    """A visitor who does not exist: what is asked, and how it should go."""

    guide: str
    topic: str
    asks: str
    """What the visitor says."""
    told: str
    """What matters about this one, in the words of who wrote the guide; Dutch."""
    title: str
    answers: tuple[str, ...]
    """What to choose in the guide, in order."""
    outcome: str


def invented_visitors(library: Library, translate: Translate) -> list[Invented]:
    """One of each guide for visitors, then the second of each, and so on: no two alike one after the other."""
    shelf = [guide for guide in library.guides.values() if guide.audience == "bezoeker"]
    longest = max((len(guide.examples) for guide in shelf), default=0)
    rounds = ((guide, number) for number in range(longest) for guide in shelf if number < len(guide.examples))
    return [_invented(guide, guide.examples[number], number, translate) for guide, number in rounds]


def _invented(guide: Guide, example: Example, number: int, translate: Translate) -> Invented:
    sayings = guide.known_as or (guide.title,)
    return Invented(
        guide=guide.id,
        topic=guide.topic,
        asks=sayings[number % len(sayings)].said(translate),
        told=example.name,
        title=guide.title.said(translate),
        answers=tuple(_choices(guide, example, translate)),
        outcome=guide.outcomes[example.outcome].title.said(translate),
    )


def _choices(guide: Guide, example: Example, translate: Translate) -> Iterator[str]:
    """The words of the buttons, in the order in which the guide asks."""
    here = guide.start
    while step := guide.steps.get(here):
        chosen = next((choice for choice in step.choices if choice.id == example.answers.get(step.id)), None)
        if chosen is not None:
            yield chosen.text.said(translate)
        here = chosen.next if chosen else step.next
