"""The preview with more kinds of sheets: choose one, and print exactly that one."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ido_kiosk.base import pdf
from ido_kiosk.base.blocks import Heading
from ido_kiosk.qt import theme
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.qt.preview_parts import Kind
from tests.paper.conftest import PrintDesk
from tests.paper.preview_screen import button, pages, print_it, shown

KINDS = [Kind("kort", "Kort blad"), Kind("lang", "Lang blad"), Kind("balie", "Voor de balie", for_visitor=False)]
SHEETS = {kind.id: pdf.make([Heading(kind.words, 1)], kind.words, "nl") for kind in KINDS}


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication, desk: PrintDesk) -> PreviewScreen:
    theme.apply(qapp, "light", 100)
    desk.has_printers("balie")
    made = PreviewScreen(SHEETS["kort"], "Kort blad", kinds=KINDS, chosen="kort", remark="Niemand las dit na.")
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_first()
    qtbot.waitUntil(made.is_ready)
    return made


def choose(screen: PreviewScreen, words: str) -> None:
    menu = button(screen, "Soort blad").menu()
    next(entry for entry in menu.actions() if entry.text() == words).trigger()


def test_each_kind_can_be_chosen_and_the_present_one_is_marked(screen: PreviewScreen) -> None:
    chooser = button(screen, "Soort blad: Kort blad")
    assert [entry.text() for entry in chooser.menu().actions()] == ["Kort blad", "Lang blad", "Voor de balie"]
    assert [entry.text() for entry in chooser.menu().actions() if entry.isChecked()] == ["Kort blad"]
    assert "Niemand las dit na." in shown(screen)


def test_the_chosen_sheet_is_shown_and_printed(screen: PreviewScreen, desk: PrintDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.kind_chosen) as asked:
        choose(screen, "Lang blad")
    assert asked.args == ["lang"]
    assert QApplication.focusWidget() is button(screen, "Printen")
    screen.show_sheet(SHEETS["lang"], "Lang blad")
    qtbot.waitUntil(screen.is_ready)
    assert [page.accessibleName() for page in pages(screen)] == ["Blad 1 van 1: Lang blad"]
    assert button(screen, "Soort blad: Lang blad")
    print_it(screen, qtbot)
    assert desk.kept("paper.pdf") == SHEETS["lang"]


def test_printing_while_the_sheet_is_made_prints_that_sheet_once_it_is_there(
    screen: PreviewScreen, desk: PrintDesk, qtbot: QtBot
) -> None:
    choose(screen, "Lang blad")
    button(screen, "Printen").click()
    assert desk.jobs() == 0
    screen.show_sheet(SHEETS["lang"], "Lang blad")
    qtbot.waitUntil(lambda: "Het blad ligt bij de printer." in shown(screen))
    assert desk.kept("paper.pdf") == SHEETS["lang"]
    assert desk.jobs() == 1


def test_a_card_for_the_desk_is_printed_but_is_no_help_to_a_visitor(
    screen: PreviewScreen, desk: PrintDesk, qtbot: QtBot
) -> None:
    printed: list[bool] = []
    screen.printed.connect(lambda: printed.append(True))
    choose(screen, "Voor de balie")
    screen.show_sheet(SHEETS["balie"], "Baliekaart")
    qtbot.waitUntil(screen.is_ready)
    print_it(screen, qtbot)
    assert desk.kept("paper.pdf") == SHEETS["balie"]
    assert printed == []


def test_when_a_sheet_cannot_be_made_the_one_before_it_stays(screen: PreviewScreen, qtbot: QtBot) -> None:
    choose(screen, "Lang blad")
    screen.keep_sheet("kort")
    assert screen.pdf == SHEETS["kort"]
    assert button(screen, "Soort blad: Kort blad")
    assert "Het blad wordt klaargezet." not in shown(screen)
    with qtbot.waitSignal(screen.kind_chosen):
        choose(screen, "Voor de balie")
