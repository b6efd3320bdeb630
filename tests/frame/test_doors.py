"""Doors that open when something is asked for: what they promise to people, to tools and at run time is the same."""

import ast
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOORS = sorted(
    path.parent
    for path in (ROOT / "ido_kiosk").rglob("__init__.py")
    if "opened_when_asked" in path.read_text(encoding="utf-8")
)


def names_for_tools(folder: Path) -> dict[str, str]:
    """The names under TYPE_CHECKING, with the module of each."""
    tree = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {name.name: str(node.module) for node in imports for name in node.names}


def test_there_are_doors() -> None:
    assert len(DOORS) >= 5


@pytest.mark.parametrize("folder", DOORS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_door_gives_what_it_promises(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    door = import_module(".".join(folder.relative_to(ROOT).parts))
    promised = names_for_tools(folder)
    assert sorted(promised) == sorted(door.__all__)
    for name, module in promised.items():
        monkeypatch.delattr(door, name, raising=False)  # so that the door opens, also after another test
        assert getattr(door, name) is getattr(import_module(module), name)


@pytest.mark.parametrize("folder", DOORS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_no_room_has_the_name_of_what_a_door_gives(folder: Path) -> None:
    """Else the room itself would be found in its place, as soon as someone was in there."""
    rooms = {path.stem for path in folder.glob("*.py")}
    assert rooms & names_for_tools(folder).keys() == set()


def test_what_is_not_there_is_told_as_ever() -> None:
    with pytest.raises(AttributeError, match=r"ido_kiosk\.guides\.service.*niets"):
        attrgetter("niets")(import_module("ido_kiosk.guides.service"))
