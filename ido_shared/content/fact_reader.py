"""Read forms/bronnen.yaml and forms/feiten.yaml."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ido_shared.content.facts import FACTS_FILE, SOURCES_FILE, Confidence, Fact, Source
from ido_shared.content.fields import FILE_ID, ID, Fields, check_known, fields_of
from ido_shared.content.nodes import Node, Text, read_file
from ido_shared.content.opening import Opening, parse
from ido_shared.content.problems import Report
from ido_shared.content.wording import Wording

_SURE_SINCE = date(2024, 1, 1)
"""What was last seen before this day is too old to be A."""
_CONFIDENCES: tuple[Confidence, ...] = ("A", "B", "B26", "C")


def read_sources(forms: Path, report: Report) -> dict[str, Source]:
    """The sources by id; notes every mistake."""
    table = read_file(forms / SOURCES_FILE, SOURCES_FILE, report)
    if table is None:
        return {}
    fields = Fields(table, report)
    fields.one_of("schema", ["bronnen/1"])
    sources = {key.value: _source(key, node, report) for key, node in fields.rows("bronnen", FILE_ID)}
    fields.done()
    return {key: source for key, source in sources.items() if source is not None}


def _source(key: Text, node: Node, report: Report) -> Source | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    url = fields.text("url")
    if url and not url.startswith("https://"):
        report.add(fields.at("url"), "FEIT-401", f"Dit is geen volledig webadres: {url}", "Begin met https://")
    source = Source(key.value, fields.text("naam"), fields.text("titel"), url)
    fields.done()
    return source


def read_facts(forms: Path, sources: dict[str, Source], report: Report) -> dict[str, Fact]:
    """The facts by id; notes every mistake."""
    table = read_file(forms / FACTS_FILE, FACTS_FILE, report)
    if table is None:
        return {}
    fields = Fields(table, report)
    fields.one_of("schema", ["feiten/1"])
    facts = {key.value: _fact(key, node, sources, report) for key, node in fields.rows("feiten", ID)}
    fields.done()
    return {key: fact for key, fact in facts.items() if fact is not None}


def _fact(key: Text, node: Node, sources: dict[str, Source], report: Report) -> Fact | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    value, text = fields.text("waarde", ""), fields.text("tekst", "")
    if [bool(value), bool(text), fields.has("tijden")].count(True) != 1:
        remedy = (
            "Zet een getal, nummer of webadres bij waarde. Zet woorden, die vertaald worden, bij tekst. "
            "Zet openingstijden bij tijden: {ma-vr: 9.00-17.00}"
        )
        report.add(key.place, "FEIT-402", f"Bij {key.value} hoort een waarde, een tekst of tijden: een ervan.", remedy)
    source = fields.text("bron")
    check_known(source, sources, "bron", fields.at("bron"), report)
    context, unit = f"feiten/{key.value}", fields.text("eenheid", "")
    fact = Fact(
        id=key.value,
        what=Wording(f"{context}/wat", fields.text("wat")),
        value=value,
        text=Wording(f"{context}/tekst", text) if text else None,
        hours=tuple(_hours(fields)),
        unit=Wording(f"{context}/eenheid", unit) if unit else None,
        source=source,
        checked_on=fields.day("gecontroleerd_op") or date.min,
        confidence=fields.one_of("betrouwbaar", _CONFIDENCES),
        valid_from=fields.day("geldig_vanaf", required=False),
        valid_to=fields.day("geldig_tot", required=False),
    )
    if fact.valid_from and fact.valid_to and fact.valid_to < fact.valid_from:
        cause = "Dit feit houdt op voordat het begint."
        report.add(fields.at("geldig_tot"), "FEIT-403", cause, "Kijk naar geldig_vanaf en geldig_tot.")
    if fact.confidence == "A" and date.min < fact.checked_on < _SURE_SINCE:
        cause = f"Betrouwbaar A kan niet: het is nagekeken op {fact.checked_on}, voor {_SURE_SINCE.year}."
        report.add(fields.at("betrouwbaar"), "FEIT-406", cause, "Kijk het opnieuw na. Of schrijf: betrouwbaar: B")
    fields.done()
    return fact


def _hours(fields: Fields) -> Iterator[Opening]:
    """The opening hours, one row for days that are alike."""
    if (table := fields.table("tijden", required=False)) is None:
        return
    for days in table.names():
        if (opening := parse(days, table.text(days))) is not None:
            yield opening
            continue
        cause = f"Deze openingstijd is niet te lezen: {days}"
        report, remedy = fields.report, "Schrijf de dagen en tijden zo: {ma-vr: 9.00-17.00, za: 9.00-12.30}"
        report.add(table.at(days), "FEIT-404", cause, remedy)
