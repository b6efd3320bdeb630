"""Arabic that begins with a word in our letters runs from right to left all the same: judged by the picture."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.base.direction import led
from ido_kiosk.qt import theme
from ido_kiosk.qt.layouts import label
from ido_kiosk.qt.marked_text import MarkedText

WORD, REST = "DigiD", "تفعيل بالرسالة"
WIDTH = 600
PAPER = 150


@pytest.fixture(autouse=True)
def mirrored(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 100)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(qapp, "light", 100)


def ink(part: QWidget) -> list[int]:
    """How much is drawn in each column of pixels."""
    part.resize(WIDTH, 60)
    image = QImage(part.size(), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    part.render(image)
    across, down = range(image.width()), range(image.height())
    return [sum(image.pixelColor(x, y).red() < PAPER for y in down) for x in across]


@pytest.mark.parametrize("name", ["title", ""])
def test_the_first_word_stands_at_the_right(name: str, qtbot: QtBot) -> None:
    alone, whole = label(WORD, name), label(f"{WORD} {REST}", name)
    for part in (alone, whole):
        qtbot.addWidget(part)
    at = next(column for column, dots in enumerate(ink(alone)) if dots)
    assert at > WIDTH // 2
    assert ink(whole)[at:] == ink(alone)[at:]
    assert any(ink(whole)[:at])


def test_so_does_a_text_with_marked_words(qtbot: QtBot) -> None:
    made = MarkedText(f"{WORD} {REST}", ((WORD, REST),), "")
    qtbot.addWidget(made)
    [shown, meaning] = made.findChildren(QLabel)
    laid_out = QTextDocument()  # what QLabel uses itself
    laid_out.setHtml(shown.text())
    assert laid_out.firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    assert meaning.text() == f"\u200f{WORD}: {REST}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WORD} {REST}", "\u200f"),
        (f"1. {WORD} {REST}", "\u200f"),
        (f"{REST} {WORD}", ""),
        (f"12 {REST}", ""),
        (WORD, ""),
        ("", ""),
        (f"\u200f{WORD} {REST}", ""),
    ],
)
def test_only_what_needs_it_gets_a_mark(text: str, expected: str) -> None:
    assert led(text) == f"{expected}{text}"
