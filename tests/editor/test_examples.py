"""The check of the examples of how people ask: each mistake with its line, and a remedy."""

from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.editor.check import check
from ido_kiosk.finding.content.examples import SIGN, lines_of
from ido_shared.content.problems import Problem

TODAY = date(2026, 11, 26)


def told(forms: Path, *lines: str) -> list[Problem]:
    (forms / "vragen").mkdir()
    (forms / "vragen/nl.txt").write_text("\n".join(["# Kop", "", *lines]), encoding="utf-8")
    _library, problems = check(forms, forms.parent / "translations", TODAY)
    return [problem for problem in problems if problem.code.startswith("VRAAG")]


def test_good_lines_are_fine(forms: Path) -> None:
    assert told(forms, "mijn code doet het niet = gids:voorbeeld", "hoe kom ik erin = gids:voorbeeld") == []


@pytest.mark.parametrize("line", ["code gids:voorbeeld", "code = ", " = gids:voorbeeld", "code: gids:voorbeeld"])
def test_a_line_without_question_or_help_is_told(line: str, forms: Path) -> None:
    (problem,) = told(forms, "goed = gids:voorbeeld", line)
    assert (problem.code, problem.place.file, problem.place.line) == ("VRAAG-601", "forms/vragen/nl.txt", 4)
    assert "gids:huurtoeslag" in problem.remedy


def test_what_is_not_on_the_shelf_is_told_with_what_was_meant(forms: Path) -> None:
    near, far = told(forms, "code = gids:voorbeelt", "huur = boek:iets")
    assert (near.code, near.remedy) == ("VRAAG-602", "Bedoelde u: gids:voorbeeld?")
    assert "spoed, gids, leven" in far.remedy


def test_a_question_that_is_asked_twice_is_told_mildly(forms: Path) -> None:
    (problem,) = told(forms, "Mijn code = gids:voorbeeld", "mijn code = gids:voorbeeld")
    assert (problem.code, problem.weight, problem.place.line) == ("VRAAG-603", "warning", 4)
    assert "regel 3" in problem.cause


def test_no_question_of_a_blind_set_was_learned() -> None:
    files = (Path(__file__).parents[1] / "finding").glob("held_out*.txt")
    blind = {line.partition(SIGN)[0].casefold() for file in files for _number, line in lines_of(file)}
    learned = {
        line.partition(SIGN)[0].casefold()
        for file in (paths.forms() / "vragen").glob("*.txt")
        for _n, line in lines_of(file)
    }
    assert blind
    assert blind & learned == set()
