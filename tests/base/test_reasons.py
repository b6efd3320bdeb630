"""Why the computer refused something, in Dutch, for errors that really happened."""

import errno
import os
from pathlib import Path

import pytest

from ido_kiosk.base.reasons import reason_of


def test_no_reason_is_english(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    for path, said in {
        tmp_path / "weg": "het bestaat niet",
        tmp_path: "er staat een map met die naam",
        tmp_path / "bestand" / "iets": "er staat een bestand met die naam",
    }.items():
        with pytest.raises(OSError) as raised:
            path.open("r+b").close()
        assert reason_of(raised.value) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "er zijn geen rechten voor"),
        (errno.EROFS, "de schijf is alleen te lezen"),
        (errno.EIO, "de schijf geeft een fout"),
        (errno.ENAMETOOLONG, f"fout {errno.ENAMETOOLONG}"),
    ],
)
def test_each_number_has_words(number: int, said: str) -> None:
    assert reason_of(OSError(number, os.strerror(number))) == said
