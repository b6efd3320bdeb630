"""Read forms/organisaties.yaml."""

from collections.abc import Collection
from pathlib import Path

from ido_shared.content.fields import CODE, Fields, check_known, fields_of
from ido_shared.content.nodes import Node, Text, read_file
from ido_shared.content.organisations import FILE, WAYS, Channel, Kind, Organisation
from ido_shared.content.problems import Place, Report, did_you_mean
from ido_shared.content.wording import Wording, hashed

_KINDS: tuple[Kind, ...] = ("overheid", "particulier", "geen")


def read_organisations(
    forms: Path, codes: Collection[str], facts: Collection[str], report: Report
) -> dict[str, Organisation]:
    """The organisations by code, one for each of ``codes``; notes every mistake."""
    table = read_file(forms / FILE, FILE, report)
    if table is None:
        return {}
    fields = Fields(table, report)
    fields.one_of("schema", ["organisaties/1"])
    found: dict[str, Organisation] = {}
    for key, node in fields.rows("organisaties", CODE):
        if (organisation := _organisation(key, node, codes, facts, report)) is not None:
            found[key.value] = organisation
    fields.done()
    for code in codes:
        if code not in found:
            cause = f"De organisatie {code} uit registratie.yaml heeft hier geen naam."
            report.add(Place(FILE), "ORG-501", cause, f"Voeg toe: {code}: {{label: …, soort: overheid}}")
    return found


def _organisation(
    key: Text, node: Node, codes: Collection[str], facts: Collection[str], report: Report
) -> Organisation | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    context, purpose = f"organisaties/{key.value}", fields.text("doel", "")
    label, called = Wording(f"{context}/label", fields.text("label")), fields.text("in_zin", "")
    organisation = Organisation(
        code=key.value,
        label=label,
        kind=fields.one_of("soort", _KINDS),
        purpose=Wording(f"{context}/doel", purpose) if purpose else None,
        channels=tuple(_channel(channel, context, facts) for channel in fields.each("kanalen")),
        logged_as=_logged_as(key, fields, codes),
        called=Wording(f"{context}/in_zin", called) if called else label,
        known_as=tuple(name.value for name in fields.texts("ook_bekend_als")),
    )
    fields.done()
    return organisation


def _logged_as(key: Text, fields: Fields, codes: Collection[str]) -> str:
    """The code of the log; an organisation that registratie.yaml does not name says which one it goes under."""
    if key.value in codes or not codes:
        return key.value
    code = fields.text("vastleggen_als", "")
    check_known(code, codes, "organisatie in registratie.yaml", fields.at("vastleggen_als"), fields.report)
    if not code:
        cause = f"De organisatie {key.value} staat niet in registratie.yaml."
        remedy = f"Zeg onder welke code een vraag hierover telt: vastleggen_als: … {did_you_mean(key.value, codes)}"
        fields.report.add(key.place, "ORG-503", cause, remedy)
    return code


def _channel(fields: Fields, context: str, facts: Collection[str]) -> Channel:
    fact, hours, text = fields.text("feit", ""), fields.text("open", ""), fields.text("tekst", "")
    for name, value in (("feit", fact), ("open", hours)):
        check_known(value, facts, "feit", fields.at(name), fields.report)
    if bool(fact) == bool(text):
        remedy = "Zet bij feit de naam van een feit. Of zet bij tekst woorden zonder nummer."
        fields.report.add(fields.place, "ORG-502", "Bij een kanaal hoort een feit of een tekst.", remedy)
    way = WAYS[fields.one_of("soort", WAYS)]
    return Channel(way, fact, hours, hashed(f"{context}/kanalen", text) if text else None)
