"""The settings file: whole or not at all, and never a reason not to start."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.layers import Laid, Origin
from ido_kiosk.base.machine import Machine, read_machine
from ido_kiosk.base.settings import Settings

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


class Colour(msgspec.Struct, frozen=True):
    """A section for these tests."""

    name: str = "blauw"
    depth: int = 3


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "instellingen.json"


def test_defaults_count_until_something_is_saved(file: Path) -> None:
    settings = Settings(file)
    assert settings.section(Colour) == Colour("blauw", 3)
    settings.save(Colour("rood", 5))
    assert settings.section(Colour) == Colour("rood", 5)
    again = Settings(file)
    assert (again.section(Colour), again.trouble) == (Colour("rood", 5), "")
    assert sorted(found.name for found in file.parent.iterdir()) == ["instellingen.json", "instellingen.vorige.json"]


def as_text(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


BROKEN: dict[str, Callable[[Path], object]] = {
    "half": as_text(b'{"Colour": {"na'),
    "empty": as_text(b""),
    "zeros": as_text(bytes(400)),
    "no UTF-8": as_text(b'{"Colour": {"name": "\xff"}}'),
    "no sections": as_text(b"[1, 2]"),
    "too deep": as_text(b"[" * 100_000),
    "a folder": lambda file: (file / "iets").mkdir(parents=True),
}
if sys.platform != "win32":
    BROKEN["refused by the system"] = lambda file: file.symlink_to(file)


@pytest.mark.parametrize("damage", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_set_aside_and_the_saved_settings_return(
    damage: Callable[[Path], object], file: Path
) -> None:
    Settings(file).save(Colour("rood", 5))
    file.unlink()
    damage(file)
    settings = Settings(file)
    assert settings.section(Colour) == Colour("rood", 5)
    assert settings.trouble == ("De instellingen waren niet te lezen. De instellingen van de vorige keer gelden weer.")
    assert os.path.lexists(file.with_name("instellingen-onleesbaar.json"))
    again = Settings(file)
    assert (again.section(Colour), again.trouble) == (Colour("rood", 5), "")


@pytest.mark.parametrize("damage", BROKEN.values(), ids=BROKEN)
def test_without_a_second_file_the_defaults_count(damage: Callable[[Path], object], file: Path) -> None:
    damage(file)
    settings = Settings(file)
    assert settings.section(Colour) == Colour()
    assert "begint met nieuwe instellingen" in settings.trouble
    settings.save(Colour("groen"))
    assert Settings(file).section(Colour) == Colour("groen")


def test_a_lost_file_comes_back(file: Path) -> None:
    Settings(file).save(Colour("rood"))
    file.unlink()
    settings = Settings(file)
    assert settings.section(Colour) == Colour("rood") and settings.trouble


def test_what_was_set_aside_earlier_stays(file: Path) -> None:
    for content in ("{een", "{twee", "{drie"):
        file.write_text(content, encoding="utf-8")
        Settings(file)
    aside = {found.name: found.read_text(encoding="utf-8") for found in file.parent.iterdir()}
    assert aside == {
        "instellingen-onleesbaar.json": "{een",
        "instellingen-onleesbaar-2.json": "{twee",
        "instellingen-onleesbaar-3.json": "{drie",
    }


@on_posix
@pytest.mark.parametrize("name", [".instellingen.json.nieuw", ".instellingen.vorige.json.nieuw"])
def test_a_full_disk_is_told_and_changes_nothing(name: str, file: Path) -> None:
    settings = Settings(file)
    settings.save(Colour("rood"))
    file.with_name(name).symlink_to("/dev/full")
    with pytest.raises(DeskError) as told:
        settings.save(Colour("groen"))
    assert str(told.value).startswith(f"De instellingen zijn niet bewaard in {file}: de schijf is vol. Vraag")
    assert settings.section(Colour) == Settings(file).section(Colour) == Colour("rood")
    settings.save(Colour("groen"))
    assert Settings(file).section(Colour) == Colour("groen")


def test_a_folder_in_the_way_is_told(file: Path) -> None:
    settings = Settings(file)
    file.mkdir()
    with pytest.raises(DeskError, match=r"niet bewaard.*er staat een map met die naam"):
        settings.save(Colour("groen"))


def test_values_of_the_wrong_kind_count_as_not_set(file: Path) -> None:
    file.write_text('{"Colour": {"depth": "diep"}}', encoding="utf-8")
    assert Settings(file).section(Colour) == Colour()


def test_each_value_remembers_where_it_comes_from(file: Path) -> None:
    settings = Settings(file, Laid({"Colour": {"name": "geel"}}))
    assert settings.section(Colour) == Colour("geel", 3)
    assert settings.origins(Colour) == {"name": Origin("bibliotheek")}
    settings.lay(Colour, {"name": "paars", "depth": 7})
    assert settings.section(Colour) == Colour("geel", 7), "the library knows its desks better"
    settings.save(Colour("rood", 7))
    again = Settings(file, Laid({"Colour": {"name": "geel"}}))
    assert again.origins(Colour) == {"name": Origin("balie"), "depth": Origin("gemeente")}
    again.lay(Colour, {"depth": 9})
    assert again.section(Colour) == Colour("rood", 9), "what the desk left alone follows"
    again.save(Colour("geel", 9))
    assert again.origins(Colour)["name"] == Origin("bibliotheek")


def test_what_is_locked_the_desk_cannot_change(file: Path) -> None:
    settings = Settings(file)
    settings.save(Colour("rood", 3))
    settings.lay(Colour, {"name": "paars"}, locked=["name"])
    assert settings.section(Colour) == Colour("paars", 3)
    assert settings.origins(Colour) == {"name": Origin("gemeente", is_locked=True)}
    with pytest.raises(DeskError, match="vastgezet"):
        settings.save(Colour("rood", 3))
    settings.save(Colour("paars", 4))
    assert Settings(file).section(Colour) == Colour("paars", 4)
    settings.lay(Colour, {})
    assert settings.section(Colour) == Colour("blauw", 4)


@pytest.mark.parametrize(("values", "locked"), [({"dept": 3}, []), ({"depth": "diep"}, []), ({}, ["depth"])])
def test_a_wish_that_does_not_fit_is_refused(file: Path, values: dict[str, object], locked: list[str]) -> None:
    settings = Settings(file)
    settings.lay(Colour, {"depth": 4})
    with pytest.raises(DeskError, match="niet kent: Colour dept"):
        settings.lay(Colour, values, locked)
    assert Settings(file).section(Colour) == Colour("blauw", 4)


def test_the_file_of_the_computer_is_read_and_never_stops_a_start(tmp_path: Path) -> None:
    file = tmp_path / "balie.json"
    assert read_machine(file) == (Machine(), "")
    file.write_text(
        '{"gegevensmap": "/srv/ido", "waarden": {"Colour": {"name": "geel"}}, "vast": {"Colour": ["name"]}}'
    )
    machine, wrong = read_machine(file)
    assert (machine.gegevensmap, wrong) == ("/srv/ido", "")
    settings = Settings(tmp_path / "instellingen.json", machine.layer)
    assert settings.origins(Colour) == {"name": Origin("bibliotheek", is_locked=True)}
    for content in ("{", '{"gegevens": "/srv"}', '{"vast": 3}'):
        file.write_text(content)
        machine, wrong = read_machine(file)
        assert machine == Machine() and wrong
