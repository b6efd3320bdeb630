"""Read forms/enveloppen.yaml and work out that each address shows, whole and alone, wherever the sheet lies."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from ido_kiosk.base.pdf.letter_sheet import Area
from ido_kiosk.letters.content.envelope import FILE, MOST_OFFSET, PAPER, Envelope
from ido_shared.content.fields import FILE_ID, Fields, fields_of, text_of
from ido_shared.content.nodes import Node, Table, Text, read_file
from ido_shared.content.problems import Report
from ido_shared.content.wording import Wording

_MEASURE = r"\d{1,3}(?:\.\d{1,2})?"
_EDGE = 5.0
"""So much at the edge of the paper a printer may leave white."""
_HIGHEST, _NARROWEST = 18.5, 60.0
"""Room that four lines of an address need."""
_ROOM_ABOVE, _LOWEST_BODY = 33.0, 120.0
"""The sender stands above the window's reach, the text begins below it."""
_SLACK = 0.01


def read_envelopes(forms: Path, report: Report) -> dict[str, Envelope]:
    """The envelopes by id; notes every mistake."""
    table = read_file(forms / FILE, FILE, report)
    if table is None:
        return {}
    fields = Fields(table, report)
    fields.one_of("schema", ["enveloppen/1"])
    rows = fields.rows("enveloppen", FILE_ID)
    fields.done()
    envelopes = {key.value: _envelope(key, node, report) for key, node in rows}
    return {id_: envelope for id_, envelope in envelopes.items() if envelope is not None}


def _envelope(key: Text, node: Node, report: Report) -> Envelope | None:
    if (fields := fields_of(node, key.value, report)) is None:
        return None
    before = len(report.errors)
    label = Wording(f"enveloppen/{key.value}/label", fields.text("label"))
    width, height = _measures(_table(fields, "envelop"), "breed", "hoog")
    window = _window(_table(fields, "venster"), width, height)
    float_across, float_down = _measures(_table(fields, "speling"), "opzij", "omlaag")
    address = Area(*_measures(_table(fields, "adres"), "links", "boven", "breed", "hoog"))
    folds = tuple(_measure(node, "vouwen", report) for node in fields.nodes("vouwen", required=True))
    fields.done()
    envelope = Envelope(key.value, label, width, height, window, float_across, float_down, address, folds)
    if len(report.errors) == before:  # measures that are not there have no sum
        for name, code, cause, remedy in _mistakes(envelope):
            report.add(fields.at(name), code, cause, remedy)
    return envelope


def _table(fields: Fields, name: str) -> Fields:
    return fields.table(name) or Fields(Table((), fields.place), Report())


def _measures(fields: Fields, *names: str) -> tuple[float, ...]:
    """The measures of a table that has nothing else."""
    found = tuple(_named(fields, name) for name in names)
    fields.done()
    return found


def _window(fields: Fields, width: float, height: float) -> Area:
    """The window from the top left corner; the file says how far it is from one of the sides, and from the bottom."""
    sides = [name for name in ("links", "rechts") if fields.has(name)]
    if len(sides) != 1:
        cause = "Het venster heeft een afstand links of rechts: een van de twee."
        remedy = "Schrijf links: … of rechts: … Dat is de afstand van het venster tot die rand van de envelop."
        fields.report.add(fields.place, "ENV-302", cause, remedy)
    side = [_named(fields, name) for name in sides]
    wide, below, high = (_named(fields, name) for name in ("breed", "onder", "hoog"))
    fields.done()
    left = width - side[0] - wide if sides == ["rechts"] else sum(side)
    return Area(left, height - below - high, wide, high)


def _named(fields: Fields, name: str) -> float:
    node = fields.node(name)
    if node is None:
        fields.text(name)  # notes that it is not there
        return 0.0
    return _measure(node, name, fields.report)


def _measure(node: Node, name: str, report: Report) -> float:
    value = text_of(node, name, report)
    if value and not re.fullmatch(_MEASURE, value):
        remedy = "Schrijf een getal in millimeters, met een punt: 148.5"
        report.add(node.place, "ENV-301", f"Bij {name} staat: {value}. Dat is geen maat.", remedy)
        return 0.0
    return float(value or 0)


def _mistakes(envelope: Envelope) -> Iterator[tuple[str, str, str, str]]:
    """What cannot be: the field, the code, the cause and the remedy."""
    if not Area(0, 0, envelope.width, envelope.height).holds(envelope.window):
        yield "venster", "ENV-303", "Het venster past niet op de envelop.", "Meet de envelop en het venster na."
        return
    yield from _folding(envelope)
    yield from _address(envelope)
    reach = envelope.reach
    if reach.top - MOST_OFFSET < _ROOM_ABOVE - _SLACK or reach.bottom + MOST_OFFSET > _LOWEST_BODY:
        remedy = "Zo'n envelop kan niet. Kies een envelop met een kleiner of lager venster."
        yield "venster", "ENV-307", "Naast het adres zou ook een ander stuk van de brief in het venster staan.", remedy


def _folding(envelope: Envelope) -> Iterator[tuple[str, str, str, str]]:
    edges = (0.0, *envelope.folds, PAPER.height)
    panels = [below - above for above, below in pairwise(edges)]
    if not envelope.folds or min(panels) <= 0 or max(panels) > envelope.height:
        remedy = "Schrijf de vouwen van boven naar beneden, en niet verder uit elkaar dan de envelop hoog is."
        yield "vouwen", "ENV-304", "Zo gevouwen past het blad niet in de envelop.", remedy
        return
    across, down = envelope.width - PAPER.width, envelope.height - max(panels)
    if envelope.float_across < across - _SLACK or envelope.float_down < down - _SLACK:
        cause = "Het gevouwen blad kan verder schuiven dan hier staat."
        yield "speling", "ENV-305", cause, f"Schrijf: speling: {{opzij: {across:g}, omlaag: {down:g}}}"


def _address(envelope: Envelope) -> Iterator[tuple[str, str, str, str]]:
    address, safe = envelope.address, envelope.safe
    reach_of_desk = Area(address.left - MOST_OFFSET, address.top, address.width + 2 * MOST_OFFSET, address.height)
    printable = Area(_EDGE, _EDGE, PAPER.width - 2 * _EDGE, PAPER.height - 2 * _EDGE)
    is_small = address.width < _NARROWEST or address.height < _HIGHEST
    if is_small or not safe.holds(address) or not printable.holds(reach_of_desk):
        cause = "Het adres staat niet altijd heel in het venster."
        remedy = (
            f"Te zien is: {safe.left:g} tot {safe.right:g} van links, {safe.top:g} tot {safe.bottom:g} van boven. "
            f"Het adres is ten minste {_NARROWEST:g} breed en {_HIGHEST:g} hoog. "
            f"Links en rechts ervan blijft {MOST_OFFSET + _EDGE:g} over."
        )
        yield "adres", "ENV-306", cause, remedy
