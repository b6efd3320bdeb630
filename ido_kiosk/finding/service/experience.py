"""What search learned from examples: which entries helped those who used a word, or two words in a row."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from itertools import pairwise

from ido_kiosk.finding.service.likeness import Likeness
from ido_kiosk.finding.service.words import plain_words

Helped = tuple[str, Collection[int]]
"""A question, and the numbers of the entries that helped."""
_PAIR = 0.6
"""How much a pair of words in a row tells, beside a word by itself."""
_DOUBT = 1.0
"""So many more questions are counted as there were: what was asked once proves little."""


class Experience:
    """Counts, for each word and pair of words, the entries that helped (as in naive Bayes, but each word votes).

    A word votes for an entry by its share of the questions with that word, so *geld* says little, *ziekenfonds* much.
    """

    def __init__(self, examples: Iterable[Helped], key_of: Callable[[str], str]) -> None:
        """``key_of``: the key of a word, by which its forms and misspellings are the same."""
        self._key_of = key_of
        self._words: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._pairs: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._asked: dict[str | tuple[str, str], int] = defaultdict(int)
        self._number = 0
        quick = cache(key_of)  # most words come back
        for asked, good in examples:
            self._learn([quick(word) for word in plain_words(asked)], good)

    def _learn(self, keys: Sequence[str], good: Collection[int]) -> None:
        self._number += 1
        for key in dict.fromkeys(keys):
            self._asked[key] += 1
            for entry in good:
                self._words[key][entry] += 1
        for pair in dict.fromkeys(pairwise(keys)):
            self._asked[pair] += 1
            for entry in good:
                self._pairs[pair][entry] += 1

    def entries_with(self, key: str) -> Collection[int]:
        """The entries that helped someone who used a word."""
        return self._words.get(key, {}).keys()

    def votes(self, asked: Iterable[tuple[Likeness, float]], words: Sequence[str]) -> dict[int, float]:
        """How strongly what was asked points at each entry, by experience.

        ``asked``: what each word may mean and how much it weighs; ``words``: all of them as asked, the small ones too.
        """
        votes: dict[int, float] = defaultdict(float)
        whole = 0.0
        for likes, weight in asked:
            whole += weight
            for entry, share in self._shares(likes).items():
                votes[entry] += weight * share
        for pair in dict.fromkeys(pairwise([self._key_of(word) for word in words])):
            if pair in self._pairs:
                tells = _PAIR * self._rarity(pair)
                for entry, number in self._pairs[pair].items():
                    votes[entry] += tells * number / (self._asked[pair] + _DOUBT)
        return {entry: vote / whole for entry, vote in votes.items()} if whole else {}

    def _shares(self, likes: Likeness) -> dict[int, float]:
        """Of the questions with a word, the share that each entry helped; by the likest of what the word may mean."""
        shares: dict[int, float] = {}
        for key, like in likes.items():
            if key in self._words:
                part = like / (self._asked[key] + _DOUBT)
                for entry, number in self._words[key].items():
                    shares[entry] = max(part * number, shares.get(entry, 0.0))
        return shares

    def _rarity(self, pair: tuple[str, str]) -> float:
        return 1 + math.log(1 + self._number / 10 / self._asked[pair])
