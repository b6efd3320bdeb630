"""A desk gets its own deliveries back, and nobody else's."""

from datetime import date

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from ido_regie import clock, keys
from ido_regie.deliveries import fetching
from ido_regie.organisations.models import Desk
from ido_shared import delivery, exchange
from tests.regie.desks import TestDesk, forged, message, signed, week
from tests.regie.world import deliver, desk

MONDAY = date(2026, 11, 16)


def fetch(client: Client, sender: TestDesk, since: int, signer: TestDesk | None = None) -> HttpResponse:
    asked = exchange.Fetch(exchange.FETCH, sender.id, since)
    authorization = exchange.signed_request(asked, (signer or sender).key, clock.moment())
    return client.get(f"/v1/balies/{sender.id}/leveringen?vanaf={since}", headers={"authorization": authorization})


def page(answer: HttpResponse) -> exchange.Page:
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/jose")
    return delivery.read(
        delivery.verify(answer.content, keys.signing_key(settings.DATA_FOLDER).public_key()), exchange.Page
    )


def test_what_was_delivered_comes_back_byte_for_byte(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sender, other = desk(), desk("Balie 2")
    sent = [signed(sender, message(sender, number, [week(sender, MONDAY, number)])).decode() for number in (1, 2, 3)]
    deliver(client, other, 1, week(other, MONDAY, 9))
    for number in (3, 1, 2):
        deliver(client, sender, number, week(sender, MONDAY, number))
    assert page(fetch(client, sender, 1)) == exchange.Page("leveringen/1", sender.id, 1, 0, sent)
    assert page(fetch(client, sender, 3)).leveringen == sent[2:]
    assert page(fetch(client, sender, 4)).leveringen == []
    monkeypatch.setattr(fetching, "PAGE_SIZE", 1)
    first = page(fetch(client, sender, 1))
    assert (first.verder, first.leveringen) == (2, sent[:1])


def test_only_the_desk_itself_may_ask(client: Client) -> None:
    sender, other = desk(), desk("Balie 2")
    assert fetch(client, sender, 1, signer=other).status_code == 401
    address = f"/v1/balies/{sender.id}/leveringen?vanaf=1"
    assert client.get(address).status_code == 401
    assert client.get(address, headers={"authorization": "Bearer onzin"}).status_code == 400
    own = exchange.signed_request(exchange.Fetch(exchange.FETCH, other.id, 1), other.key, clock.moment())
    assert client.get(address, headers={"authorization": own}).status_code == 400
    receipt = exchange.BEARER + signed(sender, message(sender, 1)).decode()
    assert client.get(address, headers={"authorization": receipt}).status_code == 401
    Desk.objects.filter(id=sender.id).update(revoked_on=MONDAY)
    assert fetch(client, sender, 1).status_code == 403


@pytest.mark.parametrize(("age", "status"), [(-301, 401), (-300, 200), (0, 200), (300, 200), (301, 401)])
def test_a_request_counts_for_minutes_only(
    client: Client, monkeypatch: pytest.MonkeyPatch, age: int, status: int
) -> None:
    sender = desk()
    monkeypatch.setattr(clock, "moment", lambda: 1_800_000_000)
    own = exchange.signed_request(exchange.Fetch(exchange.FETCH, sender.id, 1), sender.key, 1_800_000_000 - age)
    answer = client.get(f"/v1/balies/{sender.id}/leveringen?vanaf=1", headers={"authorization": own})
    assert answer.status_code == status
    settings_asked = exchange.FetchSettings(exchange.SETTINGS_ASKED, sender.id)
    own = exchange.signed_request(settings_asked, sender.key, 1_800_000_000 - age)
    assert client.get(f"/v1/balies/{sender.id}/instellingen", headers={"authorization": own}).status_code == status


def test_a_kiosk_one_version_back_does_not_say_when_it_asks(client: Client) -> None:
    sender = desk()
    asked = delivery.write(exchange.Fetch(exchange.FETCH, sender.id, 1))
    address = f"/v1/balies/{sender.id}/leveringen?vanaf=1"
    untimed = exchange.BEARER + delivery.sign(asked, sender.key, sender.id).decode()
    assert client.get(address, headers={"authorization": untimed}).status_code == 200
    soon = forged({"alg": "EdDSA", "kid": sender.id, "typ": "JOSE", "iat": "straks"}, asked, sender.key.sign)
    assert client.get(address, headers={"authorization": exchange.BEARER + soon.decode()}).status_code == 401


@pytest.mark.parametrize("since", ["", "x", "-1", "2"])
def test_the_number_is_part_of_what_is_signed(client: Client, since: str) -> None:
    sender = desk()
    own = exchange.signed_request(exchange.Fetch(exchange.FETCH, sender.id, 1), sender.key, clock.moment())
    address = f"/v1/balies/{sender.id}/leveringen?vanaf={since}"
    assert client.get(address, headers={"authorization": own}).status_code == 400
