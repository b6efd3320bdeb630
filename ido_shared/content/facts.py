"""Facts that can change (forms/feiten.yaml), each in one place with its source (forms/bronnen.yaml) and its date."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ido_shared.content.fields import FILE_ID, ID, Fields, check_known, fields_of
from ido_shared.content.nodes import Node, Text, read_file
from ido_shared.content.problems import Report
from ido_shared.content.wording import Translate, Wording

FACTS_FILE = "feiten.yaml"
SOURCES_FILE = "bronnen.yaml"

Confidence = Literal["A", "B", "B26", "C"]
"""A: read on an official page. B: older, undated or second hand. B26: second hand, autumn 2026. C: never checked."""

State = Literal["checked", "unchecked", "expired", "hidden"]
"""How a fact may be shown on a day: as checked, as told by its source, with a warning only, or not at all."""

_CONFIDENCES: tuple[Confidence, ...] = ("A", "B", "B26", "C")
_MONTHS_UNTIL_OLD = 12


@dataclass(frozen=True)
class Source:
    """Where a fact was found."""

    id: str
    name: str
    """Who says it, such as ``Rijksoverheid``."""
    title: str
    url: str


@dataclass(frozen=True)
class Fact:
    """Something that can change: a number, a phone number, an address, opening hours."""

    id: str
    what: Wording
    """What it is about, such as ``wachttijd op de brief``."""
    value: str
    """The same in every language; empty when the fact is a ``text``."""
    text: Wording | None
    unit: Wording | None
    source: str
    checked_on: date
    confidence: Confidence
    valid_from: date | None
    valid_to: date | None
    """Last day on which it holds."""

    def said(self, translate: Translate) -> str:
        """The fact itself, in the language of ``translate``."""
        return self.value if self.text is None else self.text.said(translate)

    def state(self, today: date) -> State:
        """How the fact may be shown today."""
        if self.confidence == "C":
            return "hidden"
        too_early = self.valid_from is not None and today < self.valid_from
        too_late = self.valid_to is not None and today > self.valid_to
        if too_early or too_late:
            return "expired"
        return "checked" if self.confidence == "A" else "unchecked"

    def is_old(self, today: date) -> bool:
        """Whether it was checked so long ago that it should be checked again."""
        months = (today.year - self.checked_on.year) * 12 + today.month - self.checked_on.month
        return months >= _MONTHS_UNTIL_OLD


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
    if bool(value) == bool(text):
        remedy = "Zet een getal, nummer of webadres bij waarde. Zet woorden, die vertaald worden, bij tekst."
        report.add(key.place, "FEIT-402", f"Bij {key.value} hoort een waarde of een tekst: een van de twee.", remedy)
    source = fields.text("bron")
    check_known(source, sources, "bron", fields.at("bron"), report)
    context, unit = f"feiten/{key.value}", fields.text("eenheid", "")
    fact = Fact(
        id=key.value,
        what=Wording(f"{context}/wat", fields.text("wat")),
        value=value,
        text=Wording(f"{context}/tekst", text) if text else None,
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
    fields.done()
    return fact
