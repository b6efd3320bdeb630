"""What happens to a desk after its enrolment: another key, revoked, taken back, given back its identity."""

import uuid
from datetime import date

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from ido_regie import keys
from ido_regie.deliveries.models import Delivery
from ido_regie.organisations.desks import replace, revoke
from ido_regie.organisations.enrolment import give_code, new_desk
from ido_regie.organisations.models import Desk, EnrolmentCode
from ido_shared import delivery, exchange
from tests.regie.desks import TestDesk, week
from tests.regie.world import deliver, desk, location

MONDAY = date(2026, 11, 16)


def row(sender: TestDesk) -> Desk:
    return Desk.objects.get(id=sender.id)


def renew(client: Client, sender: TestDesk, fresh: TestDesk, signer: TestDesk) -> HttpResponse:
    asked = exchange.NewKey(exchange.NEW_KEY, sender.id, delivery.public_text(fresh.key))
    signed = delivery.sign(delivery.write(asked), signer.key, sender.id)
    return client.put(f"/v1/balies/{sender.id}/sleutel", signed, content_type="application/jose")


def enrol(client: Client, code: str, key: delivery.Ed25519PrivateKey, place: str, id: str = "") -> HttpResponse:
    asked = delivery.Enrolment(code, delivery.public_text(key), place, id)
    return client.post("/v1/koppelingen", delivery.write(asked), content_type="application/json")


def test_a_moved_desk_gets_another_key_and_the_old_one_stops(client: Client) -> None:
    old = desk()
    new = TestDesk(old.id, delivery.new_key(), old.place)
    deliver(client, old, 1, week(old, MONDAY, 4))
    for signer in (old, new):  # the second time as after a lost answer
        answer = renew(client, old, new, signer)
        assert answer.status_code == 200
        key = keys.signing_key(settings.DATA_FOLDER).public_key()
        assert delivery.read(delivery.verify(answer.content, key), exchange.NewKey).balie == old.id
    assert deliver(client, old, 2, week(old, MONDAY, 5)).status_code == 401
    assert deliver(client, new, 2, week(new, MONDAY, 5)).status_code == 201
    assert renew(client, old, old, old).status_code == 401


def test_a_key_is_renewed_by_its_own_desk_only(client: Client) -> None:
    one, other = desk(), desk("Balie 2")
    fresh = TestDesk(one.id, delivery.new_key(), one.place)
    assert renew(client, one, fresh, other).status_code == 401
    assert renew(client, one, other, one).status_code == 409
    revoke(row(one))
    assert renew(client, one, fresh, one).status_code == 403
    assert client.put("/v1/balies/x/sleutel", b"x", content_type="application/jose").status_code == 403
    assert row(one).public_key == delivery.public_text(one.key)


def test_a_revoked_desk_keeps_what_it_delivered_and_can_come_back_as_itself(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, MONDAY, 4))
    revoke(row(sender))
    assert deliver(client, sender, 2, week(sender, MONDAY, 5)).status_code == 403
    assert Delivery.objects.count() == 1
    code, _ = replace(row(sender))
    assert deliver(client, sender, 2, week(sender, MONDAY, 5)).status_code == 403
    answer = enrol(client, code, sender.key, sender.place, sender.id)
    assert (answer.status_code, answer.json()["balie"]) == (201, sender.id)
    assert deliver(client, sender, 2, week(sender, MONDAY, 5)).status_code == 201


def test_a_code_that_waits_does_not_outlive_the_desk(client: Client) -> None:
    fresh = new_desk(location())
    code, _ = give_code(fresh)
    revoke(fresh)
    assert not EnrolmentCode.objects.exists()
    assert enrol(client, code, delivery.new_key(), str(uuid.uuid4())).status_code == 403


def test_a_desk_that_regie_lost_gets_its_identity_back(client: Client) -> None:
    lost = TestDesk(str(uuid.uuid4()), delivery.new_key(), str(uuid.uuid4()))
    code, _ = give_code(new_desk(location()))
    answer = enrol(client, code, lost.key, lost.place, lost.id)
    assert (answer.status_code, answer.json()["balie"], answer.json()["naam"]) == (201, lost.id, "Balie 1")
    assert Desk.objects.count() == 1
    assert deliver(client, lost, 1, week(lost, MONDAY, 4)).status_code == 201
    assert enrol(client, code, lost.key, lost.place, lost.id).status_code == 200


def test_another_computer_that_regie_does_not_know_becomes_the_desk_that_delivered(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, MONDAY, 4))
    code, _ = replace(row(sender))
    other = TestDesk(str(uuid.uuid4()), delivery.new_key(), str(uuid.uuid4()))  # linked here before, says itself
    answer = enrol(client, code, other.key, other.place, other.id)
    assert (answer.status_code, answer.json()["balie"]) == (201, sender.id)
    now = TestDesk(sender.id, other.key, other.place)
    assert deliver(client, now, 2, week(now, MONDAY, 5)).status_code == 201
    assert Desk.objects.count() == 1


@pytest.mark.parametrize("is_revoked", [False, True])
def test_no_code_takes_the_identity_of_another_desk(client: Client, is_revoked: bool) -> None:
    other = desk("Balie 7")
    if is_revoked:
        revoke(row(other))
    code, _ = give_code(new_desk(location()))
    answer = enrol(client, code, delivery.new_key(), other.place, other.id)
    assert answer.status_code == 201
    assert answer.json()["balie"] != other.id
    assert row(other).public_key == delivery.public_text(other.key)


def test_an_identity_is_a_uuid(client: Client) -> None:
    code, _ = give_code(new_desk(location()))
    assert enrol(client, code, delivery.new_key(), str(uuid.uuid4()), "balie 1").status_code == 400
