"""Cells: stored once with their delivery, parked when nobody here knows the code, refused under the threshold."""

from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from ido_regie import codes
from ido_regie.deliveries.models import Cell, WeekTotal
from ido_regie.deliveries.service import review_parked
from ido_shared import counts, delivery
from tests.regie.desks import TestDesk, message, signed, week
from tests.regie.world import desk, put

MAY_BE_MISSING = {"cellen", "verzegeld", "vulling", "kruis", "inhoud", "geweigerd"} | {
    *("dagen_nul", "dagen_dicht", "dagen_niet_bemand", "niet_afgemaakt", "nog_niet_in_kb")
}
MONDAY = date(2026, 11, 16)


def cell(sender: TestDesk, **other: Any) -> counts.Cell:
    """A cell of this desk's place: eight questions about one topic in a month."""
    values = {
        "indeling": "onderwerp",
        "plaats": sender.place,
        "soort_plaats": "locatie",
        "periode": "2026-10",
        "niveau": "code",
        "code": "DGA",
        "vragen": 8,
        "k": 5,
    }
    return counts.Cell(**(values | other))


def send(client: Client, sender: TestDesk, number: int, *cells: counts.Cell, **other: Any) -> HttpResponse:
    """Let a desk deliver these cells."""
    sent = message(sender, number, cellen=list(cells), **({"schema": "levering/2"} | other))
    return put(client, sent, signed(sender, sent))


def detail(answer: HttpResponse) -> str:
    """Why it was refused; then nothing was kept."""
    assert answer.status_code == 400
    assert not Cell.objects.exists()
    return answer.json()["detail"]


def test_cells_are_stored_once_however_often_they_come(client: Client) -> None:
    sender = desk()
    cells = [cell(sender), cell(sender, periode="2026-K3", niveau="thema", code="INL", vragen=12)]
    assert [send(client, sender, 1, *cells).status_code for _ in range(2)] == [201, 200]
    stored = Cell.objects.order_by("first_day").values_list("period", "first_day", "last_day", "level", "questions")
    assert list(stored) == [
        ("2026-K3", date(2026, 7, 1), date(2026, 9, 30), "thema", 12),
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31), "code", 8),
    ]
    assert not Cell.objects.filter(parked=True).exists()


def test_what_nobody_here_knows_is_kept_apart_until_the_lists_have_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = desk()
    unknown = [cell(sender, code="NIEUW"), cell(sender, indeling="weer"), cell(sender, periode="2026-09")]
    assert send(client, sender, 1, *unknown).status_code == 201
    assert list(Cell.objects.filter(parked=True).values_list("view", "code")) == [
        ("onderwerp", "NIEUW"),
        ("weer", "DGA"),
    ]
    lists = codes.known_codes()
    lists.topics["NIEUW"] = lists.topics["DGA"]
    try:
        assert review_parked() == 1
    finally:
        del lists.topics["NIEUW"]
    assert Cell.objects.get(parked=True).view == "weer"


def test_every_view_and_level_of_the_contract_is_known(client: Client) -> None:
    sender = desk()
    first = {"soort": "DO", "organisatie": "UWV", "resultaat": "OPG", "kanaal": "BAL", "warm": "JA", "hulp": "MEE"}
    first |= {"onderwerp": "NI", "verwijzing": "GPA", "signaal": "TAA"}
    cells = [cell(sender, indeling=view, code=code) for view, code in first.items()]
    cells.append(cell(sender, indeling="geen_plek", code="GPA", kruis="INL"))
    cells.append(cell(sender, indeling="signaal_organisatie", code="TAA", kruis="UWV"))
    cells.append(cell(sender, indeling="organisatie", niveau="thema", code="OVH"))
    cells.append(cell(sender, indeling="warm", niveau="alle", code="", vragen=2))
    assert {each.indeling for each in cells} == set(counts.VIEWS)
    assert send(client, sender, 1, *cells).status_code == 201
    assert (Cell.objects.count(), Cell.objects.filter(parked=True).count()) == (len(cells), 0)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"vragen": 4}, "Cel 1: 'vragen' is kleiner dan de drempel k, of te groot."),
        ({"k": 2}, "Cel 1: 'k' ligt tussen 3 en 10."),
        ({"periode": "2026-W40"}, "Cel 1: 'plaats' is geen UUID, of 'periode' is geen maand, kwartaal of jaar."),
        ({"periode": "2031"}, "Cel 1: deze periode kan niet. Staat de datum van de balie goed?"),
        ({"niveau": "alle"}, "Cel 1: 'code' bestaat uit 2 tot 8 hoofdletters en cijfers, en is leeg bij alle."),
        ({"code": "jan@voorbeeld"}, "Cel 1: 'code' bestaat uit 2 tot 8 hoofdletters en cijfers, en is leeg bij alle."),
        ({"kruis": "jan"}, "Cel 1: 'kruis' is leeg, of bestaat uit 2 tot 8 hoofdletters en cijfers."),
        ({"soort_plaats": "huis"}, "Cel 1: 'soort_plaats' is een van: locatie, telgebied."),
        ({"niveau": "buurt"}, "Cel 1: 'niveau' is een van: code, thema, alle."),
        ({"indeling": "Naam"}, "Cel 1: 'indeling' is een woord van kleine letters."),
    ],
)
def test_a_cell_that_cannot_be_is_refused(client: Client, wrong: dict[str, Any], expected: str) -> None:
    sender = desk()
    assert detail(send(client, sender, 1, cell(sender, **wrong))) == expected


def test_the_same_cell_twice_is_refused(client: Client) -> None:
    sender = desk()
    assert (
        detail(send(client, sender, 1, cell(sender), cell(sender, vragen=9))) == "Dezelfde cel staat er twee keer in."
    )


def test_the_version_before_has_totals_only_and_is_still_taken(client: Client) -> None:
    sender = desk()
    assert "geen cellen" in detail(send(client, sender, 1, cell(sender), schema="levering/1"))
    old = message(sender, 1, [week(sender, MONDAY, 4)])
    assert put(client, old, signed(sender, old)).status_code == 201
    assert WeekTotal.objects.get().days_closed is None


def test_the_days_of_a_week_are_kept_and_must_fit(client: Client) -> None:
    sender = desk()
    days = {"dagen_nul": 2, "dagen_dicht": 1, "dagen_niet_bemand": 0, "niet_afgemaakt": 1, "nog_niet_in_kb": 4}
    assert send(client, sender, 1, totalen=[week(sender, MONDAY, 4, **days)]).status_code == 201
    total = WeekTotal.objects.get()
    kept = (total.days_zero, total.days_closed, total.days_not_staffed, total.not_completed, total.not_in_kb)
    assert kept == (2, 1, 0, 1, 4)
    for wrong in ({"dagen_dicht": 5}, {"nog_niet_in_kb": 5}):
        assert send(client, sender, 2, totalen=[week(sender, MONDAY, 4, **(days | wrong))]).status_code == 400


def test_the_sealed_part_has_a_limit(client: Client) -> None:
    sender = desk()
    assert send(client, sender, 1, verzegeld="x" * delivery.SEALED_AT_MOST).status_code == 201
    assert send(client, sender, 2, verzegeld="x" * (delivery.SEALED_AT_MOST + 1)).status_code == 400


def test_the_schema_is_public_and_says_what_a_delivery_is(client: Client) -> None:
    schema = client.get("/v1/schemas/levering.json").json()
    kinds = {"Levering": delivery.Delivery, "Weektotaal": delivery.WeekTotal, "Cel": delivery.Cell}
    for name, kind in kinds.items():
        part = schema if name == "Levering" else schema["$defs"][name]
        assert tuple(part["properties"]) == kind.__struct_fields__
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(kind.__struct_fields__) - MAY_BE_MISSING
    assert [schema["properties"][name]["items"] for name in ("totalen", "cellen")] == [
        {"$ref": "#/$defs/Weektotaal"},
        {"$ref": "#/$defs/Cel"},
    ]
