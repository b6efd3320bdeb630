"""What the coordinator does, through the real window: the PIN, and putting a copy back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk, Options, make_application, open_desk
from ido_kiosk.base import backups
from ido_kiosk.base.locations import Locations, Place, place_of
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.questions import service as questions
from ido_kiosk.statistics.service import Release
from ido_kiosk.tour import Player, settle
from ido_kiosk.window.parts import Idle
from tests.shelf import share_cache
from tests.store import PLACE, codes
from tests.window.test_desk import fill
from tests.window.test_visit import message

TODAY = date(2026, 11, 26)


def to_page(player: Player, page: str) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Meer voor de coördinator")
    player.press(f"Open {page}")


def logged() -> int:
    return sum(count.questions for count in questions.counts_per_day(TODAY, TODAY))


def test_a_copy_is_put_back_from_the_screen_and_back_again(desk: Desk, player: Player) -> None:
    questions.log_question(codes(), "DGA", TODAY, PLACE)
    to_page(player, "Reservekopieën")
    player.press("Maak nu een kopie")
    assert message(desk) == "De kopie van vandaag is gemaakt."
    assert player.text_starting("1 vraag")
    questions.log_question(codes(), "MOB", TODAY, PLACE)
    player.press("Zet terug: 26 november 2026")
    assert player.text_starting("Nu: 2 vragen") and player.text_starting("Na het terugzetten: 1 vraag")
    player.press("Ja, zet deze kopie terug")
    assert (message(desk)[:12], logged()) == ("Teruggezet. ", 1)
    player.press("Zet terug: 26 november 2026, van voor het terugzetten")
    player.press("Ja, zet deze kopie terug")
    assert logged() == 2


def test_a_copy_that_went_bad_changes_nothing(desk: Desk, player: Player) -> None:
    questions.log_question(codes(), "DGA", TODAY, PLACE)
    copy = backups.make_backup(desk.folder.database, desk.folder.copies, TODAY)
    to_page(player, "Reservekopieën")
    player.press("Zet terug: 26 november 2026")
    copy.file.write_bytes(copy.file.read_bytes()[:9000])
    player.press("Ja, zet deze kopie terug")
    assert message(desk) == "Deze reservekopie is niet goed meer. Kies een andere. Er is niets veranderd."
    assert logged() == 1


def test_the_pin_is_asked_once_until_the_visitor_leaves(desk: Desk, player: Player) -> None:
    to_page(player, "Pincode")
    fill(desk, "Nieuwe pincode", "4937")
    fill(desk, "Nog een keer dezelfde pincode", "4937")
    player.press("Bewaren")
    assert message(desk) == "De pincode is bewaard."
    player.key(Qt.Key.Key_F12)
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    [line] = [part for part in desk.window.findChildren(QLineEdit) if part.isVisible()]
    assert line.echoMode() == QLineEdit.EchoMode.Password
    fill(desk, "Wat is de pincode?", "0000")
    player.press("Verder")
    assert message(desk).startswith("Dit is niet de pincode.")
    fill(desk, "Wat is de pincode?", "4937")
    player.press("Verder")
    assert desk.window.windowTitle() == "Deze balie"
    player.key(Qt.Key.Key_Escape)
    player.press("Nog na te kijken")
    assert desk.window.windowTitle() == "Nog na te kijken"


def begin_new(tmp_path: Path, qtbot: QtBot) -> Desk:
    desk = open_desk(Options(data=share_cache(tmp_path / "nieuw"), set_up=True), make_application(), Idle())
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    desk.open_store()
    settle()
    return desk


def test_a_new_desk_is_set_up_by_keys_alone_and_can_be_finished_later(tmp_path: Path, qtbot: QtBot) -> None:
    desk = begin_new(tmp_path, qtbot)
    player = Player(desk.window)
    assert player.text_starting("Inrichten: stap 1 van 5")
    type_in(desk, "Bibliotheek Voorbeeld")
    player.key(Qt.Key.Key_Return)
    type_in(desk, "Centrum")
    player.key(Qt.Key.Key_Return)
    assert message(desk) == "Vul in in welke gemeente deze locatie staat."
    type_in(desk, "Utrecht")
    player.press("Bewaren en nog een locatie")
    type_in(desk, "Buurthuis")
    player.press("Later afmaken")
    assert desk.parts.settings.section(Locations).places[0].name == "Centrum"
    player.key(Qt.Key.Key_F1)
    player.press("Meer voor de coördinator")
    player.press("Open Inrichten")
    assert player.text_starting("Inrichten: stap 2 van 5")
    player.key(Qt.Key.Key_F12)
    close(desk)
    again = begin_new(tmp_path, qtbot)
    assert not Player(again.window).text_starting("Inrichten"), "a desk with a location has been set up"
    close(again)


def test_the_set_up_goes_back_and_on_to_its_end(tmp_path: Path, qtbot: QtBot) -> None:
    desk = begin_new(tmp_path, qtbot)
    player = Player(desk.window)
    fill(desk, "Hoe heet de bibliotheek?", "Bibliotheek Voorbeeld")
    player.press("Verder")
    player.press("Terug")
    assert player.text_starting("Inrichten: stap 1 van 5")
    player.press("Verder")
    fill(desk, "Hoe heet deze locatie?", "Centrum")
    fill(desk, "In welke gemeente staat zij?", "Utrecht")
    fill(desk, "Wat is de code van die gemeente?", "gm0344")
    fill(desk, "Wanneer is de balie daar open?", "ma-vr 9:00 - 17:00")
    player.press("Verder")
    player.press("Hoe ver helpt deze bibliotheek met brieven? Alleen verwijzen")
    player.press("Verder")
    player.press("Verder")
    fill(desk, "Nieuwe pincode", "4937")
    fill(desk, "Nog een keer dezelfde pincode", "4937")
    player.press("Klaar")
    assert message(desk).startswith("De balie is ingericht.")
    now = desk.parts.settings.section(Locations)
    assert now.library == "Bibliotheek Voorbeeld"
    assert now.places == (Place(place_of(desk.parts.settings), "Centrum", "", "GM0344", "Utrecht", "ma-vr 9.00-17.00"),)
    assert desk.parts.settings.section(ThisDesk).letters == "wegwijzen"
    assert desk.parts.pin.is_set
    close(desk)


def test_locations_are_added_changed_and_taken_away_with_undo(desk: Desk, player: Player) -> None:
    to_page(player, "Bibliotheek en locaties")
    player.press("Weghalen: Locatie zonder naam")
    assert "minstens een locatie" in message(desk)
    player.press("Locatie toevoegen")
    fill(desk, "Hoe heet deze locatie?", "Buurthuis")
    fill(desk, "In welke gemeente staat zij?", "Utrecht")
    fill(desk, "Wat is de code van die gemeente?", "0344")
    player.press("Bewaren")
    assert message(desk) == "Schrijf de code zo: GM0344. Of laat dit leeg."
    fill(desk, "Wat is de code van die gemeente?", "GM0344")
    player.press("Bewaren")
    assert player.text_starting("Gemeente: Utrecht (GM0344)")
    player.press("Weghalen: Buurthuis")
    assert len(desk.parts.settings.section(Locations).places) == 1
    player.press("Maak het weghalen ongedaan")
    assert [place.name for place in desk.parts.settings.section(Locations).places] == ["", "Buurthuis"]


def test_who_chose_a_setting_is_said_and_what_is_locked_stays(desk: Desk, player: Player) -> None:
    desk.settings.lay(ThisDesk, {"letters": "wegwijzen", "unread_translations": False}, locked=["letters"])
    desk.settings.lay(Release, {"k": 8})
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")
    assert player.text_starting("Hoe ver helpt deze bibliotheek met brieven? Vastgezet door de gemeente.")
    assert player.text_starting("Vertalingen printen die niemand heeft nagekeken? Gekozen door de gemeente.")
    assert player.text_starting("Hoeveel vragen staan er minstens achter een getal dat deze pc verlaat? Vastgezet door")
    player.press("Hoe ver helpt deze bibliotheek met brieven? Brieven invullen")
    player.press("Bewaren")
    assert message(desk).startswith("Dit is vastgezet.")
    assert desk.settings.section(ThisDesk).letters == "wegwijzen"


def type_in(desk: Desk, text: str) -> None:
    """Fill the field where the cursor is."""
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText(text)


def close(desk: Desk) -> None:
    desk.window.hide()
    desk.window.deleteLater()
    desk.close()
