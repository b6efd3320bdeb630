"""One visit: what it proposes, logs, takes back and forgets."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from ido_kiosk.base import database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.questions import service as questions
from ido_kiosk.visit.service import Visit
from tests.store import PLACE, codes
from tests.visit.conftest import TODAY, logged


def test_what_is_done_proposes_one_question_a_topic(visit: Visit) -> None:
    visit.propose("DGA")
    visit.propose("DGA", "PRT")
    visit.propose("DGA", "PRT")
    visit.propose("MAI")
    assert [(asked.topic, asked.helped) for asked in visit.proposals.values()] == [
        ("DGA", ("MEE", "PRT")),
        ("MAI", ("APP",)),
    ]


def test_the_last_result_that_is_known_is_proposed(visit: Visit) -> None:
    visit.propose("DGA")
    visit.end_as("DGA", "WAC")
    visit.propose("DGA", "PRT")
    visit.log()
    assert [row.result for row in logged()] == ["WAC"]


def test_what_was_said_of_a_question_stays_when_more_is_done(visit: Visit) -> None:
    visit.propose("DGA")
    said = questions.with_referral(visit.proposals["DGA"], "SRL", "JA")
    visit.change(msgspec.structs.replace(said, channel="TEL", signals=("DIG",)))
    visit.propose("DGA", "PRT")
    visit.log()
    [row] = logged()
    assert (row.referrals, row.warm, row.channel, row.signals) == (("SRL",), "JA", "TEL", ("DIG",))
    assert set(row.helped) == {"MEE", "DVW", "PRT"}


def test_nothing_is_written_before_it_is_confirmed(visit: Visit) -> None:
    visit.propose("DGA")
    assert logged() == []


def test_one_confirmation_logs_the_whole_visit_under_one_number(visit: Visit) -> None:
    visit.propose("DGA", "PRT")
    visit.propose("MAI")
    visit.log()
    visit.propose("WFI")
    visit.log()
    rows = logged()
    assert [(row.visit, row.topic, row.helped) for row in rows] == [
        (1, "DGA", ("MEE", "PRT")),
        (1, "MAI", ("APP",)),
        (1, "WFI", ("MEE",)),
    ]
    assert visit.proposals == {}


def test_what_was_logged_is_not_proposed_again(visit: Visit) -> None:
    assert visit.propose("DGA")
    visit.log()
    assert not visit.propose("DGA")
    assert visit.proposals == {}


def test_taking_back_proposes_it_again_with_all_that_was_done(visit: Visit) -> None:
    visit.propose("DGA", "PRT")
    visit.end_as("DGA", "WAC")
    [entry] = visit.log()
    visit.take_back(entry)
    assert logged() == []
    assert visit.proposals == {"DGA": entry.asked}
    visit.log()
    assert [(row.helped, row.result) for row in logged()] == [(("MEE", "PRT"), "WAC")]


def test_taking_back_after_the_visitor_left_lets_it_wait(visit: Visit) -> None:
    visit.propose("DGA", "PRT")
    visit.end_as("DGA", "WAC")
    [entry] = visit.log()
    visit.end()
    visit.take_back(entry)
    visit.take_back(entry)
    assert visit.proposals == {}
    [row] = questions.to_complete(TODAY)
    assert (row.topic, row.helped, row.result) == ("DGA", ("MEE", "PRT"), "WAC")
    assert (row.id, row.visit, row.day) == (entry.id, 1, TODAY)


def test_the_next_visitor_gets_a_clean_visit_and_a_new_number(visit: Visit) -> None:
    visit.propose("DGA")
    visit.log()
    visit.end()
    assert (visit.proposals, visit.logged) == ({}, [])
    visit.propose("DGA")
    visit.log()
    assert [row.visit for row in logged()] == [1, 2]


def test_a_wiped_visit_keeps_its_codes_for_later(visit: Visit) -> None:
    visit.propose("DGA")
    visit.log()
    visit.propose("MAI")
    visit.end()
    [row] = questions.to_complete(TODAY)
    questions.correct(codes(), row.id, questions.completed(row.asked), TODAY)
    assert [(row.visit, row.topic) for row in logged()] == [(1, "DGA"), (1, "MAI")]


def test_what_is_left_out_is_not_logged(visit: Visit) -> None:
    visit.propose("DGA", "PRT")
    asked = visit.leave_out("DGA")
    assert visit.log() == []
    visit.bring_back(asked)
    assert visit.proposals == {"DGA": asked}
    visit.leave_out("DGA")
    visit.end()
    assert questions.to_complete(TODAY) == []


def test_a_question_that_cannot_be_written_stays_proposed(visit: Visit) -> None:
    visit.propose("DGA", "NEE")
    with pytest.raises(DeskError):
        visit.log()
    assert list(visit.proposals) == ["DGA"]


def test_another_day_is_another_visit(store: Path) -> None:
    days = [TODAY]
    visit = Visit(codes(), PLACE, lambda: days[-1])
    visit.propose("DGA")
    days.append(date(2026, 11, 27))
    visit.propose("MAI")
    visit.log()
    assert [row.topic for row in logged(days[-1])] == ["MAI"]
    [waits] = questions.to_complete(TODAY)
    assert (waits.day, waits.topic) == (TODAY, "DGA")


def test_a_question_is_logged_on_the_day_it_was_asked(store: Path) -> None:
    days = [TODAY]
    visit = Visit(codes(), PLACE, lambda: days[-1])
    visit.propose("DGA")
    days.append(date(2026, 11, 27))
    visit.log()
    assert len(logged()) == 1


def test_the_outcome_follows_the_guide_back(visit: Visit) -> None:
    visit.propose("DGA")
    visit.end_as("DGA", "DVW")
    visit.end_as("DGA", "")
    assert visit.proposals["DGA"].result == "OPG"
    visit.leave_out("DGA")
    visit.end_as("DGA", "DVW")
    assert visit.proposals == {}


def test_what_was_proposed_since_is_not_overwritten_by_what_was_left_out(visit: Visit) -> None:
    visit.propose("DGA")
    asked = visit.leave_out("DGA")
    visit.propose("DGA", "PRT")
    visit.bring_back(asked)
    assert visit.proposals["DGA"].helped == ("MEE", "PRT")


def test_a_failed_print_is_no_help(visit: Visit) -> None:
    visit.propose("DGA", "PRT")
    visit.withdraw("DGA", "PRT")
    visit.withdraw("MAI", "PRT")
    assert [(asked.topic, asked.helped) for asked in visit.proposals.values()] == [("DGA", ("MEE",))]


def test_a_visit_is_logged_whole_or_not_at_all(visit: Visit) -> None:
    visit.propose("MAI")
    visit.propose("DGA", "NEE")
    with pytest.raises(DeskError):
        visit.log()
    assert logged() == []
    assert (list(visit.proposals), visit.logged) == (["MAI", "DGA"], [])


def test_a_question_that_cannot_wait_stays_logged(visit: Visit) -> None:
    visit.propose("DGA")
    [entry] = visit.log()
    visit.end()
    database.store.execute_sql("CREATE TEMP TRIGGER vol BEFORE INSERT ON question BEGIN SELECT RAISE(FAIL, 'vol'); END")
    with pytest.raises(Exception, match="vol"):
        visit.take_back(entry)
    assert [row.topic for row in logged()] == ["DGA"]
    assert questions.to_complete(TODAY) == []
