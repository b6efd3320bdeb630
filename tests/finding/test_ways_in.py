"""The ways in besides search, through the real window: themes, life events, organisations, Spoed, favourites."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk, Options, make_application, open_desk
from ido_kiosk.finding.screen import StartScreen
from ido_kiosk.finding.service import Favourites
from ido_kiosk.qt import theme
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.qt.wrapping_button import WrappingButton
from ido_kiosk.tour import Player, settle, wait_for
from tests.shelf import share_cache


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(Options(data=share_cache(tmp_path / "balie")), make_application())
    made.window.resize(1280, 800)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.open_store()
    settle()
    yield made
    made.window.hide()
    made.window.deleteLater()
    made.close()
    theme.apply(qapp, "light", 100)


@pytest.fixture
def player(desk: Desk) -> Player:
    return Player(desk.window)


def test_two_taps_lead_to_the_number(desk: Desk, player: Player) -> None:
    player.press("Spoed")
    player.press("Ik ben opgelicht")
    assert player.text_starting(desk.parts.library.facts["digid_telefoon"].value)
    assert not desk.parts.visit.proposals


def test_a_number_key_acts_in_a_list_and_not_in_the_search_field(player: Player) -> None:
    player.search("1")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    player.key(Qt.Key.Key_Escape)
    player.press("Thema's")
    player.key(Qt.Key.Key_1)
    assert player.text_starting("Inloggen")
    player.key(Qt.Key.Key_1)
    assert player.text_starting("DigiD aanvragen")


def test_a_number_key_opens_a_result_once_the_results_have_the_focus(desk: Desk, player: Player) -> None:
    player.search("digid 2")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "digid 2"
    player.key(Qt.Key.Key_Down)
    shown = [part for part in desk.window.findChildren(WrappingButton, "result") if part.isVisible()]
    assert [part.words()[:4] for part in shown] == [f"{number}   " for number in range(1, len(shown) + 1)]
    second = shown[1].accessibleName().split(",")[0]
    player.key(Qt.Key.Key_9)
    assert QApplication.focusWidget() is shown[0]
    player.key(Qt.Key.Key_Tab)  # also from a star
    player.key(Qt.Key.Key_2)
    assert player.text_starting(second)


def test_a_number_key_takes_a_suggestion(player: Player) -> None:
    player.search("gemnte")
    player.key(Qt.Key.Key_Down)
    player.key(Qt.Key.Key_1)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "gemeente"


def test_escape_goes_back_step_by_step(player: Player) -> None:
    player.press("Thema's")
    player.key(Qt.Key.Key_1)
    player.key(Qt.Key.Key_Escape)
    assert player.text_starting("Thema's")
    player.key(Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_topic_of_a_theme_is_logged(desk: Desk, player: Player) -> None:
    player.press("Thema's")
    player.press("Geld, boete en recht")
    player.press("Boete (CJIB)")
    assert list(desk.parts.visit.proposals) == ["BOE"]


def test_a_life_event_leads_to_its_guide_and_back(player: Player) -> None:
    player.press("Levensgebeurtenissen")
    player.press("18 worden")
    player.press("Open de gids: DigiD aanvragen")
    assert player.text_starting("Vooraf")
    player.key(Qt.Key.Key_Escape)
    assert player.text_starting("Levensgebeurtenis")


def test_a_life_event_leads_to_its_letter_and_back(player: Player) -> None:
    player.press("Levensgebeurtenissen")
    player.press("Verhuizen")
    player.press("Brief op papier: Huur van uw woning opzeggen")
    assert player.text_starting("Huur van uw woning opzeggen")
    player.key(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Brief op papier: Huur van uw woning opzeggen"


def test_0_presses_the_tenth_row(desk: Desk, player: Player) -> None:
    player.press("Levensgebeurtenissen")
    player.key(Qt.Key.Key_0)
    assert player.text_starting(list(desk.parts.situations.life_events.values())[9].title.dutch)


def test_printing_a_checklist_shows_it_first(desk: Desk, player: Player) -> None:
    player.press("Levensgebeurtenissen")
    player.press("18 worden")
    player.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = player.wait_for_part(PreviewScreen)
    wait_for(preview.is_ready, "the sheet")
    assert not desk.parts.visit.proposals
    preview.printed.emit()
    event = desk.parts.situations.life_events["achttien-worden"]
    assert list(desk.parts.visit.proposals) == [event.topic]


def test_an_organisation_leads_to_its_guides(player: Player) -> None:
    player.press("Organisaties")
    player.press("DigiD")
    player.press("Open de gids: DigiD aanvragen")
    assert player.text_starting("Vooraf")


def test_a_favourite_comes_first_on_the_start_screen_and_goes_by_pressing_again(desk: Desk, player: Player) -> None:
    def chosen() -> tuple[str, ...]:
        return desk.parts.settings.section(Favourites).names

    player.press("Organisaties")
    player.press("Maak favoriet: UWV")
    assert chosen() == ("organisation/UWV",)
    player.key(Qt.Key.Key_Escape)
    player.press("UWV")
    assert player.text_starting("Organisatie")
    player.key(Qt.Key.Key_Escape)
    player.press("Organisaties")
    player.press("Geen favoriet meer: UWV")
    assert chosen() == ()
    assert player.button("Maak favoriet: UWV")


def test_the_usual_tiles_are_there_with_words(player: Player) -> None:
    for word in ("Spoed", "DigiD aanvragen", "Thema's", "Levensgebeurtenissen", "Organisaties", "Kies een onderwerp"):
        assert player.button(word)


def test_nothing_found_offers_words_and_the_topics(player: Player) -> None:
    player.search("gemnte")
    player.press("Bedoelde u: gemeente")
    assert player.window.findChild(QLineEdit).text() == "gemeente"
    player.key(Qt.Key.Key_Escape)
    player.search("xqzwv")
    player.press("Leg de vraag toch vast: kies een onderwerp")
    assert player.text_starting("Waar ging de vraag over?")


def test_ctrl_k_comes_back_to_the_field_from_anywhere(player: Player) -> None:
    player.press("Spoed")
    player.key(Qt.Key.Key_1)
    player.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert player.window.findChild(StartScreen)


def test_an_english_word_finds_it_while_the_screen_is_dutch(player: Player) -> None:
    player.search("apply for digid")
    player.key(Qt.Key.Key_Return)
    assert player.text_starting("DigiD aanvragen")


def test_what_was_asked_is_gone_with_the_visitor(player: Player) -> None:
    player.search("schulden")
    player.key(Qt.Key.Key_F12)
    assert player.window.findChild(QLineEdit).text() == ""


def test_coming_back_from_a_guide_goes_on_at_the_same_place(desk: Desk, player: Player) -> None:
    player.press("Levensgebeurtenissen")
    player.press("18 worden")
    player.press("Open de gids: Huurtoeslag")
    player.key(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Open de gids: Huurtoeslag"
    player.key(Qt.Key.Key_Escape)
    player.key(Qt.Key.Key_Escape)
    player.press("Organisaties")
    player.press("UWV")
    player.key(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "UWV"


def test_a_place_is_forgotten_with_the_visitor(player: Player) -> None:
    player.press("Thema's")
    player.press("Vervoer")
    player.key(Qt.Key.Key_F12)
    player.press("Thema's")
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Inloggen"


def test_a_result_becomes_a_favourite_without_leaving_the_search(desk: Desk, player: Player) -> None:
    player.search("huurtoeslag")
    player.press("Maak favoriet: Huurtoeslag")
    assert desk.parts.settings.section(Favourites).names == ("guide/huurtoeslag",)
    assert player.button("Geen favoriet meer: Huurtoeslag")
    player.key(Qt.Key.Key_Escape)
    player.search("verhuizing doorgeven")
    assert player.button("Maak favoriet: Verhuizing doorgeven")


def test_a_card_tells_what_is_open_now(player: Player) -> None:
    player.press("Spoed")
    player.press("Ik ben opgelicht")
    assert player.text_starting("Nu open, dag en nacht.")


def test_what_the_volunteer_says_and_leaves_is_not_for_a_visitor_who_looks_along(player: Player) -> None:
    player.press("Spoed")
    player.press("Thuis niet veilig")
    assert player.text_starting("Voor de vrijwilliger: dit zegt u")
    assert player.text_starting("Voor de vrijwilliger: dit doet u niet")
    player.key(Qt.Key.Key_F6)
    assert player.text_starting("0800 2000")
    assert not player.text_starting("Voor de vrijwilliger")


def test_where_to_go_at_once_is_a_button_to_the_website_and_ordinary_words(player: Player) -> None:
    player.press("Spoed")
    player.press("Geen eten")
    assert player.button("Open voedselbankennederland.nl")
    (town_hall,) = (text for text in player.window.findChildren(QLabel) if text.text().startswith("Het gemeentehuis"))
    assert town_hall.objectName() != "contact"
