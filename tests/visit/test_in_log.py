"""A visit and its questions in the log: its number, what was changed there since, and a month that closed meanwhile."""

from datetime import date
from pathlib import Path

import pytest

from ido_kiosk.questions import service as questions
from ido_kiosk.visit.service import Visit
from tests.store import PLACE, codes
from tests.visit.conftest import TODAY, logged


def test_who_comes_after_an_undo_does_not_become_the_same_visitor(visit: Visit) -> None:
    visit.propose("DGA")
    [entry] = visit.log()
    visit.take_back(entry)
    questions.tally(codes(), TODAY, PLACE)
    visit.log()
    assert [count.visits for count in questions.counts_per_day(TODAY, TODAY)] == [2]


@pytest.mark.parametrize("to_another_day", [False, True])
def test_who_comes_after_a_correction_in_the_log_does_not_become_the_same_visitor(
    visit: Visit, to_another_day: bool
) -> None:
    visit.propose("DGA")
    [entry] = visit.log()
    if to_another_day:
        questions.move(entry.id, date(2026, 11, 25), TODAY)
    else:
        questions.remove(entry.id, TODAY)
    questions.tally(codes(), TODAY, PLACE)
    visit.propose("MAI")
    visit.end()
    assert [count.visits for count in questions.counts_per_day(TODAY, TODAY)] == [2]


def test_a_visit_keeps_its_number_while_one_of_its_questions_is_there(visit: Visit) -> None:
    visit.propose("DGA")
    visit.propose("MAI")
    [entry, _other] = visit.log()
    questions.tally(codes(), TODAY, PLACE)
    visit.take_back(entry)
    visit.log()
    assert [(row.visit, row.topic) for row in logged()] == [(1, "DGA"), (1, "MAI")]


def test_what_was_removed_from_the_log_can_be_logged_again(visit: Visit) -> None:
    visit.propose("DGA")
    [entry] = visit.log()
    before = questions.remove(entry.id, TODAY)
    assert not visit.is_logged("DGA")
    questions.restore(before)
    assert visit.is_logged("DGA")
    questions.remove(entry.id, TODAY)
    assert visit.propose("DGA")
    visit.log()
    assert [row.topic for row in logged()] == ["DGA"]


def test_what_became_another_topic_in_the_log_is_logged_as_that_one(visit: Visit) -> None:
    visit.propose("DGA")
    [entry] = visit.log()
    questions.correct(codes(), entry.id, questions.about(codes(), "MAI", entry.asked), TODAY)
    assert visit.is_logged("MAI")
    assert not visit.propose("MAI")
    assert visit.propose("DGA")


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_a_question_whose_month_closed_meanwhile_counts_today_as_a_visit_of_its_own(
    store: Path, is_confirmed: bool
) -> None:
    """The computer slept, with a visit on its screen, until its month was folded and final."""
    days, woken = [TODAY], date(2026, 12, 9)
    visit = Visit(codes(), PLACE, lambda: days[-1])
    visit.propose("DGA")
    visit.log()
    visit.propose("MAI")
    days.append(woken)
    questions.tally(codes(), woken, PLACE)
    if is_confirmed:
        visit.log()
        visit.take_back(visit.logged[-1])
        visit.log()
        assert visit.is_logged("DGA") and visit.is_logged("MAI")
    else:
        visit.end()
    assert [row.topic for row in logged()] == ["DGA"]
    mails = [row for row in questions.questions_of(PLACE, woken, woken) if row.topic == "MAI"]
    assert [(row.visit, row.to_complete) for row in mails] == [(2, not is_confirmed)]
    waiting = [row.topic for row in questions.to_complete(woken)]
    assert ("MAI" in waiting) is not is_confirmed


def test_the_last_open_day_still_logs_on_the_day_it_was_asked(store: Path) -> None:
    days = [TODAY]
    visit = Visit(codes(), PLACE, lambda: days[-1])
    visit.propose("DGA")
    days.append(date(2026, 12, 7))
    visit.log()
    assert [row.topic for row in logged()] == ["DGA"]
