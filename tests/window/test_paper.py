"""From a guide to paper: two keys, the short sheet first, and only what is given along counts as help."""

import os
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ido_kiosk.app import Desk
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player
from ido_kiosk.visit.service import PRINTED
from tests.paper.conftest import PrintDesk
from tests.window.test_visit import go_through

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintDesk:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    made = PrintDesk(folder)
    made.has_printers("balie")
    return made


def text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


def helped(desk: Desk) -> list[str]:
    return [code for asked in desk.parts.visit.proposals.values() for code in asked.helped]


def open_preview(player: Player, qtbot: QtBot) -> PreviewScreen:
    go_through(player)
    player.key(Qt.Key.Key_P, CONTROL)
    preview = player.wait_for_part(PreviewScreen)
    qtbot.waitUntil(preview.is_ready)
    return preview


def choose(preview: PreviewScreen, words: str) -> None:
    buttons = preview.findChildren(QPushButton)
    chooser = next(found for found in buttons if found.accessibleName().startswith("Soort blad"))
    next(entry for entry in chooser.menu().actions() if entry.text() == words).trigger()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_P, CONTROL), (Qt.Key.Key_Return, None)])
def test_two_keys_from_the_guide_to_paper(
    desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None
) -> None:
    open_preview(player, qtbot)
    player.key(key, modifier or Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: printers.jobs() == 1)
    assert "Kom gerust terug." in text(printers.kept("paper.pdf"))
    assert PRINTED in helped(desk)


def test_another_kind_is_made_and_printed(desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot) -> None:
    preview = open_preview(player, qtbot)
    choose(preview, "Lang blad, grote letters")
    player.key(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: printers.jobs() == 1)
    assert "Op dit blad staat niets over u." in text(printers.kept("paper.pdf"))
    assert PRINTED in helped(desk)


def test_a_card_for_the_desk_is_no_help(desk: Desk, player: Player, printers: PrintDesk, qtbot: QtBot) -> None:
    preview = open_preview(player, qtbot)
    choose(preview, "Voor de balie: Baliekaart")
    player.key(Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: printers.jobs() == 1)
    assert "Niet meegeven aan de bezoeker." in text(printers.kept("paper.pdf"))
    assert PRINTED not in helped(desk)
