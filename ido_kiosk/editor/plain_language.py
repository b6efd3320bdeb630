"""A light gate for plain Dutch: sentence length, hard words, words that need explaining; each finding has its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ido_shared.content.fields import Fields
from ido_shared.content.nodes import Items, Node, Table, Text, read_file
from ido_shared.content.problems import Place, Report
from ido_shared.content.wording import PLACEHOLDER

FILE = "woorden.yaml"
LONGEST_SENTENCE = 15
MEAN_SENTENCE = 10
_LONG_WORD = 16
_ENOUGH_SENTENCES = 10
_READ_BY_PEOPLE = (
    *("titel", "kort", "kosten", "hulp", "tekst", "zonder", "vraag", "waarom", "doen", "tips_vrijwilliger"),
    *("woorden", "doel"),
)
"""The fields that hold sentences; what stands in their lists and tables counts as theirs."""


@dataclass(frozen=True)
class WordList:
    """Words to avoid with better ones, words to explain, and long words that everyone knows."""

    avoid: dict[str, str]
    explain: frozenset[str]
    ordinary: frozenset[str]


def read_words(forms: Path, report: Report) -> WordList:
    """The word list of a forms folder; notes every mistake."""
    table = read_file(forms / FILE, FILE, report)
    fields = Fields(table or Table((), Place(FILE)), report)
    if table is None:
        return WordList({}, frozenset(), frozenset())
    fields.one_of("schema", ["woorden/1"])
    avoid = fields.table("vermijden")
    words = WordList(
        {} if avoid is None else {word: avoid.text(word) for word in avoid.names()},
        frozenset(text.value for text in fields.texts("uitleggen")),
        frozenset(text.value for text in fields.texts("gewoon")),
    )
    fields.done()
    return words


def check_file(path: Path, name: str, words: WordList, report: Report) -> None:
    """Note what is not plain in a file that could be read; exceptions with a reason stand in the file."""
    table = read_file(path, name, Report())
    if table is None:
        return
    fields = {key.value: node for key, node in table.rows}
    explained = _names(fields.get("woorden"))
    excepted = _names(fields.get("taal_uitzonderingen"))
    texts = [text for text in _texts(table) if not any(part in text.value.lower() for part in excepted)]
    lengths = [_check_sentences(text, report) for text in texts]
    _check_mean([length for found in lengths for length in found], Place(name), report)
    for text in texts:
        _check_words(text, words, explained, report)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a placeholder counts as one word."""
    plain = PLACEHOLDER.sub("1", text)
    return [part for part in re.split(r"(?<=[.?!:])\s+", plain) if re.search(r"\w", part)]


def _names(node: Node | None) -> set[str]:
    return {key.value.lower() for key, _value in node.rows} if isinstance(node, Table) else set()


def _texts(node: Node, field: str = "") -> Iterator[Text]:
    if isinstance(node, Text):
        if field in _READ_BY_PEOPLE:
            yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _texts(item, field)
    else:
        for key, value in node.rows:
            yield from _texts(value, field if field == "woorden" else key.value)


def _check_sentences(text: Text, report: Report) -> list[int]:
    lengths = []
    for sentence in sentences(text.value):
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


def _check_words(text: Text, words: WordList, explained: set[str], report: Report) -> None:
    lower = text.value.lower()
    for word, better in words.avoid.items():
        if re.search(rf"\b{re.escape(word)}\b", lower):
            report.add(text.place, "TAAL-603", f"Dit woord is moeilijk: {word}", f"Schrijf liever: {better}")
    for word in sorted(words.explain - explained):
        if re.search(rf"\b{re.escape(word)}\b", lower):
            remedy = f"Leg het uit in deze gids, bij woorden: {word}: …"
            report.add(text.place, "TAAL-604", f"Dit woord kent niet iedereen: {word}", remedy)
    for word in _long_words(lower, words.ordinary | words.explain | explained):
        remedy = f"Schrijf het korter. Kent iedereen het? Zet het dan in {FILE}, bij gewoon."
        report.add(text.place, "TAAL-605", f"Dit woord is lang: {word}", remedy)


def _long_words(text: str, known: Iterable[str]) -> list[str]:
    found = re.findall(rf"(?<![\w.-])[^\W\d_]{{{_LONG_WORD},}}(?!\w|[.-]\w)", text)
    return [word for word in found if word not in known]
