"""The settings file: whole or not at all, and never a reason not to start."""

from pathlib import Path

import msgspec

from ido_kiosk.base.settings import Settings


class Colour(msgspec.Struct, frozen=True):
    """A section for these tests."""

    name: str = "blauw"
    depth: int = 3


def test_defaults_count_until_something_is_saved(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "instellingen.json")
    assert settings.section(Colour) == Colour("blauw", 3)
    settings.save(Colour("rood", 5))
    assert settings.section(Colour) == Colour("rood", 5)
    assert Settings(tmp_path / "instellingen.json").section(Colour) == Colour("rood", 5)
    assert [file.name for file in tmp_path.iterdir()] == ["instellingen.json"]


def test_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "instellingen.json").write_text('{"Colour": {"na')
    assert Settings(tmp_path / "instellingen.json").section(Colour) == Colour()
    assert (tmp_path / "instellingen-onleesbaar.json").read_text() == '{"Colour": {"na'


def test_values_of_the_wrong_kind_count_as_not_set(tmp_path: Path) -> None:
    (tmp_path / "instellingen.json").write_text('{"Colour": {"depth": "diep"}}')
    assert Settings(tmp_path / "instellingen.json").section(Colour) == Colour()
