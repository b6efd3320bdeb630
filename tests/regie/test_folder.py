"""Regie runs its own modules, whatever lies in the folder where it was started."""

from pathlib import Path

import pytest
import requests

from tests.regie.process import running_regie


def test_a_file_in_the_current_folder_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "hier"
    here.mkdir()
    (here / "calendar.py").write_text("raise SystemExit('the wrong calendar')\n", encoding="utf-8")
    monkeypatch.chdir(here)
    with running_regie(tmp_path / "regie") as regie:
        assert requests.get(f"{regie.url}/gezondheid", timeout=10).text == "goed\n"
