"""Which words on the shelf an asked word may mean: other forms, of its family, half typed, misspelt, in a compound."""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import itemgetter

from ido_kiosk.finding.service.families import relatives
from ido_kiosk.finding.service.words import DUTCH, key_of, sound_of

Likeness = dict[str, float]
"""Keys of words on the shelf, with how like the asked word they are, at most 1; the likest first."""

_MOST = 30
"""How many words on the shelf an asked word may mean at once."""
_LEAST_BEGUN, _LEAST_PREFIX = 2, 3
"""Letters of a beginning that is looked for at all, and of one that says as much as a word."""
_LEAST_SOUND = 4
"""Letters of a beginning that is looked for as it sounds: *mei* is not the beginning of *mijn*."""
_LEAST_WITHIN = 4
"""Letters of a part that is looked for in compounds on the shelf."""
_LEAST_PART, _LEAST_ALONE = 3, 5
"""Letters of a part of an asked compound, when both parts are known and when one is."""
_BESIDE_SAME = 0.75
_SMALL_FORMS = ("tje", "pje", "je")
_MISSPELT = (0.93, 0.8, 0.65, 0.6)
"""How like a word is by its number of mistakes."""


class Vocabulary:
    """All words on the shelf, by their key."""

    def __init__(self, keys: Mapping[str, str], heard: Mapping[str, str], spoken: str = DUTCH) -> None:
        """``keys``: each word of the texts with its key; ``heard``: each that only examples have, perhaps misspelt.

        ``spoken``: the code of their language. In one that is not Dutch a word is guessed at less freely: most people
        ask in Dutch, so what no language knows is sooner a Dutch word misspelt.
        """
        from rapidfuzz.distance import OSA  # both take a while, and only a search needs them
        from rapidfuzz.process import extract

        self._mistakes, self._extract = OSA, extract
        self._spoken = spoken
        self._fewer = 0 if spoken == DUTCH else 1
        self._key_by_word = {**heard, **keys}
        self.words = sorted(self._key_by_word)
        self._lines = f"\n{chr(10).join(self.words)}\n"
        """All words, a line each: to look through a text is quicker than through many words."""
        self._keys = sorted(set(self._key_by_word.values()))
        self._known = frozenset(self._keys)
        self._sure = frozenset(keys.values())
        self._shelf_words = keys
        self._alike = {is_latin: [key for key in self._keys if key.isascii() == is_latin] for is_latin in (True, False)}
        """The keys in Latin letters and in others: nobody mistakes one for another."""
        self._relatives = relatives() if spoken == DUTCH else {}

    def knows(self, asked: str) -> bool:
        """Whether a word, another form of it, or one of its family is on the shelf."""
        return self.key(asked) in self._sure or any(self._kin(asked))

    def likeness(self, asked: str, *, guessed: bool = True) -> Likeness:
        """What an asked word may mean, the likest first; empty when nothing on the shelf is like it.

        ``guessed``: unless it is known, it may be misspelt or have a part that is known.
        """
        same = dict(self._same(asked))
        ways = [*self._begun(asked), *self._within(asked)]
        if same.keys() & self._sure:  # a word that is known needs no guessing
            ways = [(key, like * _BESIDE_SAME) for key, like in ways]
        elif guessed:
            ways += [*self._diminished(asked), *self._part(asked), *self._misspelt(asked)]
        found: Likeness = {}
        for key, like in (*same.items(), *ways, *self._kin(asked)):
            found[key] = max(like, found.get(key, 0.0))
        return dict(islice(likest_first(found).items(), _MOST))

    def joined(self, first: str, second: str, *, guessed: bool) -> Likeness:
        """What two asked words mean when they are one word on the shelf; ``guessed``: it may be misspelt."""
        whole = first + second
        key = self.key(whole)
        if key in self._sure:
            return {key: 1.0}
        return {key: 0.85 for key, like in self._misspelt(whole) if like >= 0.8} if guessed else {}

    def parts(self, asked: str) -> tuple[str, ...]:
        """The two words that were asked as one, when only both apart are on the shelf; else the word itself."""
        if self.key(asked) not in self._sure and not _starting(self.words, asked):
            for middle in range(_LEAST_PART, len(asked) - _LEAST_PART + 1):
                pair = asked[:middle], asked[middle:]
                if all(self._is_word(part) for part in pair):
                    return pair
        return (asked,)

    def _is_word(self, part: str) -> bool:
        """Whether it is a word on the shelf; a short one only as it is spelt there."""
        return part in self._shelf_words or (len(part) >= _LEAST_ALONE and self.key(part) in self._sure)

    def nearest(self, asked: str, words: Iterable[str], most: int = 3) -> list[str]:
        """The words of ``words`` that are most like an asked word, for a question "Bedoelde u …?"."""
        scorer = self._mistakes.normalized_similarity
        near = self._extract(asked, words, scorer=scorer, score_cutoff=0.6, limit=most)
        return [word for word, _like, _index in near]

    def key(self, word: str) -> str:
        """What a word has in common with its other forms and its misspellings."""
        return self._key_by_word.get(word) or key_of(word, self._spoken)

    def _same(self, asked: str) -> Iterator[tuple[str, float]]:
        if (key := self.key(asked)) in self._known:
            yield key, 1.0

    def _kin(self, asked: str) -> Iterator[tuple[str, float]]:
        """The words on the shelf that mean about the same."""
        for key, like in self._relatives.get(self.key(asked), {}).items():
            if key in self._known:
                yield key, like

    def _begun(self, asked: str) -> Iterator[tuple[str, float]]:
        """Words that begin as what was typed so far, as it is written or as it sounds."""
        if len(asked) < _LEAST_BEGUN:
            return
        for word in _starting(self.words, asked):
            share = len(asked) / len(word)
            yield self._key_by_word[word], (0.85 if len(asked) >= _LEAST_PREFIX else 0.65) + 0.1 * share
        sound = sound_of(asked)
        if len(sound) >= _LEAST_SOUND:
            for key in _starting(self._keys, sound):
                yield key, 0.8 + 0.1 * len(sound) / len(key)

    def _within(self, asked: str) -> Iterator[tuple[str, float]]:
        """Compounds on the shelf that have the asked word as a part."""
        if len(asked) < _LEAST_WITHIN:
            return
        at = self._lines.find(asked)
        while at >= 0:
            end = self._lines.index("\n", at)
            word = self._lines[self._lines.rindex("\n", 0, at) + 1 : end]
            yield self._key_by_word[word], 0.78 if word.endswith(asked) else 0.72
            at = self._lines.find(asked, end)

    def _diminished(self, asked: str) -> Iterator[tuple[str, float]]:
        """The word of which the asked one is the small form: ``smsje``."""
        for ending in _SMALL_FORMS:
            if asked.endswith(ending) and (key := self.key(asked.removesuffix(ending))) in self._known:
                yield key, 0.95

    def _part(self, asked: str) -> Iterator[tuple[str, float]]:
        """The longest word on the shelf with which a compound begins or ends."""
        for letters in range(len(asked) - _LEAST_PART, _LEAST_ALONE - 1, -1):
            for part in (asked[-letters:], asked[:letters]):
                if len(key := self.key(part)) > _LEAST_PART and key in self._sure:
                    yield key, 0.7
                    return

    def _misspelt(self, asked: str) -> Iterator[tuple[str, float]]:
        sound = self.key(asked)
        if (most := _mistakes(len(sound)) - self._fewer) <= 0:
            return
        scorer = self._mistakes.distance
        for key, mistakes, _index in self._extract(
            sound, self._alike[sound.isascii()], scorer=scorer, score_cutoff=most, limit=20
        ):
            if mistakes <= _mistakes(len(key)) - self._fewer:
                yield key, _MISSPELT[mistakes]


def likest_first(likes: Likeness) -> Likeness:
    """The same in the order that others rely on."""
    return dict(sorted(likes.items(), key=itemgetter(1), reverse=True))


def _mistakes(letters: int) -> int:
    """How many mistakes a word of this length may have and still be taken for another."""
    return 0 if letters < 3 else 1 if letters < 7 else 2 if letters < 11 else 3


def _starting(words: list[str], start: str) -> list[str]:
    """The words of a sorted list that begin so, the shortest first: no more than can be likest."""
    found = words[bisect_left(words, start) : bisect_left(words, start + chr(sys.maxunicode))]
    return sorted(found, key=len)[:_MOST]
