"""A visit at the desk, by the keyboard, through the real window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.base import database
from ido_kiosk.base.errors import DeskError
from ido_kiosk.questions import service as questions
from ido_kiosk.tour import Player, TourError, settle
from ido_kiosk.window.message import Message
from tests.window.conftest import OpenDesk

TODAY = date(2026, 11, 26)


def logged() -> list[questions.LoggedQuestion]:
    """What was confirmed today, at any place."""
    places = {count.place for count in questions.counts_per_day(TODAY, TODAY)}
    return [row for place in places for row in questions.questions_of(place, TODAY, TODAY) if not row.to_complete]


def topics() -> list[str]:
    return [row.topic for row in logged()]


def message(desk: Desk) -> str:
    [shown] = [part for part in desk.window.findChildren(Message) if part.isVisible()]
    return shown.text()


def go_through(player: Player, guide: str = "digid aanvragen") -> None:
    player.search(guide)
    player.key(Qt.Key.Key_Return)
    player.press("Verder")


def test_looking_up_proposes_nothing(desk: Desk, player: Player) -> None:
    player.search("digid aanvragen")
    player.key(Qt.Key.Key_Return)
    assert desk.parts.visit.proposals == {}


def test_a_visit_with_a_guide_takes_one_key_to_log(desk: Desk, player: Player) -> None:
    go_through(player)
    assert topics() == []
    player.key(Qt.Key.Key_F9)
    assert topics() == ["DGA"]
    assert message(desk) == "Vastgelegd: DigiD aanvragen of activeren"
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_any_topic_takes_four_keys(desk: Desk, player: Player) -> None:
    player.press("Kies een onderwerp")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_4)
    player.key(Qt.Key.Key_F9)
    assert topics() == ["THU"]


def test_a_found_topic_is_proposed(desk: Desk, player: Player) -> None:
    player.search("eHerkenning, NL-wallet, andere inlogmiddelen")
    player.key(Qt.Key.Key_Return)
    assert list(desk.parts.visit.proposals) == ["EHK"]


def test_number_keys_type_a_number_in_the_search_field(desk: Desk, player: Player) -> None:
    player.search("2")
    assert desk.parts.visit.proposals == {}


def test_undo_takes_the_last_one_back_also_from_the_search_field(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F9)
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert topics() == []
    assert message(desk) == "Niet meer vastgelegd: DigiD aanvragen of activeren"
    player.press("Vastleggen")
    assert topics() == ["DGA"]
    player.press("Ongedaan maken")
    assert topics() == []


def test_undo_in_the_search_field_first_undoes_typing(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F9)
    player.search("wif")
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert topics() == ["DGA"]


def test_what_was_no_question_is_left_out(desk: Desk, player: Player) -> None:
    go_through(player)
    player.press("Weglaten: DigiD")
    assert message(desk).startswith("Weggelaten: DigiD")
    player.key(Qt.Key.Key_F9)
    assert topics() == []
    assert message(desk).startswith("Er is niets om vast te leggen.")
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    player.key(Qt.Key.Key_F9)
    assert topics() == ["DGA"]


def test_a_new_visitor_finds_nothing_of_the_last_one(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F9)
    QApplication.clipboard().setText("van de bezoeker")
    player.key(Qt.Key.Key_F12)
    assert QApplication.clipboard().text() == ""
    assert desk.parts.visit.logged == []
    player.search("digid aanvragen")
    player.key(Qt.Key.Key_Return)
    assert player.text_starting("Vooraf")
    player.press("Verder")
    player.key(Qt.Key.Key_F9)
    assert [row.visit for row in logged()] == [1, 2]


def test_what_was_not_logged_waits_and_can_be_logged_later(desk: Desk, player: Player) -> None:
    go_through(player)
    player.press("Nieuwe bezoeker")
    assert topics() == []
    assert "De vraag staat bij Later aanvullen." in message(desk)
    player.press("Later aanvullen: 1 vraag")
    player.press("Vastleggen: DigiD")
    assert topics() == ["DGA"]
    assert player.text_starting("Er wacht niets")


def test_what_waits_can_be_dropped(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F12)
    player.press("Later aanvullen: 1 vraag")
    player.press("Niet vastleggen: DigiD")
    assert (topics(), questions.to_complete(TODAY)) == ([], [])
    assert message(desk).startswith("Niet vastgelegd: DigiD")
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.topic for row in questions.to_complete(TODAY)] == ["DGA"]
    player.key(Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_guide_goes_on_where_this_visit_left_it(desk: Desk, player: Player) -> None:
    go_through(player)
    player.press("Begin")
    player.search("digid aanvragen")
    player.key(Qt.Key.Key_Return)
    assert player.text_starting("Stap 1")


def test_closing_keeps_what_was_not_logged(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    go_through(Player(desk.window))
    desk.window.close()
    desk = open_kiosk()
    assert [row.topic for row in questions.to_complete(TODAY)] == ["DGA"]


def test_a_full_disk_is_told_and_nothing_is_lost(desk: Desk, player: Player) -> None:
    go_through(player)
    (pages,) = database.store.execute_sql("PRAGMA page_count").fetchone()
    database.store.execute_sql(f"PRAGMA max_page_count = {pages}")
    refused = 0
    while refused < 50:  # a row goes to a random page, so one that is refused does not say that all are
        try:
            questions.log_question(desk.parts.codes, "WFI", TODAY, desk.parts.visit.place)
        except DeskError:
            refused += 1
        else:
            refused = 0
    player.key(Qt.Key.Key_F9)
    assert message(desk).startswith("De schijf van deze computer is vol.")
    assert list(desk.parts.visit.proposals) == ["DGA"]
    database.store.execute_sql("PRAGMA max_page_count = 1000000")
    player.key(Qt.Key.Key_F9)
    assert topics()[-1] == "DGA"


def test_the_handout_is_shown_and_escape_goes_back(desk: Desk, player: Player, qtbot: QtBot) -> None:
    from ido_kiosk.qt.preview import PreviewScreen

    go_through(player)
    player.press("Blad voor de bezoeker")
    preview = player.wait_for_part(PreviewScreen)
    assert preview.pdf.startswith(b"%PDF")
    player.key(Qt.Key.Key_Escape)
    assert player.text_starting("Stap 1")


def test_undo_still_works_after_the_visitor_has_left(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F9)
    player.key(Qt.Key.Key_F12)
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert topics() == []
    assert [row.topic for row in questions.to_complete(TODAY)] == ["DGA"]
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert message(desk) == "Er is niets om ongedaan te maken."


def test_a_second_question_on_the_same_topic_asks_for_a_new_visitor(desk: Desk, player: Player) -> None:
    for _time in range(2):
        player.press("Kies een onderwerp")
        player.key(Qt.Key.Key_2)
        player.key(Qt.Key.Key_4)
        player.key(Qt.Key.Key_F9)
    assert topics() == ["THU"]
    player.press("Kies een onderwerp")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_4)
    assert "nieuwe bezoeker" in message(desk)


def test_enter_presses_a_tile(desk: Desk, player: Player) -> None:
    player.button("Kies een onderwerp").setFocus()
    player.key(Qt.Key.Key_Return)
    assert player.text_starting("Waar ging de vraag over?")


def test_a_finished_guide_invites_to_log_with_enter(desk: Desk, player: Player) -> None:
    go_through(player, "digid activeren")
    for _question in range(4):
        player.press("Ja")
    player.press("Klaar")
    settle()
    player.key(Qt.Key.Key_Return)
    assert [(row.topic, row.result) for row in logged()] == [("DGA", "OPG")]


def test_an_outcome_without_success_is_not_logged_as_success(desk: Desk, player: Player) -> None:
    go_through(player, "digid activeren")
    for _question in range(3):
        player.press("Ja")
    player.press("Nee, de code werkt niet")
    player.key(Qt.Key.Key_F9)
    assert [row.result for row in logged()] == ["NIE"]


def test_an_undo_never_reaches_the_last_visitor_while_this_one_is_helped(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F9)
    player.key(Qt.Key.Key_F12)
    assert player.button("Ongedaan maken (Ctrl+Z)")
    player.press("Kies een onderwerp")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_4)
    with pytest.raises(TourError):
        player.button("Ongedaan maken (Ctrl+Z)")
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert topics() == ["DGA"]
    assert message(desk) == "Er is niets om ongedaan te maken."


def test_opening_a_logged_guide_again_asks_for_a_new_visitor(desk: Desk, player: Player) -> None:
    go_through(player)
    player.key(Qt.Key.Key_F9)
    player.search("digid aanvragen")
    player.key(Qt.Key.Key_Return)
    assert "nieuwe bezoeker" in message(desk)
    player.press("Ja, ik heb de brief")
    player.press("Klaar")
    assert not player.text_starting("Klaar? Leg de vraag nu vast")


def test_the_focus_stays_with_the_work_after_a_button_of_the_panel(desk: Desk, player: Player) -> None:
    go_through(player)
    player.press("Weglaten: DigiD")
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Antwoorden"
