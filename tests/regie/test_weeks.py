"""The numbers on the page: weeks are put together, desks stay apart, and what is unknown is no zero."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db.models import QuerySet

from ido_regie.dashboard.chart import BAR_HEIGHT, LOWEST_BAR, SHORTEST_SCALE, TOP, charts
from ido_regie.dashboard.weeks import EMPTY, SHOWN_WEEKS, Table, week_label, weeks_until
from ido_regie.figures.heard import last_heard
from ido_regie.organisations.enrolment import new_desk
from ido_regie.organisations.models import Desk, Municipality
from tests.regie.conftest import TODAY, pretend
from tests.regie.desks import week
from tests.regie.world import delivered, desk, location, municipality

MONDAY = date(2026, 11, 16)
CUT, REST = date(2026, 10, 26), date(2026, 11, 1)
"""The first days of the two parts of a week over the end of a month: six days and one."""
pytestmark = pytest.mark.usefixtures("database")


def of(place: Municipality) -> "QuerySet[Desk]":
    """The desks of a municipality."""
    return Desk.objects.filter(location__municipality=place)


def newest(asked: date | None = None) -> Table:
    """The table of the municipality of the tests."""
    return weeks_until(of(municipality()), asked)


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
    delivered(sender, 1, week(sender, CUT, 5, definitief=True), week(sender, REST, 2))
    table = newest()
    last = table.weeks[-1]
    assert (last.monday, last.number, last.questions, last.provisional) == (CUT, 44, (7,), True)
    assert (last.days, last.counted, table.last_day, table.has_partial_weeks) == ((7,), "", REST, False)


@pytest.mark.parametrize(("part", "days", "last_day"), [(CUT, 6, date(2026, 10, 31)), (REST, 1, REST)])
def test_half_a_week_says_how_many_days_were_counted(part: date, days: int, last_day: date) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, part, 0, definitief=True))
    table = newest()
    words = f"{days} van 7 dagen geteld"
    assert (table.weeks[-1].counted, table.weeks[-2].counted) == (words, "")
    assert table.weeks[-1].cells == ((0, ""),)  # the row says it; its only cell need not
    assert (table.last_day, table.has_partial_weeks) == (last_day, True)
    (chart,) = charts(table)
    assert [bar.look for bar in chart.bars[-2:]] == ["final", "partial"]
    assert chart.summary == f"0 vragen in 12 weken. Week 44: {words}."


def test_a_week_of_several_desks_is_whole_when_each_that_sent_something_counted_it_whole() -> None:
    whole, half, silent = desk("Balie 1"), desk("Balie 2"), desk("Balie 3")
    delivered(silent, 1, week(silent, date(2026, 10, 19), 1))
    delivered(whole, 1, week(whole, CUT, 5), week(whole, REST, 2))
    assert newest().weeks[-1].counted == ""
    delivered(half, 1, week(half, CUT, 3))
    table = newest()
    assert table.weeks[-1].days == (7, 6, 0)
    assert table.weeks[-1].counted == "niet van elke balie alle dagen geteld"
    assert table.weeks[-1].cells == ((7, ""), (3, "6 van 7 dagen geteld"), (None, ""))
    assert table.last_day == REST
    assert [chart.bars[-1].look for chart in charts(table)] == ["provisional", "partial", "provisional"]
    assert ["van 7 dagen" in chart.summary for chart in charts(table)] == [False, True, False]


def test_desks_that_counted_the_same_days_are_told_so_once() -> None:
    first, second = desk("Balie 1"), desk("Balie 2")
    for sender in (first, second):
        delivered(sender, 1, week(sender, CUT, 5))
    row = newest().weeks[-1]
    assert (row.counted, row.cells) == ("6 van 7 dagen geteld", ((5, ""), (5, "")))


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
    assert (newest().weeks[-1].questions, newest().weeks[-1].days) == ((11,), (7,))


def test_days_at_two_places_of_one_desk_are_not_counted_twice() -> None:
    sender = desk()
    elsewhere = replace(sender, place=str(uuid.UUID(int=9)))
    delivered(sender, 1, week(sender, CUT, 8), week(elsewhere, CUT, 3))
    assert newest().weeks[-1].counted == "6 van 7 dagen geteld"


def test_another_municipality_sees_nothing_of_it() -> None:
    other = municipality("Gemeente Anders")
    ours, theirs = desk(), desk("Balie 9", location("Elders", other))
    delivered(ours, 1, week(ours, MONDAY, 8))
    delivered(theirs, 1, week(theirs, MONDAY, 500))
    assert (newest().total, weeks_until(of(other), None).total) == (8, 500)
    assert [str(row.desk) for row in last_heard(of(other))] == ["Balie 9, Elders"]


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
    assert silent.last_day == silent.weeks[-1].sunday
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


def test_each_desk_has_a_scale_of_its_own() -> None:
    quiet, busy = desk("Balie 1"), desk("Balie 2")
    delivered(quiet, 1, week(quiet, MONDAY, 20), week(quiet, date(2026, 11, 9), 5))
    delivered(busy, 1, week(busy, MONDAY, 80), week(busy, date(2026, 11, 9), 0))
    low, high = charts(newest())
    assert [(bar.height, bar.number) for bar in low.bars[-3:]] == [(0, None), (28, 5), (BAR_HEIGHT, 20)]
    assert [(bar.height, bar.number) for bar in high.bars[-3:]] == [(0, None), (0, 0), (BAR_HEIGHT, 80)]
    assert (low.bars[-1].top, low.bars[-2].top + low.bars[-2].height) == (TOP, low.base)
    assert (low.bars[0].left, low.bars[-1].middle) == ("1.00%", "95.83%")


def test_a_few_questions_do_not_look_like_many() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 2))
    (chart,) = charts(newest())
    assert chart.bars[-1].height == round(BAR_HEIGHT * 2 / SHORTEST_SCALE)


def test_one_question_is_seen_beside_very_many() -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 1), week(sender, date(2026, 11, 9), 9000))
    (chart,) = charts(newest())
    assert (chart.bars[-1].height, chart.bars[-1].top) == (LOWEST_BAR, chart.base - LOWEST_BAR)


@pytest.mark.parametrize(("number", "upright", "room"), [(99, False, 24), (100, True, 34), (1000, True, 54)])
def test_long_numbers_stand_upright_and_get_room(number: int, upright: bool, room: int) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, number))
    (chart,) = charts(newest())
    assert (chart.upright, chart.bars[-1].top, chart.base) == (upright, room, room + BAR_HEIGHT)


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
    assert [(row.desk.name, row.words, row.is_quiet) for row in last_heard(of(municipality()))] == [
        ("Balie 1", "15 dagen geleden", True),
        ("Balie 2", "14 dagen geleden", False),
        ("Balie 3", "gisteren", False),
        ("Balie 4", "vandaag", False),
        ("Balie 5", "nog niets ontvangen", False),
        ("Balie 7", "nog niet gekoppeld", False),
    ]
