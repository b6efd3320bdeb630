"""The logbook (F11): what was logged is put right, each change with its undo, and what counts is agreed on."""

from datetime import date

from PySide6.QtCore import Qt

from ido_kiosk.app import Desk
from ido_kiosk.questions import service as questions
from ido_kiosk.questions.service import Asked
from ido_kiosk.tour import Player
from tests.window.test_log_keys import TODAY, K, press, whole_log
from tests.window.test_visit import message


def test_what_was_logged_is_corrected_moved_and_removed_and_each_is_undone(desk: Desk, player: Player) -> None:
    questions.log_questions(desk.parts.codes, [Asked("DGA")], TODAY, desk.parts.visit.place)
    was = whole_log(desk)

    def undone() -> bool:
        player.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return whole_log(desk) == was

    press(player, K.Key_F11, K.Key_1, K.Key_7, K.Key_1)
    assert [(row.result, row.signals) for row in whole_log(desk)] == [("NIE", ("DIG",))]
    assert undone() is False  # the signal was said after the result: that is undone first
    assert undone()
    press(player, K.Key_1)
    player.press("Andere dag")
    press(player, K.Key_3)
    assert [row.day for row in whole_log(desk)] == [date(2026, 11, 24)]
    assert undone()
    press(player, K.Key_1)
    player.press("Weghalen")
    assert whole_log(desk) == []
    assert undone()


def test_one_question_is_added_to_an_earlier_day_and_the_next_is_of_today(desk: Desk, player: Player) -> None:
    press(player, K.Key_F11)
    player.press("Een dag terug")
    player.press("Vraag toevoegen op deze dag")
    press(player, K.Key_2, K.Key_4)
    assert [(row.day, row.topic) for row in whole_log(desk)] == [(date(2026, 11, 25), "THU")]
    assert player.text_starting("Vastgelegd: gisteren")
    press(player, K.Key_F2, K.Key_2, K.Key_4, K.Key_F9)
    assert [row.day for row in whole_log(desk)] == [date(2026, 11, 25), TODAY]


def test_a_closed_month_is_shown_and_refused_with_the_reason(desk: Desk, player: Player) -> None:
    questions.log_question(desk.parts.codes, "DGA", date(2026, 10, 31), desk.parts.visit.place)
    press(player, K.Key_F11)
    for _day in range(26):
        player.press("Een dag terug")
    assert player.text_starting("Deze maand is afgesloten.")
    player.press("Bezoeker 1: DigiD")
    assert message(desk).startswith("Deze maand is al afgesloten.")
    assert [row.topic for row in whole_log(desk)] == ["DGA"]


def test_a_day_without_questions_says_what_it_was(desk: Desk, player: Player) -> None:
    press(player, K.Key_F11)
    player.press("Een dag terug")
    player.press("Zeggen wat deze dag was")
    player.press("Niet bemand")
    yesterday = date(2026, 11, 25)
    assert questions.day_states(desk.parts.visit.place, yesterday, yesterday) == {yesterday: "NBM"}
    assert player.text_starting("Er is op deze dag niets vastgelegd. Deze dag: Niet bemand.")
    player.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert questions.day_states(desk.parts.visit.place, yesterday, yesterday) == {}


def test_what_counts_is_shown_as_the_agreement_of_this_library(desk: Desk, player: Player) -> None:
    press(player, K.Key_F11)
    player.press("Telt dit mee?")
    assert player.text_starting("Afspraak van deze bibliotheek.")
    press(player, K.Key_1, K.Key_1)
    assert desk.parts.counting.cases[0].telt_mee == "ja"
    assert player.button("U beantwoordt een vraag in het voorbijgaan, zonder computer. Telt mee.")
    desk.parts.pin.set("4711", "4711")
    press(player, K.Key_F12, K.Key_F11)
    player.press("Telt dit mee?")
    press(player, K.Key_1)
    assert player.text_starting("Pincode")
