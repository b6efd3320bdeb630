"""What search learns from examples of how people ask, and how the files with them are read."""

from pathlib import Path

import pytest

from ido_kiosk.base import language, paths
from ido_kiosk.finding.content.examples import KINDS, example_of
from ido_kiosk.finding.service import Entry, Example, Index, Spoken, load_examples
from ido_shared.content.wording import Wording


def entry(id_: str, title: str) -> Entry:
    return Entry("guide", id_, Wording("", title))


def said(_context: str, text: str) -> str:
    return text


def in_polish(_context: str, text: str) -> str:
    return {"Huurtoeslag": "Dopłata do czynszu"}.get(text, text)


def dutch(line: str) -> list[Spoken]:
    return [Spoken("nl", said, [example_of(line)])]


RENT, CARE = entry("huur", "Huurtoeslag"), entry("zorg", "Zorgtoeslag")
OTHERS = [entry(f"ander-{number}", f"Iets anders {number}") for number in range(8)]


def found(asked: str, *examples: str, **more: list[str]) -> list[str]:
    own = [example_of(line) for line in examples]
    polish = [example_of(line) for line in more.get("polish", [])]
    index = Index([RENT, CARE, *OTHERS], [Spoken("nl", said, own), Spoken("pl", in_polish, polish)])
    return [hit.entry.id for hit in index.search(asked)]


def test_a_word_that_no_text_has_is_learned() -> None:
    assert found("ziekenfonds") == []
    assert found("ziekenfonds", "ziekenfonds is zo duur = gids:zorg") == ["zorg"]


def test_it_is_learned_however_it_is_written() -> None:
    assert found("ziekefondsen zijn duur", "ziekenfonds is zo duur = gids:zorg") == ["zorg"]


def test_a_word_asked_of_many_says_less_than_one_asked_of_one() -> None:
    examples = ["flatje te duur = gids:huur", "dokter te duur = gids:zorg", "pillen te duur = gids:zorg"]
    assert found("flatje duur", *examples)[0] == "huur"


def test_two_words_in_a_row_tell_more_than_apart() -> None:
    examples = ["kan het niet betalen elke maand = gids:zorg", "maand niet gekregen, betalen kan het elke = gids:huur"]
    assert found("elke maand", *examples)[0] == "zorg"


def test_what_is_learned_in_a_language_counts_in_that_language() -> None:
    learned = ["za drogo mieszkam = gids:huur"]
    assert found("mieszkam", polish=learned) == ["huur"]
    assert found("mieszkam", "za drogo = gids:huur") == []


def test_the_title_is_the_reason_when_only_experience_leads_there() -> None:
    (hit,) = Index([CARE, *OTHERS], dutch("ziekenfonds = gids:zorg")).search("ziekenfonds")
    assert hit.reason == CARE.title


def test_a_misspelt_word_of_an_example_is_never_suggested() -> None:
    index = Index([RENT, *OTHERS], dutch("huurtoeslachh = gids:huur"))
    assert index.suggestions("huurtoeslach") == ["huurtoeslag"]


def test_what_is_not_on_the_shelf_helps_nobody() -> None:
    assert found("ziekenfonds", "ziekenfonds = gids:weg") == []


@pytest.mark.parametrize("line", ["", "huur", "huur = ", "huur = huurtoeslag", "huur = boek:huur", "huur: gids:huur"])
def test_a_line_that_says_nothing_helps_nobody(line: str) -> None:
    assert example_of(line).good == ()


def test_a_file_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "vragen").mkdir()
    lines = ["# Kop", "", "wat = niets", "huur te hoog = gids:huurtoeslag onderwerp:THU", "caf\xe9 = gids:zorgtoeslag"]
    (tmp_path / "vragen/nl.txt").write_bytes("\r\n".join(lines).encode("latin-1"))
    first, second = load_examples(tmp_path, "nl")
    assert first == Example("huur te hoog", (("guide", "huurtoeslag"), ("topic", "THU")))
    assert second.good == (("guide", "zorgtoeslag"),)
    assert load_examples(tmp_path, "xx") == []


@pytest.mark.parametrize("code", list(language.NAMES))
def test_every_language_has_examples_of_every_guide(code: str) -> None:
    examples = load_examples(paths.forms(), code)
    helped = {id_ for example in examples for kind, id_ in example.good if kind == "guide"}
    assert helped >= {file.stem for file in (paths.forms() / "gidsen").glob("*.yaml")}
    assert {kind for example in examples for kind, _id in example.good} <= set(KINDS.values())
