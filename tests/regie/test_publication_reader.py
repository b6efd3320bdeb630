"""What someone can work out with pen and paper from published numbers, who knows only how they were made."""

import pytest
from django.test import Client

from ido_regie.figures.periods import period
from ido_regie.publication.draft import REST, TOTAL
from ido_regie.publication.models import Publication
from ido_regie.publication.service import RefusedError, publish
from ido_shared import counts
from tests.regie.desks import TestDesk, week
from tests.regie.test_figures import cell, sent
from tests.regie.test_publication import JULY, SEPTEMBER_ENDS
from tests.regie.world import desk, municipality

SMALLEST, WIDE = 10, 5
"""No shown number is smaller; between fewer than so many possibilities a hidden number is not hidden."""


def third_quarter(sender: TestDesk, questions: int, *cells: counts.Cell) -> None:
    """All that a desk says of the third quarter: so many questions, in these cells."""
    weeks = [week(sender, JULY, questions, definitief=True), week(sender, SEPTEMBER_ENDS, 0, definitief=True)]
    sent(sender, 1, weeks, *cells)


def results(sender: TestDesk, when: str, **numbers: int) -> list[counts.Cell]:
    """How questions of a period ended."""
    return [cell(sender, counts.RESULT, when, code, number) for code, number in numbers.items()]


def told(client: Client, made: Publication) -> dict[tuple[str, str], int | None]:
    """The open numbers by view and code, as everyone can fetch them."""
    numbers = client.get(f"/v1/publicaties/{made.pk}").json()["cellen"]
    return {(one["indeling"], one["code"]): one["aantal"] for one in numbers}


def left_for_hidden(told: dict[tuple[str, str], int | None], view: str) -> int:
    """How much the hidden numbers of a view can be together at most: the highest total less what is surely shown."""
    shown = [value for (of, _), value in told.items() if of == view and value is not None]
    return (told[TOTAL, ""] or 0) + 2 - sum(max(SMALLEST, value - 2) for value in shown)


def test_a_reader_who_knows_that_no_shown_number_is_under_ten_works_nothing_out(client: Client) -> None:
    sender = desk()
    third_quarter(sender, 61, *results(sender, "2026-07", OPG=40, DEE=10, DVW=10))
    numbers = told(client, publish(municipality(), period("2026-K3"), "anna"))
    assert numbers[counts.RESULT, REST] is None  # 1 question
    for view in ("thema", counts.RESULT, counts.ORGANISATION, counts.CHANNEL):
        assert left_for_hidden(numbers, view) >= WIDE, view
    assert [value for (view, _), value in numbers.items() if view == counts.RESULT and value] == [10, 10]


def test_where_tens_fill_the_total_nothing_hides_the_last_question(database: None) -> None:
    sender = desk()
    third_quarter(sender, 31, *results(sender, "2026-07", OPG=10, DEE=10, DVW=10))
    with pytest.raises(RefusedError, match="terug te rekenen"):
        publish(municipality(), period("2026-K3"), "anna")
