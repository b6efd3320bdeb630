"""A translation says in its head whether a native reader has checked it; nothing clear is no."""

from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_shared.content.proofread import HEADER, is_proofread, said_in_head


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"# Een kop\n# {HEADER} ja\nmsgid", "ja"),
        (f"# {HEADER} Ja, door drie lezers.\nmsgid", "ja"),
        (f"# {HEADER} nee\nmsgid", "nee"),
        (f"# {HEADER}\nmsgid", ""),
        (f"# {HEADER} misschien\nmsgid", ""),
        (f'msgid ""\n# {HEADER} ja\n', ""),
        ("", ""),
    ],
)
def test_only_a_clear_line_in_the_head_counts(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "forms.po"
    file.write_text(text, encoding="utf-8")
    assert said_in_head(file) == said
    assert is_proofread(file) == (said == "ja")


def test_a_catalogue_that_cannot_be_read_was_not_proofread(tmp_path: Path) -> None:
    assert not is_proofread(tmp_path / "absent.po")
    (tmp_path / "forms.po").write_bytes(b"# \xff")
    assert not is_proofread(tmp_path / "forms.po")


def test_every_translation_that_ships_says_it() -> None:
    files = list(paths.translations().glob("*/LC_MESSAGES/forms.po"))
    assert files
    assert all(said_in_head(file) in ("ja", "nee") for file in files)
