"""How easy Dutch is to read, in numbers: sentences, syllables, long words, passive and nominal style.

The limits are those of a trial on twelve texts (docs/decisions/008-plain-language-gate.md). They measure form only:
a person still reads every guide.
"""

import re
from collections.abc import Collection, Iterable, Iterator

import msgspec

from ido_shared.content.wording import PLACEHOLDER

MOST_WORDS = 12
"""Mean words a sentence."""
LEAST_DOUMA = 60
MOST_LONG = 3.0
MOST_PASSIVE = 15.0
MOST_NOMINAL = 4.5
ENOUGH_WORDS = 50
"""Fewer words say too little for a percentage."""

_LONG = 13
_SYLLABLE = re.compile(r"eau|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|[aeiouyáàâéèêëíïóöúü]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BECOMES = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b")
_PARTICIPLE = re.compile(r"\b(?:\w*ge[a-z]{2,}(?:d|t|en)|(?:be|er|her|ont|ver)[a-z]{3,}(?:d|t))\b")
_NOMINAL = re.compile(r"\w{4,}(?:ing|ingen|heid|heden)")


class Measures(msgspec.Struct, frozen=True):
    """What was counted in some texts; the shares are percentages."""

    words: int
    sentences: int
    longest: int
    mean: float
    douma: float
    long: tuple[str, ...]
    passive: tuple[str, ...]
    """The sentences in the passive."""
    nominal: tuple[str, ...]

    def share(self, found: tuple[str, ...], of: int) -> float:
        """Which percentage ``found`` is."""
        return 100 * len(found) / max(of, 1)


def measure(texts: Iterable[str], ordinary: Collection[str] = ()) -> Measures:
    """Measure texts; ``ordinary`` words are known to everyone or explained, whatever their length or ending."""
    said = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in said for word in words_of(sentence)]
    lengths = [len(words_of(sentence)) for sentence in said]
    unusual = [word.lower() for word in words if word.lower() not in ordinary]
    mean = len(words) / max(len(said), 1)
    return Measures(
        words=len(words),
        sentences=len(said),
        longest=max(lengths, default=0),
        mean=mean,
        douma=_douma(mean, sum(map(syllables, words)) / max(len(words), 1)),
        long=tuple(word for word in unusual if len(word) >= _LONG and word.isalpha()),
        passive=tuple(sentence for sentence in said if is_passive(sentence)),
        nominal=tuple(word for word in unusual if _NOMINAL.fullmatch(word)),
    )


def findings(measured: Measures) -> Iterator[tuple[str, str, str]]:
    """What is over a limit: code, what was found, and the remedy; a short text only when it is passive twice."""
    share = measured.share(measured.passive, measured.sentences)
    if share > MOST_PASSIVE and (measured.words >= ENOUGH_WORDS or len(measured.passive) > 1):
        remedy = f"Zeg wie het doet: niet 'er wordt gebeld' maar 'DigiD belt u'. Hooguit {_number(MOST_PASSIVE)} %."
        yield "TAAL-614", f"{_number(share)} % van de zinnen is lijdend: {_list(measured.passive)}", remedy
    if measured.words < ENOUGH_WORDS:
        return
    if measured.mean > MOST_WORDS:
        remedy = f"Maak ze korter: gemiddeld hooguit {MOST_WORDS} woorden. Een zin zegt één ding."
        yield "TAAL-611", f"de zinnen hebben gemiddeld {_number(measured.mean)} woorden", remedy
    if measured.douma < LEAST_DOUMA:
        remedy = f"Kies kortere woorden en maak kortere zinnen, tot minstens {LEAST_DOUMA}."
        yield "TAAL-612", f"de leesscore (Flesch-Douma) is {_number(measured.douma)}", remedy
    if (share := measured.share(measured.long, measured.words)) > MOST_LONG:
        remedy = f"Schrijf ze korter, tot hooguit {_number(MOST_LONG)} %. Kent iedereen een woord? Zet het bij gewoon."
        yield "TAAL-613", f"{_number(share)} % van de woorden is lang: {_list(measured.long)}", remedy
    if (share := measured.share(measured.nominal, measured.words)) > MOST_NOMINAL:
        remedy = (
            f"Maak er een werkwoord van: niet 'de betaling doen' maar 'betalen'. Hooguit {_number(MOST_NOMINAL)} %."
        )
        yield (
            "TAAL-615",
            f"{_number(share)} % van de woorden eindigt op -ing of -heid: {_list(measured.nominal)}",
            remedy,
        )


def sentences(text: str) -> list[str]:
    """The sentences of a text; a placeholder counts as one word."""
    plain = PLACEHOLDER.sub("1", text)
    return [part for part in re.split(r"(?<=[.?!:])\s+", plain) if re.search(r"\w", part)]


def words_of(sentence: str) -> list[str]:
    """The words of a sentence; a web address is one word."""
    return [word for part in sentence.split() for word in ([part] if "." in part[:-1] else _WORD.findall(part))]


def syllables(word: str) -> int:
    """How many vowel sounds a word is written with, at least one; Dutch pairs such as ``ij`` count once."""
    return max(1, len(_SYLLABLE.findall(word.lower())))


def is_passive(sentence: str) -> bool:
    """Whether a sentence says what is done and not who does it: a form of *worden* with a participle."""
    lower = sentence.lower()
    return _BECOMES.search(lower) is not None and _PARTICIPLE.search(lower) is not None


def _douma(words_a_sentence: float, syllables_a_word: float) -> float:
    """Flesch Reading Ease for Dutch (W.H. Douma, De leesbaarheid van landbouwbladen, 1960): higher is easier."""
    return 206.835 - 0.93 * words_a_sentence - 77 * syllables_a_word


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _list(found: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(found))
