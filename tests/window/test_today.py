"""What a desk asks once a day: where it stands, and what yesterday was."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.base import clock
from ido_kiosk.base.locations import Locations, Place, place_of
from ido_kiosk.questions import service as questions
from ido_kiosk.tour import Player, settle
from tests.window.conftest import OpenDesk

TODAY, YESTERDAY, SUNDAY = date(2026, 11, 26), date(2026, 11, 25), date(2026, 11, 22)
HOUSE = "22222222-2222-4222-8222-222222222222"


def player_of(desk: Desk) -> Player:
    """Plays a desk that has just been opened."""
    settle()
    return Player(desk.window)


def log_on(desk: Desk, day: date) -> None:
    questions.log_question(desk.parts.codes, "DGA", day, desk.parts.visit.place)


@pytest.mark.parametrize(
    ("answer", "state"),
    [("Open, maar geen vragen", "NUL"), ("Gesloten", "DIC"), ("Niet bemand", "NBM"), ("Weet ik niet", "WNT")],
)
def test_the_morning_after_asks_what_a_day_without_questions_was(open_kiosk: OpenDesk, answer: str, state: str) -> None:
    desk = open_kiosk()
    log_on(desk, date(2026, 11, 24))
    desk = open_kiosk()
    player = player_of(desk)
    assert player.text_starting("gisteren, 25 november 2026: er is niets vastgelegd. Klopt dat?")
    player.press(answer)
    assert questions.day_states(desk.parts.visit.place, YESTERDAY, YESTERDAY) == {YESTERDAY: state}
    assert player.text_starting("Waar kunnen we mee helpen?")
    desk = open_kiosk()
    assert player_of(desk).text_starting("Waar kunnen we mee helpen?")
    assert desk.window._screens.log.screens.open_days() == ([YESTERDAY] if state == "WNT" else [])


def test_who_has_questions_to_add_adds_them_on_that_day(open_kiosk: OpenDesk) -> None:
    log_on(open_kiosk(), date(2026, 11, 24))
    desk = open_kiosk()
    player = player_of(desk)
    player.key(Qt.Key.Key_2)
    player.press("Vraag toevoegen op deze dag")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_4)
    added = questions.questions_of(desk.parts.visit.place, YESTERDAY, YESTERDAY)
    assert [row.topic for row in added] == ["THU"]


def test_only_days_on_which_the_desk_is_open_are_asked_about(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    here = Place(place_of(desk.settings), "Centrum", hours="ma-di 9.00-17.00")
    desk.settings.save(Locations("Bibliotheek", (here,)))
    log_on(desk, date(2026, 11, 19))
    log_on(desk, date(2026, 11, 24))
    desk = open_kiosk()
    player = player_of(desk)
    assert player.text_starting("23 november 2026: er is niets vastgelegd.")
    assert desk.window._screens.log.screens.open_days() == [date(2026, 11, 23)]


def test_a_question_that_is_left_open_waits_in_a_list(open_kiosk: OpenDesk) -> None:
    log_on(open_kiosk(), date(2026, 11, 23))
    desk = open_kiosk()
    player = player_of(desk)
    player.key(Qt.Key.Key_Escape)
    player.key(Qt.Key.Key_F11)
    player.press("Dagen zonder antwoord: 2")
    player.key(Qt.Key.Key_2)
    assert player.text_starting("24 november 2026: er is niets vastgelegd.")
    player.press("Niet bemand")
    assert desk.window._screens.log.screens.open_days() == [YESTERDAY]


def test_several_days_without_questions_are_offered_as_a_list(open_kiosk: OpenDesk) -> None:
    log_on(open_kiosk(), date(2026, 11, 23))
    desk = open_kiosk()
    player = player_of(desk)
    assert player.text_starting("Dagen zonder antwoord")
    player.key(Qt.Key.Key_2)
    player.press("Gesloten")
    assert player.text_starting("Dagen zonder antwoord"), "the other day waits in sight"
    player.key(Qt.Key.Key_1)
    player.press("Open, maar geen vragen")
    said = questions.day_states(desk.parts.visit.place, date(2026, 11, 24), YESTERDAY)
    assert said == {date(2026, 11, 24): "DIC", YESTERDAY: "NUL"}
    assert player.text_starting("Van elke dag is bekend wat het was.")


def test_a_new_desk_is_asked_nothing(desk: Desk, player: Player) -> None:
    assert player.text_starting("Waar kunnen we mee helpen?")


def test_a_desk_with_more_locations_asks_once_a_day_where_it_stands(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    here = Place(place_of(desk.settings), "Centrum")
    desk.settings.save(Locations("Bibliotheek", (here, Place(HOUSE, "Buurthuis"))))
    desk = open_kiosk()
    player = player_of(desk)
    assert player.text_starting("Waar zit u vandaag?")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_F4)
    assert [row.place for row in questions.questions_of(HOUSE, TODAY, TODAY)] == [HOUSE]
    desk = open_kiosk()
    player = player_of(desk)
    assert player.text_starting("Waar kunnen we mee helpen?")
    assert desk.parts.visit.place == HOUSE
    clock.pretend(date(2026, 11, 27))
    player.key(Qt.Key.Key_F12)
    assert player.text_starting("Waar zit u vandaag?")


def test_a_desk_that_stays_open_overnight_asks_before_its_first_visitor(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk()
    here = Place(place_of(desk.settings), "Centrum")
    desk.settings.save(Locations("Bibliotheek", (here, Place(HOUSE, "Buurthuis"))))
    desk = open_kiosk()
    player = player_of(desk)
    player.key(Qt.Key.Key_2)
    today = desk.window._log_actions._today
    tick = today.findChild(QTimer)
    tick.setInterval(10)
    desk.parts.visit.propose("DGA")
    clock.pretend(date(2026, 11, 27))
    with qtbot.waitSignal(tick.timeout):
        pass
    assert player.text_starting("Waar kunnen we mee helpen?"), "someone is being helped"
    desk.parts.visit.leave_out("DGA")
    qtbot.waitUntil(lambda: bool(player.text_starting("Waar zit u vandaag?")))
