"""The texts of a letter: those for the visitor become wordings; the Dutch of the letter may name fields and facts."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ido_kiosk.letters.content.letter import FOLDER, Advice
from ido_shared.content.facts import Fact
from ido_shared.content.fields import Fields, check_known
from ido_shared.content.nodes import Node, Table, Text
from ido_shared.content.organisations import Organisation
from ido_shared.content.problems import Place, Report, did_you_mean
from ido_shared.content.wording import CHANGING, PLACEHOLDER, Wording, hashed


@dataclass(frozen=True)
class Known:
    """What a letter may refer to."""

    topics: Collection[str]
    organisations: Mapping[str, Organisation]
    facts: Mapping[str, Fact]
    sources: Collection[str]
    guides: Collection[str]


@dataclass(frozen=True)
class Reading:
    """What is at hand while one letter is read."""

    id: str
    known: Known
    report: Report

    def path(self, *parts: str) -> str:
        """The path under which a translation stands."""
        return "/".join((FOLDER, self.id, *parts))


def wording(fields: Fields, name: str, reading: Reading, *path: str) -> Wording:
    """The required text of a field for the visitor, without facts."""
    return Wording(reading.path(*(path or (name,))), plain_text(fields, name, reading))


def wordings(fields: Fields, name: str, reading: Reading) -> tuple[Wording, ...]:
    """The texts of a list for the visitor."""
    texts = fields.texts(name)
    for text in texts:
        _check_plain(text.value, text.place, reading)
    return tuple(hashed(reading.path(name), text.value) for text in texts)


def plain_text(fields: Fields, name: str, reading: Reading) -> str:
    """The required text of a field, which can hold no facts and nothing that changes."""
    value = fields.text(name)
    _check_plain(value, fields.at(name), reading)
    return value


def _check_plain(text: str, place: Place, reading: Reading) -> None:
    for name in PLACEHOLDER.findall(text):
        remedy = "Zet het feit in de tekst van een alinea, of bij daarna."
        reading.report.add(place, "BRIEF-221", f"Hier kan geen veld of feit staan: {{{name}}}", remedy)
    _check_rest(text, place, reading)


def letter_text(fields: Fields, name: str, reading: Reading, own: Collection[str]) -> str:
    """The required Dutch of the letter in a field; may name the ``own`` fields of the letter, and facts."""
    value, place = fields.text(name), fields.at(name)
    for used in PLACEHOLDER.findall(value):
        if used not in own and used not in reading.known.facts:
            cause = f"Er is geen veld en geen feit met de naam {used}."
            remedy = did_you_mean(used, own, "Maak een veld bij velden. Of een feit in feiten.yaml.")
            reading.report.add(place, "BRIEF-202", cause, remedy)
    _check_rest(value, place, reading)
    return value


def _check_rest(text: str, place: Place, reading: Reading) -> None:
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        remedy = "Schrijf de naam van een veld of feit precies zo: {naam_van_veld}, met kleine letters."
        reading.report.add(place, "BRIEF-203", "Hier staat een haakje { of } dat niet om een naam staat.", remedy)
    if (found := re.search(CHANGING, rest)) is not None:
        remedy = "Zet het in feiten.yaml, met bron en datum. Schrijf hier {naam_van_feit}."
        reading.report.add(place, "BRIEF-218", f"Dit kan veranderen: {found[0]}", remedy)


def read_advice(node: Node, reading: Reading) -> Advice:
    """What to do or what happens next: a text, or a table with ``tekst`` and ``zonder``."""
    if not isinstance(node, Table):
        node = Table(((Text("tekst", node.place), node),), node.place)
    fields = Fields(node, reading.report)
    text = fields.text("tekst")
    for fact in PLACEHOLDER.findall(text):
        check_known(fact, reading.known.facts, "feit", fields.at("tekst"), reading.report)
    _check_rest(text, fields.at("tekst"), reading)
    without = plain_text(fields, "zonder", reading) if fields.has("zonder") else ""
    if PLACEHOLDER.search(text) and not without:
        cause = f"Deze tekst gebruikt een feit: {text}"
        remedy = "Schrijf eronder ook de tekst zonder dat feit: zonder: … Die komt er als het feit is verlopen."
        reading.report.add(fields.at("tekst"), "BRIEF-217", cause, remedy)
    fields.done()
    context = reading.path("daarna")
    return Advice(hashed(context, text), hashed(context, without) if without else None)


def reference(fields: Fields, name: str, known: Collection[str], what: str) -> str:
    """A required name that must be known."""
    value = fields.text(name)
    check_known(value, known, what, fields.at(name), fields.report)
    return value


def references(fields: Fields, name: str, known: Collection[str], what: str) -> tuple[str, ...]:
    """The names in a list, each of which must be known."""
    texts = fields.texts(name)
    for text in texts:
        check_known(text.value, known, what, text.place, fields.report)
    return tuple(text.value for text in texts)


def names_in(texts: Iterable[str]) -> set[str]:
    """Every field and fact that texts name."""
    return {name for text in texts for name in PLACEHOLDER.findall(text)}
