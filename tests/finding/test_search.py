"""Finding: the right guide first, with typing errors, joined words and everyday words."""

from pathlib import Path

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.finding.service import Index, entries_of
from ido_kiosk.guides.service import load_library
from tests.store import codes


@pytest.fixture
def shelf(tmp_path: Path) -> Index:
    return Index(entries_of(load_library(paths.forms(), tmp_path, "test"), codes(), language.content))


@pytest.mark.parametrize(
    "asked",
    ["digid aanvragen", "digit anvragen", "DigiDaanvragen", "inlogcode overheid", "ik wil digid aanvragen", "digi dee"],
)
def test_the_guide_comes_first(shelf: Index, asked: str) -> None:
    assert next((hit.entry.kind, hit.entry.id) for hit in shelf.search(asked)) == ("guide", "digid-aanvragen")


@pytest.mark.parametrize(("asked", "topic"), [("huurtoeslag", "THU"), ("bezwaar", "JUR"), ("rijbwijs", "RIJ")])
def test_a_topic_is_found_when_there_is_no_guide(shelf: Index, asked: str, topic: str) -> None:
    assert shelf.search(asked)[0].entry.id == topic


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ik krijg geen sms", "DGA"),
        ("ik krijg geen smsje", "DGA"),
        ("sms", "DGA"),
        ("wachtwoord vergeten", "DGW"),
        ("ik kan niet inloggen", "DGW"),
        ("toeslach", "TZO"),
        ("belastingaangifte", "AAN"),
        ("brief belasting", "AAS"),
        ("printen", "WFI"),
    ],
)
def test_everyday_words_find_a_topic_near_the_top(shelf: Index, asked: str, expected: str) -> None:
    assert expected in [hit.entry.id for hit in shelf.search(asked)][:4]


def test_the_reason_is_shown(shelf: Index) -> None:
    assert shelf.search("inlogcode")[0].reason == "inlogcode overheid"


@pytest.mark.parametrize("asked", ["", "  ", "xqzwv", "?!"])
def test_nothing_fits(shelf: Index, asked: str) -> None:
    assert shelf.search(asked) == []


def test_dutch_words_find_it_in_english_too(tmp_path: Path) -> None:
    language.use("en", paths.translations())
    english = Index(entries_of(load_library(paths.forms(), tmp_path, "test"), codes(), language.content))
    for asked in ("digid aanvragen", "apply for digid"):
        assert english.search(asked)[0].entry.id == "digid-aanvragen"
