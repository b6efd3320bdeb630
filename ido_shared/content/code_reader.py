"""Read forms/registratie.yaml."""

from collections.abc import Collection, Iterator
from pathlib import Path

from ido_shared.content.code_lists import FILE, Codes, Help, Result, Theme, Topic
from ido_shared.content.fields import CODE, NUMBER_KEY, Fields, check_known, fields_of, text_of
from ido_shared.content.nodes import Items, Node, Text, read_file
from ido_shared.content.problems import ContentError, Report


def load(forms: Path) -> Codes:
    """The code lists of a forms folder; raises ContentError with all mistakes."""
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
        warm=_labels(fields, "warm"),
        days=_labels(fields, "dagen"),
        not_filled_in=fields.text("niet_ingevuld"),
        search_words={},
        kb=_kb(fields),
    )
    codes.topics.update((key.value, _topic(key, node, codes, report)) for key, node in fields.rows("onderwerpen", CODE))
    codes.search_words.update(_search_words(fields, codes.topics))
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


def _search_words(fields: Fields, topics: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Topic to the words that people say for it."""
    if (table := fields.table("zoekwoorden", required=False)) is None:
        return
    for topic in table.names():
        check_known(topic, topics, "onderwerp", table.at(topic), fields.report)
        yield topic, tuple(text.value for text in table.texts(topic))


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
