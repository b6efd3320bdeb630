"""What the coordinator does, through the real window: the PIN, and putting a copy back."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ido_kiosk.app import Desk
from ido_kiosk.base import backups
from ido_kiosk.questions import service as questions
from ido_kiosk.tour import Player
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
