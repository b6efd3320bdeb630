"""The texts of the shelf in one language, and how well those of an entry fit what was asked."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from ido_kiosk.finding.service.experience import Experience, Helped
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
_LEARNED = 0.8
"""The weight of what search learned from examples."""
_FAR = 0.25
"""The share of the best score under which an entry cannot come near in the end."""
_TELLING = 0.4
"""How well a name must fit to be the reason."""

Said = tuple[int, Wording, str, float]
"""A text by which an entry is found: the number of the entry, the text, how this language says it, its weight."""


class Asked(msgspec.Struct, frozen=True):
    """An asked word: what it may mean in a language, perhaps nothing, and how much it says."""

    likes: Likeness
    weight: float


class Fit(msgspec.Struct, frozen=True):
    """How well an entry fits, the text that shows it (None: experience only), and whether all of a name was asked."""

    score: float
    reason: Wording | None
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


class _FoundName(msgspec.Struct):
    """How much of what was asked a name has, in how many words, and the last of them."""

    weight: float
    number: int
    last: int


class Tongue:
    """The words of all entries in one language, read once."""

    def __init__(self, spoken: str, said: Iterable[Said], examples: Sequence[Helped], entries: int) -> None:
        """``spoken``: its code; ``said``: the weightiest texts of an entry first; ``entries``: how many there are."""
        self._spoken = spoken
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
        self.shelf_words = sorted(self._key_by_word)
        heard = {word for asked, _good in examples for word in plain_words(asked) if word not in SMALL_WORDS}
        others = {word: key_of(word, spoken) for word in heard if word not in self._key_by_word}
        self.vocabulary = Vocabulary(self._key_by_word, others, spoken)
        self._experience = Experience(examples, self.vocabulary.key)

    def says(self, likes: Likeness) -> float:
        """How much a word says that may mean this: a word that stands everywhere says little."""
        likest = max(likes, key=lambda key: likes[key])
        entries = {*self._best.get(likest, ()), *self._experience.entries_with(likest)}
        return 1 + math.log(1 + self._entries / len(entries))

    def fits(self, asked: Sequence[Asked], words: Sequence[str]) -> dict[int, Fit]:
        """How well each entry fits, but for those that fit far worse than the best.

        ``words``: all that was asked, the small ones too.
        """
        whole = sum(word.weight for word in asked)
        phrases = self._phrases(asked, whole, frozenset(words))
        votes = self._experience.votes([(word.likes, word.weight) for word in asked], words)
        covers = self._covers(asked)
        scores = {
            number: 0.5 * covers.get(number, _Cover()).fit / whole
            + 0.5 * phrases.get(number, _Phrase()).fit
            + _LEARNED * votes.get(number, 0.0)
            for number in covers.keys() | votes.keys()
        }
        least = _FAR * max(scores.values(), default=0.0)
        return {
            number: self._fit(score, covers.get(number, _Cover()), phrases.get(number, _Phrase()))
            for number, score in scores.items()
            if score >= least
        }

    def _fit(self, score: float, cover: _Cover, phrase: _Phrase) -> Fit:
        place = phrase.place if phrase.fit >= _TELLING else cover.place
        return Fit(score, self._texts[place].wording if cover.most else None, phrase.is_whole)

    def _text(self, entry: int, wording: Wording, said: str, weight: float) -> _Text:
        words = frozenset(plain_words(said))
        keys = self._keys(words)
        return _Text(entry, wording, weight, keys, words, len(keys) + _SMALL * max(0, len(words) - len(keys)))

    def _keys(self, words: Collection[str]) -> frozenset[str]:
        said = [word for word in words if word not in SMALL_WORDS] or words
        for word in said:
            if word not in self._key_by_word:
                self._key_by_word[word] = key_of(word, self._spoken)
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
                for entry, place in self._best.get(key, {}).items():
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
        best: dict[int, _Phrase] = {}
        for place, found in self._found_names(asked).items():
            text = self._texts[place]
            says_else = 1 - min(1.0, found.number / text.length)
            fit = text.weight * found.weight / whole * (1 - _SAYS_ELSE * says_else)
            before = best[text.entry].fit if text.entry in best else 0.0
            if fit + _SAME_WORDS > before:  # else it cannot become more
                common = len(words & text.words)
                fit += _SAME_WORDS * common / (len(words) + len(text.words) - common)
                if fit > before:
                    best[text.entry] = _Phrase(fit, place, text.words <= words)
        return best

    def _found_names(self, asked: Sequence[Asked]) -> dict[int, _FoundName]:
        """The names with an asked word; the likest of what a word may mean comes first, and counts."""
        found: dict[int, _FoundName] = {}
        for index, word in enumerate(asked):
            for key, like in word.likes.items():
                for place in self._names.get(key, ()):
                    name = found.get(place)
                    if name is None:
                        found[place] = _FoundName(like * word.weight, 1, index)
                    elif name.last != index:
                        name.weight += like * word.weight
                        name.number += 1
                        name.last = index
        return found
