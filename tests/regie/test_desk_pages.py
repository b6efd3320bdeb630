"""The page about desks: what it says of each, codes, revoking, locations, and the numbers of the municipality."""

import re
import uuid
from pathlib import Path

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from ido_regie.audit.models import Entry
from ido_regie.organisations.desks import revoke
from ido_regie.organisations.enrolment import new_desk
from ido_regie.organisations.models import Account, Desk, EnrolmentCode, Location, Municipality, Role
from ido_shared import delivery, exchange
from tests.regie.desks import TestDesk, message, signed, week
from tests.regie.test_desks import enrol, renew
from tests.regie.test_pages import page
from tests.regie.test_weeks import MONDAY
from tests.regie.world import deliver, desk, location, log_in, municipality


def actions() -> list[tuple[str, str]]:
    """What the audit log says."""
    return list(Entry.objects.order_by("id").values_list("action", "subject"))


def test_each_desk_says_what_regie_knows_of_it(client: Client) -> None:
    sender = desk("Balie 1", location("Noord"))
    deliver(client, sender, 1, week(sender, MONDAY, 9, dagen_nul=2, dagen_dicht=1, niet_afgemaakt=3, nog_niet_in_kb=4))
    deliver(client, sender, 3)
    log_in(client)
    text = re.sub(r"<[^>]+>|\s+", " ", page(client, "/balies"))
    for words in ("Noord", "26 november 2026", "1 met vragen", "2 zonder, 1 dicht", "3 aan te vullen", "4 nog niet in"):
        assert words in text
    assert re.search(r"1 levering\s+onderweg", text)
    assert re.search(r"0\.1\.0\s+codelijst 1", text)


def test_a_code_is_shown_once_and_enrols(client: Client) -> None:
    log_in(client)
    text = client.post(f"/locaties/{location().pk}/balies").content.decode()
    code = re.search(r'class="secret">([A-Z2-9]{4}-[A-Z2-9]{4})<', text)[1]
    assert "http://127.0.0.1" in text
    made = Desk.objects.get()
    assert EnrolmentCode.objects.get().desk == made
    assert code not in page(client, "/balies")
    again = client.post(f"/balies/{made.pk}/code").content.decode()
    assert code not in again
    assert actions() == [("code", "Balie 1, Centrum")] * 2


def test_another_computer_gets_a_code_and_the_old_one_stops(client: Client) -> None:
    sender = desk()
    log_in(client)
    link = re.search(r'href="(/balies/[\w-]+/code)">Andere computer<', page(client, "/balies"))[1]
    for asks in (page(client, link), client.post(link).content.decode()):  # also when it was enrolled just now
        assert "Andere computer voor Balie 1, Centrum?" in asks
    assert deliver(client, sender, 1).status_code == 201
    assert "Koppelcode voor Balie 1" in client.post(link, {"sure": "ja"}).content.decode()
    assert deliver(client, sender, 2).status_code == 403


def test_revoking_asks_first_and_keeps_what_came(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, MONDAY, 5))
    log_in(client)
    assert "afmelden?" in page(client, f"/balies/{sender.id}/afmelden")
    assert Desk.objects.get().revoked_on is None
    assert client.post(f"/balies/{sender.id}/afmelden").status_code == 302
    refused = message(sender, 2)
    answer = client.put(f"/v1/leveringen/{refused.id}", signed(sender, refused), content_type="application/jose")
    assert answer.status_code == 403
    assert "5 vragen" in page(client)
    assert actions()[-1] == ("revoked", "Balie 1, Centrum")


def test_a_revoked_desk_comes_back_the_way_the_pages_say(client: Client) -> None:
    sender = desk()
    deliver(client, sender, 1, week(sender, MONDAY, 5))
    log_in(client)
    assert "Afgemelde balies" not in page(client, "/balies")
    client.post(f"/balies/{sender.id}/afmelden")
    code = code_of(client, "Weer koppelen")
    assert enrol(client, code, sender.key, sender.place, sender.id).json()["balie"] == sender.id
    assert deliver(client, sender, 2, week(sender, MONDAY, 7)).status_code == 201  # what still waited there
    assert "7 vragen" in page(client)
    assert "Afgemelde balies" not in page(client, "/balies")


def test_a_desk_that_was_revoked_before_it_was_enrolled_gets_a_code_that_works(client: Client) -> None:
    revoke(new_desk(location()))
    log_in(client)
    assert enrol(client, code_of(client, "Weer koppelen"), delivery.new_key(), str(uuid.uuid4())).status_code == 201


def test_a_reader_sees_which_desks_were_revoked_and_gives_no_codes(client: Client) -> None:
    revoke(new_desk(location()))
    client.force_login(Account.objects.create(login="lezer", role=Role.READER, municipality=municipality()))
    text = page(client, "/balies")
    assert re.search(r"Balie 1</th><td>Centrum</td><td>26 november 2026</td></tr>", text)
    assert "Weer koppelen" not in text


def code_of(client: Client, button: str) -> str:
    """The code that comes after this button on the page of desks."""
    form = re.search(rf'action="(/balies/[\w-]+/code)">(?:(?!</form>).)*>{button}<', page(client, "/balies"), re.DOTALL)
    return re.search(r'class="secret">([\w-]+)<', client.post(form[1]).content.decode())[1]


def test_the_log_says_which_desks_were_linked_and_moved(client: Client) -> None:
    log_in(client)
    client.post(f"/locaties/{location().pk}/balies")
    old = TestDesk(str(Desk.objects.get().pk), delivery.new_key(), str(uuid.uuid4()))
    code = code_of(client, "Koppelcode")
    for _ in range(2):  # the second time as after a lost answer
        enrol(client, code, old.key, old.place)
    new = TestDesk(old.id, delivery.new_key(), old.place)
    for signer in (old, new):
        assert renew(client, old, new, signer).status_code == 200
    assert actions() == [(what, "Balie 1, Centrum") for what in ("code", "code", "enrolment", "enrolment")]
    client.force_login(Account.objects.create(login="beheer", role=Role.ADMINISTRATOR))
    text = page(client, "/logboek")
    for words in ("balie gekoppeld", "regie zelf"):
        assert words in text


def test_a_location_is_described_and_two_have_no_one_name(client: Client) -> None:
    here = location("Noord")
    location("Zuid")
    new_desk(here)
    log_in(client)
    fields = {"name": "Noorderlicht", "district": "Noord", "outside": "on", "opening_hours": "dinsdag 10.00 tot 12.00"}
    assert client.post(f"/locaties/{here.pk}", fields).status_code == 302
    text = page(client, "/balies")
    for words in ("Noorderlicht", "buiten de bibliotheek", "dinsdag 10.00 tot 12.00"):
        assert words in text
    assert "heet al zo" in client.post(f"/locaties/{here.pk}", fields | {"name": "Zuid"}).content.decode()
    assert Location.objects.get(pk=here.pk).name == "Noorderlicht"
    assert actions() == [("settings", "locatie Noorderlicht")]
    client.post(f"/locaties/{here.pk}", fields | {"name": " Noorder\x0blicht\u2028"})  # as pasted from Word
    assert Location.objects.get(pk=here.pk).name == "Noorder licht"


def test_the_numbers_of_the_municipality_need_their_day(client: Client) -> None:
    log_in(client)
    wrong = client.post("/balies/gemeente", {"population": "20000"}).content.decode()
    assert "Vul de peildatum in" in wrong
    late = {"population": "20000", "population_on": "2027-01-01", "yearly_goal": "500"}
    assert "ligt in de toekomst" in client.post("/balies/gemeente", late).content.decode()
    assert client.post("/balies/gemeente", late | {"population_on": "2026-01-01"}).status_code == 302
    assert Municipality.objects.get(pk=municipality().pk).yearly_goal == 500


def stick(sender: TestDesk, *weeks: object) -> SimpleUploadedFile:
    """The file that a kiosk of this desk puts on a stick."""
    asked = exchange.Fetch(exchange.FETCH, sender.id, 1)
    signed_ask = delivery.sign(delivery.write(asked), sender.key, sender.id).decode()
    deliveries = [signed(sender, message(sender, number, [one])).decode() for number, one in enumerate(weeks, start=1)]
    file = exchange.DeliveriesFile(exchange.DELIVERIES_FILE, sender.id, signed_ask, deliveries)
    return SimpleUploadedFile("leveringen.ido", delivery.write(file))


def test_a_stick_is_taken_in_once_and_answered(client: Client) -> None:
    sender = desk()
    log_in(client)
    for _ in range(2):
        answer = client.post("/balies/usb", {"file": stick(sender, week(sender, MONDAY, 21))})
        assert answer.headers["Content-Disposition"] == 'attachment; filename="ontvangst.ido"'
        back = delivery.read(answer.content, exchange.ReceiptsFile)
        assert (back.balie, len(back.ontvangen)) == (sender.id, 1)
    assert "21 vragen" in page(client)
    assert actions() == [("upload", "ontvangst.ido")] * 2


def test_one_delivery_that_cannot_be_read_holds_up_no_other(client: Client) -> None:
    sender = desk()
    log_in(client)
    bad = delivery.sign(b'{"schema": "\xff"}', sender.key, sender.id).decode()
    file = delivery.read(stick(sender, week(sender, MONDAY, 21)).read(), exchange.DeliveriesFile)
    content = delivery.write(msgspec.structs.replace(file, leveringen=[bad, *file.leveringen]))
    answer = client.post("/balies/usb", {"file": SimpleUploadedFile("leveringen.ido", content)})
    back = delivery.read(answer.content, exchange.ReceiptsFile)
    assert (len(back.ontvangen), [refused.status for refused in back.geweigerd]) == (1, [400])
    assert "21 vragen" in page(client)


@pytest.mark.parametrize("path", ["/balies/usb", "/inloggen"])
def test_what_is_far_too_large_is_refused_before_it_is_kept(client: Client, tmp_path: Path, path: str) -> None:
    log_in(client)
    nowhere = tmp_path / "bestaat-niet"  # whoever keeps something there fails
    with override_settings(FILE_UPLOAD_TEMP_DIR=str(nowhere)):
        answer = client.post(path, {"file": SimpleUploadedFile("leveringen.ido", bytes(18 * 1024 * 1024))})
    assert answer.status_code == 413
    assert "<h1>Dit is te groot</h1>" in answer.content.decode()
    just_too_large = SimpleUploadedFile("leveringen.ido", bytes(16 * 1024 * 1024 + 1))
    assert "te groot om van een kiosk" in client.post("/balies/usb", {"file": just_too_large}).content.decode()


def test_a_stick_of_someone_else_or_of_nothing_is_refused(client: Client) -> None:
    theirs = desk("Balie 9", location("Elders", municipality("Gemeente Anders")))
    log_in(client)
    refused = client.post("/balies/usb", {"file": stick(theirs, week(theirs, MONDAY, 21))}).content.decode()
    assert "niet van een van uw balies" in refused
    for content, words in (
        (b"", "leeg"),
        (b"zomaar iets", "geen bestand van een kiosk"),
        (b"[1]", "geen bestand"),
        (b'{"balie": "\xff"}', "geen bestand"),
        (b"[" * 99999, "geen bestand"),
    ):
        text = client.post("/balies/usb", {"file": SimpleUploadedFile("x.ido", content)}).content.decode()
        assert words in text, content
    assert "Kies het bestand" in client.post("/balies/usb").content.decode()
    assert actions() == []
