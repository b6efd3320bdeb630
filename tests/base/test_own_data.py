"""What the library says of itself: its locations in the settings, and the organisations near it in a file."""

import json
from datetime import date
from pathlib import Path

from ido_kiosk.base.local_data import Entry, LocalData
from ido_kiosk.base.locations import ISIL, MUNICIPALITY, Location, Locations, Place, locations_of, new_place, place_of
from ido_kiosk.base.settings import Settings

THURSDAY, SUNDAY = date(2026, 11, 26), date(2026, 11, 29)


def test_a_new_desk_has_one_location_without_a_name(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "instellingen.json")
    [place] = locations_of(settings)
    assert (place.id, place.name, place.is_open_on(THURSDAY)) == (place_of(settings), "", None)
    assert Settings(tmp_path / "instellingen.json").section(Location).place == place.id


def test_locations_know_when_they_are_open(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "instellingen.json")
    centre = Place(place_of(settings), "Centrum", "NL-0800070000", "GM0344", "Utrecht", "ma-vr 9.00-17.00")
    settings.save(Locations("Bibliotheek", (centre, Place(new_place(), "Buurthuis"))))
    first, second = locations_of(Settings(tmp_path / "instellingen.json"))
    assert first == centre
    assert (first.is_open_on(THURSDAY), first.is_open_on(SUNDAY)) == (True, False)
    assert second.is_open_on(THURSDAY) is None
    assert ISIL.fullmatch(first.isil) and MUNICIPALITY.fullmatch(first.municipality)


def test_what_a_library_wrote_survives_a_broken_file(tmp_path: Path) -> None:
    file = tmp_path / "lokale-gegevens.json"
    LocalData(file, file.with_name("regie.json")).keep(Entry("P1", "gemeente", "Gemeente Voorbeeld", "GEM"))
    for broken in (b"", b"\0" * 300, b'{"gegevens": [{'):
        file.write_bytes(broken)
        mine = LocalData(file, file.with_name("regie.json"))
        assert [entry.naam for entry in mine.entries] == ["Gemeente Voorbeeld"]
        assert mine.trouble.startswith("lokale-gegevens.json was niet te lezen. De kopie geldt weer")
        assert LocalData(file, file.with_name("regie.json")).trouble == ""
    file.unlink()
    assert LocalData(file, file.with_name("regie.json")).entries == (), "who removes the file wants it gone"


def test_entries_are_kept_and_their_number_is_never_given_again(tmp_path: Path) -> None:
    file = tmp_path / "lokale-gegevens.json"
    mine = LocalData(file, file.with_name("regie.json"))
    town = Entry(mine.new_id(), "gemeente", "Gemeente Voorbeeld", "GEM", telefoon="14 030", nagekeken=THURSDAY)
    mine.keep(town)
    mine.keep(Entry(mine.new_id(), "spreekuur", "Formulierenbrigade", "FBR", toets=1))
    mine.keep(Entry(mine.new_id(), "partner", "Juridisch spreekuur", "JUR", toets=1))
    again = LocalData(file, file.with_name("regie.json"))
    assert [entry.naam for entry in again.partners] == ["Juridisch spreekuur"]
    assert [entry.id for entry in again.entries] == ["P1", "P2", "P3"]
    again.drop("P3")
    assert again.new_id() == "P4"
    again.keep(Entry("P1", "gemeente", "Gemeente Ander", "GEM"))
    assert [entry.naam for entry in LocalData(file, file.with_name("regie.json")).entries] == [
        "Gemeente Ander",
        "Formulierenbrigade",
    ]
    assert json.loads(file.read_text(encoding="utf-8"))["gemaakt"] == 3
