"""The texts of a guide: each becomes a wording with its own path, and may name only facts that exist."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from ido_kiosk.guides.content.checks import Reference
from ido_kiosk.guides.content.guide import Item, Prompt, Thing
from ido_shared.content.fields import Fields, check_known, is_sentence
from ido_shared.content.nodes import Node, Table, Text
from ido_shared.content.problems import Place, Report
from ido_shared.content.wording import CHANGING, PLACEHOLDER, Wording, hashed

YES_NO = ("nee", "ja")
PROMPTS: tuple[Prompt, ...] = ("", "bsn", "koptelefoon")
PICTURES = {
    "": "",
    "app": "app",
    "balie": "counter",
    "bankpas": "bank-card",
    "bellen": "phone",
    "bewaren": "folder",
    "brief": "letter",
    "computer": "computer",
    "email": "email",
    "geld": "money",
    "hulp": "help",
    "huis": "house",
    "identiteit": "id-card",
    "kalender": "calendar",
    "let-op": "warning",
    "papier": "paper",
    "pen": "pencil",
    "persoon": "person",
    "post": "post",
    "stop": "stop",
    "telefoon": "mobile",
    "typen": "keyboard",
    "vinkje": "tick",
    "wachten": "clock",
    "wachtwoord": "key",
    "website": "website",
}
"""The pictograms that a writer may name, and the drawings in assets/pictograms."""


@dataclass(frozen=True)
class Known:
    """What a guide may refer to."""

    topics: Collection[str]
    results: Collection[str]
    organisations: Collection[str]
    facts: Collection[str]
    sources: Collection[str]
    guides: Collection[str]
    letters: Collection[str] = ()
    """A guide names none: a letter says which guides lead to it."""


@dataclass(frozen=True)
class Reading:
    """What is at hand while one guide is read; ``references`` fills with the pages that the guide points to."""

    context: str
    """The path under which the guide's translations stand."""
    known: Known
    report: Report
    references: list[Reference] = field(default_factory=list)

    def below(self, *parts: str) -> "Reading":
        """The same, deeper in the file."""
        return replace(self, context="/".join((self.context, *parts)))


def read_items(fields: Fields, name: str, reading: Reading, required: bool) -> tuple[Item, ...]:
    """The items of a list; texts or tables with ``tekst``, ``zonder`` and ``zelf_typen``."""
    below = reading.below(name)
    return tuple(read_item(node, below) for node in fields.nodes(name, required))


def read_item(node: Node, reading: Reading) -> Item:
    """One item: a text, or a table with ``tekst`` and the rest."""
    if not isinstance(node, Table) or is_sentence(node):
        node = Table(((Text("tekst", node.place), node),), node.place)
    fields = Fields(node, reading.report)
    text = checked_text(fields, "tekst", reading, facts=True)
    without = checked_text(fields, "zonder", reading, required=False)
    typed = fields.one_of("zelf_typen", YES_NO, "nee") == "ja"
    prompt = fields.one_of("let_op", PROMPTS, "")
    on_short_sheet = fields.one_of("op_blad", YES_NO, "ja") == "ja"
    if PLACEHOLDER.search(text) and not without:
        cause = f"Deze tekst gebruikt een feit: {text}"
        remedy = "Schrijf eronder ook de tekst zonder dat feit: zonder: … Die komt er als het feit is verlopen."
        reading.report.add(fields.at("tekst"), "GIDS-211", cause, remedy)
    said_without = hashed(reading.context, without) if without else None
    item = Item(hashed(reading.context, text), said_without, typed, prompt, read_picture(fields), on_short_sheet)
    fields.done()
    return item


def read_things(fields: Fields, name: str, reading: Reading) -> Iterator[Thing]:
    """What to have at hand or to bring; texts or tables with ``tekst``, ``hulp``, ``verplicht`` and ``plaatje``."""
    for node in fields.nodes(name):
        if not isinstance(node, Table) or is_sentence(node):
            node = Table(((Text("tekst", node.place), node),), node.place)
        thing = Fields(node, reading.report)
        help_ = checked_text(thing, "hulp", reading, required=False)
        yield Thing(
            hashed(reading.context, checked_text(thing, "tekst", reading)),
            hashed(reading.context, help_) if help_ else None,
            thing.one_of("verplicht", YES_NO, "ja") == "ja",
            read_picture(thing),
        )
        thing.done()


def read_picture(fields: Fields) -> str:
    """The pictogram that a text has on paper: the name of the drawing; empty for the usual one."""
    return PICTURES[fields.one_of("plaatje", PICTURES, "")]


def read_lines(fields: Fields, name: str, reading: Reading) -> Iterator[Wording]:
    """The texts of a list without facts, such as the tips for the volunteer."""
    for text in fields.texts(name):
        _check_text(text.value, text.place, reading, facts=False)
        yield hashed(reading.context, text.value)


def wording(fields: Fields, name: str, reading: Reading) -> Wording:
    """The required text of a field, under its name."""
    return Wording(f"{reading.context}/{name}", checked_text(fields, name, reading))


def optional_wording(fields: Fields, name: str, reading: Reading) -> Wording | None:
    """The text of a field, if it is there."""
    return wording(fields, name, reading) if fields.has(name) else None


def checked_text(fields: Fields, name: str, reading: Reading, facts: bool = False, required: bool = True) -> str:
    """The text of a field as it stands, checked for facts and for what should be one."""
    value = fields.text(name, None if required else "")
    _check_text(value, fields.at(name), reading, facts)
    return value


def _check_text(text: str, place: Place, reading: Reading, facts: bool) -> None:
    for fact in PLACEHOLDER.findall(text):
        if facts:
            check_known(fact, reading.known.facts, "feit", place, reading.report)
        else:
            remedy = "Zet het feit in een tekst bij doen of bij een uitkomst."
            reading.report.add(place, "GIDS-212", f"Hier kan geen feit staan: {{{fact}}}", remedy)
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        remedy = "Schrijf de naam van een feit precies zo: {naam_van_feit}, met kleine letters."
        reading.report.add(place, "GIDS-214", "Hier staat een haakje { of } dat niet om een feit staat.", remedy)
    if (found := re.search(CHANGING, rest)) is not None:
        remedy = "Zet het in feiten.yaml, met bron en datum. Schrijf hier {naam_van_feit}."
        reading.report.add(place, "GIDS-215", f"Dit kan veranderen: {found[0]}", remedy)
