"""Organisations near the desks: who writes them, what is refused, and the signed answer to a desk that asks."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from ido_regie import clock, keys
from ido_regie.audit.models import Entry
from ido_regie.organisations.merging import merge
from ido_regie.organisations.models import Account, Desk, Library, Nearby, Role
from ido_shared import delivery, exchange, local
from tests.regie.desks import TestDesk
from tests.regie.test_pages import page
from tests.regie.world import desk, location, log_in, municipality

TOWN = {"name": "Gemeente Voorbeeld", "phone": "14 030", "opening_hours": "ma-vr 9:00-17:00", "key": "0"}
LAW = {"name": "Juridisch spreekuur", "referral": "JUR", "bring": "De brief", "key": "2"}


def ask(client: Client, sender: TestDesk, signer: TestDesk | None = None, **headers: str) -> HttpResponse:
    asked = exchange.FetchLocal(exchange.LOCAL_ASKED, sender.id)
    authorization = exchange.signed_request(asked, (signer or sender).key, clock.moment())
    return client.get(f"/v1/balies/{sender.id}/lokale-gegevens", headers={"authorization": authorization, **headers})


def said(answer: HttpResponse) -> list[exchange.LocalEntry]:
    """What stands in an answer that is signed by regie and named by its content."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/jose")
    payload = delivery.verify(answer.content, keys.signing_key(settings.DATA_FOLDER).public_key())
    assert answer.headers["ETag"] == exchange.entity_tag(payload)
    return delivery.read(payload, exchange.DeskLocal).gegevens


def coordinator(client: Client, library: str = "Bibliotheek Voorbeeld") -> None:
    owner, _ = Library.objects.get_or_create(name=library)
    account, _ = Account.objects.get_or_create(login=f"bo-{library}", role=Role.COORDINATOR, library=owner)
    client.force_login(account)


def write(client: Client, kind: str, **fields: str) -> HttpResponse:
    return client.post(f"/balies/lokaal/nieuw/{kind}", fields)


def test_what_both_write_comes_down_to_their_own_desks_only(client: Client) -> None:
    sender = desk()
    elsewhere = desk("Balie 9", location("Elders", municipality("Gemeente Anders")))
    assert said(ask(client, sender)) == []
    log_in(client)
    assert write(client, "gemeente", **TOWN).status_code == 302
    coordinator(client)
    assert write(client, "spreekuur", **LAW).status_code == 302
    town, law = said(ask(client, sender))
    assert (town.van, town.soort, town.naam, town.verwijzing) == ("gemeente", "gemeente", "Gemeente Voorbeeld", "GEM")
    assert (town.open, town.nagekeken, town.toets) == ("ma-vr 9.00-17.00", "2026-11-26", 0)
    assert (law.van, law.verwijzing, law.meenemen, law.toets) == ("bibliotheek", "JUR", "De brief", 2)
    assert [entry.naam for entry in said(ask(client, elsewhere))] == ["Juridisch spreekuur"], "another municipality"
    subjects = list(Entry.objects.order_by("id").values_list("action", "login", "subject"))
    assert subjects == [
        ("settings", "anna", "lokale gegevens van Gemeente Voorbeeld"),
        ("settings", "bo-Bibliotheek Voorbeeld", "lokale gegevens van Bibliotheek Voorbeeld"),
    ]


def test_what_did_not_change_is_not_sent_again(client: Client) -> None:
    sender = desk()
    log_in(client)
    tag = ask(client, sender).headers["ETag"]
    answer = ask(client, sender, **{"if-none-match": tag})
    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", tag)
    write(client, "gemeente", **TOWN)
    assert ask(client, sender, **{"if-none-match": tag}).status_code == 200


def test_it_is_changed_and_taken_away_after_a_question(client: Client) -> None:
    sender = desk()
    log_in(client)
    write(client, "gemeente", **TOWN)
    id = Nearby.objects.get().pk
    text = page(client, f"/balies/lokaal/{id}")
    assert 'value="14 030"' in text and "cijfertoets" in text and "Hoe telt een verwijzing" not in text
    assert client.post(f"/balies/lokaal/{id}", TOWN | {"phone": "088 123 45 67"}).status_code == 302
    (town,) = said(ask(client, sender))
    assert (town.id, town.telefoon) == (str(id), "088 123 45 67")
    assert "weghalen?" in page(client, f"/balies/lokaal/{id}/weghalen")
    assert len(said(ask(client, sender))) == 1
    assert client.post(f"/balies/lokaal/{id}/weghalen").status_code == 302
    assert said(ask(client, sender)) == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Vul in hoe de organisatie heet."),
        ("name", "x" * (local.LONGEST + 1), "120"),
        ("name", "bel 111222333", "burgerservicenummer"),
        ("name", "GEMEENTE voorbeeld", "Dit staat er al"),
        ("phone", "bel maar", "geen telefoonnummer"),
        ("direct_line", "Jan", "geen telefoonnummer"),
        ("website", "geen adres", "geen webadres"),
        ("website", "javascript:alert(1)", "geen webadres"),
        ("address", "a\x00b", "Null"),
        ("key", "10", "geldige"),
        ("key", "2", "Toets 2 is al van Juridisch spreekuur"),
    ],
)
def test_what_no_desk_could_keep_is_refused_at_its_field(client: Client, field: str, value: str, words: str) -> None:
    log_in(client)
    write(client, "gemeente", **TOWN)
    write(client, "spreekuur", **LAW)
    answer = write(client, "gemeente", **TOWN | {"name": "Ander huis", field: value})
    assert answer.status_code == 200
    assert words in re.search(rf'class="wrong" id="id_{field}_error">([^<]*)<', answer.content.decode())[1]
    assert Nearby.objects.count() == 2


def test_a_referral_is_never_to_nowhere(client: Client) -> None:
    log_in(client)
    for code in ("GPA", "NIX"):
        assert write(client, "partner", **LAW | {"referral": code}).status_code == 200
    assert write(client, "onzin", **LAW).status_code == 404
    assert Nearby.objects.count() == 0


def test_the_list_says_who_goes_before_whom_and_what_is_old(client: Client) -> None:
    location()
    log_in(client)
    write(client, "gemeente", **TOWN)
    Nearby.objects.update(checked_on=date(2025, 11, 1))
    coordinator(client)
    write(client, "gemeente", **TOWN | {"phone": "088 123 45 67", "website": "<b>.nl"})
    write(client, "gemeente", **TOWN | {"phone": "088 123 45 67"})
    text = page(client, "/balies/lokaal")
    assert "Gemeente Voorbeeld schreef dit ook. Aan de balies van Bibliotheek Voorbeeld geldt dit hier." in text
    assert text.count("Wijzigen") == 1, "what the municipality wrote is only shown"
    log_in(client)
    text = page(client, "/balies/lokaal")
    assert "Bibliotheek Voorbeeld schreef dit ook. Aan haar balies geldt dat." in text
    assert text.count("lang geleden") == 1


def test_nobody_writes_more_than_an_answer_can_hold(client: Client) -> None:
    sender = desk()
    here = location()
    full = dict.fromkeys(("phone", "direct_line", "address", "opening_hours", "website"), "w" * local.LONGEST)
    for owner in ({"municipality": here.municipality}, {"library": here.library}):
        Nearby.objects.bulk_create(
            Nearby(
                kind="belastingkantoor", name=f"{number} {'w' * 110}", referral="ORG", for_whom="ë" * local.LONGEST,
                bring="ë" * local.LONGEST, checked_on=date(2026, 11, 26), **full, **owner,
            )
            for number in range(exchange.MOST_LOCAL)
        )  # fmt: skip
    assert len(ask(client, sender).content) < exchange.LONGEST_LOCAL
    log_in(client)
    assert "niet meer dan 100" in write(client, "gemeente", **TOWN).content.decode()


def test_only_the_desk_itself_may_ask(client: Client) -> None:
    sender, other = desk(), desk("Balie 2")
    address = f"/v1/balies/{sender.id}/lokale-gegevens"
    assert ask(client, sender, signer=other).status_code == 401
    assert client.get(address).status_code == 401
    settings_asked = exchange.FetchSettings(exchange.SETTINGS_ASKED, sender.id)
    bearer = exchange.signed_request(settings_asked, sender.key, clock.moment())
    assert client.get(address, headers={"authorization": bearer}).status_code == 400, "signed for something else"
    Desk.objects.filter(id=sender.id).update(revoked_on=date(2026, 11, 26))
    assert ask(client, sender).status_code == 403


def test_what_a_municipality_wrote_goes_along_when_it_merges(client: Client) -> None:
    new = municipality("Gemeente Samen")
    log_in(client)
    write(client, "gemeente", **TOWN | {"key": "3"})
    write(client, "spreekuur", **LAW)
    Nearby.objects.create(
        municipality=new, kind="spreekuur", name="juridisch spreekuur", referral="JUR", checked_on=date(2026, 11, 26)
    )
    merge(municipality(), new, "beheer")
    known = Nearby.objects.order_by("name").values_list("municipality__name", "name", "key")
    assert list(known) == [("Gemeente Samen", "Gemeente Voorbeeld", 0), ("Gemeente Samen", "juridisch spreekuur", 0)]
