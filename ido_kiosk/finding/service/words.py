"""Words as people say and spell them: without small words, by their stem, and by their sound."""

import re
import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from Stemmer import Stemmer as Snowball

DUTCH = "nl"
SMALL_WORDS = frozenset(
    [
        *(
            "aan",
            "ben",
            "bent",
            "al",
            "als",
            "bij",
            "dan",
            "dat",
            "de",
            "die",
            "dit",
            "doe",
            "doen",
            "deze",
            "doet",
            "door",
            "een",
            "en",
        ),
        *(
            "er",
            "ga",
            "gaat",
            "geen",
            "gaan",
            "graag",
            "haar",
            "had",
            "heb",
            "hebben",
            "hebt",
            "heeft",
            "hem",
            "het",
            "hier",
            "hij",
            "hun",
        ),
        *("hoe", "iemand", "iets", "ik", "in", "is", "ja", "jullie", "kan", "kun", "kunnen", "kunt"),
        *("krijg", "krijgen", "maar", "mag", "me", "meer", "met", "mij", "mijn", "moet", "moeten"),
        *("mien", "mie", "veur", "nie", "da", "wa", "mn", "zn", "nou"),
        *("naar", "nee", "niet", "nog", "nu", "of", "om", "ons", "onze", "ook", "op", "over", "te", "toch"),
        *("u", "uit", "uw", "van", "vind", "voor", "waar", "waarom", "wanneer", "wat", "we", "weet", "wel"),
        *("wie", "wil", "willen", "word", "worden", "wordt", "ze", "zij", "zijn", "zo", "zou", "a", "an"),
        *(
            "and",
            "are",
            "at",
            "been",
            "has",
            "she",
            "he",
            "they",
            "this",
            "that",
            "by",
            "can",
            "do",
            "does",
            "for",
            "from",
            "get",
            "have",
            "how",
            "i",
            "in",
            "is",
        ),
        *("it", "me", "my", "need", "not", "of", "on", "or", "the", "to", "want", "was", "what", "when"),
        *("where", "with", "you", "your"),
        *(
            "في",
            "من",
            "على",
            "عن",
            "الى",
            "ما",
            "ماذا",
            "هل",
            "كيف",
            "اين",
            "انا",
            "هذا",
            "هذه",
            "لا",
            "لي",
            "اريد",
            "احصل",
        ),
        *("bir", "bu", "ve", "ile", "icin", "ben", "ne", "var", "yok", "mi", "da", "nasil", "nie", "nje", "sie"),
        *(
            "jak",
            "co",
            "mam",
            "chce",
            "moge",
            "jest",
            "czy",
            "po",
            "za",
            "od",
            "do",
            "na",
            "ze",
            "moj",
            "moja",
            "dostac",
            "almak",
        ),
        *(
            "я",
            "не",
            "на",
            "у",
            "в",
            "і",
            "що",
            "як",
            "мені",
            "мене",
            "мій",
            "моя",
            "хочу",
            "до",
            "з",
            "за",
            "це",
            "де",
            "отримати",
        ),
    ]
)
"""Words that say little about what is looked for, in the languages of the content."""

_OF_ANYTHING = """
alleen allemaal alles altijd ander andere anders bekijken brengen brengt dagen ding dingen eens elk elke erg even
gaf gebruik gebruiken gebruikt geeft gegeven gehad gekomen gekregen gemaakt genomen geregeld geven gevonden
gevraagd geweten gezegd gezet gezien gisteren goed goede groot grote haal haalt halen heel hele houden houdt ieder
iedere iedereen jaar jaren keer klein kleine kom komen komt kreeg krijg krijgen krijgt kwam laat lag laten leggen
liet liggen ligt loopt maak maakt maand maanden maken mensen moeten nam neemt nemen niets nieuw nieuwe niks nodig
nooit regel regelen sinds slecht staan staat steeds stond vanaf veel vinden vond vraagt vragen vroeg wachten waren
week weer weinig weken weten willen wist zag zat zeggen zegt zei zelf zet zetten zien ziet zit zitten
"""
LIGHT_WORDS = frozenset(_OF_ANYTHING.split())
"""Words that people say about anything: they count for less than their rarity on the shelf would make them."""

_SOUNDS = (
    ("ij|ei|y", "ei"),
    ("au|ou", "au"),
    ("sch|sh", "s"),
    ("ch", "g"),
    ("ph|v", "f"),
    ("ck|qu|[cq]", "k"),
    ("z", "s"),
    ("ie", "i"),
    ("[dt]+$", "t"),
    (r"([a-z])\1+", r"\1"),
)
"""Letters that sound alike in Dutch, and how the sound is written here."""
_BARE = str.maketrans("łı", "li")
"""Letters that people leave the stroke or dot from, which Unicode does not part."""
_SHORTEST_SOUND = 4
"""In letters: shorter words are abbreviations, such as WW and CAK."""


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents; letters and digits only."""
    letters = text.casefold()
    if not letters.isascii():
        parted = unicodedata.normalize("NFKD", letters.translate(_BARE))
        letters = "".join(sign for sign in parted if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", letters))


def asked_words(asked: str) -> tuple[str, ...]:
    """The words that were asked for, without the small ones and single letters; all when nothing else is left."""
    words = plain_words(asked)
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 and word not in SMALL_WORDS)) or words


def key_of(word: str, spoken: str = DUTCH) -> str:
    """What a word has in common with its other forms and with its misspellings: the sound of its stem.

    ``spoken``: the code of its language.
    """
    return sound_of(_stem(word, spoken)) if len(word) >= _SHORTEST_SOUND else word


def sound_of(word: str) -> str:
    """How a word sounds, also when it is only half typed."""
    if word.isascii():  # the sounds are of Latin letters
        for pattern, sound in _patterns():
            word = pattern.sub(sound, word)
    return word


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Made when someone searches: the window is shown before that."""
    return [(re.compile(letters), sound) for letters, sound in _SOUNDS]


_ALGORITHMS = {DUTCH: "dutch", "en": "english", "ar": "arabic", "tr": "turkish", "pl": "polish"}
"""What Snowball calls the language of each code; it has none for Ukrainian."""
_UKRAINIAN_ENDINGS = """
ами ями ого ому ові еві ах ях ам ям ою ею єю ів їв ти тися ться ла ло ли лась лися ий ій ої их им ими іх
у ю а я и і ї о е є й ь
"""
"""Endings of nouns, adjectives and verbs: enough to bring the forms of a word together, no grammar."""
_LEAST_STEM = 3
"""Letters."""
_own = threading.local()
"""A stemmer keeps the word it is at, so each thread has its own."""


def _stem(word: str, spoken: str) -> str:
    if spoken in _ALGORITHMS:
        stem: str = _stemmer(spoken).stemWord(word)
        return stem
    ends = (end for end in _endings() if word.endswith(end) and len(word) - len(end) >= _LEAST_STEM)
    return word.removesuffix(next(ends, ""))


@cache
def _endings() -> list[str]:
    """The longest first."""
    return sorted(_UKRAINIAN_ENDINGS.split(), key=len, reverse=True)


def _stemmer(spoken: str) -> "Snowball":
    made = vars(_own)
    if spoken not in made:
        import Stemmer  # only a search needs it

        made[spoken] = Stemmer.Stemmer(_ALGORITHMS[spoken])
    found: Snowball = made[spoken]
    return found
