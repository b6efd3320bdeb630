"""What a municipality decides for its desks: the page, and the signed answer to a desk that asks."""

import re
from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from ido_regie import clock, keys
from ido_regie.audit.models import Entry
from ido_regie.organisations.models import Desk, Municipality
from ido_shared import delivery, exchange
from tests.regie.desks import TestDesk, message
from tests.regie.test_pages import page
from tests.regie.world import desk, location, log_in, municipality

ALL = {
    "threshold": "7",
    "letters": "wegwijzen",
    "unread_translations": "nee",
    "languages": "nl en",
    "help": "010 123 45 67",
}


def ask(client: Client, sender: TestDesk, signer: TestDesk | None = None, **headers: str) -> HttpResponse:
    asked = exchange.FetchSettings(exchange.SETTINGS_ASKED, sender.id)
    authorization = exchange.signed_request(asked, (signer or sender).key, clock.moment())
    return client.get(f"/v1/balies/{sender.id}/instellingen", headers={"authorization": authorization, **headers})


def said(answer: HttpResponse) -> exchange.DeskSettings:
    """What stands in an answer that is signed by regie and named by its content."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/jose")
    payload = delivery.verify(answer.content, keys.signing_key(settings.DATA_FOLDER).public_key())
    assert answer.headers["ETag"] == exchange.entity_tag(payload)
    return delivery.read(payload, exchange.DeskSettings)


def test_what_is_decided_comes_down_to_every_desk_of_the_municipality(client: Client) -> None:
    sender = desk()
    elsewhere = desk("Balie 9", location("Elders", municipality("Gemeente Anders")))
    nothing = exchange.DeskSettings(exchange.SETTINGS, sender.id, {}, {})
    assert said(ask(client, sender)) == nothing
    log_in(client)
    assert "Instellingen van de balies" in page(client, "/balies")
    assert client.post("/balies/instellingen", ALL | {"locked": "on"}).status_code == 302
    values = {"letters": "wegwijzen", "unread_translations": False, "languages": ["nl", "en"], "help": "010 123 45 67"}
    found = said(ask(client, sender))
    assert found.waarden == {"Release": {"k": 7}, "ThisDesk": values}
    assert found.vast == {"Release": ["k"], "ThisDesk": ["languages", "letters", "unread_translations"]}
    assert said(ask(client, elsewhere)).waarden == {}
    assert client.post("/balies/instellingen", {"threshold": "", "help": "balie@voorbeeld.nl"}).status_code == 302
    found = said(ask(client, sender))
    assert (found.waarden, found.vast) == ({"ThisDesk": {"help": "balie@voorbeeld.nl"}}, {})
    subjects = set(Entry.objects.values_list("action", "subject"))
    assert subjects == {("settings", "instellingen van de balies van Gemeente Voorbeeld")}


def test_the_page_shows_what_was_decided_and_refuses_what_cannot_be(client: Client) -> None:
    log_in(client)
    for wrong in ({"threshold": "2"}, {"threshold": "11"}, {"letters": "alles"}, {"help": "x" * 201}):
        assert client.post("/balies/instellingen", ALL | wrong).status_code == 200
        assert Municipality.objects.get().threshold is None
    client.post("/balies/instellingen", ALL)
    text = page(client, "/balies/instellingen")
    for value in ("7", "wegwijzen", "nee", "nl en"):
        assert re.search(rf'<option value="{value}" selected>', text), value
    assert 'value="010 123 45 67"' in text


def test_what_did_not_change_is_not_sent_again(client: Client) -> None:
    sender = desk()
    tag = ask(client, sender).headers["ETag"]
    for known in (tag, f"W/{tag}", f'"anders", {tag}'):
        answer = ask(client, sender, **{"if-none-match": known})
        assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", tag)
    Municipality.objects.update(threshold=3)
    answer = ask(client, sender, **{"if-none-match": tag})
    assert said(answer).waarden == {"Release": {"k": 3}}
    assert answer.headers["ETag"] != tag


def test_only_the_desk_itself_may_ask(client: Client) -> None:
    sender, other = desk(), desk("Balie 2")
    address = f"/v1/balies/{sender.id}/instellingen"
    assert ask(client, sender, signer=other).status_code == 401
    assert client.get(address).status_code == 401
    assert client.get(address, headers={"authorization": "Bearer onzin"}).status_code == 401
    assert client.get("/v1/balies/x/instellingen", headers={"authorization": "Bearer onzin"}).status_code == 403
    for other_message in (exchange.Fetch(exchange.FETCH, sender.id, 1), message(sender, 1)):
        bearer = exchange.BEARER + delivery.sign(delivery.write(other_message), sender.key, sender.id).decode()
        assert client.get(address, headers={"authorization": bearer}).status_code == 401
    foreign = exchange.FetchSettings(exchange.SETTINGS_ASKED, other.id)
    bearer = exchange.BEARER + delivery.sign(delivery.write(foreign), sender.key, sender.id).decode()
    assert client.get(address, headers={"authorization": bearer}).status_code == 400
    Desk.objects.filter(id=sender.id).update(revoked_on=date(2026, 11, 26))
    assert ask(client, sender).status_code == 403
