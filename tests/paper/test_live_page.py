"""The page that follows what is typed: the last one wins, the old one stays, and it scrolls by key."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Heading
from ido_kiosk.base.errors import DeskError
from ido_kiosk.qt.live_page import LivePage

FRAME = QRectF(20, 60, 100, 30)


@pytest.fixture
def page(qtbot: QtBot, qapp) -> Iterator[LivePage]:
    made = LivePage("Zo komt de brief op papier.", FRAME)
    qtbot.addWidget(made)
    made.resize(420, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def titled(words: str) -> bytes:
    return pdf.make([Heading(words, 1)], words, "nl")


def ink(page: LivePage) -> int:
    """How much of the heading's place is dark."""
    picture = page._sheet.pixmap().toImage()
    rows = range(picture.height() // 8)
    return sum(picture.pixelColor(x, y).lightness() < 128 for y in rows for x in range(picture.width()))


def shown(page: LivePage) -> str:
    return "\n".join(part.text() for part in page.findChildren(QLabel) if part.isVisible())


def test_the_last_one_wins_and_the_old_one_stays_until_then(page: LivePage, qtbot: QtBot) -> None:
    page.follow(lambda: titled("x"))
    qtbot.waitUntil(page.is_up_to_date)
    before, may_go_on, begun, made = ink(page), threading.Event(), threading.Event(), []

    def slow() -> bytes:
        begun.set()
        may_go_on.wait(10)
        made.append("slow")
        return titled("half")

    page.follow(slow)
    qtbot.waitUntil(begun.is_set)
    for words in ("een", "twee", "drie heel veel langere woorden"):
        page.follow(lambda words=words: made.append(words) or titled(words))
    assert ink(page) == before
    may_go_on.set()
    qtbot.waitUntil(page.is_up_to_date)
    assert made == ["slow", "drie heel veel langere woorden"]
    assert ink(page) > before


def test_the_window_of_the_envelope_is_drawn(page: LivePage, qtbot: QtBot) -> None:
    page.follow(lambda: titled("x"))
    qtbot.waitUntil(page.is_up_to_date)
    picture = page._sheet.pixmap().toImage()
    scale = picture.width() / 210

    def is_blue(millimetres: tuple[float, float]) -> bool:
        colour = picture.pixelColor(*(round(each * scale) for each in millimetres))
        return colour.blue() > colour.red() + 40

    assert any(is_blue((x, 60)) for x in range(40, 100)), "its upper side"
    assert any(is_blue((20, y)) for y in range(65, 85)), "its left side"
    assert not any(is_blue((x, 75)) for x in range(30, 110)), "nothing inside"
    assert picture.pixelColor(5, 5) == QColor("white")


def test_what_cannot_be_printed_is_told_and_the_old_page_stays(page: LivePage, qtbot: QtBot) -> None:
    page.follow(lambda: titled("x"))
    qtbot.waitUntil(page.is_up_to_date)
    before = ink(page)

    def refused() -> bytes:
        raise DeskError("Het adres is te lang.")

    page.follow(refused)
    qtbot.waitUntil(lambda: "Het adres is te lang." in shown(page))
    assert ink(page) == before
    page.follow(lambda: titled("x"))
    qtbot.waitUntil(lambda: "Het adres is te lang." not in shown(page))


def test_nothing_of_a_page_comes_after_it_was_cleared(page: LivePage, qtbot: QtBot) -> None:
    may_go_on, begun = threading.Event(), threading.Event()

    def slow() -> bytes:
        begun.set()
        may_go_on.wait(10)
        return titled("Kanarie")

    page.follow(slow)
    qtbot.waitUntil(begun.is_set)
    page.clear()
    with qtbot.waitSignal(page.drawn):
        may_go_on.set()
    assert page._sheet.pixmap().isNull()


def test_the_whole_page_fits_or_its_width(page: LivePage, qtbot: QtBot) -> None:
    page.follow(lambda: titled("x"))
    bar = page.findChild(QScrollArea).verticalScrollBar()
    page.show_whole(True)
    qtbot.waitUntil(lambda: page.is_up_to_date() and bar.maximum() == 0)
    page.show_whole(False)
    qtbot.waitUntil(lambda: page.is_up_to_date() and bar.maximum() > 0)
    QTest.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
