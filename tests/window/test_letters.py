"""Letters through the real window: found, filled in, refused, printed, and nothing of it left for who comes next."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.letters.screen import LetterScreen, ReferScreen
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player
from ido_kiosk.visit.service import LETTER
from ido_kiosk.window import sheet_kinds
from tests.paper.conftest import PrintDesk, without_cups
from tests.window.conftest import OpenDesk
from tests.window.test_paper import CONTROL, choose, helped, text
from tests.window.test_visit import message

NAME, STREET, REASON = "Kanariekees", "Kanariestraat 7", "kanariekat"
BSN = "111222333"


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintDesk:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    made = PrintDesk(folder)
    made.has_printers("balie")
    return made


def field(screen: QWidget, name: str) -> QLineEdit:
    return next(part for part in screen.findChildren(QLineEdit) if part.accessibleName() == name)


def fill_in(player: Player) -> LetterScreen:
    """Find the letter by search, choose to whom, and type."""
    player.search("gemeentebelasting niet kunnen betalen")
    player.key(Qt.Key.Key_Down)
    player.press("Gemeente of waterschap in delen betalen")
    screen = player.wait_for_part(LetterScreen)
    player.press("Aan wie schrijft u? Uw gemeente")
    QTest.keyClicks(field(screen, "Uw naam"), NAME)
    QTest.keyClicks(field(screen, "Uw straat en huisnummer"), STREET)
    QTest.keyClicks(field(screen, "Waar is het voor"), REASON)
    return screen


def open_preview(player: Player, qtbot: QtBot) -> PreviewScreen:
    player.key(Qt.Key.Key_P, CONTROL)
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    return preview


def print_here(player: Player, printers: PrintDesk, qtbot: QtBot) -> str:
    before = printers.jobs()
    player.key(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: printers.jobs() == before + 1)
    qtbot.waitUntil(lambda: player.text_starting(("Het blad ligt", "De brief ligt")))
    return text(printers.kept("paper.pdf"))


def seen(desk: Desk) -> str:
    """All that any part of any window holds."""
    parts = [part for window in QApplication.topLevelWidgets() for part in [window, *window.findChildren(QWidget)]]
    texts = [part.text() for part in parts if isinstance(part, QLabel | QLineEdit)]
    texts += [part.toPlainText() for part in parts if isinstance(part, QPlainTextEdit)]
    return "\n".join([*texts, *(part.windowTitle() for part in parts), *(part.accessibleName() for part in parts)])


def test_a_letter_is_printed_and_nothing_of_it_stays(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = fill_in(player)
    QTest.keyClicks(field(screen, "Uw plaats"), f"Ede {BSN}")
    player.key(Qt.Key.Key_P, CONTROL)
    assert player.text_starting("Verbeter nog 1 ding.")
    assert helped(desk) == []
    field(screen, "Uw plaats").setText("Ede")
    preview = open_preview(player, qtbot)
    assert all(word in print_here(player, printers, qtbot) for word in (NAME, STREET, REASON))
    assert LETTER in helped(desk)
    choose(preview, "Kopie voor de bezoeker")
    assert "Kopie voor uzelf" in print_here(player, printers, qtbot)
    choose(preview, "Blad met uitleg")
    assert "Dit staat in de brief" in print_here(player, printers, qtbot)
    QGuiApplication.clipboard().setText(REASON)
    player.key(Qt.Key.Key_Escape)
    player.key(Qt.Key.Key_F12)
    assert QGuiApplication.clipboard().text() == ""
    assert not any(word in seen(desk) for word in (NAME, STREET, REASON))
    for canary in (NAME, STREET, REASON, BSN):
        held = [file for file in tmp_path.rglob("*") if file.is_file() and canary.encode() in file.read_bytes()]
        assert held == []


def test_the_sender_stays_in_the_visit_and_the_reasons_go_after_printing(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot
) -> None:
    fill_in(player)
    open_preview(player, qtbot)
    print_here(player, printers, qtbot)
    player.key(Qt.Key.Key_Escape)
    desk.window._screens.letters.open_letter("betalingsregeling-gemeente")
    screen = player.wait_for_part(LetterScreen)
    player.press("Aan wie schrijft u? Uw gemeente")
    assert field(screen, "Uw naam").text() == NAME
    assert field(screen, "Waar is het voor").text() == ""


def test_a_letter_that_may_not_have_come_out_stays_until_the_visitor_leaves(
    desk: Desk, player: Player, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_cups(tmp_path, monkeypatch)
    fill_in(player)
    open_preview(player, qtbot)
    player.key(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: player.text_starting("Het blad is naar de printer gestuurd. Kijk of het eruit komt."))
    assert LETTER in helped(desk)
    player.key(Qt.Key.Key_Escape)
    desk.window._screens.letters.open_letter("betalingsregeling-gemeente")
    assert field(player.wait_for_part(LetterScreen), "Waar is het voor").text() == REASON
    player.key(Qt.Key.Key_F12)
    player.key(Qt.Key.Key_F12)
    assert REASON not in seen(desk)


def test_a_failed_print_loses_nothing(desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot) -> None:
    printers.program("lp", "echo kapot >&2; exit 1")
    fill_in(player)
    preview = open_preview(player, qtbot)
    with qtbot.waitSignal(preview.printed):
        player.key(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: LETTER not in helped(desk))
    player.key(Qt.Key.Key_Escape)
    assert field(player.wait_for_part(LetterScreen), "Waar is het voor").text() == REASON


def test_another_language_keeps_what_was_typed(desk: Desk, player: Player) -> None:
    fill_in(player)
    desk.window.change_look(language="ar", text_size=200)
    texts = [line.text() for line in player.wait_for_part(LetterScreen).findChildren(QLineEdit)]
    assert {NAME, STREET, REASON} <= set(texts)


def test_an_unprinted_letter_is_asked_about_once(desk: Desk, player: Player) -> None:
    fill_in(player)
    player.key(Qt.Key.Key_F12)
    assert player.text_starting("Er is een brief die misschien nog niet geprint is.")
    assert NAME in seen(desk)
    player.key(Qt.Key.Key_F12)
    assert NAME not in seen(desk)


def test_a_name_alone_is_asked_about_too_and_what_was_printed_is_not(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot
) -> None:
    desk.window._screens.letters.open_letter("betalingsregeling-duo")
    QTest.keyClicks(field(player.wait_for_part(LetterScreen), "Uw naam"), NAME)
    player.key(Qt.Key.Key_F12)
    assert player.text_starting("Er is een brief die misschien nog niet geprint is.")
    open_preview(player, qtbot)
    print_here(player, printers, qtbot)
    player.key(Qt.Key.Key_Escape)
    player.key(Qt.Key.Key_F12)
    assert player.text_starting("Klaar voor de volgende bezoeker.")
    assert NAME not in seen(desk)


def test_above_the_line_of_the_library_it_refers(desk: Desk, player: Player) -> None:
    player.press("Brieven")
    player.press("Bezwaar maken met redenen")
    player.wait_for_part(ReferScreen)
    assert player.text_starting("Met deze brief helpt de bibliotheek niet.")
    player.key(Qt.Key.Key_Escape)
    desk.parts.settings.save(ThisDesk(letters="inhoud"))
    player.press("Bezwaar maken met redenen")
    player.wait_for_part(LetterScreen)


def test_the_term_is_told_as_soon_as_it_is_known(desk: Desk, player: Player) -> None:
    desk.window._screens.letters.open_letter("bezwaar-pro-forma")
    screen = player.wait_for_part(LetterScreen)
    player.press("Aan wie schrijft u? UWV")
    player.press("Wat voor beslissing is het?: WW-uitkering")
    QTest.keyClicks(field(screen, "Datum van de beslissing"), "24-11-2026")
    assert player.text_starting("5 januari 2027")
    player.press("Wat voor beslissing is het?: Ziektewet")
    assert player.text_starting("Hier gelden andere, vaak kortere regels. Wacht niet. Bel vandaag.")


def test_the_explanation_comes_in_a_language_that_the_screens_do_not_speak(
    player: Player, printers: PrintDesk, qtbot: QtBot
) -> None:
    fill_in(player)
    preview = open_preview(player, qtbot)
    choose(preview, "Blad met uitleg: Українська")
    printed = print_here(player, printers, qtbot)
    assert "Що написано в листі" in printed and "не перевіряв" in printed


def test_a_desk_without_unread_translations_explains_in_dutch(desk: Desk) -> None:
    parts = desk.window._parts
    letter = parts.letters["betalingsregeling-gemeente"]
    kinds = list(sheet_kinds.explanations(letter, parts.library, ThisDesk(unread_translations=False)))
    assert [(kind.id, kind.words) for kind in kinds] == [("uitleg-nl", "Blad met uitleg")]


def test_the_keys_of_a_letter_come_before_those_of_the_window(open_kiosk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_kiosk(size=(600, 800))
    player = Player(desk.window)
    desk.window._screens.letters.open_letter("betalingsregeling-duo")
    name = player.wait_for_part(QLineEdit)
    qtbot.waitUntil(name.hasFocus)
    player.key(Qt.Key.Key_F7)
    assert not name.isVisible()
    player.key(Qt.Key.Key_F7)
    assert name.isVisible()
    desk.window.resize(1280, 800)
    qtbot.waitUntil(lambda: not [part for part in player.window.findChildren(QPushButton) if part.isVisible()
                                 and part.text() == "Voorbeeld (F7)"])  # fmt: skip
    player.key(Qt.Key.Key_F7)
    assert message(desk).startswith("Er is nog geen vraag.")
