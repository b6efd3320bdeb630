"""Search as you type over everything on the shelf, in every language at once."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import get_args

import msgspec

from ido_kiosk.finding.service.entries import Entry, Kind
from ido_kiosk.finding.service.likeness import Likeness, Vocabulary
from ido_kiosk.finding.service.words import SMALL_WORDS, asked_words, key_of, plain_words
from ido_shared.content.wording import Translate, Wording

_TITLE, _NAME, _EVERYDAY, _INSIDE = 1.0, 0.99, 0.98, 0.55
"""How much a text weighs by where it stands."""
_SPLIT = 0.85
"""How much is left of what a word means by itself when it is one word with its neighbour."""
_SMALL = 0.25
_SAYS_ELSE = 0.3
"""What a name loses that says other things too."""
_SAME_WORDS = 0.2
"""What a name gains that has all the asked words and no others, the small ones too."""
_LESS = 0.85
"""What is left of the score of what is seldom looked for, when something else fits as well."""
_KNOWN = 0.6
"""How like a word on the shelf an asked word must be to count as known."""
_ENOUGH = 0.25
"""The score from which an entry counts as found."""
_NEAR_BEST = 0.35
"""The share of the best score that the others must have."""
_FIRST_AT_EQUAL_FIT = {kind: 0.01 * (4 - place) for place, kind in enumerate(get_args(Kind))}
_TELLING = 0.4
"""How well a name must fit to be the reason."""
_LEAST_SUGGESTED = 4
"""Letters."""


class Hit(msgspec.Struct, frozen=True):
    """A found entry and the text that made it fit, in whichever language that was."""

    entry: Entry
    reason: Wording
    score: float


class _Text(msgspec.Struct, frozen=True):
    """A text by which an entry is found; ``keys`` are those of its words that say something."""

    entry: int
    wording: Wording
    weight: float
    keys: frozenset[str]
    words: frozenset[str]
    """All its words, the small ones too."""

    length: float
    """In words; a small one counts for little."""


class _Cover(msgspec.Struct):
    """How well the texts of an entry together cover what was asked, and which text does most of it."""

    fit: float = 0.0
    most: float = 0.0
    place: int = 0


class _Phrase(msgspec.Struct, frozen=True):
    """How well a name fits what was asked, which text it is, and whether all of it was asked."""

    fit: float = 0.0
    place: int = 0
    is_whole: bool = False


class _Asked(msgspec.Struct, frozen=True):
    """An asked word that means something here: what it may mean, and how much it says."""

    likes: Likeness
    weight: float


class Index:
    """The words of all entries, read once."""

    def __init__(self, entries: Iterable[Entry], translates: Sequence[Translate]) -> None:
        """``translates``: one for each language in which people may ask."""
        self._entries = list(entries)
        self._key_by_word: dict[str, str] = {}
        self._texts: list[_Text] = []
        for number, entry in enumerate(self._entries):
            texts: dict[str, tuple[Wording, float]] = {}
            for wording, said, weight in _texts_of(entry, translates):
                texts.setdefault(said, (wording, weight))  # the weightiest comes first, Dutch before other languages
            self._texts += [self._text(number, said, *text) for said, text in texts.items()]
        self._names: dict[str, list[int]] = defaultdict(list)
        self._best: dict[str, dict[int, int]] = defaultdict(dict)
        """Key to entry to the weightiest text in which it stands."""
        for place, text in enumerate(self._texts):
            self._add(place, text)
        self._vocabulary = Vocabulary(self._key_by_word)

    def search(self, asked: str, most: int = 8) -> list[Hit]:
        """The entries that fit the asked words, best first; empty when nothing fits."""
        known = self._known(asked)
        if not known:
            return []
        whole = sum(word.weight for word in known)
        phrases = self._phrases(known, whole, frozenset(plain_words(asked)))
        covers = self._covers(known)
        hits = [self._hit(number, cover, whole, phrases.get(number, _Phrase())) for number, cover in covers.items()]
        hits.sort(key=lambda hit: (-hit.score, hit.entry.title.dutch))
        least = max(_ENOUGH, _NEAR_BEST * hits[0].score) if hits else 0.0
        return [hit for hit in hits if hit.score >= least][:most]

    def suggestions(self, asked: str) -> list[str]:
        """Words on the shelf that are nearest to what was asked, when nothing was found."""
        words = [word for word in self._key_by_word if len(word) >= _LEAST_SUGGESTED and word not in SMALL_WORDS]
        long = [word for word in asked_words(asked) if len(word) >= _LEAST_SUGGESTED]
        return list(dict.fromkeys(near for word in long for near in self._vocabulary.nearest(word, words)))[:3]

    def _text(self, entry: int, said: str, wording: Wording, weight: float) -> _Text:
        words = frozenset(plain_words(said))
        keys = self._keys(words)
        return _Text(entry, wording, weight, keys, words, len(keys) + _SMALL * max(0, len(words) - len(keys)))

    def _keys(self, words: Collection[str]) -> frozenset[str]:
        said = [word for word in words if word not in SMALL_WORDS] or words
        for word in said:
            if word not in self._key_by_word:
                self._key_by_word[word] = key_of(word)
        return frozenset(self._key_by_word[word] for word in said)

    def _add(self, place: int, text: _Text) -> None:
        for key in text.keys:
            if text.weight > _INSIDE:
                self._names[key].append(place)
            before = self._best[key].get(text.entry)
            if before is None or text.weight > self._texts[before].weight:
                self._best[key][text.entry] = place

    def _known(self, asked: str) -> list[_Asked]:
        """The asked words that mean something here; two that are one word on the shelf mean that too."""
        words = [part for word in asked_words(asked) for part in self._vocabulary.parts(word)]
        likes = {word: self._vocabulary.likeness(word) for word in words}
        for first, second in pairwise(plain_words(asked)):
            joined = self._vocabulary.joined(first, second)
            for word in (first, second):
                if word in likes and joined:
                    likes[word] = {key: like * _SPLIT for key, like in likes[word].items()} | joined
        found = [found for found in likes.values() if max(found.values(), default=0.0) >= _KNOWN]
        return [_Asked(found_, self._says(found_)) for found_ in found]

    def _says(self, likes: Likeness) -> float:
        """How much a word says: a word that stands everywhere says little."""
        likest = max(likes, key=lambda key: likes[key])
        return 1 + math.log(1 + len(self._entries) / len(self._best[likest]))

    def _covers(self, known: list[_Asked]) -> dict[int, _Cover]:
        covers: dict[int, _Cover] = {}
        for word in known:
            best: dict[int, tuple[float, int]] = {}
            for key, like in word.likes.items():
                for entry, place in self._best[key].items():
                    fit = like * self._texts[place].weight
                    if entry not in best or fit > best[entry][0]:
                        best[entry] = (fit, place)
            for entry, (fit, place) in best.items():
                cover = covers.setdefault(entry, _Cover())
                cover.fit += fit * word.weight
                if fit * word.weight > cover.most:
                    cover.most, cover.place = fit * word.weight, place
        return covers

    def _phrases(self, known: list[_Asked], whole: float, asked: frozenset[str]) -> dict[int, _Phrase]:
        """For each entry the name that fits the asked words best: how well, and which text."""
        fits: dict[int, list[float]] = {}
        for index, word in enumerate(known):
            for key, like in word.likes.items():
                for place in self._names.get(key, ()):
                    row = fits.setdefault(place, [0.0] * len(known))
                    row[index] = max(row[index], like * word.weight)
        best: dict[int, _Phrase] = {}
        for place, row in fits.items():
            text = self._texts[place]
            says_else = 1 - min(1.0, sum(part > 0 for part in row) / text.length)
            fit = text.weight * sum(row) / whole * (1 - _SAYS_ELSE * says_else)
            fit += _SAME_WORDS * len(asked & text.words) / len(asked | text.words)
            if fit > best.get(text.entry, _Phrase()).fit:
                best[text.entry] = _Phrase(fit, place, text.words <= asked)
        return best

    def _hit(self, number: int, cover: _Cover, whole: float, phrase: _Phrase) -> Hit:
        entry = self._entries[number]
        is_seldom = entry.gives_way or (entry.kind == "organisation" and not phrase.is_whole)
        score = (0.5 * cover.fit / whole + 0.5 * phrase.fit) * (_LESS if is_seldom else 1.0)
        reason = self._texts[phrase.place if phrase.fit >= _TELLING else cover.place].wording
        return Hit(entry, reason, score + _FIRST_AT_EQUAL_FIT[entry.kind])


def _texts_of(entry: Entry, translates: Sequence[Translate]) -> Iterator[tuple[Wording, str, float]]:
    """Every text by which an entry is found, in every language, the weightiest first."""
    for wordings, weight in (((entry.title,), _TITLE), (entry.names, _NAME)):
        yield from ((wording, wording.said(translate), weight) for wording in wordings for translate in translates)
    yield from ((Wording("", words), words, _EVERYDAY) for words in entry.everyday)
    yield from ((wording, wording.said(translate), _INSIDE) for wording in entry.inside for translate in translates)
