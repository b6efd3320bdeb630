"""*Wat verlaat deze pc?*: everything in a delivery is told, and nothing else."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ido_kiosk.statistics import service
from ido_shared import counts, delivery
from tests.statistics.desk import DESK, OTHER_PLACE
from tests.store import PLACE, codes

NAMES = service.Names(
    lambda list_name, code: (
        {"UWV": "UWV"}.get(code, code)
        if list_name == service.ORGANISATIONS
        else codes().say(list_name, code, lambda _path, dutch: dutch)
    ),
    lambda place: "Centrum" if place == PLACE else "",
)
WEEK = delivery.WeekTotal(PLACE, "2026-10-05", "2026-10-11", 811, 722, 6, True, 101, 102, 103, 104, 105)


def cell(view: str, period: str, code: str, questions: int, **other: Any) -> counts.Cell:
    values = {"soort_plaats": "locatie", "niveau": "code", "k": 9} | other
    return counts.Cell(
        indeling=view, plaats=values.pop("plaats", PLACE), periode=period, code=code, vragen=questions, **values
    )


CELLS = [
    cell("onderwerp", "2026-10", "DGA", 41),
    cell("onderwerp", "2026", "INL", 42, niveau="thema"),
    cell("onderwerp", "2026", "", 43, niveau="alle", k=8),
    cell("organisatie", "2026-K4", "UWV", 44),
    cell("organisatie", "2026", "OVH", 45, niveau="thema", plaats=OTHER_PLACE),
    cell("signaal_organisatie", "2026-K4", "DIG", 46, kruis="UWV"),
    cell("geen_plek", "2026-K4", "GPA", 47, kruis="INL"),
    cell("kanaal", "2026-10", "NI", 48, soort_plaats="telgebied"),
]


def message(**other: Any) -> dict[str, Any]:
    """A delivery with everything in it, decoded from its bytes."""
    values = {
        "schema": delivery.DELIVERY,
        "id": delivery.delivery_id(DESK, 1, 12),
        "balie": DESK,
        "reeks": 1,
        "nummer": 12,
        "vorige": "ab" * 32,
        "programma": "0.1.0",
        "codelijst": 7,
        "totalen": [WEEK],
        "cellen": CELLS,
        "verzegeld": "dicht",
        "inhoud": "2026-09-30",
        "geweigerd": True,
    }
    decoded: dict[str, Any] = json.loads(delivery.pack(delivery.Delivery(**(values | other))))
    return decoded


def words(blocks: list[Any]) -> str:
    """All words of blocks."""
    return " ".join(leaf for block in blocks for leaf in leaves(msgspec.to_builtins(block)) if isinstance(leaf, str))


def leaves(value: Any) -> Iterator[Any]:
    """Every value inside."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else None
    if inside is None:
        yield value
    else:
        for each in inside:
            yield from leaves(each)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def test_every_leaf_is_told_and_no_number_is_added() -> None:
    sent = message()
    said = words(service.delivery_blocks(sent, NAMES))
    for leaf in leaves({key: value for key, value in sent.items() if key not in ("totalen", "cellen", "vulling")}):
        assert ("de vorige keer niet Ja" if leaf is True else str(leaf)) in said
    assert f"{len(sent['vulling'])} spaties" in said
    for week in sent["totalen"]:
        for key in ("vragen", "bezoeken", "dagen_met_vragen", "dagen_nul", "dagen_dicht", "niet_afgemaakt"):
            assert f": {week[key]}." in said
    for part in ("5 oktober 2026 tot en met 11 oktober 2026", "Dit is definitief.", f"Centrum ({PLACE})", OTHER_PLACE):
        assert part in said
    for part in ("kwartaal 4 van 2026", "Van één locatie.", "samen.", "Per thema.", "Niet ingevuld (NI)"):
        assert part in said
    pairs = [("DigiD aanvragen of activeren (DGA)", 41), ("Inloggen (INL)", 42), ("Alle andere samen", 43)]
    pairs += [("UWV (UWV)", 44), ("Overheid (OVH)", 45), ("Alleen digitaal aangeboden (DIG), bij UWV (UWV)", 46)]
    pairs += [("Geen passende plek (GPA), bij Inloggen (INL)", 47)]
    for name, number in pairs:
        assert f"{name} {number} vragen" in said
    assert numbers(said) <= numbers(json.dumps(sent)) | {"4", "5", "11", str(len(sent["vulling"]))}


def test_a_field_or_code_that_this_program_does_not_know_is_told_as_it_is() -> None:
    sent = message()
    sent["nieuw"] = "xyz"
    sent["totalen"][0]["dagen_regen"] = 77
    sent["cellen"][0] |= {"indeling": "weer", "code": "NAT", "wind": 66}
    said = words(service.delivery_blocks(sent, NAMES))
    for part in ("nieuw xyz", "dagen_regen: 77.", "weer,", "NAT", "wind: 66."):
        assert part in said


def test_a_total_that_can_change_says_so() -> None:
    open_week = msgspec.structs.replace(WEEK, definitief=False)
    said = words(service.delivery_blocks(message(totalen=[open_week]), NAMES))
    assert "Dit kan nog veranderen." in said
    assert "Dit is definitief." not in said


def test_why_the_rest_waits_names_the_threshold() -> None:
    said = words(service.why_blocks(11, 5))
    assert "Van 11 vragen wacht het onderwerp." in said
    assert "bij 5 vragen of meer" in said
