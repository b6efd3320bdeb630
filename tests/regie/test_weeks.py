"""The numbers on the page: weeks are put together, desks stay apart, and what is unknown is no zero."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ido_regie.dashboard.chart import BASE, charts
from ido_regie.dashboard.heard import last_heard
from ido_regie.dashboard.weeks import EMPTY, SHOWN_WEEKS, Table, week_label, weeks_until
from ido_regie.organisations.enrolment import new_desk
from ido_regie.organisations.models import Desk
from tests.regie.conftest import TODAY, pretend
from tests.regie.desks import week
from tests.regie.world import delivered, desk, location, municipality

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.usefixtures("database")


def newest(asked: date | None = None) -> Table:
    """The table of the municipality of the tests."""
    return weeks_until(municipality(), asked)


def test_without_deliveries_there_is_no_table() -> None:
    desk()
    assert newest() == EMPTY
    assert charts(EMPTY) == []


def test_the_table_ends_with_the_newest_week_and_is_a_quarter_long() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 8, bezoeken=5))
    table = newest()
    assert [row.monday for row in table.weeks] == [MONDAY - timedelta(weeks=back) for back in range(11, -1, -1)]
    assert table.weeks[-1].questions == (8,)
    assert table.weeks[0].questions == (None,)
    assert (table.weeks[-1].total, table.weeks[0].total) == (8, None)
    assert (table.total, table.visits, table.desk_totals) == (8, 5, (8,))
    assert (table.earlier, table.later) == (None, None)


def test_a_week_without_questions_is_a_zero() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 0))
    assert newest().weeks[-1].questions == (0,)


def test_both_parts_of_a_week_over_the_end_of_a_month_are_one_row() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, date(2026, 10, 26), 5, definitief=True), week(sender, date(2026, 11, 1), 2))
    last = newest().weeks[-1]
    assert (last.monday, last.number, last.questions, last.provisional) == (date(2026, 10, 26), 44, (7,), True)


def test_a_week_is_final_once_every_part_is() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 5, definitief=True), week(sender, date(2026, 11, 9), 2))
    assert [row.provisional for row in newest().weeks[-2:]] == [True, False]


def test_desks_stand_side_by_side_in_the_order_of_their_names() -> None:
    north, second, first = desk("Balie 1", location("Noord")), desk("Balie 2"), desk("Balie 1")
    for number, sender in enumerate((north, second, first), start=1):
        delivered(sender, 1, week(sender, MONDAY, number))
    table = newest()
    assert [str(column) for column in table.desks] == ["Balie 1, Centrum", "Balie 2, Centrum", "Balie 1, Noord"]
    assert (table.weeks[-1].questions, table.weeks[-1].total) == ((3, 2, 1), 6)


def test_two_places_of_one_desk_are_added_up() -> None:
    sender = desk()
    elsewhere = replace(sender, place=str(uuid.UUID(int=9)))
    delivered(sender, 1, week(sender, MONDAY, 8), week(elsewhere, MONDAY, 3))
    assert newest().weeks[-1].questions == (11,)


def test_another_municipality_sees_nothing_of_it() -> None:
    other = municipality("Gemeente Anders")
    ours, theirs = desk(), desk("Balie 9", location("Elders", other))
    delivered(ours, 1, week(ours, MONDAY, 8))
    delivered(theirs, 1, week(theirs, MONDAY, 500))
    assert (newest().total, weeks_until(other, None).total) == (8, 500)
    assert [str(row.desk) for row in last_heard(other)] == ["Balie 9, Elders"]


def test_earlier_and_later_weeks_can_be_reached_without_a_gap() -> None:
    sender = desk()
    first = date(2025, 12, 1)
    mondays = [first + timedelta(weeks=number) for number in range(50)]
    delivered(sender, 1, *(week(sender, monday, 1) for monday in mondays))
    seen, asked = [], None
    while True:
        table = newest(asked)
        seen = [row.monday for row in table.weeks] + seen
        if table.earlier is None:
            break
        asked = table.earlier
    assert len(table.weeks) == SHOWN_WEEKS
    assert [monday for monday in seen if monday >= first] == mondays
    forward = [table]
    while (later := forward[-1].later) is not None:
        forward.append(newest(later))
    assert [pages.weeks[-1].monday for pages in forward][-1] == mondays[-1]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [(date(1, 1, 1), MONDAY), (date(9999, 12, 31), MONDAY), (date(2026, 11, 19), MONDAY)],
)
def test_a_day_outside_what_came_in_gives_the_nearest_week(asked: date, shown: date) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 8))
    assert newest(asked).weeks[-1].monday == shown


def test_a_quarter_of_silence_between_two_weeks_is_shown_as_such() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, date(2026, 2, 2), 3), week(sender, MONDAY, 8))
    silent = newest(newest().earlier)
    assert (silent.desks, silent.total, silent.weeks[0].total) == ((), 0, None)
    assert (silent.earlier is None, silent.later) == (False, MONDAY)
    assert charts(silent) == []


@pytest.mark.parametrize(
    ("monday", "words"),
    [
        (date(2026, 11, 16), "16 t/m 22 november 2026"),
        (date(2026, 10, 26), "26 oktober t/m 1 november 2026"),
        (date(2026, 12, 28), "28 december 2026 t/m 3 januari 2027"),
    ],
)
def test_a_week_in_words_says_no_more_than_is_needed(monday: date, words: str) -> None:
    assert week_label(monday) == words


def test_bars_of_all_desks_have_one_scale() -> None:
    quiet, busy = desk("Balie 1"), desk("Balie 2")
    delivered(quiet, 1, week(quiet, MONDAY, 1), week(quiet, date(2026, 11, 9), 0))
    delivered(busy, 1, week(busy, MONDAY, 4))
    low, high = charts(newest())
    assert (low.bars[-1].height * 4, low.bars[-1].top + low.bars[-1].height) == (high.bars[-1].height, BASE)
    assert [(bar.height, bar.number) for bar in low.bars[-3:]] == [(0, None), (0, 0), (28, 1)]
    assert (low.bars[0].left, low.bars[-1].middle) == ("1.00%", "95.83%")


def test_a_chart_says_in_a_sentence_what_it_shows() -> None:
    busy, one, none = desk("Balie 1"), desk("Balie 2"), desk("Balie 3")
    delivered(busy, 1, week(busy, MONDAY, 800), week(busy, date(2026, 11, 9), 1200))
    delivered(one, 1, week(one, MONDAY, 1))
    delivered(none, 1, week(none, MONDAY, 0))
    assert [chart.summary for chart in charts(newest())] == [
        "2.000 vragen in 12 weken. De meeste, 1.200, in week 46 (9 t/m 15 november 2026).",
        "1 vraag in 12 weken. De meeste, 1, in week 47 (16 t/m 22 november 2026).",
        "0 vragen in 12 weken.",
    ]


def test_each_desk_says_when_it_was_last_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, ago in (("Balie 1", 15), ("Balie 2", 14), ("Balie 3", 1), ("Balie 4", 0)):
        pretend(monkeypatch, TODAY - timedelta(days=ago))
        delivered(desk(name), 1)
    desk("Balie 5")
    Desk.objects.filter(id=desk("Balie 6").id).update(revoked_on=TODAY)
    new_desk(location())
    pretend(monkeypatch, TODAY)
    assert [(row.desk.name, row.words, row.is_quiet) for row in last_heard(municipality())] == [
        ("Balie 1", "15 dagen geleden", True),
        ("Balie 2", "14 dagen geleden", False),
        ("Balie 3", "gisteren", False),
        ("Balie 4", "vandaag", False),
        ("Balie 5", "nog niets ontvangen", False),
        ("Balie 7", "nog niet gekoppeld", False),
    ]
