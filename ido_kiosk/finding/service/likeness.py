"""Which words on the shelf an asked word may mean: other forms, of its family, half typed, misspelt, in a compound."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from ido_kiosk.finding.service.families import relatives
from ido_kiosk.finding.service.words import key_of, sound_of

Likeness = dict[str, float]
"""Keys of words on the shelf, with how like the asked word they are, at most 1."""

_MOST = 60
"""How many words on the shelf an asked word may mean at once."""
_LEAST_PREFIX = 3
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

    def __init__(self, keys: Mapping[str, str], *, is_dutch: bool = True) -> None:
        """``keys``: each word with its key. In a language that is not Dutch a word is guessed at less freely.

        Most people ask in Dutch: what no language knows is sooner a Dutch word misspelt.
        """
        from rapidfuzz.distance import OSA  # both take a while, and only a search needs them
        from rapidfuzz.process import extract

        self._mistakes, self._extract = OSA, extract
        self._fewer = 0 if is_dutch else 1
        self._key_by_word = keys
        self.words = sorted(keys)
        self._keys = sorted(set(keys.values()))
        self._known = frozenset(self._keys)
        self._alike = {is_latin: [key for key in self._keys if key.isascii() == is_latin] for is_latin in (True, False)}
        """The keys in Latin letters and in others: nobody mistakes one for another."""
        self._relatives = relatives() if is_dutch else {}

    def knows(self, asked: str) -> bool:
        """Whether a word, another form of it, or one of its family is on the shelf."""
        return self._key(asked) in self._known or any(self._kin(asked))

    def likeness(self, asked: str, *, guessed: bool = True) -> Likeness:
        """What an asked word may mean, the likest first; empty when nothing on the shelf is like it.

        ``guessed``: unless it is known, it may be misspelt or have a part that is known.
        """
        same = dict(self._same(asked))
        ways = [*self._begun(asked), *self._within(asked)]
        if same:  # a word that is known needs no guessing
            ways = [(key, like * _BESIDE_SAME) for key, like in ways]
        elif guessed:
            ways += [*self._diminished(asked), *self._part(asked), *self._misspelt(asked)]
        found: Likeness = {}
        for key, like in (*same.items(), *ways, *self._kin(asked)):
            found[key] = max(like, found.get(key, 0.0))
        return dict(sorted(found.items(), key=lambda row: -row[1])[:_MOST])

    def joined(self, first: str, second: str, *, guessed: bool) -> Likeness:
        """What two asked words mean when they are one word on the shelf; ``guessed``: it may be misspelt."""
        whole = first + second
        key = self._key(whole)
        if key in self._known:
            return {key: 1.0}
        return {key: 0.85 for key, like in self._misspelt(whole) if like >= 0.8} if guessed else {}

    def parts(self, asked: str) -> tuple[str, ...]:
        """The two words that were asked as one, when only both apart are on the shelf; else the word itself."""
        if self._key(asked) not in self._known and next(_starting(self.words, asked), None) is None:
            for middle in range(_LEAST_PART, len(asked) - _LEAST_PART + 1):
                pair = asked[:middle], asked[middle:]
                if all(self._is_word(part) for part in pair):
                    return pair
        return (asked,)

    def _is_word(self, part: str) -> bool:
        """Whether it is a word on the shelf; a short one only as it is spelt there."""
        return part in self._key_by_word or (len(part) >= _LEAST_ALONE and self._key(part) in self._known)

    def nearest(self, asked: str, words: Iterable[str], most: int = 3) -> list[str]:
        """The words of ``words`` that are most like an asked word, for a question "Bedoelde u …?"."""
        scorer = self._mistakes.normalized_similarity
        near = self._extract(asked, words, scorer=scorer, score_cutoff=0.6, limit=most)
        return [word for word, _like, _index in near]

    def _key(self, word: str) -> str:
        return self._key_by_word.get(word) or key_of(word)

    def _same(self, asked: str) -> Iterator[tuple[str, float]]:
        if (key := self._key(asked)) in self._known:
            yield key, 1.0

    def _kin(self, asked: str) -> Iterator[tuple[str, float]]:
        """The words on the shelf that mean about the same."""
        for key, like in self._relatives.get(self._key(asked), {}).items():
            if key in self._known:
                yield key, like

    def _begun(self, asked: str) -> Iterator[tuple[str, float]]:
        """Words that begin as what was typed so far, as it is written or as it sounds."""
        for word in _starting(self.words, asked):
            share = len(asked) / len(word)
            yield self._key_by_word[word], (0.85 if len(asked) >= _LEAST_PREFIX else 0.65) + 0.1 * share
        sound = sound_of(asked)
        if len(sound) >= _LEAST_SOUND:
            for key in _starting(self._keys, sound):
                yield key, 0.8 + 0.1 * len(sound) / len(key)

    def _within(self, asked: str) -> Iterator[tuple[str, float]]:
        """Compounds on the shelf that have the asked word as a part."""
        if len(asked) >= _LEAST_WITHIN:
            for word in self.words:
                if asked in word:
                    yield self._key_by_word[word], 0.78 if word.endswith(asked) else 0.72

    def _diminished(self, asked: str) -> Iterator[tuple[str, float]]:
        """The word of which the asked one is the small form: ``smsje``."""
        for ending in _SMALL_FORMS:
            if asked.endswith(ending) and (key := self._key(asked.removesuffix(ending))) in self._known:
                yield key, 0.95

    def _part(self, asked: str) -> Iterator[tuple[str, float]]:
        """The longest word on the shelf with which a compound begins or ends."""
        for letters in range(len(asked) - _LEAST_PART, _LEAST_ALONE - 1, -1):
            for part in (asked[-letters:], asked[:letters]):
                if len(key := self._key(part)) > _LEAST_PART and key in self._known:
                    yield key, 0.7
                    return

    def _misspelt(self, asked: str) -> Iterator[tuple[str, float]]:
        sound = self._key(asked)
        if (most := _mistakes(len(sound)) - self._fewer) <= 0:
            return
        scorer = self._mistakes.distance
        for key, mistakes, _index in self._extract(
            sound, self._alike[sound.isascii()], scorer=scorer, score_cutoff=most, limit=20
        ):
            if mistakes <= _mistakes(len(key)) - self._fewer:
                yield key, _MISSPELT[mistakes]


def _mistakes(letters: int) -> int:
    """How many mistakes a word of this length may have and still be taken for another."""
    return 0 if letters < 3 else 1 if letters < 7 else 2 if letters < 11 else 3


def _starting(words: list[str], start: str) -> Iterator[str]:
    """The words of a sorted list that begin so."""
    for index in range(bisect_left(words, start), len(words)):
        if not words[index].startswith(start):
            return
        yield words[index]
