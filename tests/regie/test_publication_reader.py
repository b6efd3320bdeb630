"""What someone can work out with pen and paper from published numbers, who knows only how they were made."""

from datetime import date

import pytest
from django.test import Client

from ido_regie.figures.periods import period
from ido_regie.publication.contents import REST, THEME, TOTAL
from ido_regie.publication.models import Publication, PublishedCell
from ido_regie.publication.service import RefusedError, publish
from ido_shared import counts
from tests.regie.conftest import pretend
from tests.regie.desks import TestDesk, week
from tests.regie.test_figures import cell, sent
from tests.regie.test_pages import page
from tests.regie.test_publication import JULY, SEPTEMBER_ENDS
from tests.regie.world import desk, log_in, municipality

JUNE_ENDS, DECEMBER_ENDS = date(2026, 6, 29), date(2026, 12, 28)
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


def test_a_year_is_audited_with_what_each_published_quarter_adds_up_to(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = desk()
    spring = [week(sender, date(2026, 4, 6), 28, definitief=True), week(sender, JUNE_ENDS, 0, definitief=True)]
    sent(sender, 1, spring, *results(sender, "2026-04", OPG=14, DEE=13))
    summer = [week(sender, JULY, 23, definitief=True), week(sender, SEPTEMBER_ENDS, 0, definitief=True)]
    sent(sender, 2, summer, *results(sender, "2026-07", OPG=15, DEE=8))
    second, third = (told(client, publish(municipality(), period(when), "anna")) for when in ("2026-K2", "2026-K3"))
    assert (second[TOTAL, ""], second[counts.RESULT, "OPG"], second[counts.RESULT, "DEE"]) == (30, 15, 15)
    assert (third[TOTAL, ""], left_for_hidden(second, counts.RESULT)) == (25, 6)
    sent(sender, 3, [week(sender, DECEMBER_ENDS, 0, definitief=True)])
    pretend(monkeypatch, date(2027, 2, 1))
    # A year of 51 is told as 50, at most 52; less at least 23 in the third quarter leaves the second at most 29. Of
    # these at least 13 and 13 are shown: what is hidden of the second would be 3 at most.
    with pytest.raises(RefusedError, match=r"terug te rekenen \(resultaat, 2026-K2\)"):
        publish(municipality(), period("2026"), "anna")


def test_counts_that_do_not_fit_each_other_are_refused_in_words(client: Client) -> None:
    sender = desk()
    third_quarter(sender, 15, *results(sender, "2026-07", OPG=22))  # the other weeks are still under way
    log_in(client)
    assert "De tellingen passen niet bij elkaar" in page(client, "/publicaties/nieuw?periode=2026-K3")
    refused = client.post("/publicaties/nieuw?periode=2026-K3")
    assert "Misschien is er nog een levering onderweg" in refused.content.decode()
    assert (refused.status_code, Publication.objects.count()) == (200, 0)


def test_a_topic_that_moved_to_another_theme_does_not_stop_a_year(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = desk()
    third_quarter(
        sender, 90, cell(sender, counts.TOPIC, "2026-07", "DGA", 40), cell(sender, counts.TOPIC, "2026-07", "BOE", 30)
    )
    made = publish(municipality(), period("2026-K3"), "anna")
    # In older lists both were of the theme Inloggen; it had 70 questions, and is told as 70 for ever.
    PublishedCell.objects.filter(publication=made, view=THEME, code="INL").update(value=70, exact=70)
    sent(sender, 2, [week(sender, DECEMBER_ENDS, 0, definitief=True)])
    pretend(monkeypatch, date(2027, 2, 1))
    log_in(client)
    assert "De controle is goed" in page(client, "/publicaties/nieuw?periode=2026")
