"""Filling in a letter on its screen: what may stay empty, what is refused and where, and what wiping leaves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.letters import printout, service
from ido_kiosk.letters.content.letter import Letter
from ido_kiosk.letters.screen import LetterScreen, Sight
from ido_kiosk.letters.screen.form import Shelf as OnScreen
from ido_kiosk.letters.service import Draft
from ido_kiosk.qt import theme
from ido_kiosk.qt.live_page import LivePage
from tests.conftest import TODAY
from tests.letters.conftest import Shelf
from tests.letters.paper import ENVELOPES

BSN = "111222333"
Open = Callable[..., LetterScreen]


@pytest.fixture
def open_letter(qtbot: QtBot, qapp: QApplication, shelf: Shelf, letter: Letter) -> Open:
    theme.apply(qapp, "light", 100)

    def open_one(organisation: str = "SVB", **values: str) -> LetterScreen:
        around = OnScreen(shelf.facts, shelf.organisations, TODAY, lambda _context, dutch: dutch)
        profile = next(iter(ENVELOPES.values()))

        def work(draft: Draft) -> Callable[[], bytes]:
            ready = service.ready(letter, draft, shelf.facts, shelf.organisations, TODAY, lambda _context, dutch: dutch)
            return lambda: printout.letter_pdf(ready, profile)

        sight = Sight(work, profile.middle)
        screen = LetterScreen(letter, Draft("voorbeeld", organisation, values), around, sight)
        qtbot.addWidget(screen)
        screen.resize(480, 800)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        return screen

    return open_one


def named(screen: QWidget, name: str) -> QWidget:
    found = [*screen.findChildren(QLineEdit), *screen.findChildren(QPlainTextEdit), *screen.findChildren(QPushButton)]
    return next(part for part in found if part.accessibleName().startswith(name) and part.isVisible())


def shown(screen: QWidget) -> str:
    return "\n".join(part.text() for part in screen.findChildren(QLabel) if part.isVisible())


def fill(screen: LetterScreen, name: str, text: str) -> None:
    QTest.keyClicks(named(screen, name), text)


def press(screen: LetterScreen, name: str) -> None:
    button = named(screen, name)
    assert isinstance(button, QPushButton)
    button.click()
    QApplication.processEvents()


def test_an_empty_letter_goes_to_paper(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    with qtbot.waitSignal(screen.paper_requested) as asked:
        press(screen, "Bekijk en print")
    assert asked.args == [Draft("voorbeeld", "SVB")]


def test_it_is_asked_to_whom_first(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter("")
    assert not screen.findChildren(QLineEdit)
    with qtbot.assertNotEmitted(screen.paper_requested):
        press(screen, "Bekijk en print")
    assert "Verbeter nog 1 ding." in shown(screen)
    press(screen, "Kies aan wie u schrijft.")
    assert QApplication.focusWidget() is named(screen, "Aan wie schrijft u?")
    press(screen, "Aan wie schrijft u? Een andere organisatie")
    fill(screen, "Uw naam", "Jo")
    with qtbot.waitSignal(screen.paper_requested) as asked:
        press(screen, "Bekijk en print")
    assert asked.args == [Draft("voorbeeld", "EIGEN", {"naam": "Jo"})]


def test_what_is_wrong_is_told_on_top_and_at_the_field(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    fill(screen, "Uw postcode", "12")
    fill(screen, "Welke post", f"brief {BSN}")
    with qtbot.assertNotEmitted(screen.paper_requested):
        press(screen, "Bekijk en print")
    assert "Verbeter nog 2 dingen." in shown(screen)
    link = named(screen, "Uw postcode: Dit lijkt geen postcode.")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is link)
    QTest.keyClick(link, Qt.Key.Key_Space)
    postcode = named(screen, "Uw postcode")
    link.hide()
    postcode = next(part for part in screen.findChildren(QLineEdit) if part.accessibleName() == "Uw postcode")
    assert QApplication.focusWidget() is postcode
    assert "1234 AB" in postcode.accessibleDescription()
    assert "burgerservicenummer kan zijn" in shown(screen)


def test_one_key_makes_a_dotted_line_of_a_reference(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter("GEM")
    fill(screen, "Het kenmerk van uw brief", BSN)
    press(screen, "Bekijk en print")
    QTest.keyClick(named(screen, "Het kenmerk van uw brief"), Qt.Key.Key_F4)
    with qtbot.waitSignal(screen.paper_requested) as asked:
        press(screen, "Bekijk en print")
    assert asked.args == [Draft("voorbeeld", "GEM")]


def test_a_reference_that_may_hold_the_number_cannot_be_typed(open_letter: Open) -> None:
    screen = open_letter("GEM")
    fill(screen, "Het kenmerk van uw brief", "AB-1")
    press(screen, "Aan wie schrijft u? De SVB")
    lines = [part.accessibleName() for part in screen.findChildren(QLineEdit) if part.isVisible()]
    assert "Het kenmerk van uw brief" not in lines
    assert "Het kenmerk van uw brief typt u hier niet" in shown(screen)


def test_reasons_are_for_the_pen_unless_typing_is_chosen(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    assert "U schrijft dit zelf, met de pen." in shown(screen)
    with qtbot.waitSignal(screen.draft_changed) as kept:
        press(screen, "Toch typen: Waarom")
        fill(screen, "Waarom", "x")
    assert kept.args[0].values == {"reden": "x"}
    with qtbot.waitSignal(screen.draft_changed) as kept:
        press(screen, "Toch typen: Waarom")
    assert kept.args[0].values == {}


def test_the_address_of_the_own_letter_goes_before_ours(open_letter: Open) -> None:
    screen = open_letter("DUO")
    assert "Staat er een ander adres in uw eigen brief? Gebruik dan dat." in shown(screen)
    fill(screen, "Het adres in uw eigen brief", "DUO Groningen")
    assert "U hebt dit adres overgenomen uit uw eigen brief." in shown(screen)


def test_a_choice_can_be_taken_back(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    for expected in ({"manier": "papier"}, {}):
        with qtbot.waitSignal(screen.draft_changed) as kept:
            press(screen, "Wat wilt u: Een formulier op papier")
        assert kept.args[0].values == expected


def test_wiping_leaves_nothing_to_see_or_to_undo(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter(naam="Kanarie")
    fill(screen, "Welke post", "kanarie")
    press(screen, "Toch typen: Waarom")
    fill(screen, "Waarom", "kanarie")
    with qtbot.assertNotEmitted(screen.draft_changed):
        screen.wipe()
    for line in screen.findChildren(QLineEdit):
        line.undo()
        assert (line.text(), line.completer()) == ("", None)
    for text in screen.findChildren(QPlainTextEdit):
        text.undo()
        assert text.toPlainText() == ""


def test_all_can_be_reached_by_the_tab_key(open_letter: Open) -> None:
    screen = open_letter()
    screen.focus_first()
    reached = set()
    for _each in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [*screen.findChildren(QLineEdit), *screen.findChildren(QPlainTextEdit), *screen.findChildren(QPushButton)]
    names = [part.accessibleName() for part in wanted if part.isVisible() and part not in reached]
    assert [name for name in names if not name.startswith("Aan wie")] == []  # arrows go there, as in any such group


def test_arrows_choose_another_organisation(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter("SVB", naam="Jo")
    chosen = named(screen, "Aan wie schrijft u? De SVB")
    chosen.setFocus()
    with qtbot.waitSignal(screen.draft_changed) as kept:
        QTest.keyClick(chosen, Qt.Key.Key_Down)
    assert kept.args[0].organisation != "SVB"
    assert kept.args[0].values == {"naam": "Jo"}


def test_in_a_narrow_window_one_key_shows_the_paper_and_brings_one_back(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    paper = screen.findChild(LivePage)
    name = named(screen, "Uw naam")
    name.setFocus()
    fill(screen, "Uw naam", "Jo")
    assert not paper.isVisible()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_Escape):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
        qtbot.waitUntil(paper.is_up_to_date)
        assert paper.isVisible()
        assert not name.isVisible()
        assert QApplication.focusWidget() is named(screen, "Verder typen")
        QTest.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is name


def test_from_the_paper_one_goes_on_to_print_or_back_to_what_is_wrong(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    fill(screen, "Uw postcode", "12")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
    with qtbot.assertNotEmitted(screen.paper_requested):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    link = named(screen, "Uw postcode: Dit lijkt geen postcode.")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is link)
    fill(screen, "Uw postcode", "34 AB")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
    with qtbot.waitSignal(screen.paper_requested):
        press(screen, "Bekijk en print de brief")


def test_in_a_wide_window_the_paper_follows_beside_the_form(open_letter: Open, qtbot: QtBot) -> None:
    screen = open_letter()
    screen.resize(1000, 800)
    paper = screen.findChild(LivePage)
    qtbot.waitUntil(paper.is_up_to_date)
    empty = paper._sheet.pixmap().toImage()
    fill(screen, "Uw naam", "Jo Voorbeeld")
    qtbot.waitUntil(lambda: paper.is_up_to_date() and paper._sheet.pixmap().toImage() != empty)
    assert "Uw naam" in [part.text() for part in screen.findChildren(QLabel) if part.isVisible()]
    screen.wipe()
    assert paper._sheet.pixmap().isNull()
