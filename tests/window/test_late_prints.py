"""How a print ended, told when who asked for it has left or went on: it does no harm."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.letters.screen import LetterScreen
from ido_kiosk.qt import background, printer_state
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player, settle
from ido_kiosk.visit.service import PRINTED
from ido_kiosk.window.message import Message
from tests.paper.conftest import PrintDesk
from tests.window.test_letters import NAME, REASON, field, fill_in, print_here
from tests.window.test_paper import CONTROL, helped, open_preview, printers

K = Qt.Key
__all__ = ["printers"]


def wait_until_all_is_told(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background._under_way)
    settle()


def messages(desk: Desk) -> list[str]:
    return [shown.text() for shown in desk.window.findChildren(Message) if shown.isVisible()]


def test_a_printer_that_goes_on_after_the_preview_was_left_says_nothing(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    printers.program(
        "lpstat",
        'case "$1$2$3" in -e) echo balie;; '
        '-l-pbalie) if [ -e "{desk}/filled" ]; then touch "{desk}/going"; else '
        'printf "printer balie now printing balie-7.\\n\\tAlerts: media-empty-error\\n"; fi;; '
        '-l-Wnot-completed) [ -e "{desk}/going" ] || echo "balie-7 ik";; esac',
    )
    open_preview(player, qtbot)
    player.key(K.Key_P, CONTROL)
    qtbot.waitUntil(lambda: player.text_starting("Het papier in de printer is op."))
    player.key(K.Key_Escape)
    assert messages(desk) == []
    (printers.folder / "filled").touch()
    wait_until_all_is_told(qtbot)
    assert messages(desk) == []


@pytest.mark.parametrize("has_left", [True, False])
def test_a_print_that_fails_late_takes_no_help_of_the_next_visitor(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot, has_left: bool
) -> None:
    gate = printers.folder / "gate"
    os.mkfifo(gate)
    printers.program("lp", 'cat > /dev/null; cat "{desk}/gate" > /dev/null; exit 1')
    open_preview(player, qtbot)
    player.key(K.Key_P, CONTROL)
    assert PRINTED in helped(desk)
    player.key(K.Key_F12 if has_left else K.Key_Escape)
    desk.parts.visit.propose("DGA", PRINTED)
    gate.write_bytes(b"open")
    wait_until_all_is_told(qtbot)
    assert messages(desk)[0].startswith("Printen is niet gelukt.")
    assert (PRINTED in helped(desk)) is has_left


def test_a_letter_goes_after_printing_also_when_the_sender_was_changed_in_another(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot
) -> None:
    letters = desk.window._screens.letters
    fill_in(player)
    letters.open_letter("betalingsregeling-duo")
    QTest.keyClicks(field(player.wait_for_part(LetterScreen), "Uw naam"), "tje")
    letters.open_letter("betalingsregeling-gemeente")
    screen = player.wait_for_part(LetterScreen)
    assert (field(screen, "Uw naam").text(), field(screen, "Waar is het voor").text()) == (f"{NAME}tje", REASON)
    player.key(K.Key_P, CONTROL)
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    print_here(player, printers, qtbot)
    player.key(K.Key_Escape)
    letters.open_letter("betalingsregeling-gemeente")
    again = player.wait_for_part(LetterScreen)
    player.press("Aan wie schrijft u? Uw gemeente")
    assert (field(again, "Uw naam").text(), field(again, "Waar is het voor").text()) == (f"{NAME}tje", "")
