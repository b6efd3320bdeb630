"""Printing from the preview, through programs that stand in for the print system."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ido_kiosk.qt import background, printer_state, printing, theme
from ido_kiosk.qt.layouts import swap
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.qt.printer_part import Outcomes
from ido_kiosk.qt.printer_state import Tell
from tests.paper.conftest import LP, PrintDesk, without_cups
from tests.paper.preview_screen import CONTROL, Open, button, press, print_it, shown

OUT = "Het blad ligt bij de printer. Haal het meteen op. Is het niet goed? Kies dan nog een keer Printen."


def test_ctrl_p_prints_the_very_sheet_and_says_so(
    open_preview: Open, desk: PrintDesk, sheet: bytes, heard: list[str], qtbot: QtBot
):
    desk.has_printers("balie")
    screen = open_preview()
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Het blad ligt bij de printer." in shown(screen))
    assert desk.kept("paper.pdf") == sheet == screen.pdf
    assert "-d balie" in desk.kept("arguments").decode()
    assert heard[-2:] == ["Het blad gaat naar de printer. Dit kan even duren.", OUT]
    assert QApplication.focusWidget() is button(screen, "Printen")


def test_without_a_printer_it_says_what_to_do_and_keeps_the_sheet(
    open_preview: Open, desk: PrintDesk, sheet: bytes, heard: list[str], qtbot: QtBot
):
    screen = open_preview()
    text = "Er is geen printer gevonden. Zet de printer aan en controleer de kabel of de wifi. Probeer het dan opnieuw."
    assert text in shown(screen)
    assert heard[-1] == text
    desk.has_printers("balie")
    button(screen, "Zoek opnieuw").click()
    assert "Even zoeken" in shown(screen)
    qtbot.waitUntil(lambda: "printer" not in shown(screen))
    assert desk.jobs() == 0
    print_it(screen, qtbot)
    assert desk.kept("paper.pdf") == sheet


def test_looking_in_vain_again_is_seen_and_says_what_else_can_be_done(
    open_preview: Open, desk: PrintDesk, heard: list[str], qtbot: QtBot
):
    screen = open_preview()
    button(screen, "Zoek opnieuw").click()
    qtbot.waitUntil(lambda: "Nog steeds geen printer gevonden, na 2 keer zoeken." in shown(screen))
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Nog steeds geen printer gevonden, na 3 keer zoeken." in shown(screen))
    assert "laat de bezoeker een foto maken van dit blad" in heard[-1]
    desk.has_printers("balie")
    print_it(screen, qtbot)


def test_print_without_a_printer_looks_again_and_prints_when_there_is_one(
    open_preview: Open, desk: PrintDesk, sheet: bytes, qtbot: QtBot
):
    screen = open_preview()
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Nog steeds geen printer gevonden" in shown(screen))
    desk.has_printers("balie")
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Het blad ligt bij de printer." in shown(screen))
    assert desk.kept("paper.pdf") == sheet


def test_print_before_the_printers_are_known_waits_for_them(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    desk.has_printers("balie")
    screen = open_preview(wait=False)
    print_it(screen, qtbot)
    assert desk.jobs() == 1


def test_a_failure_is_told_and_the_sheet_can_be_printed_again(
    open_preview: Open, desk: PrintDesk, heard: list[str], qtbot: QtBot
):
    desk.has_printers("balie")
    desk.program("lp", "cat > /dev/null; exit 1")
    screen = open_preview()
    screen._printer._outcomes = Outcomes(unprinted=lambda: heard.append("unprinted"))
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Printen is niet gelukt" in shown(screen))
    assert "unprinted" in heard
    assert (
        heard[-1]
        == "Printen is niet gelukt. Controleer of de printer aan staat en papier heeft. Probeer het dan opnieuw."
    )
    desk.program("lp", LP)
    print_it(screen, qtbot)
    assert "Printen is niet gelukt" not in shown(screen)


def test_a_printer_that_has_gone_leaves_the_choice_of_the_others(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    desk.has_printers("balie", "kantoor")
    screen = open_preview()
    desk.has_printers("kantoor", "zolder")
    desk.program("lp", 'cat > /dev/null; echo "lp: Error - The printer or class does not exist." >&2; exit 1')
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Kies een andere printer." in shown(screen))
    qtbot.waitUntil(lambda: button(screen, "Printer:").accessibleName() == "Printer: kantoor")
    assert "Kies een andere printer." in shown(screen)


def test_a_mistake_of_the_program_shows_no_technical_words(
    open_preview: Open, desk: PrintDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, capsys
):
    desk.has_printers("balie")

    def broken(_pdf: bytes, _printer: str, _tell: Tell) -> None:
        raise RuntimeError("Jansen")

    monkeypatch.setattr(printing, "send", broken)
    screen = open_preview()
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Er ging iets mis in het programma." in shown(screen))
    reported = capsys.readouterr().err
    assert "RuntimeError" in reported
    assert "Jansen" not in reported + shown(screen)


def test_where_there_is_a_choice_the_chosen_printer_prints(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    desk.has_printers("balie", "kantoor")
    screen = open_preview()
    chooser = button(screen, "Printer: balie")
    entries = chooser.menu().findChildren(QAction)
    assert [(entry.text(), entry.isChecked()) for entry in entries if entry.text()] == [
        ("balie", True),
        ("kantoor", False),
    ]
    next(entry for entry in entries if entry.text() == "kantoor").trigger()
    assert QApplication.focusWidget() is button(screen, "Printer: kantoor")
    print_it(screen, qtbot)
    assert "-d kantoor" in desk.kept("arguments").decode()


def test_one_printer_is_no_choice(open_preview: Open, desk: PrintDesk):
    desk.has_printers("balie")
    screen = open_preview()
    assert not [found for found in screen.findChildren(QPushButton) if found.text().startswith("Printer:")]


def test_a_double_click_and_a_key_held_down_print_once(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    desk.has_printers("balie")
    screen = open_preview()
    target = button(screen, "Printen")
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Het blad ligt bij de printer." in shown(screen))
    QTest.mouseDClick(target, Qt.MouseButton.LeftButton)
    press_event, release_event = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for kind in (press_event, release_event) * 3:
        held = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(target, held)
    assert not any(shortcut.autoRepeat() for shortcut in target.findChildren(QShortcut))
    assert "Het blad ligt bij de printer." in shown(screen)
    assert desk.jobs() == 1


def test_a_sheet_counts_as_printed_from_the_start_and_nothing_more_is_printed_meanwhile(
    open_preview: Open, desk: PrintDesk, qtbot: QtBot
):
    desk.has_printers("balie")
    gate = slow_printer(desk)
    screen = open_preview()
    heard: list[str] = []
    screen.printed.connect(lambda: heard.append("printed"))
    screen.closed.connect(lambda: heard.append("closed"))
    press(screen, Qt.Key.Key_P, CONTROL)
    assert heard == ["printed"]
    press(screen, Qt.Key.Key_P, CONTROL)
    assert "Het blad gaat naar de printer." in shown(screen)
    press(screen, Qt.Key.Key_Escape)
    assert heard == ["printed", "closed"]
    gate.write_bytes(b"open")
    qtbot.waitUntil(lambda: "Het blad ligt bij de printer." in shown(screen))
    assert desk.jobs() == 1


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("printer_works", [False, True])
def test_a_print_outlives_its_screen_and_a_failure_is_told_in_the_window(
    qtbot: QtBot, qapp: QApplication, desk: PrintDesk, sheet: bytes, printer_works: bool, kept: bool
):
    theme.apply(qapp, "light", 100)
    desk.has_printers("balie")
    gate = slow_printer(desk, LP if printer_works else 'cat > "{desk}/paper.pdf"')
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    screen = PreviewScreen(sheet, "DigiD aanvragen", Outcomes(told.append))
    layout.addWidget(screen)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(screen.is_ready)
    button(screen, "Printen").click()
    swap(layout, screen, QWidget())
    if not kept:
        delete(screen)
    gate.write_bytes(b"open")
    qtbot.waitUntil(lambda: not background._under_way)
    QApplication.sendPostedEvents()
    assert [text.partition(".")[0] for text in told] == ([] if printer_works else ["Printen is niet gelukt"])
    assert desk.kept("paper.pdf") == sheet


def slow_printer(desk: PrintDesk, script: str = LP) -> Path:
    """Let the printer wait until something is written into the file that this gives."""
    gate = desk.folder / "gate"
    os.mkfifo(gate)
    desk.program("lp", script + '; cat "{desk}/gate" > /dev/null')
    return gate


def test_a_sheet_that_cannot_be_shown_can_still_be_printed(open_preview: Open, desk: PrintDesk, qtbot: QtBot, capsys):
    desk.has_printers("balie")
    screen = open_preview(b"dit is geen blad", wait=False)
    qtbot.waitUntil(lambda: "Het voorbeeld is niet te zien. U kunt het blad wel printen." in shown(screen))
    print_it(screen, qtbot)
    assert desk.kept("paper.pdf") == b"dit is geen blad"
    assert "PdfiumError" in capsys.readouterr().err


def test_where_the_printer_tells_nothing_the_screen_sends_someone_to_look(
    open_preview: Open, heard: list[str], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    painted = without_cups(tmp_path, monkeypatch)
    screen, out = open_preview(), list[str]()
    screen._printer._outcomes = Outcomes(came_out=out.append)
    press(screen, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: "Het blad is naar de printer gestuurd. Kijk of het eruit komt." in shown(screen))
    assert "ligt bij de printer" not in " ".join(heard)
    assert out == []
    assert painted.exists()


def test_without_the_programs_of_cups_qt_looks_for_printers(
    open_preview: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-server.sock"))
    assert "Er is geen printer gevonden." in shown(open_preview())


def test_it_says_that_the_paper_is_out_until_someone_fills_it(
    open_preview: Open, desk: PrintDesk, heard: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(printer_state, "SECONDS_BETWEEN_LOOKS", 0.01)
    desk.program(
        "lpstat",
        'case "$1$2$3" in -e) echo balie;; '
        '-l-pbalie) printf "printer balie now printing balie-7.\\n\\tAlerts: media-empty-error media-low-report\\n";; '
        '-l-Wnot-completed) [ -e "{desk}/filled" ] || echo "balie-7 ik";; esac',
    )
    screen = open_preview()
    press(screen, Qt.Key.Key_P, CONTROL)
    text = "Het papier in de printer is op. Vul het bij. Het blad komt dan vanzelf."
    qtbot.waitUntil(lambda: text in shown(screen))
    assert heard[-1] == text
    (desk.folder / "filled").touch()
    qtbot.waitUntil(lambda: OUT in shown(screen))
    assert desk.jobs() == 1
