"""The gate for plain Dutch: sentence length, hard words, words to explain, and how easy each page is to read.

Each finding has its line and a remedy; exceptions with a reason stand in the file.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ido_kiosk.editor import readability
from ido_kiosk.editor.shelf import rows, texts_with_field
from ido_shared.content.fields import Fields
from ido_shared.content.nodes import Node, Table, Text, read_file
from ido_shared.content.problems import Place, Report

FILE = "woorden.yaml"
LONGEST_SENTENCE = 15
MEAN_SENTENCE = 10
_LONG_WORD = 16
_ENOUGH_SENTENCES = 10
_READ_BY_PEOPLE = (
    *("titel", "kort", "kosten", "hulp", "tekst", "zonder", "vraag", "waarom", "doen", "tips_vrijwilliger"),
    *("woorden", "doel", "nodig", "neem_mee", "wanneer", "nu", "zegt", "doet_niet"),
    *("betreft", "uitleg", "bijlagen", "daarna"),
)
"""The fields that hold sentences; what stands in their lists and tables counts as theirs."""
_PAGES = ("stappen", "uitkomsten", "organisaties", "levensgebeurtenissen", "spoed")
"""The fields whose rows are a page each."""
_SHORTENED = re.compile(
    r"(?<![\w./])(?:(?:bijv|bv|enz|etc|evt|excl|incl|max|min|nr|tel|blz|zgn|resp|ca|nl|ivm|mbt|dmv|obv|tav|ipv|oa)\.(?!\w)"
    r"|(?:[a-z]\.){2,}|t/m\b|p/m\b|ivm\b|mbt\b|dmv\b)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<![\w./:-])[^\W\d_]{2,}/[^\W\d_]{2,}(?![\w./])")
_FORMAL, _FAMILIAR = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE), re.compile(r"\b(?:je|jij|jou|jouw)\b", re.IGNORECASE)


@dataclass(frozen=True)
class WordList:
    """Words to avoid with better ones, words to explain, and words that everyone knows whatever their length."""

    avoid: dict[str, str]
    explain: frozenset[str]
    ordinary: frozenset[str]


def read_words(forms: Path, report: Report) -> WordList | None:
    """The word list of a forms folder; notes every mistake. None when it cannot be read."""
    table = read_file(forms / FILE, FILE, report)
    if table is None:
        return None
    fields = Fields(table, report)
    fields.one_of("schema", ["woorden/1"])
    avoid = fields.table("vermijden")
    words = WordList(
        {} if avoid is None else {word: avoid.text(word) for word in avoid.names()},
        frozenset(text.value for text in fields.texts("uitleggen")),
        frozenset(text.value for text in fields.texts("gewoon")),
    )
    fields.done()
    return words


def check_file(table: Table, words: WordList, report: Report) -> None:
    """Note what is not plain in the table of a file."""
    explained = _names(table, "woorden")
    texts = sentences_of(table)
    lengths = [_check_sentences(text, report) for text in texts]
    _check_mean([length for found in lengths for length in found], table.place, report)
    _check_address(texts, report)
    meanings = {meaning.place for _word, meaning in rows(table, "woorden")}
    for text in texts:
        _check_words(text, words, report)
        if text.place not in meanings:  # which may name the word of the letter itself
            _check_explained(text, words.explain - explained, report)
        _check_long_words(text, words.ordinary | words.explain | explained, report)
        _check_signs(text, report)
    _check_pages(table, words.ordinary | words.explain | explained, report)


def sentences_of(table: Table) -> list[Text]:
    """The texts of a file that hold sentences, without those for which an exception stands in it."""
    excepted = _names(table, "taal_uitzonderingen")
    return [text for text in _texts(table) if not _is_excepted(text, excepted)]


def _is_excepted(text: Text, excepted: Iterable[str]) -> bool:
    return any(part in text.value.lower() for part in excepted)


def _names(table: Table, field: str) -> set[str]:
    return {key.value.lower() for key, _value in rows(table, field)}


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Table):
        for key, value in node.rows:
            if key.value == "woorden" and isinstance(value, Table):
                yield from (meaning for _word, meaning in value.rows if isinstance(meaning, Text))
            elif isinstance(value, Table):
                yield from _texts(value)
            else:
                yield from (text for field, text in texts_with_field(value, key.value) if field in _READ_BY_PEOPLE)


def _check_sentences(text: Text, report: Report) -> list[int]:
    lengths = []
    for sentence in readability.sentences(text.value):
        lengths.append(len(sentence.split()))
        if lengths[-1] > LONGEST_SENTENCE:
            cause = f"Deze zin heeft {lengths[-1]} woorden: {sentence}"
            remedy = f"Maak er twee zinnen van, van hooguit {LONGEST_SENTENCE} woorden."
            report.add(text.place, "TAAL-601", cause, remedy)
    return lengths


def _check_mean(lengths: list[int], place: Place, report: Report) -> None:
    if len(lengths) >= _ENOUGH_SENTENCES and sum(lengths) > MEAN_SENTENCE * len(lengths):
        mean = f"{sum(lengths) / len(lengths):.1f}".replace(".", ",")
        cause = f"De zinnen in dit bestand hebben gemiddeld {mean} woorden."
        report.add(place, "TAAL-602", cause, f"Maak ze korter: gemiddeld hooguit {MEAN_SENTENCE} woorden.")


def _check_address(texts: list[Text], report: Report) -> None:
    """A reader who is called ``u`` and then ``je`` no longer knows who is meant."""
    formal = any(_FORMAL.search(text.value) for text in texts)
    familiar = [text for text in texts if _FAMILIAR.search(text.value)]
    if formal and familiar:
        cause = f"Hier staat je of jij, en op andere plekken u: {familiar[0].value}"
        report.add(familiar[0].place, "TAAL-606", cause, "Schrijf overal u en uw.")


def _check_words(text: Text, words: WordList, report: Report) -> None:
    lower = text.value.lower()
    for word, better in words.avoid.items():
        if word in lower and re.search(rf"\b{re.escape(word)}\b", lower):
            report.add(text.place, "TAAL-603", f"Dit woord is moeilijk: {word}", f"Schrijf liever: {better}")


def _check_explained(text: Text, unexplained: Collection[str], report: Report) -> None:
    lower = text.value.lower()
    for word in sorted(unexplained):
        if word in lower and re.search(rf"\b{re.escape(word)}\b", lower):
            remedy = f"Leg het uit in deze gids, bij woorden: {word}: …"
            report.add(text.place, "TAAL-604", f"Dit woord kent niet iedereen: {word}", remedy)


def _check_long_words(text: Text, known: Collection[str], report: Report) -> None:
    for word in _long_words(text.value.lower(), known):
        remedy = f"Schrijf het korter. Kent iedereen het? Zet het dan in {FILE}, bij gewoon."
        report.add(text.place, "TAAL-605", f"Dit woord is lang: {word}", remedy)


def _long_words(text: str, known: Iterable[str]) -> list[str]:
    found = re.findall(rf"(?<![\w.-])[^\W\d_]{{{_LONG_WORD},}}(?!\w|[.-]\w)", text)
    return [word for word in found if word not in known]


def _check_signs(text: Text, report: Report) -> None:
    if (found := _SHORTENED.search(text.value)) is not None:
        report.add(text.place, "TAAL-607", f"Dit is een afkorting: {found[0]}", "Schrijf het woord uit.", "warning")
    if (found := _SLASH.search(text.value)) is not None:
        remedy = "Kies een van de twee, of schrijf: of. Bijvoorbeeld: bellen of schrijven."
        report.add(text.place, "TAAL-608", f"Een schuine streep leest lastig: {found[0]}", remedy, "warning")


def _check_pages(table: Table, ordinary: frozenset[str] | set[str], report: Report) -> None:
    """Measure the whole file, and each page of it that is long enough."""
    excepted = _names(table, "taal_uitzonderingen")
    parts = [("In dit bestand", table.place, table)]
    parts += [
        (f"Bij {key.value}", key.place, node)
        for field in _PAGES
        for key, node in rows(table, field)
        if isinstance(node, Table)
    ]
    told: set[str] = set()
    for where, place, part in reversed(parts):
        texts = [text.value for text in _texts(part) if not _is_excepted(text, excepted)]
        for code, found, remedy in readability.findings(readability.measure(texts, ordinary)):
            if part is not table or code not in told:
                report.add(place, code, f"{where} geldt: {found}.", remedy)
            told.add(code)
