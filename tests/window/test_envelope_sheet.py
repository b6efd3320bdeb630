"""The test sheet for the envelope, from the settings of the desk: with what is chosen and typed there now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.desk.screen import ThisDeskScreen
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player
from tests.window.test_desk import fill
from tests.window.test_paper import helped, text


def to_settings(player: Player) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Deze balie")


def test_the_sheet_is_for_what_is_chosen_now_and_back_nothing_is_lost(desk: Desk, player: Player, qtbot: QtBot) -> None:
    to_settings(player)
    player.press(f"Welke envelop ligt hier? {desk.parts.envelopes['c5-links'].label.dutch}")
    fill(desk, "Hoeveel moet het adres naar rechts?", "2,5")
    fill(desk, "Hoeveel moet het adres omlaag?", "-1")
    player.press("Proefblad voor de envelop")
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    said = " ".join(text(preview.pdf).split())
    assert desk.parts.envelopes["c5-links"].label.dutch in said
    assert "2,5 mm naar rechts" in said
    assert "\u22121 mm omlaag" in said
    player.key(Qt.Key.Key_Escape)
    typed = [line.text() for line in player.wait_for_part(ThisDeskScreen).findChildren(QLineEdit)]
    assert typed[:2] == ["2,5", "-1"]
    assert desk.settings.section(ThisDesk) == ThisDesk()
    assert helped(desk) == []


def test_an_offset_that_cannot_be_is_told_at_its_field(desk: Desk, player: Player) -> None:
    to_settings(player)
    fill(desk, "Hoeveel moet het adres naar rechts?", "11")
    player.press("Proefblad voor de envelop")
    assert player.text_starting("Schrijf hoeveel millimeter, van -10 tot 10.")
    player.wait_for_part(ThisDeskScreen)
