"""The code lists of the log (forms/registratie.yaml): themes, topics, and what else a question is logged with.

A code that was shipped stays valid for ever; labels may change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ido_shared.content.cache import cached
from ido_shared.content.fields import CODE, NUMBER_KEY, Fields, check_known, fields_of, text_of
from ido_shared.content.nodes import Items, Node, Text, read_file
from ido_shared.content.problems import ContentError, Report
from ido_shared.content.wording import Translate, Wording

FILE = "registratie.yaml"


@dataclass(frozen=True)
class Theme:
    """Groups topics; ``key`` is the number key that opens it."""

    code: str
    label: str
    key: int


@dataclass(frozen=True)
class Topic:
    """What a question was about, with what usually goes with it."""

    code: str
    label: str
    theme: str
    kind: str
    organisation: str
    help: str


@dataclass(frozen=True)
class Help:
    """What the desk did; ``function`` is the letter a to e of the 2022 regulation."""

    code: str
    label: str
    function: str


@dataclass(frozen=True)
class Result:
    """How it ended; ``asks_signal`` says that a signal is offered with it."""

    code: str
    label: str
    asks_signal: bool


@dataclass(frozen=True)
class Codes:
    """All code lists, in the order in which they are shown; plain lists are code to label."""

    version: int
    kinds: dict[str, str]
    themes: dict[str, Theme]
    topics: dict[str, Topic]
    organisations: tuple[str, ...]
    help: dict[str, Help]
    results: dict[str, Result]
    referrals: dict[str, str]
    signals: dict[str, str]
    channels: dict[str, str]
    kb: dict[str, dict[str, str]]
    """List to code to label in the national form, in its order; empty until someone has compared them."""

    def topics_of(self, theme: str) -> list[Topic]:
        """The topics of a theme, in their order."""
        return [topic for topic in self.topics.values() if topic.theme == theme]

    def labels(self) -> dict[str, dict[str, str]]:
        """List (by its name in the file) to code to Dutch label."""
        return {
            "soorten": self.kinds,
            "themas": {code: theme.label for code, theme in self.themes.items()},
            "onderwerpen": {code: topic.label for code, topic in self.topics.items()},
            "hulp": {code: help_.label for code, help_ in self.help.items()},
            "resultaten": {code: result.label for code, result in self.results.items()},
            "verwijzingen": self.referrals,
            "signalen": self.signals,
            "kanalen": self.channels,
        }

    def say(self, list_name: str, code: str, translate: Translate) -> str:
        """The label of a code in the language of ``translate``; the code itself when the list does not have it."""
        label = self.labels()[list_name].get(code)
        return code if label is None else translate(f"registratie/{list_name}/{code}", label)

    def wordings(self) -> Iterator[Wording]:
        """Every label that can be translated."""
        for list_name, labels in self.labels().items():
            for code, label in labels.items():
                yield Wording(f"registratie/{list_name}/{code}", label)


def load_codes(forms: Path, cache: Path, version: str) -> Codes:
    """The code lists in a forms folder, from the cache when nothing changed; raises ContentError with all mistakes."""
    return cached(cache, [(FILE, forms / FILE)], version, Codes, lambda: _load(forms))


def _load(forms: Path) -> Codes:
    report = Report()
    codes = read_codes(forms, report)
    if codes is None or report.errors:
        raise ContentError(report.errors)
    return codes


def read_codes(forms: Path, report: Report) -> Codes | None:
    """The code lists; notes every mistake. None when the file cannot be read at all."""
    table = read_file(forms / FILE, FILE, report)
    if table is None:
        return None
    fields = Fields(table, report)
    fields.one_of("schema", ["registratie/1"])
    codes = Codes(
        version=fields.number("versie"),
        kinds=_labels(fields, "soorten"),
        themes=_themes(fields),
        topics={},
        organisations=tuple(text.value for text in fields.texts("organisaties")),
        help={key.value: _help(key, node, report) for key, node in fields.rows("hulp", CODE)},
        results=_results(fields),
        referrals=_labels(fields, "verwijzingen"),
        signals=_labels(fields, "signalen"),
        channels=_labels(fields, "kanalen"),
        kb=_kb(fields),
    )
    codes.topics.update((key.value, _topic(key, node, codes, report)) for key, node in fields.rows("onderwerpen", CODE))
    fields.done()
    return codes


def _labels(fields: Fields, name: str) -> dict[str, str]:
    return {key.value: text_of(node, key.value, fields.report) for key, node in fields.rows(name, CODE)}


def _themes(fields: Fields) -> dict[str, Theme]:
    themes = {}
    for key, node in fields.rows("themas", NUMBER_KEY):
        if (theme := fields_of(node, key.value, fields.report)) is not None:
            code = theme.id("code", CODE)
            themes[code] = Theme(code, theme.text("label"), int(key.value) if key.value.isdigit() else 0)
            theme.done()
    return themes


def _results(fields: Fields) -> dict[str, Result]:
    results = {}
    for key, node in fields.rows("resultaten", CODE):
        if (result := fields_of(node, key.value, fields.report)) is not None:
            asks = result.one_of("vraag_signaal", ["nee", "ja"], "nee") == "ja"
            results[key.value] = Result(key.value, result.text("label"), asks)
            result.done()
    return results


def _help(key: Text, node: Node, report: Report) -> Help:
    label, function = _parts(key, node, ("label", "functie"), report)
    if function and function not in "abcde":
        report.add(node.place, "LIJST-302", f"De functie {function} bestaat niet.", "Kies a, b, c, d of e.")
    return Help(key.value, label, function)


def _topic(key: Text, node: Node, codes: Codes, report: Report) -> Topic:
    names = ("label", "thema", "soort", "organisatie", "hulp")
    label, theme, kind, organisation, help_ = _parts(key, node, names, report)
    for value, known, what in (
        (theme, codes.themes, "thema"),
        (kind, codes.kinds, "soort"),
        (organisation, codes.organisations, "organisatie"),
        (help_, codes.help, "hulp"),
    ):
        check_known(value, known, what, node.place, report)
    return Topic(key.value, label, theme, kind, organisation, help_)


def _parts(key: Text, node: Node, names: tuple[str, ...], report: Report) -> list[str]:
    """The texts of a list that must have exactly these parts; empty texts after a mistake."""
    if isinstance(node, Items) and len(node.items) == len(names):
        return [text_of(item, name, report) for item, name in zip(node.items, names, strict=True)]
    cause = f"Bij {key.value} horen precies {len(names)} delen: {', '.join(names)}."
    remedy = f'Staat er een komma in het label? Zet het dan tussen aanhalingstekens: {key.value}: ["…", …]'
    report.add(node.place, "LIJST-301", cause, remedy)
    return [""] * len(names)


def _kb(fields: Fields) -> dict[str, dict[str, str]]:
    table = fields.table("kb")
    if table is None:
        return {}
    return {name: _labels(table, name) for name in ("soorten", "onderwerpen", "hulp") if table.has(name)}
