"""A day can be pretended in a throw-away folder only."""

from pathlib import Path

import pytest

from ido_regie.installation import CannotStartError, _mark_as_trial
from ido_shared import TRIAL_MARK


def test_a_new_or_empty_folder_is_marked_and_stays_a_trial(tmp_path: Path) -> None:
    _mark_as_trial(tmp_path / "nieuw")
    (tmp_path / "nieuw" / "regie.sqlite3").write_bytes(b"x")
    _mark_as_trial(tmp_path / "nieuw")
    assert (tmp_path / "nieuw" / TRIAL_MARK).exists()


def test_real_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "regie.sqlite3").write_bytes(b"x")
    with pytest.raises(CannotStartError, match="lege proefmap"):
        _mark_as_trial(tmp_path)
    assert not (tmp_path / TRIAL_MARK).exists()
