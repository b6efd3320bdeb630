"""Search as you type over everything on the shelf, in every language at once, each judged by itself."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import get_args

import msgspec

from ido_kiosk.finding.content.examples import Example, Kind
from ido_kiosk.finding.service.entries import Entry
from ido_kiosk.finding.service.experience import Helped
from ido_kiosk.finding.service.likeness import Likeness, likest_first
from ido_kiosk.finding.service.tongue import INSIDE, Asked, Fit, Said, Tongue
from ido_kiosk.finding.service.words import LIGHT_WORDS, SMALL_WORDS, asked_words, plain_words
from ido_shared.content.wording import Translate, Wording

_TITLE, _NAME, _EVERYDAY = 1.0, 0.99, 0.98
"""How much a text weighs by where it stands."""
_SPLIT = 0.95
"""How much is left of what a word means by itself when it is one word with its neighbour."""
_LIGHT = 0.6
"""How much is left of what a word means that people say about anything."""
_LEAST_ONE = 3
"""Letters of each of two words that may be one word misspelt."""
_LESS = 0.85
"""What is left of the score of what is seldom looked for, when something else fits as well."""
_ELSEWHERE = 0.95
"""What is left of the score in a language other than Dutch: most people ask in Dutch."""
_KNOWN = 0.6
"""How like a word on the shelf an asked word must be to count as known."""
_ENOUGH = 0.12
"""The score from which an entry counts as found."""
_NEAR_BEST = 0.42
"""The share of the best score that the others must have."""
_FIRST_AT_EQUAL_FIT = {kind: 0.01 * (4 - place) for place, kind in enumerate(get_args(Kind))}
_LEAST_SUGGESTED = 4
"""Letters."""


class Hit(msgspec.Struct, frozen=True):
    """A found entry and the text that made it fit, in whichever language that was."""

    entry: Entry
    reason: Wording
    score: float


class Spoken(msgspec.Struct, frozen=True):
    """A language in which people may ask: its code, how it says a text, and examples of how people ask in it."""

    code: str
    say: Translate
    examples: Sequence[Example] = ()


class Index:
    """The words of all entries, read once."""

    def __init__(self, entries: Iterable[Entry], languages: Sequence[Spoken]) -> None:
        """``languages``: those in which people may ask, Dutch first."""
        self._entries = list(entries)
        own = languages[0].say
        self._tongues = [
            Tongue(
                one.code,
                _said(self._entries, one.say, own if place else None),
                self._helped(one.examples),
                len(self._entries),
            )
            for place, one in enumerate(languages)
        ]
        self._vocabulary = self._tongues[0].vocabulary
        self._last: dict[str, list[Likeness]] = {}
        """What the words of the last question may mean: the next key changes one of them. Nothing older is kept."""

    def _helped(self, examples: Iterable[Example]) -> list[Helped]:
        """The examples with the numbers of entries; what is not on the shelf helps nobody."""
        numbers = {(entry.kind, entry.id): number for number, entry in enumerate(self._entries)}
        return [
            (example.asked, found)
            for example in examples
            if (found := [numbers[name] for name in example.good if name in numbers])
        ]

    def search(self, asked: str, most: int = 8) -> list[Hit]:
        """The entries that fit the asked words, best first; empty when nothing fits."""
        words = plain_words(asked)
        best: dict[int, Hit] = {}
        for place, (tongue, known) in enumerate(zip(self._tongues, self._known(asked), strict=True)):
            for number, fit in tongue.fits(known, words).items() if any(word.likes for word in known) else ():
                hit = self._hit(number, fit, _ELSEWHERE if place else 1.0)
                if number not in best or hit.score > best[number].score:
                    best[number] = hit
        hits = sorted(best.values(), key=lambda hit: (-hit.score, hit.entry.title.dutch))
        least = max(_ENOUGH, _NEAR_BEST * hits[0].score) if hits else 0.0
        return [hit for hit in hits if hit.score >= least][:most]

    def suggestions(self, asked: str) -> list[str]:
        """Words on the shelf that are nearest to what was asked, when nothing was found."""
        shelf = dict.fromkeys(word for tongue in self._tongues for word in tongue.shelf_words)
        words = [word for word in shelf if len(word) >= _LEAST_SUGGESTED and word not in SMALL_WORDS]
        long = [word for word in asked_words(asked) if len(word) >= _LEAST_SUGGESTED]
        return list(dict.fromkeys(near for word in long for near in self._vocabulary.nearest(word, words)))[:3]

    def _known(self, asked: str) -> list[list[Asked]]:
        """For each language what the asked words mean in it; a word weighs as much as where it is understood best.

        So the words of two languages never add up: what fits half the question in each fits half of it.
        """
        self._last = {word: self._last.get(word) or self._likes(word) for word in self._words(asked)}
        likes = {word: list(row) for word, row in self._last.items()}
        self._join(likes, plain_words(asked))
        known = [(word, weight) for word, row in likes.items() if (weight := self._weight(word, row))]
        return [[Asked(likes[word][place], weight) for word, weight in known] for place in range(len(self._tongues))]

    def _words(self, asked: str) -> list[str]:
        """The asked words that say something; two that were written as one are apart."""
        return list(dict.fromkeys(part for word in asked_words(asked) for part in self._parts(word)))

    def _parts(self, word: str) -> tuple[str, ...]:
        return (word,) if self._knows(word) else self._vocabulary.parts(word)

    def _knows(self, word: str) -> bool:
        return any(tongue.vocabulary.knows(word) for tongue in self._tongues)

    def _likes(self, word: str) -> list[Likeness]:
        """What a word may mean in each language; it is guessed at only when no language knows it."""
        is_guessed = not self._knows(word)
        return [tongue.vocabulary.likeness(word, guessed=is_guessed) for tongue in self._tongues]

    def _join(self, likes: dict[str, list[Likeness]], words: Sequence[str]) -> None:
        """Two asked words that are one Dutch word on the shelf mean that too."""
        for first, second in pairwise(words):
            parts = [word for word in (first, second) if word in likes]
            if parts and (joined := self._vocabulary.joined(first, second, guessed=self._may_be_one(parts))):
                for word in parts:
                    own = likes[word][0]
                    likes[word][0] = likest_first({key: like * _SPLIT for key, like in own.items()} | joined)

    def _may_be_one(self, parts: Sequence[str]) -> bool:
        """Whether words may be one that is misspelt: two, not small, and not both known."""
        is_long = len(parts) > 1 and all(len(part) >= _LEAST_ONE for part in parts)
        return is_long and not all(self._knows(part) for part in parts)

    def _weight(self, word: str, likes: Sequence[Likeness]) -> float:
        """How much a word says in the language where it is understood best; nothing when it is in none."""
        sure = [max(like.values(), default=0.0) for like in likes]
        place = sure.index(max(sure))
        says = self._tongues[place].says(likes[place]) if sure[place] >= _KNOWN else 0.0
        return sure[place] * says * (_LIGHT if word in LIGHT_WORDS else 1.0)

    def _hit(self, number: int, fit: Fit, share: float) -> Hit:
        entry = self._entries[number]
        is_seldom = entry.gives_way or (entry.kind == "organisation" and not fit.is_whole)
        score = share * fit.score * (_LESS if is_seldom else 1.0)
        return Hit(entry, fit.reason or entry.title, score + _FIRST_AT_EQUAL_FIT[entry.kind])


def _said(entries: Iterable[Entry], translate: Translate, dutch: Translate | None) -> Iterator[Said]:
    """Every text in a language, once for each entry.

    ``dutch``: when the language is not Dutch itself; what is not translated is then not in it.
    """
    for number, entry in enumerate(entries):
        said: dict[str, tuple[Wording, float]] = {}
        for wording, weight in _texts_of(entry, everyday=dutch is None):
            words = wording.said(translate)
            if dutch is None or words != wording.said(dutch):
                said.setdefault(words, (wording, weight))  # the weightiest comes first
        yield from ((number, wording, words, weight) for words, (wording, weight) in said.items())


def _texts_of(entry: Entry, *, everyday: bool) -> Iterator[tuple[Wording, float]]:
    """Every text by which an entry is found, the weightiest first."""
    yield entry.title, _TITLE
    yield from ((wording, _NAME) for wording in entry.names)
    if everyday:  # Dutch only
        yield from ((Wording("", words), _EVERYDAY) for words in entry.everyday)
    yield from ((wording, INSIDE) for wording in entry.inside)
