"""*Telt dit mee?*: the library's own agreement, in a file that it may edit."""

import json
from pathlib import Path

import pytest

from ido_kiosk.base.errors import DeskError
from ido_kiosk.desk.service import Counting
from ido_kiosk.desk.service.counting import usual_cases


def test_nothing_is_agreed_until_the_library_does(tmp_path: Path) -> None:
    cases = Counting(tmp_path / "telt-mee.json").cases
    assert [case.geval for case in cases] == usual_cases()
    assert {case.telt_mee for case in cases} == {""}


def test_an_agreement_is_kept_and_can_be_edited_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "telt-mee.json"
    Counting(file).agree(1, "ja")
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["gevallen"][1] == {"geval": usual_cases()[1], "telt_mee": "ja"}
    written["gevallen"].append({"geval": "Een eigen geval.", "telt_mee": "nee"})
    file.write_text(json.dumps(written), encoding="utf-8")
    again = Counting(file)
    assert again.cases[-1].geval == "Een eigen geval."
    again.agree(0, "nee")
    assert [case.telt_mee for case in Counting(file).cases if case.telt_mee] == ["nee", "ja", "nee"]


def test_what_cannot_be_kept_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "map" / "telt-mee.json"
    counting = Counting(file)
    with pytest.raises(DeskError):
        counting.agree(0, "ja")
    assert counting.cases[0].telt_mee == ""
