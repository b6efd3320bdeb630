"""Every fixed word on a visitor's paper has words in each language on offer: a Dutch one would make a mixed line."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from ido_kiosk.base import language, paths

KIOSK = Path(__file__).parents[2] / "ido_kiosk"
ON_PAPER = (
    "base/language.py",
    "base/pdf/compose.py",
    "base/pdf/figures.py",
    "base/pdf/sheet.py",
    "finding/printout.py",
    "guides/printout/home.py",
    "guides/printout/long.py",
    "guides/printout/short.py",
    "guides/service/telling.py",
    "letters/service/explaining.py",
    "letters/service/labels.py",
    "letters/service/making.py",
    "questions/printout.py",
    "referrals/printout.py",
)


def fixed_words(files: Sequence[str]) -> Iterator[str]:
    for name in files:
        for node in ast.walk(ast.parse((KIOSK / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                text = node.args[0]
                assert isinstance(text, ast.Constant), f"{name}: words that nobody can translate"
                yield str(text.value)


@pytest.mark.parametrize("code", [code for code in language.NAMES if code != language.SOURCE])
def test_no_fixed_word_on_paper_is_missing(code: str) -> None:
    with (paths.translations() / code / "LC_MESSAGES" / "kiosk.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    assert [text for text in fixed_words(ON_PAPER) if not (found := catalogue.get(text)) or not found.string] == []
