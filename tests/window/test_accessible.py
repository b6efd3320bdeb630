"""What checklist A of accessibility asks of every screen, as far as a test can see it (docs/toegankelijkheid.md)."""

import re
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from ido_kiosk.app import Desk
from ido_kiosk.qt import theme
from ido_kiosk.qt.word_button import WordButton
from ido_kiosk.tour import Player, settle
from ido_kiosk.window.top_bar import TopBar
from tests.window.conftest import OpenDesk
from tests.window.test_looks import SCREENS, contrast, controls, to_answer, to_guide, to_step, to_this_desk, walk

TITLES = {
    "start": "Waar kunnen we mee helpen?",
    "search": "Waar kunnen we mee helpen?",
    "guide": "Vooraf · DigiD aanvragen",
    "step": "Stap 1 van 6",
    "topics": "Waar ging de vraag over?",
    "urgent": "Spoed. Ik ben opgelicht",
    "theme": "Inloggen",
    "life event": "Levensgebeurtenis. 18 worden",
    "organisations": "Organisaties",
    "organisation": "Organisatie. DigiD",
    "help": "Hulp",
    "visitor view": "Stap 1 van 6",
    "this desk": "Deze balie",
    "to check": "Nog na te kijken",
    "answer": "Telefoonnummer van UWV voor werknemers",
    "waiting": "Later aanvullen",
    "preview": "Informatiepunt Digitale Overheid",
}
SAME_ROW = 12
"""Px that parts beside each other may differ in height."""
MOST_STOPS = 140


def shown_part(part: QWidget) -> float:
    """How much of a part is in sight, within the page that scrolls it and the window."""
    rest = part.visibleRegion().boundingRect()
    return rest.width() * rest.height() / max(part.width() * part.height(), 1)


def stops(player: Player) -> Iterator[QWidget]:
    """Where the Tab key goes, until it comes back to where it began."""
    first = None
    for _press in range(MOST_STOPS):
        player.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is first:
            return
        first = first or focused
        yield focused
    raise AssertionError("the Tab key does not come round")


@pytest.mark.parametrize(("screen", "title"), TITLES.items())
def test_a_screen_says_where_one_is_and_shows_what_has_the_focus(open_kiosk: OpenDesk, screen: str, title: str) -> None:
    """A02, A05, A08, A22: also in a narrow window with a message on it, Tab goes round and nothing lies over the focus.

    Who says what is written on a button presses that button: its words are in its name.
    """
    desk = open_kiosk(size=(480, 800))
    player = Player(desk.window)
    SCREENS[screen](player)
    assert desk.window.windowTitle().startswith(title)
    shown = [part for part in desk.window.findChildren(QAbstractButton) if part.isVisible()]
    assert [part.accessibleName() for part in shown if not says_its_words(part)] == []
    desk.window.note("Een melding die blijft staan.")
    settle()
    assert [part.accessibleName() for part in stops(player) if shown_part(part) < 0.3] == []


def test_no_two_screens_have_the_same_title() -> None:
    """A22."""
    assert len(set(TITLES.values())) == len(TITLES) - 2  # start and search; step and visitor view


@pytest.mark.parametrize("name", theme.THEMES)
@pytest.mark.parametrize("screen", ["guide", "this desk", "organisations"])
def test_focus_is_seen_in_every_theme(desk: Desk, player: Player, screen: str, name: str) -> None:
    """A07: with the focus at least two px around a part look otherwise, and stand out from the page."""
    SCREENS[screen](player)
    desk.window.change_look(theme=name)
    settle()
    page = theme.tokens(name)["page"]
    weak = []
    for part in controls(desk.window):
        part.clearFocus()
        settle()
        before = picture(part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        after = picture(part)
        across = [after.pixelColor(x, after.height() // 2).name() for x in range(2)]
        if before == after or any(contrast(colour, page) < 3 for colour in across):
            weak.append(f"{part.accessibleName()} {across}")
    assert weak == []


def picture(part: QWidget) -> QImage:
    return part.grab().toImage()


def test_a_press_can_be_called_off(desk: Desk, player: Player) -> None:
    """A19: it acts when the button is released, and not when one has moved off it."""
    to_guide(player)
    forward = player.button("Verder")
    window, left = desk.window.windowHandle(), Qt.MouseButton.LeftButton
    middle = forward.mapTo(desk.window, forward.rect().center())
    before = desk.window.windowTitle()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, left, none, middle)
    settle()
    assert desk.window.windowTitle() == before
    QTest.mouseMove(window, middle - QPoint(0, 300))
    QTest.mouseRelease(window, left, none, middle - QPoint(0, 300))
    settle()
    assert desk.window.windowTitle() == before
    QTest.mousePress(window, left, none, middle)
    QTest.mouseRelease(window, left, none, middle)
    settle()
    assert desk.window.windowTitle() != before


def test_what_is_chosen_is_said(desk: Desk, player: Player) -> None:
    """A03: a screen reader hears which answer is pressed."""
    to_this_desk(player)
    states = {
        node.text(QAccessible.Text.Name): (node.state().checkable, node.state().checked)
        for node in walk(QAccessible.queryAccessibleInterface(desk.window))
        if node.state().checkable and not node.state().invisible
    }
    question = "Links openen in de browser van deze computer?"
    assert states[f"{question} Ja"] == (True, True)
    assert states[f"{question} Nee"] == (True, False)


@pytest.mark.parametrize("to_form", [to_answer, to_this_desk])
def test_a_field_has_its_label_above_it(desk: Desk, player: Player, to_form: object) -> None:
    """A02, A25: a visible label, the same words as a screen reader hears, and no example in its place."""
    assert callable(to_form)
    to_form(player)
    labels = {part.buddy(): part for part in desk.window.findChildren(QLabel) if part.buddy() is not None}
    fields = [part for kind in (QLineEdit, QPlainTextEdit) for part in desk.window.findChildren(kind)]
    assert fields
    for field in (part for part in fields if part.isVisible()):
        above = labels[field]
        assert above.text() == field.accessibleName()
        assert above.mapTo(desk.window, QPoint(0, 0)).y() < field.mapTo(desk.window, QPoint(0, 0)).y()
        assert isinstance(field, QPlainTextEdit) or field.placeholderText() == ""


def says_its_words(part: QAbstractButton) -> bool:
    """Whether the written words, without the number key before them, all come in what is said, in their order."""
    rest = iter(words_of(part.accessibleName()))
    return all(word in rest for word in words_of(part.text().lstrip("0123456789 ")))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def width_of_words(part: WordButton) -> int:
    beside = part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    words = max(part.fontMetrics().horizontalAdvance(line) for line in part.text().split("\n"))
    return words + beside * part.iconSize().width()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (700, 700), (480, 800)])
def test_no_word_of_the_bar_is_cut_off(open_kiosk: OpenDesk, size: tuple[int, int]) -> None:
    """A14, A28: the bar has its words at every size, and always the same order."""
    desk = open_kiosk(size=size)
    for language, percent in product(("nl", "ar"), theme.TEXT_SIZES):
        desk.window.change_look(text_size=percent, language=language)
        settle()
        [bar] = [part for part in desk.window.findChildren(TopBar) if part.isVisible()]
        made = [part for part in bar.findChildren(WordButton) if part.isVisible()]
        assert [part.text() for part in made if part.width() < width_of_words(part)] == [], (language, percent)
        places = [part.x() for part in made]
        assert places == sorted(places, reverse=language == "ar")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_tab_key_goes_down_the_page(desk: Desk, player: Player, language: str) -> None:
    """A06: the order of the Tab key within the page is from top to bottom, also in a mirrored window."""
    to_step(player)
    desk.window.change_look(language=language)
    settle()
    area = next(each for each in desk.window.findChildren(QScrollArea) if each.isVisible())
    page = area.widget()
    tops = [part.mapTo(page, QPoint(0, 0)).y() for part in stops(player) if page.isAncestorOf(part)]
    start = tops.index(min(tops))
    ordered = tops[start:] + tops[:start]
    assert len(ordered) > 5
    assert [after for before, after in pairwise(ordered) if after < before - SAME_ROW] == []
