"""Search as you type, tolerant of typing errors and of words split or joined; no Qt."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from ido_kiosk.guides.content.guide import Guide
from ido_kiosk.guides.service import Library
from ido_shared.content.codes import Codes, Topic
from ido_shared.content.wording import Translate, Wording

_SMALL_WORDS = frozenset(
    [
        *("aan", "bij", "de", "een", "en", "geen", "het", "hoe", "ik", "in", "is", "kan", "krijg", "met", "mijn"),
        *("niet", "of", "om", "op", "te", "van", "voor", "wat", "wil"),
    ]
)
_ENOUGH = 0.5
"""How well the asked words must fit for a hit to count."""
_KNOWN = 0.7
"""How like a word that is on the shelf an asked word must be to count as known."""

Words = tuple[str, ...]


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


class Index:
    """The words of all entries, read once; asked words are compared with each different word only once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._texts = [(entry, text, weight, _words_of(text)) for entry in entries for text, weight in entry.texts]
        self._pairs = {word: _pairs(word) for _entry, _text, _weight, words in self._texts for word in words}

    def search(self, asked: str, most: int = 8) -> list[Hit]:
        """The entries that fit the asked words, best first; empty when nothing was asked."""
        likeness = {word: self._likenesses(word) for word in _asked_words(asked)}
        known = {word: likes for word, likes in likeness.items() if max(likes.values(), default=0) >= _KNOWN}
        if not known:
            return []
        best: dict[tuple[str, str], Hit] = {}
        for entry, text, weight, words in self._texts:
            score = weight * _fit(words, known)
            before = best.get((entry.kind, entry.id))
            if score >= _ENOUGH and (before is None or score > before.score):
                best[entry.kind, entry.id] = Hit(entry, text, score)
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.entry.kind, hit.entry.title))[:most]

    def _likenesses(self, asked: str) -> dict[str, float]:
        """The words on the shelf that are like an asked word, with how much."""
        pairs = _pairs(asked)
        found = {word: _likeness(asked, pairs, word, others) for word, others in self._pairs.items()}
        return {word: like for word, like in found.items() if like}


def entries_of(library: Library, codes: Codes, translate: Translate) -> list[Entry]:
    """Everything that can be found: guides first, then the topics of the log, in the present language."""
    guides = [_guide_entry(guide, translate) for guide in library.guides.values()]
    return [*guides, *(_topic_entry(topic, codes, translate) for topic in codes.topics.values())]


def _guide_entry(guide: Guide, translate: Translate) -> Entry:
    title = guide.title.said(translate)
    texts = [(title, 1.0)]
    texts += [(name.said(translate), 1.0) for name in guide.known_as]
    texts += [(text.said(translate), 0.7) for text in _inside(guide)]
    return Entry("guide", guide.id, title, _with_dutch(texts, guide.title.dutch))


def _inside(guide: Guide) -> Iterator[Wording]:
    """The texts inside a guide by which someone may look for it."""
    yield guide.summary
    for step in guide.steps.values():
        yield from (text for text in (step.title, step.question) if text is not None)
        yield from (item.text for item in step.actions)
    yield from (outcome.title for outcome in guide.outcomes.values())


def _topic_entry(topic: Topic, codes: Codes, translate: Translate) -> Entry:
    title = codes.say("onderwerpen", topic.code, translate)
    theme = codes.say("themas", topic.theme, translate)
    everyday = [(words, 0.9) for words in codes.search_words.get(topic.code, ())]
    return Entry("topic", topic.code, title, _with_dutch([(title, 0.95), *everyday, (theme, 0.6)], topic.label))


def _with_dutch(texts: list[tuple[str, float]], title: str) -> tuple[tuple[str, float], ...]:
    """The texts, and the Dutch title too: volunteers know that one in every language."""
    return (*texts, (title, 0.95)) if all(text != title for text, _weight in texts) else tuple(texts)


def _asked_words(asked: str) -> Words:
    words = _plain(asked)
    return tuple(word for word in words if word not in _SMALL_WORDS) or words


def _words_of(text: str) -> Words:
    """The words of a text, and each two neighbours as one word: people split and join words."""
    words = _plain(text)
    return (*words, *(first + second for first, second in pairwise(words)))


def _plain(text: str) -> Words:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"[^\W_]+", "".join(sign for sign in letters if not unicodedata.combining(sign))))


def _fit(words: Words, known: dict[str, dict[str, float]]) -> float:
    """How well a text fits: the mean over the asked words, a little better for a text that says little else."""
    fit = sum(max((likes.get(word, 0.0) for word in words), default=0.0) for likes in known.values()) / len(known)
    return fit * (1 - 0.002 * min(len(words), 50))


def _likeness(asked: str, pairs: frozenset[str], word: str, others: frozenset[str]) -> float:
    if asked == word:
        return 1.0
    if word.startswith(asked):
        return 0.95 if len(asked) > 1 else 0.6
    if len(asked) >= 4 and asked in word:
        return 0.8
    alike = 2 * len(pairs & others) / (len(pairs) + len(others))
    return 0.4 + 0.5 * alike if alike >= 0.55 else 0.0


def _pairs(word: str) -> frozenset[str]:
    """Pairs of neighbouring letters, with the ends; the likeness of two words is Dice's coefficient over them."""
    framed = f"^{word}$"
    return frozenset(framed[index : index + 2] for index in range(len(framed) - 1))
