"""A kiosk that cannot start says why, with the file and the line, and changes nothing."""

import shutil
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from PySide6.QtWidgets import QApplication

from ido_kiosk.app import Options, make_application, open_desk
from ido_kiosk.base import clock, language, paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.window.parts import Look
from tests.shelf import share_cache
from tests.window.conftest import OpenDesk


def spoil(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str) -> list[str]:
    """Let the kiosk read a copy of forms/ in which one file has another text; gives the lines of that file."""
    forms = Path(shutil.copytree(paths.forms(), folder / "forms"))
    text = (forms / name).read_text(encoding="utf-8")
    assert old in text
    (forms / name).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(paths, "forms", lambda: forms)
    return (forms / name).read_text(encoding="utf-8").splitlines()


def test_a_broken_guide_is_named_with_its_line(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = spoil(tmp_path, monkeypatch, "gidsen/digid-aanvragen.yaml", "naar: geen_adres}", "naar: geen_adress}")
    wrong = next(number for number, line in enumerate(lines, start=1) if "geen_adress" in line)
    with pytest.raises(DeskError) as told:
        open_desk(Options(data=tmp_path / "balie"), make_application())
    assert f"digid-aanvragen.yaml, regel {wrong}" in str(told.value)
    assert "Bedoelde u" in str(told.value)


def test_a_broken_letter_is_named_before_anything_is_opened(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(tmp_path, monkeypatch, "brieven/klacht.yaml", "betreft:", "betrefft:")
    desk = open_desk(Options(data=share_cache(tmp_path / "balie")), make_application())
    with pytest.raises(DeskError, match=r"brieven/klacht\.yaml, regel \d+"):
        desk.open_store()
    assert not desk.folder.database.exists()


def test_settings_that_cannot_be_read_do_not_stop_the_kiosk(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "instellingen.json").write_text("{", encoding="utf-8")
    desk = open_desk(Options(data=tmp_path), make_application())
    desk.open_store()
    desk.close()
    assert (tmp_path / "instellingen-onleesbaar.json").read_text(encoding="utf-8") == "{"


def test_a_cache_that_cannot_be_read_is_made_again(qapp: QApplication, tmp_path: Path) -> None:
    for _start in range(2):
        desk = open_desk(Options(data=tmp_path), make_application())
        desk.open_store()
        desk.close()
        for file in (tmp_path / "cache").iterdir():
            file.write_bytes(b"onzin")
    assert "digid-aanvragen" in desk.parts.library.guides


def test_a_desk_may_begin_in_every_language_on_offer() -> None:
    assert get_args(get_type_hints(Look)["language"]) == tuple(language.NAMES)


def test_a_desk_that_opens_keeps_the_day_that_a_test_pretends(open_kiosk: OpenDesk) -> None:
    clock.pretend(date(2031, 5, 6))
    assert open_kiosk().parts.today() == date(2031, 5, 6)
