"""What is typed on the desk's own screens: refused at its place, never lost by accident, undone with one button."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from ido_kiosk.app import Desk
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.tour import Player, TourError, settle, wait_for
from tests.window.conftest import OpenDesk
from tests.window.test_desk import PHONE, fill, to_fact
from tests.window.test_visit import go_through, message

VALUE, SOURCE, DAY = "Wat is het nu?", "Waar hebt u dit gezien of gehoord?", "Op welke dag?"
ACROSS, DOWN = "Hoeveel moet het adres naar rechts?", "Hoeveel moet het adres omlaag?"
RIGHT = {VALUE: "088 898 00 00", SOURCE: "gebeld met UWV", DAY: "26-11-2026"}


def to_settings(player: Player) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")


def line(desk: Desk, name: str) -> QLineEdit:
    [found] = [part for part in desk.window.findChildren(QLineEdit) if part.accessibleName() == name]
    return found


def is_in_sight(part: QWidget) -> bool:
    above = next(area for area in part.window().findChildren(QScrollArea) if area.isAncestorOf(part))
    return above.viewport().rect().contains(part.mapTo(above.viewport(), QPoint(0, 0)))


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (VALUE, "", "Vul in wat het nu is."),
        (VALUE, "bel maar", "Dit lijkt geen telefoonnummer."),
        (SOURCE, "   ", "Vul in waar u dit hebt gezien"),
        (SOURCE, "x" * 5000, "Dit is te lang."),
        (SOURCE, "mevrouw 111222333", "burgerservicenummer"),
        (DAY, "", "Schrijf de dag zo"),
        (DAY, "31-2-2026", "Schrijf de dag zo"),
        (DAY, "26-11-2062", "nog niet geweest"),
        (DAY, "26-11-2006", "te lang geleden"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(desk: Desk, player: Player, field: str, typed: str, told: str) -> None:
    to_fact(player)
    player.press("Klopt dit? Het is anders")
    for name, text in (RIGHT | {field: typed}).items():
        fill(desk, name, text)
    player.press("Bewaren")
    assert told in message(desk)
    assert QApplication.focusWidget() is line(desk, field)
    settle()
    wait_for(lambda: is_in_sight(line(desk, field)), field)
    assert message(desk) in line(desk, field).accessibleDescription()
    assert desk.parts.own_facts.answers == {}
    fill(desk, field, RIGHT[field])
    assert message(desk) not in line(desk, field).accessibleDescription()
    player.press("Bewaren")
    assert desk.parts.own_facts.answers[PHONE].waarde == RIGHT[VALUE]


def test_a_fact_is_answered_with_the_keyboard_only(desk: Desk, player: Player) -> None:
    def go_to(is_there: Callable[[QWidget], bool]) -> None:
        for _press in range(80):
            if is_there(QApplication.focusWidget()):
                return
            player.key(Qt.Key.Key_Tab)
        raise AssertionError("the Tab key does not get there")

    def named(name: str) -> Callable[[QWidget], bool]:
        return lambda part: part.accessibleName().startswith(name)

    player.key(Qt.Key.Key_F1)
    for name in ("Nog na te kijken", "Nakijken: Telefoonnummer van UWV", "Klopt dit? Het klopt"):
        go_to(named(name))
        player.key(Qt.Key.Key_Space)
    go_to(named(SOURCE))
    for key in (Qt.Key.Key_U, Qt.Key.Key_W, Qt.Key.Key_V):
        player.key(key)
    go_to(named("Bewaren"))
    player.key(Qt.Key.Key_Return)
    assert desk.parts.own_facts.answers[PHONE].bron == "uwv"
    player.key(Qt.Key.Key_Escape)
    assert player.button("Nog na te kijken")


def test_other_words_and_colours_keep_what_was_typed(desk: Desk, player: Player) -> None:
    to_fact(player)
    player.press("Klopt dit? Het is anders")
    for name, text in RIGHT.items():
        fill(desk, name, text)
    desk.window.change_look(text_size=200, theme="dark")
    settle()
    assert {name: line(desk, name).text() for name in RIGHT} == RIGHT
    assert player.button("Klopt dit? Het is anders").isChecked()
    player.key(Qt.Key.Key_F1)
    player.key(Qt.Key.Key_Escape)
    assert line(desk, VALUE).text() == RIGHT[VALUE]
    desk.window.change_look(text_size=100)
    settle()
    player.key(Qt.Key.Key_F12)
    to_settings(player)
    player.wait_for_part(QPlainTextEdit).setPlainText("elke dag")
    player.press("Welke envelop ligt hier? Lange envelop, venster rechts")
    desk.window.change_look(language="en")
    settle()
    assert player.wait_for_part(QPlainTextEdit).toPlainText() == "elke dag"
    player.press("Save")
    assert desk.settings.section(ThisDesk) == ThisDesk(("elke dag",), envelope="dl-rechts")


def test_going_back_loses_what_was_typed_at_the_second_time_only(desk: Desk, player: Player) -> None:
    to_settings(player)
    player.wait_for_part(QPlainTextEdit).setPlainText("elke dag")
    player.key(Qt.Key.Key_Escape)
    assert message(desk) == "Dit is nog niet bewaard. Mag het weg? Kies dan nog een keer Terug."
    assert player.wait_for_part(QPlainTextEdit).toPlainText() == "elke dag"
    player.key(Qt.Key.Key_Escape)
    player.press("Deze balie")
    assert player.wait_for_part(QPlainTextEdit).toPlainText() == ""
    player.key(Qt.Key.Key_Escape)
    assert player.button("Deze balie")


@pytest.mark.parametrize(("field", "typed"), [(ACROSS, "veel"), (DOWN, "11"), (DOWN, "nan")])
def test_wrong_millimetres_are_told_at_their_place(desk: Desk, player: Player, field: str, typed: str) -> None:
    to_settings(player)
    fill(desk, field, typed)
    player.press("Bewaren")
    assert "millimeter" in message(desk)
    assert QApplication.focusWidget() is line(desk, field)
    assert desk.settings.section(ThisDesk) == ThisDesk()
    fill(desk, field, "-1,5")
    player.press("Bewaren")
    kept = desk.settings.section(ThisDesk)
    assert {ACROSS: kept.envelope_across, DOWN: kept.envelope_down}[field] == -1.5


@pytest.mark.parametrize("to_form", [to_settings, to_fact])
def test_what_cannot_be_written_stays_typed(desk: Desk, player: Player, to_form: Callable[[Player], None]) -> None:
    """As on a full disk: where the fresh file should come stands something that cannot be replaced."""
    for file in (desk.folder.settings, desk.folder.own_facts):
        file.with_name(f".{file.name}.nieuw").mkdir()
        second = file.with_name(f"{file.stem}.vorige.json")
        second.with_name(f".{second.name}.nieuw").mkdir(exist_ok=True)
    to_form(player)
    if to_form is to_fact:
        player.press("Klopt dit? Het klopt")
        fill(desk, SOURCE, "uwv.nl")
    else:
        player.wait_for_part(QPlainTextEdit).setPlainText("elke dag")
    player.press("Bewaren")
    assert "niet bewaard" in message(desk)
    if to_form is to_fact:
        assert line(desk, SOURCE).text() == "uwv.nl"
        assert desk.parts.own_facts.answers == {}
    else:
        assert player.wait_for_part(QPlainTextEdit).toPlainText() == "elke dag"
        assert desk.settings.section(ThisDesk) == ThisDesk()


def test_an_answer_and_taking_it_back_are_undone(desk: Desk, player: Player) -> None:
    to_fact(player)
    player.press("Klopt dit? Het klopt")
    fill(desk, SOURCE, "uwv.nl")
    player.press("Bewaren")
    kept = desk.parts.own_facts.answers[PHONE]
    player.press("Maak ongedaan: Telefoonnummer van UWV")
    assert desk.parts.own_facts.answers == {}
    assert desk.parts.library.facts[PHONE] == desk.parts.national.facts[PHONE]
    assert message(desk) == "Ongedaan gemaakt."
    with pytest.raises(TourError):
        player.button("Maak ongedaan")
    player.press("Nakijken: Telefoonnummer van UWV")
    player.press("Klopt dit? Het klopt")
    fill(desk, SOURCE, "uwv.nl")
    player.press("Bewaren")
    player.press("Nakijken: Telefoonnummer van UWV")
    player.press("Haal ons antwoord weg")
    player.press("Maak ongedaan: Telefoonnummer van UWV")
    assert desk.parts.own_facts.answers[PHONE] == kept


def test_what_was_dealt_with_is_put_back_until_the_next_visitor(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    player = Player(desk.window)
    go_through(player)
    player.press("Klopt deze stap niet?")
    before = desk.parts.marks.counts()
    for _time in range(2):
        player.key(Qt.Key.Key_F1)
        player.press("Nog na te kijken")
        player.press("Afgehandeld: DigiD aanvragen")
        assert desk.parts.marks.counts() == {}
        player.press("Maak ongedaan: afgehandeld")
        assert desk.parts.marks.counts() == before
    player.press("Afgehandeld: DigiD aanvragen")
    player.key(Qt.Key.Key_F12)
    player.key(Qt.Key.Key_F1)
    player.press("Nog na te kijken")
    with pytest.raises(TourError):
        player.button("Maak ongedaan")


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        (None, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_every_way_out_asks_once_when_something_is_not_kept(
    desk: Desk, player: Player, key: Qt.Key | None, modifiers: Qt.KeyboardModifier
) -> None:
    def go() -> None:
        if key is None:
            player.press("Begin")
        else:
            player.key(key, modifiers)
        settle()

    to_fact(player)
    go()
    assert player.text_starting("Waar kunnen we mee helpen?"), "nothing was typed: nothing is asked"
    to_fact(player)
    player.press("Klopt dit? Het is anders")
    fill(desk, VALUE, "088 898 00 00")
    go()
    assert message(desk) == "Dit is nog niet bewaard. Mag het weg? Doe het dan nog een keer."
    assert line(desk, VALUE).text() == "088 898 00 00"
    go()
    assert player.text_starting("Waar kunnen we mee helpen?")
