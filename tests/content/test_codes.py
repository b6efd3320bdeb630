"""The code lists of the log: what ships is whole, and every label can be said in another language."""

from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_shared.content.codes import Codes, load_codes
from ido_shared.content.problems import ContentError


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> Codes:
    return load_codes(paths.forms(), tmp_path_factory.mktemp("cache"), "test")


def test_what_ships_is_whole(codes: Codes) -> None:
    assert len(codes.topics) >= 51
    assert [theme.key for theme in codes.themes.values()] == list(range(1, 10))
    assert sum(len(codes.topics_of(theme)) for theme in codes.themes) == len(codes.topics)
    assert {help_.function for help_ in codes.help.values()} == set("abcde")
    assert [code for code, result in codes.results.items() if result.asks_signal] == ["DEE", "DVW", "GRE", "NIE"]
    assert codes.referrals["GPA"] == "Geen passende plek"


def test_a_topic_brings_its_defaults(codes: Codes) -> None:
    topic = codes.topics["DGA"]
    assert (topic.label, topic.theme, topic.kind) == ("DigiD aanvragen of activeren", "INL", "DO")
    assert (topic.organisation, topic.help) == ("DIGID", "MEE")
    assert codes.topics_of("INL")[0] == topic


def test_topics_have_the_words_that_people_say(codes: Codes) -> None:
    assert "ik krijg geen sms" in codes.search_words["DGA"]
    assert codes.topics.keys() - codes.search_words.keys() == {"XXX"}
    for words in codes.search_words.values():
        assert len(set(words)) == len(words)
        assert all(word == word.casefold() for word in words)


def test_labels_are_said_by_their_stable_path(codes: Codes) -> None:
    assert codes.say("onderwerpen", "DGA", lambda context, dutch: f"{context}|{dutch}") == (
        "registratie/onderwerpen/DGA|DigiD aanvragen of activeren"
    )
    assert codes.say("kanalen", "WEG", lambda _context, dutch: dutch) == "WEG"
    contexts = [wording.context for wording in codes.wordings()]
    assert len(contexts) == len(set(contexts)) > 100


def test_no_code_is_used_twice_and_all_are_capitals(codes: Codes) -> None:
    for entries in codes.lists().values():
        assert all(code.isalpha() and code.isupper() and 2 <= len(code) <= 5 for code in entries)
    assert all(wording.dutch for wording in codes.wordings())


def test_a_folder_without_lists_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"registratie\.yaml.*LEES-101"):
        load_codes(tmp_path, tmp_path / "cache", "1")
