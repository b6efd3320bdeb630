"""Signals in words: no people in them, sent on, answered, on a page for a letter."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from ido_regie.audit.models import Entry
from ido_regie.organisations.models import Account, Role
from ido_regie.signals.models import Signal
from ido_regie.signals.people import people_in
from ido_shared import counts
from tests.regie.desks import week
from tests.regie.test_figures import OCTOBER, cell, sent
from tests.regie.test_pages import page
from tests.regie.world import desk, location, log_in, municipality

FINE = "Een afspraak maken bij DigiD kan alleen met internet. Dat lukte in 2026 veel mensen niet."


def asked(**other: str) -> dict[str, str]:
    """The fields of a new signal."""
    here = str(municipality().pk)
    return {"municipality": here, "organisation": "GEM", "cause": "DIG", "period": "2026", "text": FINE} | other


@pytest.mark.parametrize(
    ("text", "sure", "names"),
    [
        (FINE, [], []),
        ("De brief van de Belastingdienst is te moeilijk. In 2025 ook al.", [], []),
        ("Bel 06 1234 5678 voor meer.", ["06 1234 5678"], []),
        ("BSN 123456782 en 1234 AB.", ["123456782", "1234 AB"], []),
        ("Mail aan j.jansen@voorbeeld.nl.", ["j.jansen@voorbeeld.nl."], []),
        ("Een vraag van mevrouw De Vries.", ["mevrouw"], ["De", "Vries"]),
        ("Hij woont in de Dorpsstraat 12.", ["Dorpsstraat 12"], ["Dorpsstraat"]),
        ("De buurvrouw van Fatima kwam langs.", [], ["Fatima"]),
    ],
)  # fmt: skip
def test_people_are_found_in_a_text(text: str, sure: list[str], names: list[str]) -> None:
    assert people_in(text) == (sure, names)


def test_a_signal_is_worded_sent_on_and_answered(client: Client) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 90)],
        cell(sender, counts.SIGNAL, "2026-10", "DIG", 30),
        cell(sender, counts.SIGNAL_OF, "2026-K4", "DIG", 12, kruis="GEM"),
    )  # fmt: skip
    log_in(client)
    made = client.post("/signalen/nieuw", asked())
    assert made.status_code == 302
    address = made.headers["Location"]
    assert "12 keer bij Gemeente, 30 keer in totaal" in page(client, address)
    assert "nog niet verstuurd" in page(client, "/signalen")
    assert step(client, f"{address}?stap=tekst", text=f"{FINE} Elke week weer.").status_code == 302
    assert step(client, address, to="Logius, afdeling klachten").status_code == 302
    assert "Verstuurd op 26 november 2026 aan Logius, afdeling klachten." in page(client, address)
    assert FINE in page(client, "/signalen/brief")
    assert step(client, address, text="Er komt een telefoonnummer op de uitnodiging.").status_code == 302
    text = page(client, address)
    assert "Beantwoord op 26 november 2026" in text
    assert '<form method="post" novalidate' not in text
    assert FINE not in page(client, "/signalen/brief")
    assert page(client, address)
    lines = list(Entry.objects.values_list("action", "subject"))
    assert lines == [("signal", "GEM, DIG, 2026")] * 4


def step(client: Client, address: str, **fields: str) -> HttpResponse:
    """Open the page of a signal and send its form."""
    return client.post(address, {"seen": seen(page(client, address)), **fields})


def seen(text: str) -> str:
    """What a page of a signal says that the signal was."""
    return re.search(r'name="seen" value="(\w+)"', text)[1]


def test_words_that_come_after_someone_else_sent_the_signal_are_no_answer(client: Client) -> None:
    log_in(client)
    address = client.post("/signalen/nieuw", asked()).headers["Location"]
    opened = seen(page(client, f"{address}?stap=tekst"))  # one person wants other words
    assert step(client, address, to="Logius").status_code == 302  # and another one sends it meanwhile
    answer = client.post(f"{address}?stap=tekst", {"seen": opened, "text": "Elke week weer mis."})
    text = answer.content.decode()
    assert "intussen gewijzigd" in text
    assert "Elke week weer mis." in text  # what was typed can still be copied
    assert "Elke week weer mis." not in text[text.index("<h1>") :]  # but does not stand in the box for the answer
    kept = Signal.objects.get()
    assert (kept.text, kept.answer, kept.answered_on) == (FINE, "", None)
    assert FINE in page(client, "/signalen/brief")
    assert step(client, address, text="Er komt een telefoonnummer.").status_code == 302


def test_an_answer_is_not_replaced_by_a_later_one(client: Client) -> None:
    log_in(client)
    address = client.post("/signalen/nieuw", asked()).headers["Location"]
    step(client, address, to="Logius")
    opened = seen(page(client, address))
    for words in ("Er komt een telefoonnummer.", "Er komt niets."):
        last = client.post(address, {"seen": opened, "text": words})
    assert "Er is niets bewaard" in last.content.decode()
    assert Signal.objects.get().answer == "Er komt een telefoonnummer."


def test_a_name_asks_for_a_tick_and_a_number_is_always_refused(client: Client) -> None:
    log_in(client)
    name = asked(text="De buurvrouw van Fatima kwam langs.")
    refused = client.post("/signalen/nieuw", name).content.decode()
    assert "Is dit een naam: Fatima?" in refused
    assert "Fatima kwam langs." in refused  # what was typed is still there
    assert client.post("/signalen/nieuw", name | {"sure": "on"}).status_code == 302
    number = asked(text="Bel 0612345678.", sure="on")
    assert "Haal weg: 0612345678" in client.post("/signalen/nieuw", number).content.decode()
    assert Signal.objects.count() == 1


def test_text_stays_text(client: Client) -> None:
    log_in(client)
    address = client.post("/signalen/nieuw", asked(text="<script>alert(1)</script> '; drop table x")).headers[
        "Location"
    ]
    for path in (address, "/signalen", "/signalen/brief"):
        assert "<script" not in page(client, path)
        assert "&lt;script&gt;" in page(client, path)


def test_a_reader_reads_and_changes_nothing(client: Client) -> None:
    log_in(client)
    address = client.post("/signalen/nieuw", asked()).headers["Location"]
    client.force_login(Account.objects.create(login="lezer", role=Role.READER, municipality=municipality()))
    assert not re.search('<form method="post" novalidate', page(client, address))
    assert client.post(address, {"to": "Logius"}).status_code == 404
    assert Signal.objects.get().sent_on is None


def test_the_letter_has_the_numbers_of_the_municipality_of_each_signal_only(client: Client) -> None:
    here, elsewhere = desk(), desk("Balie 9", location("Elders", municipality("Gemeente Anders")))
    for sender, number in ((here, 31), (elsewhere, 95)):
        sent(sender, 1, [week(sender, OCTOBER, 200)], cell(sender, counts.SIGNAL, "2026-10", "DIG", number))
    client.force_login(Account.objects.create(login="c", role=Role.COORDINATOR, library=location().library))
    address = client.post("/signalen/nieuw", asked()).headers["Location"]
    for path in (address, "/signalen/brief"):
        text = page(client, path)
        assert "31 keer in totaal" in text, path
        assert "126" not in text, path
    assert "Gemeente Voorbeeld" in page(client, "/signalen/brief")


def test_a_coordinator_writes_about_municipalities_of_the_own_library(client: Client) -> None:
    here = location()
    client.force_login(Account.objects.create(login="c", role=Role.COORDINATOR, library=here.library))
    elsewhere = asked(municipality=str(municipality("Gemeente Anders").pk))
    assert client.post("/signalen/nieuw", elsewhere).status_code == 200
    assert client.post("/signalen/nieuw", asked()).status_code == 302
    assert FINE in page(client, "/signalen")
    log_in(client)  # regie of that municipality sees it, too
    assert FINE in page(client, "/signalen")
