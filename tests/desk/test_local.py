"""Lokale gegevens without a screen: what may be kept, what guides make of it, and the file for the next desk."""

import json
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from ido_kiosk.base import paths
from ido_kiosk.base.errors import DeskError, FieldError
from ido_kiosk.base.local_data import Entry
from ido_kiosk.desk.service import exchange, local_entries
from ido_kiosk.finding import service as finding
from ido_kiosk.guides import service as guides
from ido_kiosk.guides.service import Answer, Library
from ido_shared.local import KINDS
from tests.shelf import VERSION, content_cache
from tests.store import codes

TODAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 10, 0)  # noqa: DTZ001 - local
TOWN = Entry(
    "P1", "gemeente", "Gemeente Voorbeeld", "GEM", "14 030", adres="Stadsplein 1, Voorbeeld", open="ma-vr 9.00-17.00",
    website="voorbeeld.nl", nagekeken=TODAY,
)  # fmt: skip
LAW = Entry("P2", "spreekuur", "Juridisch spreekuur", "JUR", open="op afspraak", toets=2, nagekeken=TODAY)
PHONE = "uwv_telefoon"


@pytest.fixture(scope="module")
def library() -> Library:
    return guides.load_library(paths.forms(), content_cache(), VERSION)


def dutch(_context: str, text: str) -> str:
    return text


def typed(**changed: str) -> dict[str, str]:
    return local_entries.typed_entry(TOWN) | changed


def test_what_is_typed_is_kept_in_its_usual_form() -> None:
    asked = typed(naam="  Gemeente   Voorbeeld ", open="ma-vr 9:00 - 17:00", toets="3")
    kept = local_entries.checked_entry(TOWN, asked, codes().referrals, TODAY)
    assert kept == msgspec.structs.replace(TOWN, toets=3)
    free = local_entries.checked_entry(TOWN, typed(open="op  afspraak"), codes().referrals, TODAY)
    assert free.open == "op afspraak"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("naam", " "), ("naam", "x" * 121), ("naam", "bel 111222333"), ("telefoon", "bel maar"),
        ("directe_lijn", "Jan"), ("website", "geen adres"), ("verwijzing", "NIX"), ("toets", "10"), ("toets", "x"),
    ],
)  # fmt: skip
def test_what_will_not_do_is_told_at_its_field(field: str, value: str) -> None:
    with pytest.raises(FieldError) as refused:
        local_entries.checked_entry(TOWN, typed(**{field: value}), codes().referrals, TODAY)
    assert refused.value.field == field


def test_every_kind_has_words_and_a_code_of_the_log() -> None:
    for kind in KINDS:
        assert all(local_entries.kind_words(kind))
        assert local_entries.blank(kind, "P9").verwijzing in codes().referrals


def test_the_own_town_hall_is_the_municipality_everywhere(library: Library) -> None:
    here = guides.with_local(library, [TOWN, LAW])
    card = finding.organisation_card(here, "GEM", NOW, dutch)
    lines = {line.way: line for part in card.parts for line in part.lines}
    assert lines["phone"].value == "14 030" and lines["website"].url == "https://voorbeeld.nl"
    assert lines["counter"].value == "Stadsplein 1, Voorbeeld"
    assert "Maandag tot en met vrijdag" in lines["phone"].hours
    assert lines["phone"].remark.startswith("Gecontroleerd door de bibliotheek op 26 november 2026.")
    assert lines["post"].value == "Het adres staat in een brief van uw gemeente. Of op de website."
    assert library.organisations["GEM"].channels != here.organisations["GEM"].channels
    assert guides.may_open(here, "https://voorbeeld.nl")


def test_other_organisations_nearby_can_be_looked_up(library: Library) -> None:
    here = guides.with_local(library, [TOWN, LAW])
    card = finding.organisation_card(here, "P2", NOW, dutch)
    assert card.title == "Juridisch spreekuur"
    assert finding.organisation_card(here, "GEM", NOW, dutch).title == "Gemeente"


def test_what_one_desk_writes_the_next_one_reads(library: Library) -> None:
    answer = Answer("088 898 00 00", "gebeld met UWV", TODAY)
    content = exchange.packed([TOWN, LAW], {PHONE: answer}, TODAY)
    assert set(json.loads(content)) == {"soort", "versie", "gemaakt_op", "gegevens", "antwoorden"}
    mine = [
        Entry("P7", "partner", "Welzijn", "WEL", toets=2),
        msgspec.structs.replace(TOWN, id="P3", telefoon="14 031"),
    ]
    change = exchange.compared(exchange.unpacked(content), mine, {}, library, codes().referrals, TODAY)
    assert (change.new, change.different, change.left_out) == (
        ("Juridisch spreekuur", "telefoonnummer van UWV voor werknemers"), ("Gemeente Voorbeeld",), (),
    )  # fmt: skip
    kept = {entry.id: entry for entry in change.entries}
    assert kept["P3"].telefoon == "14 030", "the same organisation keeps the number that the log knows"
    assert kept["P7"].toets == 2 and kept["P8"].toets == 0, "a number key that is taken stays"
    assert change.answers == {PHONE: answer}
    again = exchange.compared(
        exchange.unpacked(content), change.entries, change.answers, library, codes().referrals, TODAY
    )
    assert (again.new, again.different, again.same, again.entries) == ((), (), 3, change.entries)


def test_an_older_answer_or_one_that_does_not_fit_is_left_out(library: Library) -> None:
    mine = {PHONE: Answer("088 898 11 11", "gebeld", TODAY)}
    given = {
        PHONE: Answer("088 898 00 00", "gebeld", date(2026, 1, 1)),
        "bestaat_niet": Answer("1", "gebeld", TODAY),
        "cak_open": Answer("soms", "gebeld", TODAY),
    }
    bad = msgspec.structs.replace(LAW, telefoon="bel maar")
    package = exchange.unpacked(exchange.packed([bad], given, TODAY))
    change = exchange.compared(package, [], mine, library, codes().referrals, TODAY)
    assert (change.entries, change.answers, len(change.left_out)) == ((), mine, 4)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 een foto", "geen bestand met lokale gegevens"),
        (b'{"Location": {"place": "x"}}', "geen bestand met lokale gegevens"),
        (b"[" * 100_000, "geen bestand met lokale gegevens"),
        (b'{"soort": "ido-lokale-gegevens", "versie": 2}', "nieuwere kiosk"),
        (b'{"soort": "ido-lokale-gegevens", "versie": 1}', "beschadigd"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(content: bytes, said: str) -> None:
    with pytest.raises(DeskError, match=said):
        exchange.unpacked(content)


def test_what_may_be_in_the_file_is_this_and_no_more(tmp_path: Path) -> None:
    fields = {field.name for field in msgspec.structs.fields(Entry)}
    assert fields == {
        "id", "soort", "naam", "verwijzing", "telefoon", "adres", "open", "website", "voor_wie", "meenemen", "toets",
        "nagekeken", "directe_lijn", "van", "vervangt",
    }  # fmt: skip
