"""From a guide to its letters and back, and a letter as a favourite of this desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.finding.screen import ListScreen
from ido_kiosk.finding.service import Favourites
from ido_kiosk.guides.screen import GuideScreen
from ido_kiosk.guides.service import Walk
from ido_kiosk.letters.screen import LetterScreen
from ido_kiosk.tour import Player


def open_guide(desk: Desk, player: Player, walk: Walk) -> GuideScreen:
    desk.window._screens._walks[walk.guide] = walk
    desk.window._screens.open_guide(walk.guide)
    return player.wait_for_part(GuideScreen)


def offers(player: Player) -> list[str]:
    shown = [part for part in player.window.findChildren(QAbstractButton) if part.isVisible()]
    return [part.accessibleName() for part in shown if part.accessibleName().startswith("Brief op papier")]


def test_a_guide_leads_to_its_letter_and_back_to_the_same_step(desk: Desk, player: Player, qtbot: QtBot) -> None:
    guide = desk.parts.library.guides["digid-aanvragen"]
    step = list(guide.steps)[1]
    open_guide(desk, player, Walk("digid-aanvragen", step))
    title = player.window.windowTitle()
    qtbot.waitUntil(lambda: offers(player) == ["Brief op papier: Een formulier op papier vragen"])
    player.press("Brief op papier")
    letter = player.wait_for_part(LetterScreen)
    player.press("Aan wie schrijft u?")
    name = next(part for part in letter.findChildren(QLineEdit) if part.accessibleName() == "Uw naam")
    name.setText("Jo")
    player.press(guide.title.dutch)
    player.wait_for_part(GuideScreen)
    assert player.window.windowTitle() == title
    player.press("Brief op papier")
    fields = player.wait_for_part(LetterScreen).findChildren(QLineEdit)
    assert "Jo" in [part.text() for part in fields]
    player.key(Qt.Key.Key_Escape)
    player.wait_for_part(GuideScreen)
    assert player.window.windowTitle() == title


def test_at_the_end_of_a_guide_a_choice_of_many_letters(desk: Desk, player: Player, qtbot: QtBot) -> None:
    guide = desk.parts.library.guides["brief-van-de-overheid"]
    number = sum(guide.id in letter.guides for letter in desk.parts.letters.values())
    open_guide(desk, player, Walk(guide.id, next(iter(guide.outcomes))))
    qtbot.waitUntil(lambda: offers(player) == [f"Brief op papier: kies uit {number} brieven"])
    player.press("Brief op papier")
    assert len(player.wait_for_part(ListScreen)._rows) == number
    player.key(Qt.Key.Key_3)
    player.wait_for_part(LetterScreen)
    player.key(Qt.Key.Key_Escape)
    player.wait_for_part(ListScreen)
    player.key(Qt.Key.Key_Escape)
    player.wait_for_part(GuideScreen)


def test_a_letter_can_be_a_favourite(desk: Desk, player: Player) -> None:
    player.press("Brieven")
    player.press("Maak favoriet: Nieuw adres doorgeven")
    assert desk.parts.settings.section(Favourites).names == ("letter/adreswijziging",)
    player.key(Qt.Key.Key_Escape)
    player.press("Nieuw adres doorgeven")
    player.wait_for_part(LetterScreen)
