"""Enrolment: a code works once, for seven days, and cannot be guessed; a lost answer can be asked again."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from ido_regie import keys
from ido_regie.organisations.codes import new_code
from ido_regie.organisations.enrolment import TRIES, give_code, new_desk
from ido_regie.organisations.models import Desk, EnrolmentCode
from ido_shared import delivery
from tests.regie.conftest import TODAY, pretend
from tests.regie.desks import TestDesk, enrolment, week
from tests.regie.world import deliver, location, municipality

PLACE = str(uuid.UUID(int=5))
WRONG = (403, "De koppelcode klopt niet, is al gebruikt of is verlopen. Vraag een nieuwe code aan regie.")


def ask(client: Client, code: str, key: delivery.Ed25519PrivateKey, place: str = PLACE) -> HttpResponse:
    """Ask to be enrolled."""
    return client.post("/v1/koppelingen", enrolment(code, key, place), content_type="application/json")


def refused(answer: HttpResponse) -> tuple[int, str]:
    """The status and the detail of a problem."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["detail"]


def a_code() -> str:
    """A code for a new desk."""
    return give_code(new_desk(location()))[0]


def test_a_code_gives_a_desk_its_identity_and_regies_key(client: Client) -> None:
    key = delivery.new_key()
    answer = ask(client, a_code(), key)
    desk = Desk.objects.get()
    assert answer.status_code == 201
    assert delivery.read(answer.content, delivery.Enrolled) == delivery.Enrolled(
        balie=str(desk.id),
        naam="Balie 1",
        locatie="Centrum",
        bibliotheek="Bibliotheek Voorbeeld",
        gemeente=municipality().name,
        sleutel=delivery.public_text(keys.signing_key(settings.DATA_FOLDER)),
    )
    assert (desk.public_key, str(desk.place)) == (delivery.public_text(key), PLACE)


def test_an_enrolled_desk_may_deliver(client: Client) -> None:
    key = delivery.new_key()
    enrolled = delivery.read(ask(client, a_code(), key).content, delivery.Enrolled)
    sender = TestDesk(enrolled.balie, key, PLACE)
    assert deliver(client, sender, 1, week(sender, TODAY - timedelta(days=10), 4)).status_code == 201


def test_a_code_may_be_typed_in_small_letters_and_with_spaces(client: Client) -> None:
    typed = f" {a_code().lower().replace('-', ' ')} "
    assert ask(client, typed, delivery.new_key()).status_code == 201


def test_a_wrong_code_is_refused(client: Client) -> None:
    a_code()
    assert refused(ask(client, new_code(), delivery.new_key())) == WRONG


def test_a_used_code_is_refused_for_another_desk(client: Client) -> None:
    code = a_code()
    ask(client, code, delivery.new_key())
    assert refused(ask(client, code, delivery.new_key())) == WRONG


def test_a_code_is_refused_after_seven_days(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    code = a_code()
    pretend(monkeypatch, TODAY + timedelta(days=8))
    assert refused(ask(client, code, delivery.new_key())) == WRONG
    pretend(monkeypatch, TODAY + timedelta(days=6))
    assert ask(client, code, delivery.new_key()).status_code == 201


def test_a_newer_code_makes_the_older_one_worthless(client: Client) -> None:
    desk = new_desk(location())
    old, _ = give_code(desk)
    new, _ = give_code(desk)
    assert refused(ask(client, old, delivery.new_key())) == WRONG
    assert ask(client, new, delivery.new_key()).status_code == 201


def test_a_code_for_a_revoked_desk_is_refused(client: Client) -> None:
    code = a_code()
    Desk.objects.update(revoked_on=TODAY)
    assert refused(ask(client, code, delivery.new_key())) == WRONG


def test_a_lost_answer_can_be_asked_again(client: Client) -> None:
    code, key = a_code(), delivery.new_key()
    first = ask(client, code, key)
    again = ask(client, code, key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.content == first.content


def test_a_desk_that_lost_its_settings_gets_its_identity_back(client: Client) -> None:
    first_code, key = a_code(), delivery.new_key()
    first = ask(client, first_code, key)
    fresh, lost = a_code(), str(uuid.UUID(int=6))
    again = ask(client, fresh, key, place=lost)
    assert (again.status_code, again.content) == (200, first.content)
    assert [(str(desk.place), bool(desk.public_key)) for desk in Desk.objects.order_by("name")] == [
        (lost, True),
        ("None", False),
    ]
    assert ask(client, fresh, key, place=lost).status_code == 200  # also when that answer got lost
    assert ask(client, first_code, key).status_code == 200
    assert refused(ask(client, fresh, delivery.new_key())) == WRONG


def test_an_old_code_gives_nothing_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    key = delivery.new_key()
    ask(client, a_code(), key)
    fresh = a_code()
    pretend(monkeypatch, TODAY + timedelta(days=8))
    assert refused(ask(client, fresh, key)) == WRONG


def test_one_computer_is_one_desk(client: Client) -> None:
    key = delivery.new_key()
    ask(client, a_code(), key)
    code = give_code(new_desk(location("Zuid")))[0]
    assert refused(ask(client, code, key)) == (
        409,
        "Deze computer is bij regie al Balie 1 van Centrum. Vraag regie om een koppelcode van die locatie. "
        "De code die u gebruikte, blijft geldig.",
    )
    assert ask(client, code, delivery.new_key()).status_code == 201


def test_a_revoked_desk_gets_nothing_back(client: Client) -> None:
    key = delivery.new_key()
    ask(client, a_code(), key)
    Desk.objects.update(revoked_on=TODAY)
    status, detail = refused(ask(client, a_code(), key))
    assert status == 409
    assert detail.startswith("Deze computer was Balie 1 van Centrum. Die balie is afgemeld.")
    assert "bij Afgemelde balies ‘Weer koppelen’" in detail


def test_guessing_is_slowed_down_and_a_lost_answer_still_is_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, key, code = a_code(), delivery.new_key(), a_code()
    ask(client, known, key)
    for _ in range(TRIES):
        assert refused(ask(client, new_code(), delivery.new_key())) == WRONG
    answer = ask(client, code, delivery.new_key())
    assert refused(answer)[0] == 429
    assert answer.headers["Retry-After"] == "3600"
    assert ask(client, known, key).status_code == 200
    pretend(monkeypatch, TODAY + timedelta(days=1))
    assert ask(client, code, delivery.new_key()).status_code == 201


def test_codes_are_kept_as_a_hash_only(database: None) -> None:
    code = a_code()
    stored = EnrolmentCode.objects.get()
    assert code.replace("-", "") not in json.dumps([stored.code_hash, str(stored.desk)])
    assert len(stored.code_hash) == 64


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"sleutel": "zz"}, "De openbare sleutel is niet te lezen."),
        ({"sleutel": "00"}, "De openbare sleutel is niet te lezen."),
        ({"plaats": "Centrum"}, "Bij 'plaats' hoort een UUID."),
        ({"naam": "Jansen"}, "naam"),
        ({"koppelcode": 7}, "koppelcode"),
        ({"koppelcode": None}, "koppelcode"),
    ],
)
def test_a_request_that_cannot_be_is_refused(client: Client, change: dict[str, Any], expected: str) -> None:
    code = a_code()
    asked = json.loads(enrolment(code, delivery.new_key(), PLACE)) | change
    status, detail = refused(client.post("/v1/koppelingen", json.dumps(asked), content_type="application/json"))
    assert status == 400
    assert expected in detail
    assert ask(client, code, delivery.new_key()).status_code == 201


@pytest.mark.parametrize(
    "nonsense",
    [b"{", b"[]", b"null", b"\xff\xfe", b'{"koppelcode":', b'{"koppelcode": "\xff"}', b'{"x":' + b"[" * 99999],
)
def test_nonsense_is_refused(client: Client, nonsense: bytes) -> None:
    answer = client.post("/v1/koppelingen", nonsense, content_type="application/json")
    status, detail = refused(answer)
    assert status == 400
    assert detail.startswith("Het bericht is niet volgens de afspraak")


def test_another_media_type_and_a_large_body_are_refused(client: Client) -> None:
    assert refused(client.post("/v1/koppelingen", {"koppelcode": "x"}))[0] == 415
    large = client.post("/v1/koppelingen", b" " * 300_000, content_type="application/json")
    assert refused(large) == (413, "Een bericht mag hoogstens 256 KiB groot zijn.")
