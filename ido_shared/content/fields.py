"""Take the fields out of a table one by one, and note everything that is wrong with them.

After a mistake a reader goes on with an empty value, so that all mistakes of a file come out at once. What was read
is only used when nothing was wrong.
"""

import contextlib
import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import TypeGuard, TypeVar

from msgspec.structs import replace

from ido_shared.content.nodes import Items, Node, Table, Text
from ido_shared.content.problems import Place, Report, did_you_mean, nearest

Word = TypeVar("Word", bound=str)

ID = r"[a-z][a-z0-9_]*"
FILE_ID = r"[a-z][a-z0-9-]*"
CODE = r"[A-Z]{2,5}"
NUMBER_KEY = r"[1-9]"
_FORMS = {
    ID: "Gebruik kleine letters, cijfers en lage streepjes. Begin met een letter.",
    FILE_ID: "Gebruik kleine letters, cijfers en streepjes. Begin met een letter.",
    CODE: "Gebruik twee tot vijf hoofdletters.",
    NUMBER_KEY: "Gebruik een cijfer van 1 tot en met 9.",
}
_MADE_IN = {"bron": "bronnen.yaml", "feit": "feiten.yaml", "organisatie": "organisaties.yaml", "gids": "gidsen"}
"""In which file to make what does not exist yet."""
_FEW = 12
"""So many known words can be told."""

_QUOTES = 'Hoort het bij de tekst? Zet dan de hele tekst tussen aanhalingstekens: "…".'


class Fields:
    """The fields of one table. Take each field by its kind; ``done`` reports the ones nobody asked for."""

    def __init__(self, table: Table, report: Report) -> None:
        self.place = table.place
        self.report = report
        self._braces = table.braces
        self._rows = {key.value: (key, value) for key, value in table.rows}
        self._asked: set[str] = set()
        self._missing: dict[str, tuple[str, str, str]] = {}

    def has(self, name: str) -> bool:
        """Whether the field is there."""
        return name in self._rows

    def is_table(self, name: str) -> bool:
        """Whether the field holds a table."""
        return name in self._rows and isinstance(self._rows[name][1], Table)

    def names(self) -> list[str]:
        """The names of all fields."""
        return list(self._rows)

    def at(self, name: str) -> Place:
        """Where the value of a field stands, or else the table itself."""
        return self._rows[name][1].place if name in self._rows else self.place

    def text(self, name: str, default: str | None = None) -> str:
        """The text of a field; required when there is no default."""
        node = self._take(name, required=default is None)
        return (default or "") if node is None else text_of(node, name, self.report)

    def texts(self, name: str) -> list[Text]:
        """The texts of a list; empty when the field is absent."""
        return [Text(text_of(node, name, self.report, is_item=True), node.place) for node in self.nodes(name)]

    def nodes(self, name: str, required: bool = False) -> tuple[Node, ...]:
        """The items of a list; empty when the field is absent."""
        node = self._take(name, required)
        if node is None or isinstance(node, Items):
            return () if node is None else node.items
        remedy = f"Zet elk punt op een eigen regel, met een streepje en een spatie. Of schrijf: {name}: [een, twee]"
        self.report.add(node.place, "VELD-204", f"Bij {name} hoort een lijst.", remedy)
        return ()

    def node(self, name: str) -> Node | None:
        """The value of a field as it stands; None when the field is absent."""
        return self._take(name, required=False)

    def each(self, name: str) -> Iterator["Fields"]:
        """The tables in a list."""
        for node in self.nodes(name):
            if (fields := fields_of(node, name, self.report)) is not None:
                yield fields
                fields.done()

    def table(self, name: str, required: bool = True) -> "Fields | None":
        """The table in a field."""
        node = self._take(name, required)
        return None if node is None else fields_of(node, name, self.report)

    def rows(self, name: str, form: str) -> list[tuple[Text, Node]]:
        """The rows of a required table whose names are free ids or codes of this form."""
        node = self._take(name, required=True)
        if node is None or fields_of(node, name, self.report) is None or not isinstance(node, Table):
            return []
        if not node.rows:
            self.report.add(node.place, "VELD-206", *_nothing(name))
        for key, _value in node.rows:
            check_form(key.value, form, key.place, self.report)
        return list(node.rows)

    def id(self, name: str, form: str, default: str | None = None) -> str:
        """An id or code of this form."""
        value = self.text(name, default)
        if value:
            check_form(value, form, self.at(name), self.report)
        return value

    def one_of(self, name: str, known: Collection[Word], default: Word | None = None) -> Word:
        """One of the known words."""
        value = self.text(name, default)
        for word in known:
            if word == value:
                return word
        if value:
            cause = f"Bij {name} staat: {value}. Dat kennen we niet."
            self.report.add(self.at(name), "VELD-207", cause, did_you_mean(value, known))
        return next(iter(known))

    def day(self, name: str, required: bool = True) -> date | None:
        """A date as ``2026-11-20``."""
        value = self.text(name, None if required else "")
        if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            with contextlib.suppress(ValueError):
                return date.fromisoformat(value)
        if value:
            cause = f"Bij {name} staat: {value}. Dat is geen datum."
            self.report.add(self.at(name), "VELD-208", cause, "Schrijf de datum zo: 2026-11-20 (jaar, maand, dag).")
        return None

    def number(self, name: str) -> int:
        """A whole number."""
        value = self.text(name)
        if value and not re.fullmatch(r"\d{1,6}", value):
            remedy = "Schrijf een heel getal, zoals 20."
            self.report.add(self.at(name), "VELD-209", f"Bij {name} staat: {value}.", remedy)
            return 0
        return int(value or 0)

    def lacks(self, name: str, code: str, cause: str, remedy: str) -> None:
        """Say that a field is missing; ``done`` reports it, unless the field is there with a mistake in its name."""
        self._asked.add(name)
        self._missing[name] = (code, cause, remedy)

    def done(self) -> None:
        """Report the fields that nobody asked for, and those that are missing."""
        for name, (key, value) in self._rows.items():
            if name in self._asked:
                continue
            if self._braces and isinstance(value, Text) and not value.value:
                remedy = 'Staat er een komma in een tekst? Zet dan de hele tekst tussen aanhalingstekens: "…".'
            elif meant := nearest(name, self._missing):
                remedy = f"Bedoelde u: {meant}?"
                del self._missing[meant]
            else:
                remedy = did_you_mean(name, self._asked)
            self.report.add(key.place, "VELD-201", f"Het veld {name} hoort hier niet.", remedy)
        for code, cause, remedy in self._missing.values():
            self.report.add(self.place, code, cause, remedy)
        self._missing.clear()

    def _take(self, name: str, required: bool) -> Node | None:
        self._asked.add(name)
        if name in self._rows:
            return self._rows[name][1]
        if required:
            self.lacks(name, "VELD-202", f"Het veld {name} ontbreekt.", f"Zet hier een regel: {name}: …")
        return None


def fields_of(node: Node, name: str, report: Report) -> Fields | None:
    """The fields of a node that must be a table; None, with the problem noted, if it is not."""
    if isinstance(node, Table):
        return Fields(node, report)
    remedy = "Schrijf op elke regel eronder, twee spaties in: veld: waarde"
    report.add(node.place, "VELD-205", f"Bij {name} horen velden.", remedy)
    return None


def text_of(node: Node, name: str, report: Report, is_item: bool = False) -> str:
    """The text of a node; empty, with the problem noted, if it is no text or empty.

    In a list of texts (``is_item``) every field is a sentence with a colon, whatever it looks like.
    """
    if is_sentence(node, of_any_form=is_item):
        colon = replace(node.place, column=node.place.column + len(node.rows[0][0].value))
        remedy = f'Zet de hele tekst tussen aanhalingstekens: "{node.rows[0][0].value}: …". Of maak er twee zinnen van.'
        report.add(colon, "LEES-104", "Na een dubbele punt met een spatie begint volgens YAML een veld.", remedy)
        return ""
    if not isinstance(node, Text):
        report.add(node.place, "VELD-203", f"Bij {name} hoort een tekst.", _text_remedy(node))
        return ""
    if not node.value:
        report.add(node.place, "VELD-206", *_nothing(name))
    return node.value


def is_sentence(node: Node, of_any_form: bool = False) -> TypeGuard[Table]:
    """Whether this is a sentence with a colon in it, which YAML took for a field with a value."""
    if not isinstance(node, Table) or node.braces or not node.rows:
        return False
    return of_any_form or re.search(r"\s|^[A-Z]", node.rows[0][0].value) is not None


def check_form(value: str, form: str, place: Place, report: Report) -> None:
    """Note when an id or code has not its form."""
    if not re.fullmatch(form, value):
        report.add(place, "VELD-210", f"Deze naam kan niet: {value}", _FORMS[form])


def check_known(value: str, known: Collection[str], what: str, place: Place, report: Report) -> None:
    """Note when a reference leads nowhere; ``what`` is what it should name, such as ``bron``.

    Nothing known means that the file with those names could not be read, which is told there.
    """
    if value and known and value not in known:
        report.add(place, "VELD-211", f"Er is geen {what} met de naam {value}.", _known_remedy(value, known, what))


def _known_remedy(value: str, known: Collection[str], what: str) -> str:
    if what not in _MADE_IN:
        otherwise = "" if len(known) <= _FEW else "Kijk in registratie.yaml welke er zijn."
        return did_you_mean(value, known, otherwise)
    if near := nearest(value, known):
        return f"Bedoelde u: {near}? Zo niet: maak die eerst, in {_MADE_IN[what]}."
    return f"Maak die eerst, in {_MADE_IN[what]}. Of haal de verwijzing weg."


def _nothing(name: str) -> tuple[str, str]:
    return f"Bij {name} staat niets.", "Vul het in, of haal de regel weg."


def _text_remedy(node: Node) -> str:
    if isinstance(node, Table) and node.braces:
        return f"{{…}} aan het begin van een tekst leest YAML als velden. {_QUOTES}"
    return "Schrijf de tekst achter de dubbele punt, op dezelfde regel."
