"""The language of the screens never stops the kiosk: what cannot be spoken is Dutch."""

from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import language, paths


def test_a_language_that_is_not_on_offer_is_dutch() -> None:
    language.use("xx", paths.translations())
    assert language.current() == "nl"
    assert language.day_text(date(2026, 11, 26)) == "26 november 2026"


@pytest.mark.parametrize("content", [b"", b"onzin", bytes(3000), b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_damaged_catalogue_gives_the_dutch_words(content: bytes, tmp_path: Path) -> None:
    catalogue = tmp_path / "en" / "LC_MESSAGES" / "kiosk.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(content)
    language.use("en", tmp_path)
    assert language._("Begin") == "Begin"
    assert language.ngettext("{number} vraag", "{number} vragen", 2) == "{number} vragen"
