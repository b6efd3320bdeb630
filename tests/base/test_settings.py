"""The settings file: whole or not at all, and never a reason not to start."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ido_kiosk.base.errors import DeskError
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
