"""The preview: real pages, as sharp and as large as the volunteer wants."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from ido_kiosk.qt import theme
from ido_kiosk.qt.sheets import Sheets
from tests.paper.conftest import PrintDesk
from tests.paper.preview_screen import CONTROL, Open, button, pages, press, shown


def test_every_page_is_a_picture_with_a_name(open_preview: Open, desk: PrintDesk):
    screen = open_preview()
    assert [page.accessibleName() for page in pages(screen)] == [
        "Blad 1 van 2: DigiD aanvragen",
        "Blad 2 van 2: DigiD aanvragen",
    ]
    assert "2 bladen" in shown(screen)
    for page in pages(screen):
        picture = page.pixmap().toImage()
        assert page.pixmap().size() == page.contentsRect().size() * page.devicePixelRatioF()
        colours = {picture.pixelColor(x, y).lightness() for x in range(0, 700, 3) for y in range(100, 200, 2)}
        assert min(colours) < 80
        assert max(colours) > 250


def test_it_says_that_the_sheet_is_coming_until_it_is_there(
    open_preview: Open, desk: PrintDesk, heard: list[str], qtbot: QtBot
):
    desk.has_printers("balie")
    screen = open_preview(wait=False)
    assert "Het blad wordt klaargezet." in shown(screen)
    qtbot.waitUntil(screen.is_ready)
    qtbot.waitUntil(lambda: "Het blad wordt klaargezet." not in shown(screen))
    assert heard == ["Het blad wordt klaargezet."]


def test_pages_stay_sharp_when_the_window_changes(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    screen = open_preview()
    screen.resize(600, 640)
    qtbot.waitUntil(lambda: pages(screen)[0].width() < 600)
    qtbot.waitUntil(screen.is_ready)
    assert all(page.pixmap().size() == page.contentsRect().size() for page in pages(screen))


def test_zoom_by_key_and_by_button_stops_at_its_ends(
    open_preview: Open, desk: PrintDesk, heard: list[str], qtbot: QtBot
):
    screen = open_preview()
    fitting = pages(screen)[0].width()
    press(screen, Qt.Key.Key_Equal, CONTROL)
    assert pages(screen)[0].width() == fitting * 150 // 100
    assert heard[-1] == "150 procent"
    press(screen, Qt.Key.Key_Minus, CONTROL)
    press(screen, Qt.Key.Key_Plus, CONTROL)
    for _ in range(5):
        button(screen, "Groter").click()
    assert pages(screen)[0].width() == fitting * 3
    for _ in range(9):
        button(screen, "Kleiner").click()
    assert pages(screen)[0].width() == fitting // 2
    qtbot.waitUntil(screen.is_ready)
    assert pages(screen)[1].pixmap().width() == fitting // 2 - 2


def test_pages_scroll_by_key_while_the_focus_is_on_print(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    screen = open_preview()
    area = screen.findChild(QScrollArea)
    press(screen, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    press(screen, Qt.Key.Key_End)
    assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()
    press(screen, Qt.Key.Key_Home)
    assert area.verticalScrollBar().value() == 0
    press(screen, Qt.Key.Key_Equal, CONTROL)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    press(screen, Qt.Key.Key_Right, CONTROL)
    assert area.horizontalScrollBar().value() > 0


def test_esc_goes_back(open_preview: Open, desk: PrintDesk, qtbot: QtBot):
    screen = open_preview()
    printed: list[bool] = []
    screen.printed.connect(lambda: printed.append(True))
    with qtbot.waitSignal(screen.closed):
        press(screen, Qt.Key.Key_Escape)
    assert printed == []


@pytest.mark.parametrize(("look", "percent"), [("light", 100), ("dark", 125), ("contrast", 200)])
def test_everything_fits_at_480_px(open_preview: Open, desk: PrintDesk, qapp: QApplication, look: str, percent: int):
    desk.has_printers("balie", "HP-LaserJet-van-de-bibliotheek")
    theme.apply(qapp, look, percent)
    screen = open_preview(size=(480, 700))
    assert screen.width() == 480
    assert screen.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
    for control in screen.findChildren(QPushButton):
        corner = control.mapTo(screen, QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.x() + control.width() <= 480
        assert control.height() >= 48
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name
        assert control.text().replace("\n", " ").replace("\u2028", " ") in name or "-" in name


def test_every_width_ends_in_a_sharp_picture(qtbot: QtBot, sheet: bytes) -> None:
    sheets = Sheets(sheet, "DigiD aanvragen")
    qtbot.addWidget(sheets)
    for width in range(700, 706):
        sheets.set_width(width)
        qtbot.waitUntil(sheets.is_drawn)
