"""Read forms/levensgebeurtenissen.yaml, spoed.yaml and actueel.yaml; the only place that reports their mistakes."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

import msgspec

from ido_kiosk.finding.content.situations import (
    CURRENT_FILE,
    LIFE_FILE,
    URGENT_FILE,
    Call,
    Current,
    LifeEvent,
    Point,
    Situations,
    Urgent,
    Volunteer,
)
from ido_kiosk.guides.content.guide import FOLDER, Item, Library, SecondReading
from ido_kiosk.guides.content.reading import check_exceptions, known_as, references, second_reading
from ido_kiosk.guides.content.texts import Known, Reading, read_item, read_items, read_lines, wording
from ido_kiosk.letters.content import letter
from ido_shared.content.codes import Codes
from ido_shared.content.facts import Fact
from ido_shared.content.fields import FILE_ID, ID, Fields, check_known, fields_of
from ido_shared.content.nodes import Node, Table, Text, read_file
from ido_shared.content.organisations import WAYS, Organisation, Way
from ido_shared.content.problems import Report
from ido_shared.content.wording import Wording

_MOST_NOW = 6
_LEAST_POINTS = 2


class _Control(msgspec.Struct, frozen=True):
    written_on: date
    second_reading: SecondReading
    check_before: date


def load(forms: Path, library: Library, codes: Codes) -> Situations:
    """The situations of a forms folder; raises ContentError with all mistakes."""
    report = Report()
    situations = read_situations(forms, library, codes, report)
    report.stop_on_errors()
    return situations


def read_situations(forms: Path, library: Library, codes: Codes | None, report: Report) -> Situations:
    """Read the three files; notes every mistake. Guides and letters count as known by their file, with mistakes too."""
    known = Known(
        topics=() if codes is None else codes.topics,
        results=() if codes is None else codes.results,
        organisations=library.organisations,
        facts=library.facts,
        sources=library.sources,
        guides=[path.stem for path in sorted((forms / FOLDER).glob("*.yaml"))],
        letters=[path.stem for path in sorted((forms / letter.FOLDER).glob("*.yaml"))],
    )
    bodies = library.organisations
    events = [_life_event(key, node, known, bodies, report) for key, node in _rows(forms, LIFE_FILE, report)]
    urgent = [_urgent(key, node, known, bodies, report) for key, node in _rows(forms, URGENT_FILE, report)]
    current = [_current(key, node, known, library.facts, report) for key, node in _rows(forms, CURRENT_FILE, report)]
    return Situations(
        {event.id: event for event in events if event is not None},
        {situation.id: situation for situation in urgent if situation is not None},
        {one.id: one for one in current if one is not None},
    )


def _rows(forms: Path, file: str, report: Report) -> Iterator[tuple[Text, Node]]:
    """The rows of the only table in a file, which is called as the file."""
    table = read_file(forms / file, file, report)
    if table is None:
        return
    fields, name = Fields(table, report), file.removesuffix(".yaml")
    fields.one_of("schema", [f"{name}/1"])
    yield from fields.rows(name, FILE_ID)
    check_exceptions(fields)
    fields.done()


def _life_event(
    key: Text, node: Node, known: Known, bodies: dict[str, Organisation], report: Report
) -> LifeEvent | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    reading = Reading(f"levensgebeurtenissen/{key.value}", known, report)
    control = _control(fields)
    rows = fields.rows("punten", ID)
    event = LifeEvent(
        id=key.value,
        title=Wording(f"{reading.context}/titel", fields.text("titel")),  # an age in it is its name, not a fact
        known_as=known_as(fields, reading),
        summary=wording(fields, "kort", reading),
        topic=_reference(fields, "onderwerp", known.topics, "onderwerp", required=True),
        sources=tuple(references(fields, "bronnen", known.sources, "bron")),
        written_on=control.written_on,
        second_reading=control.second_reading,
        check_before=control.check_before,
        points=tuple(point for row in rows if (point := _point(*row, reading, bodies)) is not None),
    )
    if len(rows) < _LEAST_POINTS:
        cause = f"Bij {key.value} staan minder dan {_LEAST_POINTS} punten."
        report.add(key.place, "LEVEN-601", cause, "Zet er meer bij. Is het er een? Maak er dan een gids van.")
    fields.done()
    return event


def _point(key: Text, node: Node, above: Reading, bodies: dict[str, Organisation]) -> Point | None:
    if (fields := fields_of(node, key.value, above.report)) is None:
        return None
    reading = above.below("punten", key.value)
    organisation, way = _organisation(fields, bodies, "LEVEN-602", "LEVEN-603")
    point = Point(
        id=key.value,
        title=wording(fields, "titel", reading),
        when=_when(fields, reading),
        actions=read_items(fields, "doen", reading, required=True),
        guide=_reference(fields, "gids", reading.known.guides, "gids"),
        letter=_reference(fields, "brief", reading.known.letters, "brief"),
        organisation=organisation,
        way=way,
    )
    fields.done()
    return point


def _when(fields: Fields, reading: Reading) -> Item | None:
    """When to do it: a text, or a table as in a guide."""
    node = fields.node("wanneer")
    return None if node is None else read_item(node, reading.below("wanneer"))


def _urgent(key: Text, node: Node, known: Known, bodies: dict[str, Organisation], report: Report) -> Urgent | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    reading = Reading(f"spoed/{key.value}", known, report)
    control = _control(fields)
    urgent = Urgent(
        id=key.value,
        title=wording(fields, "titel", reading),
        known_as=known_as(fields, reading),
        topic=_reference(fields, "onderwerp", known.topics, "onderwerp", required=True),
        sources=tuple(references(fields, "bronnen", known.sources, "bron")),
        written_on=control.written_on,
        second_reading=control.second_reading,
        check_before=control.check_before,
        now=read_items(fields, "nu", reading, required=True),
        calls=tuple(_call(call, known, bodies) for call in fields.each("bel")),
        volunteer=_volunteer(fields, reading),
        guide=_reference(fields, "gids", known.guides, "gids"),
    )
    if len(urgent.now) > _MOST_NOW:
        cause = f"Bij nu staan {len(urgent.now)} punten. Wie haast heeft, leest er hooguit {_MOST_NOW}."
        report.add(fields.at("nu"), "SPOED-601", cause, "Houd wat nu moet. Zet de rest in een gids.")
    if not urgent.calls:
        cause, remedy = f"Bij {key.value} staat niet wie de bezoeker nu belt.", "Schrijf: bel: [{organisatie: …"
        report.add(key.place, "SPOED-602", cause, f"{remedy}, kanaal: telefoon}}]")
    fields.done()
    return urgent


def _volunteer(above: Fields, reading: Reading) -> Volunteer:
    """What the volunteer says and leaves; under the path of tips, which need not be translated for paper."""
    fields = above.table("vrijwilliger", required=False) or Fields(Table((), above.place), above.report)
    says = tuple(read_lines(fields, "zegt", reading.below("tips", "zegt")))
    leaves = tuple(read_lines(fields, "doet_niet", reading.below("tips", "doet_niet")))
    if not (says and leaves):
        cause = "Er staat niet wat de vrijwilliger zegt, of niet wat de vrijwilliger niet doet."
        above.report.add(fields.place, "SPOED-606", cause, "Schrijf: vrijwilliger: {zegt: […], doet_niet: […]}")
    fields.done()
    return Volunteer(says, leaves)


def _call(fields: Fields, known: Known, bodies: dict[str, Organisation]) -> Call:
    fact = _reference(fields, "feit", known.facts, "feit")
    hours = _reference(fields, "open", known.facts, "feit")
    organisation, way = _organisation(fields, bodies, "SPOED-603", "SPOED-604")
    if bool(fact) == bool(organisation):
        remedy = "Schrijf {organisatie: …, kanaal: telefoon}. Of {feit: …}: de naam van een feit met een nummer."
        fields.report.add(fields.place, "SPOED-605", "Bij bel hoort een organisatie of een feit: een ervan.", remedy)
    return Call(organisation, way, fact, hours)


def _current(key: Text, node: Node, known: Known, facts: dict[str, Fact], report: Report) -> Current | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    last_day = _reference(fields, "laatste_dag", known.facts, "feit", required=True)
    if last_day in facts and facts[last_day].valid_to is None:
        cause, remedy = f"Het feit {last_day} heeft geen laatste dag.", "Zet er in feiten.yaml geldig_tot bij."
        report.add(fields.at("laatste_dag"), "ACT-601", cause, remedy)
    current = Current(
        id=key.value,
        text=read_item(fields.node("tekst") or Text("", fields.place), Reading(f"actueel/{key.value}", known, report)),
        last_day=last_day,
        days=fields.number("dagen"),
        guide=_reference(fields, "gids", known.guides, "gids", required=True),
    )
    fields.done()
    return current


def _organisation(
    fields: Fields, bodies: dict[str, Organisation], halved: str, unreachable: str
) -> tuple[str, Way | None]:
    """An organisation with the way to it. The codes are for one without the other, and for a way that it has not."""
    organisation = _reference(fields, "organisatie", bodies, "organisatie")
    way = WAYS.get(fields.one_of("kanaal", ["", *WAYS], ""))
    if bool(organisation) != bool(way):
        cause = "Een organisatie en een kanaal horen bij elkaar."
        fields.report.add(fields.place, halved, cause, f"Schrijf allebei. Bij kanaal: {', '.join(WAYS)}.")
    elif organisation in bodies and way not in {channel.way for channel in bodies[organisation].channels}:
        there = [name for name, way_ in WAYS.items() if way_ in {it.way for it in bodies[organisation].channels}]
        cause = f"{organisation} heeft in organisaties.yaml geen kanaal {fields.text('kanaal')}."
        remedy = f"Kies: {', '.join(there)}." if there else "Voeg het kanaal daar toe."
        fields.report.add(fields.at("kanaal"), unreachable, cause, remedy)
    return organisation, way


def _control(above: Fields) -> _Control:
    fields = above.table("controle") or Fields(Table((), above.place), above.report)
    control = _Control(
        fields.day("geschreven_op") or date.min,
        second_reading(fields),
        fields.day("opnieuw_controleren_voor") or date.min,
    )
    fields.done()
    return control


def _reference(fields: Fields, name: str, known: Collection[str], what: str, required: bool = False) -> str:
    value = fields.text(name, None if required else "")
    check_known(value, known, what, fields.at(name), fields.report)
    return value
