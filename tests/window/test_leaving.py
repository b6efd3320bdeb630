"""*Wat verlaat deze pc?* in the window: from help, one delivery at a time, and on paper."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.base import clock
from ido_kiosk.base.locations import place_of
from ido_kiosk.desk.screen.leaving import LeavingScreen
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service as statistics
from ido_kiosk.tour import Player
from tests.release.rules import lists
from tests.store import codes
from tests.window.test_paper import text


@pytest.fixture
def october(desk: Desk) -> Desk:
    """A desk with a busy October behind it, on 9 November."""
    place = place_of(desk.settings)
    for number in (5, 12, 19, 26):
        for topic in ("DGA", "DGA", "DGA", "WFI", "AAN", "TEL", "STU"):
            questions.log_question(codes(), topic, date(2026, 10, number), place)
    clock.pretend(date(2026, 11, 9))
    statistics.close_months(place, date(2026, 11, 9), lists(), 3)
    return desk


def said(screen: LeavingScreen) -> str:
    """All words on the screen."""
    return " ".join(label.text() for label in screen.findChildren(QLabel))


def test_the_next_delivery_is_on_screen_and_on_paper(october: Desk, player: Player, qtbot: QtBot) -> None:
    player.key(Qt.Key.Key_F1)
    player.press("Wat verlaat deze pc?")
    shown = said(player.wait_for_part(LeavingScreen))
    assert "DigiD aanvragen of activeren (DGA)" in shown
    assert "12 vragen" in shown
    assert "Dit gaat pas weg als de balie aan regie is gekoppeld." in shown
    player.press("Op papier")
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    paper = " ".join(text(preview.pdf).split())
    assert "DigiD aanvragen of activeren (DGA)" in paper
    assert "Waarom" not in paper or "wacht" in paper
    player.key(Qt.Key.Key_Escape)
    player.wait_for_part(LeavingScreen)


def test_earlier_deliveries_are_looked_through(october: Desk, player: Player) -> None:
    desk = october.parts.sender()
    linked = statistics.Sender("2" * 8 + "-2222-4222-8222-" + "2" * 12, desk.place, desk.program, desk.code_list)
    october.parts.sender = lambda: linked
    statistics.prepare_delivery(linked, date(2026, 11, 9), lambda _made: "a" * 64)
    player.key(Qt.Key.Key_F1)
    player.press("Wat verlaat deze pc?")
    assert "Er is nu niets nieuws om te versturen." in said(player.wait_for_part(LeavingScreen))
    player.press("Eerdere levering")
    earlier = said(player.wait_for_part(LeavingScreen))
    assert "Nummer van de levering" in earlier
    assert "DigiD aanvragen of activeren (DGA)" in earlier
    player.press("Latere levering")
    assert "Er is nu niets nieuws om te versturen." in said(player.wait_for_part(LeavingScreen))
