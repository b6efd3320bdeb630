"""The fields of a letter: what the visitor may fill in, and what nobody may be asked."""

import re
from collections.abc import Iterable

from ido_kiosk.letters.content.letter import REFERENCE, RESERVED, SENDER, Field, FieldKind
from ido_kiosk.letters.content.texts import Reading, wording
from ido_shared.content.fields import ID, Fields, fields_of
from ido_shared.content.nodes import Node, Text
from ido_shared.content.wording import Wording

KINDS: dict[str, FieldKind] = {
    "lijn": "line",
    "regels": "lines",
    "datum": "date",
    "postcode": "postcode",
    "plaats": "place",
    "telefoon": "phone",
    "bedrag": "amount",
    "keuze": "choice",
    "kenmerk": "reference",
}
_NO_YES, _YES_NO = ("nee", "ja"), ("ja", "nee")
_LEAST_CHOICES = 2
_NEVER_ASKED = re.compile(
    r"\bbsn\b|burger ?service|sofi-?nummer|klant-?nummer|digid|wachtwoord|gebruikersnaam|\bpin\b|pin-?code"
    r"|inlogcode|geboorte|geboren",
    re.IGNORECASE,
)


def own_names(fields: Iterable[Field], has_reference: bool) -> list[str]:
    """What the text of a letter may name besides facts."""
    return [*SENDER, *([REFERENCE] if has_reference else []), *(field.id for field in fields)]


def read_fields(fields: Fields, reading: Reading) -> tuple[Field, ...]:
    """The fields of a letter; none when it asks nothing but the sender."""
    rows = fields.rows("velden", ID) if fields.has("velden") else []
    return tuple(field for key, node in rows if (field := _field(key, node, reading)) is not None)


def _field(key: Text, node: Node, reading: Reading) -> Field | None:
    if (fields := fields_of(node, key.value, reading.report)) is None:
        return None
    path = ("velden", key.value)
    help_ = fields.text("hulp", "")
    made = Field(
        id=key.value,
        label=wording(fields, "label", reading, *path, "label"),
        kind=KINDS[fields.one_of("soort", KINDS)],
        required=fields.one_of("verplicht", _YES_NO, "ja") == "ja",
        by_hand=fields.one_of("met_de_hand", _NO_YES, "nee") == "ja",
        help=Wording(reading.path(*path, "hulp"), help_) if help_ else None,
        choices=_choices(fields, key.value, reading),
    )
    _check_field(made, key, fields)
    fields.done()
    return made


def _choices(above: Fields, field: str, reading: Reading) -> tuple[tuple[str, Wording], ...]:
    if not above.has("keuzes") or (fields := above.table("keuzes")) is None:
        return ()
    path = ("velden", field, "keuzes")
    return tuple((name, wording(fields, name, reading, *path, name)) for name in fields.names())


def _check_field(field: Field, key: Text, fields: Fields) -> None:
    report = fields.report
    if field.id in RESERVED:
        remedy = "Kies een andere naam. De afzender en het kenmerk heeft elke brief al."
        report.add(key.place, "BRIEF-213", f"Een veld kan niet {field.id} heten: die naam is al in gebruik.", remedy)
    said = f"{field.label.dutch} {field.id} {field.help.dutch if field.help else ''}"
    if (found := _NEVER_ASKED.search(said)) is not None:
        cause = f"Bij het veld {field.id} vragen we naar iets wat we nooit vragen: {found[0]}"
        remedy = "Haal dit veld weg. Moet het burgerservicenummer in de brief? Schrijf onderaan: bsn: ja."
        report.add(fields.at("label"), "BRIEF-211", cause, remedy)
    if field.kind == "choice" and len(field.choices) < _LEAST_CHOICES:
        remedy = "Schrijf: keuzes: {een: Eerste keuze, twee: Tweede keuze}"
        report.add(key.place, "BRIEF-212", f"Bij {field.id} valt niets te kiezen.", remedy)
    if field.kind != "choice" and field.choices:
        report.add(fields.at("keuzes"), "BRIEF-212", f"Bij {field.id} staan keuzes.", "Schrijf: soort: keuze")
