"""Search as you type, tolerant of typing errors and of words split or joined; no Qt."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

import msgspec

from ido_kiosk.guides.content.guide import Guide
from ido_kiosk.guides.service import Library
from ido_shared.content.codes import Codes, Topic
from ido_shared.content.wording import Translate

_SMALL_WORDS = frozenset(
    [
        *("aan", "bij", "de", "een", "en", "het", "hoe", "ik", "in", "is", "kan", "met", "mijn", "niet", "of", "om"),
        *("op", "te", "van", "voor", "wat", "wil"),
    ]
)
_LONG_ENOUGH = 0.5
"""Share of the asked words that must be found for a hit to count."""


class Entry(msgspec.Struct, frozen=True):
    """Something that can be found: its texts with how much each weighs, title first."""

    kind: Literal["guide", "topic"]
    id: str
    title: str
    texts: tuple[tuple[str, float], ...]


class Hit(msgspec.Struct, frozen=True):
    """A found entry and the text that made it fit."""

    entry: Entry
    reason: str
    score: float


def entries_of(library: Library, codes: Codes, translate: Translate) -> list[Entry]:
    """Everything that can be found: guides first, then the topics of the log, in the present language."""
    guides = [_guide_entry(guide, translate) for guide in library.guides.values()]
    return [*guides, *(_topic_entry(topic, codes, translate) for topic in codes.topics.values())]


def _guide_entry(guide: Guide, translate: Translate) -> Entry:
    title = guide.title.said(translate)
    texts = [(title, 1.0)]
    texts += [(name.said(translate), 1.0) for name in guide.known_as]
    texts += [(guide.summary.said(translate), 0.7)]
    texts += [(step.title.said(translate), 0.7) for step in guide.steps.values() if step.title is not None]
    return Entry("guide", guide.id, title, _with_dutch(texts, guide.title.dutch))


def _topic_entry(topic: Topic, codes: Codes, translate: Translate) -> Entry:
    title = codes.say("onderwerpen", topic.code, translate)
    theme = codes.say("themas", topic.theme, translate)
    return Entry("topic", topic.code, title, _with_dutch([(title, 0.9), (theme, 0.6)], topic.label))


def _with_dutch(texts: list[tuple[str, float]], title: str) -> tuple[tuple[str, float], ...]:
    """The texts, and the Dutch title too: volunteers know that one in every language."""
    return (*texts, (title, 0.95)) if all(text != title for text, _weight in texts) else tuple(texts)


def search(entries: Iterable[Entry], asked: str, most: int = 8) -> list[Hit]:
    """The entries that fit the asked words, best first; empty when nothing was asked."""
    words = _asked_words(asked)
    if not words:
        return []
    hits = [hit for entry in entries if (hit := _hit(entry, words)) is not None]
    return sorted(hits, key=lambda hit: (-hit.score, hit.entry.kind, hit.entry.title))[:most]


def _asked_words(asked: str) -> list[str]:
    words = _words(asked)
    return [word for word in words if word not in _SMALL_WORDS] or words


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def _hit(entry: Entry, asked: list[str]) -> Hit | None:
    scored = [(weight * _fit(asked, text), text) for text, weight in entry.texts]
    score, reason = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return Hit(entry, reason, score) if score >= _LONG_ENOUGH else None


def _fit(asked: list[str], text: str) -> float:
    words = _words(text)
    words += [first + second for first, second in pairwise(words)]
    return sum(max((_likeness(one, other) for other in words), default=0.0) for one in asked) / len(asked)


def _likeness(asked: str, word: str) -> float:
    if asked == word:
        return 1.0
    if word.startswith(asked):
        return 0.95 if len(asked) > 1 else 0.6
    if len(asked) >= 4 and asked in word:
        return 0.8
    alike = _shared_pairs(asked, word)
    return 0.75 * alike if alike >= 0.5 else 0.0


def _shared_pairs(one: str, other: str) -> float:
    """Dice's coefficient over pairs of neighbouring letters: 1 is the same, 0 shares nothing."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _pairs(word: str) -> set[str]:
    framed = f"^{word}$"
    return {framed[index : index + 2] for index in range(len(framed) - 1)}
