"""Finding: the right guide first, with typing errors, joined words and everyday words."""

from pathlib import Path

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.finding.service import Entry, entries_of, search
from ido_kiosk.guides.service import load_library
from tests.store import codes


@pytest.fixture
def entries(tmp_path: Path) -> list[Entry]:
    return entries_of(load_library(paths.forms(), tmp_path, "test"), codes(), language.content)


@pytest.mark.parametrize(
    "asked",
    ["digid aanvragen", "digit anvragen", "DigiDaanvragen", "inlogcode overheid", "ik wil digid aanvragen", "digi dee"],
)
def test_the_guide_comes_first(entries: list[Entry], asked: str) -> None:
    assert next((hit.entry.kind, hit.entry.id) for hit in search(entries, asked)) == ("guide", "digid-aanvragen")


@pytest.mark.parametrize(("asked", "topic"), [("huurtoeslag", "THU"), ("bezwaar", "JUR"), ("rijbwijs", "RIJ")])
def test_a_topic_is_found_when_there_is_no_guide(entries: list[Entry], asked: str, topic: str) -> None:
    assert search(entries, asked)[0].entry.id == topic


def test_the_reason_is_shown(entries: list[Entry]) -> None:
    assert search(entries, "inlogcode")[0].reason == "inlogcode overheid"


@pytest.mark.parametrize("asked", ["", "  ", "xqzwv", "?!"])
def test_nothing_fits(entries: list[Entry], asked: str) -> None:
    assert search(entries, asked) == []


def test_dutch_words_find_it_in_english_too(tmp_path: Path) -> None:
    language.use("en", paths.translations())
    english = entries_of(load_library(paths.forms(), tmp_path, "test"), codes(), language.content)
    for asked in ("digid aanvragen", "apply for digid"):
        assert search(english, asked)[0].entry.id == "digid-aanvragen"
