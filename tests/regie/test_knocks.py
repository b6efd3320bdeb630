"""After a copy of regie was put back: the desks that a person has to look at, and what makes them go from the list."""

import uuid
from datetime import date

import pytest
from django.test import Client

from ido_regie.audit.models import Entry
from ido_regie.codes import known_codes
from ido_regie.deliveries import knocks
from ido_regie.deliveries.models import Knock
from ido_regie.organisations.enrolment import give_code
from ido_regie.organisations.models import Account, Desk, Library, Role
from ido_shared import VERSION, delivery
from tests.regie.conftest import pretend
from tests.regie.desks import TestDesk, enrolment, message, signed, week
from tests.regie.test_pages import page
from tests.regie.test_weeks import MONDAY
from tests.regie.world import deliver, desk, location, log_in, municipality, put

HEADING = "Balies om na te kijken"


def stranger(place: str) -> TestDesk:
    """A desk that was enrolled after the copy was made."""
    return TestDesk(str(uuid.uuid4()), delivery.new_key(), place)


def knock(client: Client, sender: TestDesk, number: int = 1) -> None:
    assert deliver(client, sender, number, week(sender, MONDAY, 4)).status_code in (401, 403)


def shown(client: Client) -> str:
    return " ".join(page(client, "/balies").split())


def test_an_unknown_desk_is_shown_where_its_neighbour_stands(client: Client) -> None:
    known = desk("Balie 1", location("Noord"))
    unknown = stranger(known.place)
    log_in(client)
    assert HEADING not in shown(client)
    knock(client, unknown)
    text = shown(client)
    assert HEADING in text and f"Haar kenmerk begint met {unknown.id[:8]}. Zij zegt dat zij in Noord staat." in text
    log_in_elsewhere(client)
    assert HEADING not in shown(client)
    assert client.post(f"/balies/{unknown.id}/nagekeken").status_code == 404
    log_in(client)
    assert client.post(f"/balies/{unknown.id}/nagekeken").status_code == 302
    assert HEADING not in shown(client)
    assert list(Entry.objects.values_list("subject", flat=True)) == [f"balie nagekeken: {unknown.id[:8]}"]
    knock(client, unknown)
    assert HEADING in shown(client), "it is still not known"


def log_in_elsewhere(client: Client) -> None:
    place = municipality("Gemeente Anders")
    client.force_login(Account.objects.get_or_create(login="buur", municipality=place)[0])


def test_one_that_stands_nowhere_is_for_whoever_knows_it(client: Client) -> None:
    location()
    knock(client, stranger(str(uuid.uuid4())))
    log_in(client)
    assert HEADING in shown(client) and "Zij zegt" not in shown(client)
    log_in_elsewhere(client)
    assert HEADING in shown(client)
    reader = Account.objects.create(login="lezer", role=Role.READER, municipality=municipality())
    client.force_login(reader)
    assert HEADING not in shown(client), "a reader can do nothing about it"


def test_another_key_is_shown_until_a_delivery_comes_in(client: Client) -> None:
    known = desk()
    renewed = TestDesk(known.id, delivery.new_key(), known.place)
    log_in(client)
    knock(client, renewed)
    assert "Zij tekende op 26 november 2026 met een sleutel die regie niet kent." in shown(client)
    assert deliver(client, known, 1).status_code == 201
    assert HEADING not in shown(client)


def test_a_desk_that_was_refused_before_is_shown_until_someone_looked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = desk()
    deliver(client, known, 1)
    said = message(known, 2, schema="levering/3", geweigerd=True)
    assert put(client, said, signed(known, said)).status_code == 201
    log_in(client)
    assert "Misschien is zij na de kopie afgemeld." in shown(client)
    assert deliver(client, known, 3).status_code == 201
    assert "Misschien is zij na de kopie afgemeld." in shown(client), "only a person can know"
    client.post(f"/balies/{known.id}/afmelden")
    assert HEADING not in shown(client)


def test_a_desk_that_was_let_in_again_on_purpose_is_no_news(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, date(2026, 11, 20))
    known = desk()
    deliver(client, known, 1)
    pretend(monkeypatch, date(2026, 11, 26))
    code, _ = give_code(Desk.objects.get())
    Desk.objects.update(public_key="")
    client.post("/v1/koppelingen", enrolment(code, known.key, known.place), content_type="application/json")
    for number in (2, 3):
        said = message(known, number, schema="levering/3", geweigerd=True)
        assert put(client, said, signed(known, said)).status_code == 201
    assert not Knock.objects.exists()


def test_a_revoked_desk_and_nonsense_are_not_listed(client: Client) -> None:
    known = desk()
    Desk.objects.update(revoked_on=date(2026, 11, 25))
    knock(client, known)
    said = message(known, 1)
    for content in (b"", b"a.b.c", b"onzin"):
        put(client, said, content)
    assert not Knock.objects.exists()


def test_whoever_knocks_in_vain_fills_no_disk(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knocks, "MOST", 3)
    for _ in range(5):
        knock(client, stranger(str(uuid.uuid4())))
    assert Knock.objects.count() == 3


def test_a_coordinator_sees_those_of_the_own_library(client: Client) -> None:
    known = desk()
    knock(client, TestDesk(known.id, delivery.new_key(), known.place))
    for name, sees in (("Bibliotheek Voorbeeld", True), ("Bibliotheek Anders", False)):
        library = Library.objects.get_or_create(name=name)[0]
        client.force_login(Account.objects.create(login=name, role=Role.COORDINATOR, library=library))
        assert (HEADING in shown(client)) is sees


def test_each_desk_says_how_old_its_program_codes_and_guides_are(client: Client) -> None:
    known, old, silent = desk(), desk("Balie 2"), desk("Balie 3")
    for sender, other in (
        (
            known,
            {"schema": "levering/3", "inhoud": "2026-11-01", "programma": VERSION, "codelijst": known_codes().version},
        ),
        (old, {"schema": "levering/3", "inhoud": "2026-03-01", "programma": "0.0.9", "codelijst": 0}),
        (silent, {"schema": "levering/2", "programma": VERSION, "codelijst": known_codes().version}),
    ):
        said = message(sender, 1, **other)
        assert put(client, said, signed(sender, said)).status_code == 201
    log_in(client)
    text = shown(client)
    assert "gidsen van 1 november 2026, nieuw</span>" in text
    assert "gidsen van 1 maart 2026, 9 maanden oud <span" in text and text.count("bijwerken") == 1
    assert "gidsen: niet bekend" in text
    assert text.count("regie heeft") == 2
