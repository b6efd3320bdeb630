"""What the desk knows of itself: its settings and the list of what is to be checked; without Qt."""

from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.local_data import Entry
from ido_kiosk.base.settings import Settings
from ido_kiosk.desk import service as desk
from ido_kiosk.desk.service import Section, ThisDesk
from ido_kiosk.guides import service as guides
from ido_kiosk.guides.service import Answer, Library, Spot
from tests.shelf import VERSION, content_cache

TODAY = date(2026, 11, 26)
PHONE = "uwv_telefoon"


@pytest.fixture(scope="module")
def library() -> Library:
    return guides.load_library(paths.forms(), content_cache(), VERSION)


def dutch(_context: str, text: str) -> str:
    return text


def listed(library: Library, **found: dict[str, Answer] | dict[Spot, int]) -> dict[str, Section]:
    sections = desk.checklist(library, found.get("answers", {}), found.get("marks", {}), TODAY, dutch)
    return {section.title: section for section in sections}


def test_links_open_unless_the_kiosk_fills_the_screen() -> None:
    assert ThisDesk().opens_links(fills_screen=False)
    assert not ThisDesk().opens_links(fills_screen=True)
    assert ThisDesk(links="ja").opens_links(fills_screen=True)
    assert not ThisDesk(links="nee").opens_links(fills_screen=False)


def test_the_settings_of_the_desk_are_kept(tmp_path: Path) -> None:
    mine = ThisDesk(("dinsdag van 10.00 tot 12.00 uur",), "nee", False)
    Settings(tmp_path / "instellingen.json").save(mine)
    assert Settings(tmp_path / "instellingen.json").section(ThisDesk) == mine


def test_hours_are_lines_of_ones_own() -> None:
    typed = "  dinsdag   van 10.00 tot 12.00 uur\n\nen op afspraak \n"
    assert desk.checked_hours(typed) == ("dinsdag van 10.00 tot 12.00 uur", "en op afspraak")
    assert desk.checked_hours("") == ()
    for wrong, expected in (("x\n" * 8, "te veel regels"), ("x" * 121, "te lang"), ("bel 111222333", "nooit")):
        with pytest.raises(DeskError, match=expected):
            desk.checked_hours(wrong)


def test_the_link_to_the_measurement_is_safe_and_the_same_for_all() -> None:
    assert desk.checked_link(" https://meting.voorbeeld.nl/ido?v=1 ") == "https://meting.voorbeeld.nl/ido?v=1"
    assert desk.checked_link("") == ""
    wrong = {
        "http://meting.voorbeeld.nl/ido": "begint met https",
        "meting.voorbeeld.nl": "begint met https",
        "https://meting.voorbeeld.nl/a b": "begint met https",
        "https://meting.voorbeeld.nl/" + "x" * 180: "te lang",
        "https://meting.voorbeeld.nl/?m=jan@voorbeeld.nl": "e-mailadres",
        "https://meting.voorbeeld.nl/?m=jan%40voorbeeld.nl": "e-mailadres",
        "https://meting.voorbeeld.nl/111222333": "nooit",
    }
    for link, expected in wrong.items():
        with pytest.raises(DeskError, match=expected):
            desk.checked_link(link)


def test_a_link_that_is_no_link_counts_as_none(tmp_path: Path) -> None:
    file = tmp_path / "instellingen.json"
    file.write_text('{"ThisDesk": {"measurement": "javascript:alert(1)", "envelope": "dl-rechts"}}', encoding="utf-8")
    assert Settings(file).section(ThisDesk) == ThisDesk(envelope="dl-rechts")


def test_what_was_never_checked_is_in_the_list_until_it_is_answered(library: Library) -> None:
    rows = listed(library)["Nooit nagekeken"].rows
    [row] = [row for row in rows if row.fact == PHONE]
    assert row.words == "Telefoonnummer van UWV voor werknemers: 088 898 92 94"
    after = listed(library, answers={PHONE: Answer("088 898 92 94", "gebeld met UWV", TODAY)})
    assert PHONE not in [row.fact for row in after["Nooit nagekeken"].rows]
    [row] = after["Door de bibliotheek nagekeken"].rows
    assert (row.fact, row.note) == (PHONE, "gebeld met UWV, 26 november 2026")


def test_a_mark_at_a_place_of_the_library_is_named_in_words(library: Library) -> None:
    place = Entry("wmo", "gemeente", "Wmo-loket", telefoon="0123 456 789")
    local = guides.with_local(library, [place]).facts
    [phone] = [id_ for id_ in local.keys() - library.facts.keys() if id_.endswith("telefoon")]
    [section, *_others] = desk.checklist(library, {}, {Spot(feit=phone): 1}, TODAY, dutch, local)
    [row] = section.rows
    assert row.words == "telefoonnummer van Wmo-loket"
    assert row.note == "1 keer gemeld. Verbeter het bij Lokale gegevens." and not row.fact


def test_marks_are_listed_with_their_counts(library: Library) -> None:
    marks = {Spot("digid-aanvragen", "wachten"): 3, Spot(feit="digid_telefoon"): 1, Spot("weg", "stap"): 1}
    rows = listed(library, marks=marks)["Klopt niet?"].rows
    assert [(row.words, row.note, row.fact) for row in rows] == [
        ("DigiD aanvragen: Wacht op de brief", "3 keer gemeld", ""),
        ("telefoonnummer van DigiD", "1 keer gemeld", "digid_telefoon"),
        ("weg, stap", "1 keer gemeld", ""),
    ]


def test_a_fact_is_asked_with_where_to_look_it_up(library: Library) -> None:
    asked = desk.question(library, {}, "cak_open", TODAY, dutch)
    assert (asked.value, asked.url) == ("ma-vr 8.00-17.30", "https://www.hetcak.nl")
    assert asked.said == "maandag tot en met vrijdag van 8.00 tot 17.30 uur"
    assert asked.hint == "bijvoorbeeld ma-vr 9.00-17.00, za 9.00-12.30"
    assert not asked.is_answered
