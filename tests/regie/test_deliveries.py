"""Deliveries: each counts once, whatever is repeated, late, false or nonsense."""

import hmac
import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from ido_regie import keys
from ido_regie.deliveries.models import Delivery, WeekTotal
from ido_regie.organisations.models import Desk
from ido_shared import delivery
from tests.regie.conftest import TODAY
from tests.regie.desks import NOBODY, TestDesk, forged, message, signed, week
from tests.regie.world import deliver, desk, put

MONDAY = date(2026, 11, 16)
EARLIER = date(2026, 11, 9)


def receipt(answer: HttpResponse) -> delivery.Receipt:
    """The receipt of an answer, if regie signed it."""
    assert answer.headers["Content-Type"] == "application/jose"
    key = keys.signing_key(settings.DATA_FOLDER).public_key()
    assert delivery.signer_of(answer.content) == "regie"
    return delivery.read(delivery.verify(answer.content, key), delivery.Receipt)


def refused(answer: HttpResponse) -> tuple[int, str]:
    """The status and the Dutch detail of a refusal; nothing may have been kept."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["title"]
    return answer.status_code, problem["detail"]


def questions(sender: TestDesk) -> dict[str, int]:
    """The questions of a desk by the first day of each week."""
    return {str(total.first_day): total.questions for total in WeekTotal.objects.filter(desk_id=sender.id)}


def test_a_delivery_is_stored_and_answered_with_regies_own_totals(client: Client) -> None:
    sender = desk()
    answer = deliver(client, sender, 1, week(sender, EARLIER, 4, bezoeken=3), week(sender, MONDAY, 8, bezoeken=7))
    assert answer.status_code == 201
    assert receipt(answer) == delivery.Receipt(
        schema="ontvangst/1",
        id=delivery.delivery_id(sender.id, 1, 1),
        balie=sender.id,
        reeks=1,
        alles_tot=1,
        ontbreekt=[],
        vragen=12,
        bezoeken=10,
    )
    stored = Delivery.objects.get()
    assert (stored.received_on, str(stored.desk_id)) == (TODAY, sender.id)
    assert stored.digest == delivery.digest(bytes(stored.signed))


def test_the_same_delivery_again_counts_once(client: Client) -> None:
    sender = desk()
    first = deliver(client, sender, 1, week(sender, MONDAY, 8))
    again = deliver(client, sender, 1, week(sender, MONDAY, 8))
    assert (first.status_code, again.status_code) == (201, 200)
    assert receipt(again) == receipt(first)
    assert Delivery.objects.count() == 1


def test_the_same_number_with_other_content_is_refused_and_changes_nothing(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, MONDAY, 8))
    status, detail = refused(deliver(client, sender, 1, week(sender, MONDAY, 9)))
    assert (status, detail) == (409, "Dit nummer is al geleverd, met een andere inhoud. Er is niets veranderd.")
    assert questions(sender) == {"2026-11-16": 8}


def test_numbers_may_come_in_any_order_and_the_missing_ones_are_named(client: Client) -> None:
    sender = desk()
    seen = []
    for number in (5, 1, 3, 2, 4):
        answer = receipt(deliver(client, sender, number, week(sender, date(2026, 9, 28), number)))
        seen.append((answer.alles_tot, answer.ontbreekt))
    assert seen == [(0, [1, 2, 3, 4]), (1, [2, 3, 4]), (1, [2, 4]), (3, [4]), (5, [])]


def test_a_later_number_restates_a_week_and_an_earlier_one_does_not(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 2, week(sender, MONDAY, 8, bezoeken=6, definitief=True))
    answer = receipt(deliver(client, sender, 1, week(sender, MONDAY, 5), week(sender, EARLIER, 3)))
    assert questions(sender) == {"2026-11-09": 3, "2026-11-16": 8}
    assert (answer.vragen, answer.bezoeken) == (11, 9)
    deliver(client, sender, 3, week(sender, MONDAY, 2))
    assert questions(sender) == {"2026-11-09": 3, "2026-11-16": 2}


def test_a_new_epoch_restates_what_an_old_one_said(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, MONDAY, 8))
    deliver(client, sender, 2, week(sender, MONDAY, 9))
    fresh = message(sender, 1, [week(sender, MONDAY, 7)], reeks=2, id=delivery.delivery_id(sender.id, 2, 1))
    answer = put(client, fresh, signed(sender, fresh))
    assert (answer.status_code, receipt(answer).alles_tot) == (201, 1)
    assert questions(sender) == {"2026-11-16": 7}


def test_a_week_over_the_end_of_a_month_is_two_totals(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, date(2026, 10, 26), 5), week(sender, date(2026, 11, 1), 1))
    assert questions(sender) == {"2026-10-26": 5, "2026-11-01": 1}


def test_desks_do_not_touch_each_other(client: Client) -> None:
    first, second = desk("Balie 1"), desk("Balie 2")
    deliver(client, first, 1, week(first, MONDAY, 8))
    answer = receipt(deliver(client, second, 1, week(second, MONDAY, 1)))
    assert (answer.vragen, questions(first)) == (1, {"2026-11-16": 8})


def test_an_empty_delivery_is_a_sign_of_life(client: Client) -> None:
    sender = desk()
    answer = deliver(client, sender, 1)
    assert (answer.status_code, receipt(answer).vragen) == (201, 0)


def test_a_signature_by_another_key_is_refused(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1, [week(sender, MONDAY, 8)])
    stolen = delivery.sign(delivery.pack(sent), delivery.new_key(), sender.id)
    assert refused(put(client, sent, stolen)) == (401, "De handtekening klopt niet.")
    assert not Delivery.objects.exists()


def test_a_changed_payload_is_refused(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1, [week(sender, MONDAY, 8)])
    head, _, signature = signed(sender, sent).split(b".")
    other = signed(sender, message(sender, 1, [week(sender, MONDAY, 9)])).split(b".")[1]
    assert refused(put(client, sent, b".".join((head, other, signature))))[0] == 401


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_only_eddsa_is_a_signature(client: Client, algorithm: str) -> None:
    sender = desk()
    sent = message(sender, 1)
    known = delivery.public_text(sender.key).encode()
    signatures = {"none": lambda _: b"", "HS256": lambda text: hmac.digest(known, text, "sha256")}
    own = forged({"alg": algorithm, "kid": sender.id}, delivery.pack(sent), signatures[algorithm])
    assert refused(put(client, sent, own)) == (401, "De handtekening klopt niet.")


def test_a_desk_cannot_speak_for_another(client: Client) -> None:
    honest, liar = desk("Balie 1"), desk("Balie 2")
    sent = message(honest, 1, [week(honest, MONDAY, 8)])
    status, detail = refused(put(client, sent, delivery.sign(delivery.pack(sent), liar.key, liar.id)))
    assert (status, detail) == (
        400,
        "'balie' is niet de balie die tekende. 'id' hoort niet bij deze balie, reeks en nummer.",
    )


@pytest.mark.parametrize("who", [NOBODY, "geen-uuid", "x" * 5000])
def test_an_unknown_desk_is_refused(client: Client, who: str) -> None:
    stranger = TestDesk(NOBODY, delivery.new_key(), NOBODY)
    sent = message(stranger, 1)
    status, detail = refused(put(client, sent, delivery.sign(delivery.pack(sent), stranger.key, who)))
    assert (status, detail.split(",")[0]) == (403, "Deze balie is niet bij regie bekend")


def test_a_desk_that_is_not_enrolled_or_was_revoked_is_refused(client: Client) -> None:
    sender, waiting = desk("Balie 1"), desk("Balie 2")
    deliver(client, sender, 1, week(sender, MONDAY, 8))
    Desk.objects.filter(id=sender.id).update(revoked_on=TODAY)
    Desk.objects.filter(id=waiting.id).update(public_key="")
    assert refused(deliver(client, sender, 2, week(sender, MONDAY, 9)))[0] == 403
    assert refused(deliver(client, waiting, 1))[0] == 403
    assert questions(sender) == {"2026-11-16": 8}


@pytest.mark.parametrize("nonsense", [b"\x00\xff" * 40, b"a.b.c", b"{}", "é.é.é".encode(), b"." * 1000])
def test_nonsense_is_refused(client: Client, nonsense: bytes) -> None:
    assert refused(put(client, message(desk(), 1), nonsense)) == (400, "Dit is geen ondertekend bericht.")


def test_a_message_without_signer_is_refused(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1)
    unnamed = forged({"alg": "EdDSA", "typ": "JOSE"}, delivery.pack(sent), sender.key.sign)
    assert refused(put(client, sent, unnamed)) == (400, "In de ondertekening staat niet welke balie tekende.")


def test_a_delivery_that_is_too_large_is_refused(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1)
    large = delivery.sign(delivery.pack(sent) + b" " * 300_000, sender.key, sender.id)
    assert refused(put(client, sent, large)) == (413, "Een bericht mag hoogstens 256 KiB groot zijn.")


def test_another_media_type_is_refused(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1)
    answer = client.put(f"/v1/leveringen/{sent.id}", signed(sender, sent), content_type="application/json")
    assert refused(answer) == (415, "Stuur het bericht als application/jose.")


def test_a_field_that_nobody_knows_is_refused(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1)
    payload = delivery.pack(sent).replace(b'"codelijst"', b'"naam_bezoeker":"x","codelijst"')
    status, detail = refused(put(client, sent, delivery.sign(payload, sender.key, sender.id)))
    assert status == 400
    assert "naam_bezoeker" in detail


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ({"schema": "levering/4"}, "'schema' moet levering/3, levering/2 of levering/1 zijn."),
        ({"inhoud": "2026-09-30"}, "levering/1 heeft geen 'inhoud' en geen 'geweigerd'."),
        ({"schema": "levering/2", "geweigerd": True}, "levering/2 heeft geen 'inhoud' en geen 'geweigerd'."),
        ({"schema": "levering/3", "inhoud": "30-9-2026"}, "'inhoud' is leeg of een datum (jjjj-mm-dd)."),
        ({"schema": "levering/3", "inhoud": "20260930"}, "'inhoud' is leeg of een datum (jjjj-mm-dd)."),
        ({"nummer": 0}, "'reeks' en 'nummer' liggen tussen 1 en 1000000."),
        ({"reeks": 10**30}, "'reeks' en 'nummer' liggen tussen 1 en 1000000."),
        ({"nummer": 2}, "'id' hoort niet bij deze balie, reeks en nummer."),
        ({"vorige": "0" * 64}, "'vorige' is leeg bij nummer 1, en anders een SHA-256 in hex."),
        ({"programma": "x" * 41}, "'programma' is langer dan 40 tekens."),
    ],
)
def test_a_head_that_cannot_be_is_refused(client: Client, head: dict[str, Any], expected: str) -> None:
    sender = desk()
    sent = message(sender, 1, **head)
    status, detail = refused(put(client, sent, signed(sender, sent)))
    assert status == 400
    assert expected in detail


def test_a_delivery_at_the_address_of_another_is_refused(client: Client) -> None:
    sender = desk()
    answer = put(client, message(sender, 2), signed(sender, message(sender, 1)))
    assert refused(answer) == (400, "'id' is niet het id in het adres.")


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ({"vragen": -1}, "'vragen' en 'bezoeken' liggen tussen 0 en 1000000."),
        ({"bezoeken": 10**30}, "'vragen' en 'bezoeken' liggen tussen 0 en 1000000."),
        ({"dagen_met_vragen": 8}, "'dagen_met_vragen' past niet bij deze dagen en vragen."),
        ({"vragen": 0}, "'dagen_met_vragen' past niet bij deze dagen en vragen."),
        ({"van": "2026-11-17"}, "'van' en 'tot' zijn niet één hele week"),
        ({"tot": "2026-11-29"}, "'van' en 'tot' zijn niet één hele week"),
        ({"van": "2026-10-26", "tot": "2026-11-01"}, "'van' en 'tot' zijn niet één hele week"),
        ({"van": "2026-W47-1"}, "'van' of 'tot' is geen datum."),
        ({"van": "16 november"}, "'van' of 'tot' is geen datum."),
        ({"plaats": "Centrum"}, "'plaats' is geen UUID"),
        ({"van": "2018-11-12", "tot": "2018-11-18"}, "deze week kan niet. Staat de datum van de balie goed?"),
        ({"van": "2027-12-06", "tot": "2027-12-12"}, "deze week kan niet. Staat de datum van de balie goed?"),
    ],
)
def test_a_week_that_cannot_be_is_refused(client: Client, total: dict[str, Any], expected: str) -> None:
    sender = desk()
    values = {"plaats": sender.place, "van": "2026-11-16", "tot": "2026-11-22", "vragen": 3, "bezoeken": 3}
    wrong = delivery.WeekTotal(**({**values, "dagen_met_vragen": 1, "definitief": False} | total))
    status, detail = refused(deliver(client, sender, 1, wrong))
    assert status == 400
    assert detail.startswith("Totaal 1: ")
    assert expected in detail
    assert not Delivery.objects.exists()


def test_a_week_twice_is_refused_and_all_mistakes_are_named_at_once(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1, [week(sender, MONDAY, -1), week(sender, MONDAY, 3)], schema="anders")
    _, detail = refused(put(client, sent, signed(sender, sent)))
    assert detail.count(".") == 4
    assert "Dezelfde week van dezelfde plaats staat er twee keer in." in detail


def test_a_mistake_in_one_week_keeps_the_others_out_too(client: Client) -> None:
    sender = desk()
    assert refused(deliver(client, sender, 1, week(sender, EARLIER, 3), week(sender, MONDAY, -1)))[0] == 400
    assert questions(sender) == {}
    assert deliver(client, sender, 1, week(sender, EARLIER, 3), week(sender, MONDAY, 1)).status_code == 201


def test_the_largest_delivery_that_a_kiosk_makes_fits(client: Client) -> None:
    sender = desk()
    places = [replace(sender, place=str(uuid.UUID(int=number))) for number in range(10)]
    mondays = [date(2025, 3, 3) + timedelta(weeks=number) for number in range(50)]
    weeks = [week(place, monday, 999_999, bezoeken=999_999) for place in places for monday in mondays]
    answer = deliver(client, sender, 1, *weeks)
    assert (answer.status_code, receipt(answer).vragen) == (201, 500 * 999_999)
