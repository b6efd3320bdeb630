"""The texts of the shelf in one language, and how well those of an entry fit what was asked."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from ido_kiosk.finding.service.likeness import Likeness, Vocabulary
from ido_kiosk.finding.service.words import SMALL_WORDS, key_of, plain_words
from ido_shared.content.wording import Wording

INSIDE = 0.5
"""The weight of a text that is no name."""
_SMALL = 0.25
_SAYS_ELSE = 0.5
"""What a name loses that says other things too."""
_ONCE = 0.35
"""What a word loses that only one text of an entry has; with two texts half of it, and so on."""
_SAME_WORDS = 0.5
"""What a name gains that has all the asked words and no others, the small ones too."""
_TELLING = 0.4
"""How well a name must fit to be the reason."""

Said = tuple[int, Wording, str, float]
"""A text by which an entry is found: the number of the entry, the text, how this language says it, its weight."""


class Asked(msgspec.Struct, frozen=True):
    """An asked word: what it may mean in a language, perhaps nothing, and how much it says."""

    likes: Likeness
    weight: float


class Fit(msgspec.Struct, frozen=True):
    """How well an entry fits, the text that shows it, and whether all of a name was asked."""

    score: float
    reason: Wording
    is_whole: bool


class _Text(msgspec.Struct, frozen=True):
    """``keys`` are those of its words that say something."""

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


class Tongue:
    """The words of all entries in one language, read once."""

    def __init__(self, said: Iterable[Said], entries: int, *, is_dutch: bool) -> None:
        """``said``: the weightiest texts of an entry first; ``entries``: how many there are."""
        self._entries = entries
        self._key_by_word: dict[str, str] = {}
        self._texts = [self._text(*one) for one in said]
        self._names: dict[str, list[int]] = defaultdict(list)
        self._count: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        """Key to entry to the number of its texts in which it stands."""
        self._best: dict[str, dict[int, int]] = defaultdict(dict)
        """Key to entry to the weightiest text in which it stands."""
        for place, text in enumerate(self._texts):
            self._add(place, text)
        self.vocabulary = Vocabulary(self._key_by_word, is_dutch=is_dutch)

    def says(self, likes: Likeness) -> float:
        """How much a word says that may mean this: a word that stands everywhere says little."""
        likest = max(likes, key=lambda key: likes[key])
        return 1 + math.log(1 + self._entries / len(self._best[likest]))

    def fits(self, asked: Sequence[Asked], words: Collection[str]) -> dict[int, Fit]:
        """How well each entry fits, of those that fit at all; ``words``: all that was asked, the small ones too."""
        whole = sum(word.weight for word in asked)
        phrases = self._phrases(asked, whole, frozenset(words))
        return {
            number: self._fit(cover.fit / whole, cover.place, phrases.get(number, _Phrase()))
            for number, cover in self._covers(asked).items()
        }

    def _fit(self, cover: float, place: int, phrase: _Phrase) -> Fit:
        reason = self._texts[phrase.place if phrase.fit >= _TELLING else place].wording
        return Fit(0.5 * cover + 0.5 * phrase.fit, reason, phrase.is_whole)

    def _text(self, entry: int, wording: Wording, said: str, weight: float) -> _Text:
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
            if text.weight > INSIDE:
                self._names[key].append(place)
            self._count[key][text.entry] += 1
            before = self._best[key].get(text.entry)
            if before is None or text.weight > self._texts[before].weight:
                self._best[key][text.entry] = place

    def _covers(self, asked: Sequence[Asked]) -> dict[int, _Cover]:
        covers: dict[int, _Cover] = {}
        for word in asked:
            best: dict[int, tuple[float, int]] = {}
            for key, like in word.likes.items():
                for entry, place in self._best[key].items():
                    fit = like * self._texts[place].weight * (1 - _ONCE / self._count[key][entry])
                    if entry not in best or fit > best[entry][0]:
                        best[entry] = (fit, place)
            for entry, (fit, place) in best.items():
                cover = covers.setdefault(entry, _Cover())
                cover.fit += fit * word.weight
                if fit * word.weight > cover.most:
                    cover.most, cover.place = fit * word.weight, place
        return covers

    def _phrases(self, asked: Sequence[Asked], whole: float, words: frozenset[str]) -> dict[int, _Phrase]:
        """For each entry the name that fits the asked words best: how well, and which text."""
        fits: dict[int, list[float]] = {}
        for index, word in enumerate(asked):
            for key, like in word.likes.items():
                for place in self._names.get(key, ()):
                    row = fits.setdefault(place, [0.0] * len(asked))
                    row[index] = max(row[index], like * word.weight)
        best: dict[int, _Phrase] = {}
        for place, row in fits.items():
            text = self._texts[place]
            says_else = 1 - min(1.0, sum(part > 0 for part in row) / text.length)
            fit = text.weight * sum(row) / whole * (1 - _SAYS_ELSE * says_else)
            fit += _SAME_WORDS * len(words & text.words) / len(words | text.words)
            if fit > best.get(text.entry, _Phrase()).fit:
                best[text.entry] = _Phrase(fit, place, text.words <= words)
        return best
