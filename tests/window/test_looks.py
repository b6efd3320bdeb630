"""Every screen in every look: names, sizes of targets, nothing cut off, words and colours changed while running."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from ido_kiosk.app import Desk
from ido_kiosk.qt import theme
from ido_kiosk.tour import Player, settle, wait_for
from tests.window.conftest import OpenDesk

Role = QAccessible.Role
INTERACTIVE = {Role.Button, Role.PushButton, Role.EditableText, Role.CheckBox, Role.ComboBox, Role.Link, Role.MenuItem}
TARGET = 48
SPARE = 4
"""Px: what Qt adds to the size hint of a tool button above its own minimum, without drawing anything in it."""


def to_search(player: Player) -> None:
    player.search("digid")


def to_guide(player: Player) -> None:
    player.search("digid aanvragen")
    player.key(Qt.Key.Key_Return)


def to_step(player: Player) -> None:
    to_guide(player)
    player.press("Verder")


def to_topics(player: Player) -> None:
    player.press("Kies een onderwerp")


def to_urgent(player: Player) -> None:
    player.press("Spoed")
    player.key(Qt.Key.Key_1)


def to_theme(player: Player) -> None:
    player.press("Thema's")
    player.key(Qt.Key.Key_1)


def to_life_event(player: Player) -> None:
    player.press("Levensgebeurtenissen")
    player.key(Qt.Key.Key_1)


def to_organisations(player: Player) -> None:
    player.press("Organisaties")


def to_organisation(player: Player) -> None:
    to_organisations(player)
    player.press("DigiD")


def to_help(player: Player) -> None:
    player.key(Qt.Key.Key_F1)


def to_visitor_view(player: Player) -> None:
    to_step(player)
    player.key(Qt.Key.Key_F6)


def to_this_desk(player: Player) -> None:
    to_help(player)
    player.press("Deze balie")


def to_check(player: Player) -> None:
    to_help(player)
    player.press("Nog na te kijken")


def to_answer(player: Player) -> None:
    to_check(player)
    player.press("Nakijken: Telefoonnummer van UWV")
    player.press("Klopt dit? Het is anders")


def to_waiting(player: Player) -> None:
    to_step(player)
    player.key(Qt.Key.Key_F12)
    player.key(Qt.Key.Key_F10)


def to_letter(player: Player) -> None:
    player.press("Brieven")
    player.press("Vragen om een beslissing over uw toeslag")


def to_preview(player: Player) -> None:
    from ido_kiosk.qt.preview import PreviewScreen

    to_step(player)
    player.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    wait_for(player.wait_for_part(PreviewScreen).is_ready, "the sheet")


SCREENS: dict[str, Callable[[Player], None]] = {
    "start": lambda player: None,
    "search": to_search,
    "guide": to_guide,
    "step": to_step,
    "topics": to_topics,
    "urgent": to_urgent,
    "theme": to_theme,
    "life event": to_life_event,
    "organisations": to_organisations,
    "organisation": to_organisation,
    "help": to_help,
    "visitor view": to_visitor_view,
    "this desk": to_this_desk,
    "to check": to_check,
    "answer": to_answer,
    "waiting": to_waiting,
    "letter": to_letter,
    "preview": to_preview,
}


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None and child.isValid():
            yield from walk(child)


def nameless(widget: QWidget) -> list[str]:
    bad = []
    for node in walk(QAccessible.queryAccessibleInterface(widget)):
        state = node.state()
        if state.invisible or node.role() in (Role.Window, Role.Client):
            continue
        if (state.focusable or node.role() in INTERACTIVE) and not node.text(QAccessible.Text.Name).strip():
            bad.append(f"{node.role().name} {node.object()}")
    return bad


def controls(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    parts = [part for kind in kinds for part in window.findChildren(kind)]
    return [part for part in parts if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_name_and_is_large_enough_also_in_another_language(
    desk: Desk, player: Player, screen: str
) -> None:
    SCREENS[screen](player)
    settle()
    assert nameless(desk.window) == []
    small = [part.accessibleName() for part in controls(desk.window) if min(part.width(), part.height()) < TARGET]
    assert small == []
    desk.window.change_look(language="en")
    settle()
    assert nameless(desk.window) == []
    assert player.button("New visitor")
    desk.window.change_look(language="nl")
    settle()
    assert player.button("Nieuwe bezoeker")


@pytest.mark.parametrize("screen", SCREENS)
def test_beside_a_browser_nothing_is_cut_off(open_kiosk: OpenDesk, screen: str) -> None:
    desk = open_kiosk(size=(480, 800))
    SCREENS[screen](Player(desk.window))
    for percent in theme.TEXT_SIZES:
        desk.window.change_look(text_size=percent)
        settle()
        settle()  # words that wrap make the page around them higher
        assert desk.window.width() == 480
        for area in desk.window.findChildren(QScrollArea):
            if area.isVisible() and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                assert area.widget().width() <= area.viewport().width(), (percent, area.objectName())
        assert [part.accessibleName() for part in controls(desk.window) if is_cut_off(part, desk.window)] == [], percent


def is_cut_off(part: QWidget, window: QWidget) -> bool:
    """Whether a control is too low for its words, too narrow for them, or reaches beyond the window."""
    if not isinstance(part, QPlainTextEdit) and part.height() + SPARE < part.sizeHint().height():
        return True
    if isinstance(part, QToolButton):  # its words wrap at spaces at most
        beside = part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        words = max(part.fontMetrics().horizontalAdvance(line) for line in part.text().split("\n"))
        if part.width() < words + beside * part.iconSize().width():
            return True
    return bool(part.mapTo(window, part.rect().topRight()).x() > 480)


def test_a_look_is_for_this_visitor_only(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    desk.window.change_look(theme="contrast", text_size=150, language="en")
    Player(desk.window).key(Qt.Key.Key_F12)
    assert Player(desk.window).button("Nieuwe bezoeker")
    assert Player(open_kiosk().window).button("Nieuwe bezoeker")


def test_a_look_can_be_made_that_of_the_desk(open_kiosk: OpenDesk) -> None:
    desk = open_kiosk()
    desk.window.change_look(theme="contrast", text_size=150, language="en")
    player = Player(desk.window)
    player.key(Qt.Key.Key_F1)
    player.press("Remember language")
    player.key(Qt.Key.Key_F12)
    assert player.button("New visitor")
    assert Player(open_kiosk().window).button("New visitor")
    assert QApplication.palette().window().color().name() == theme.tokens("contrast")["page"].lower()


def test_the_computers_own_colours_are_followed_until_someone_chooses(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page_colour() -> str:
        return QApplication.palette().window().color().name()

    # Off screen there is no computer whose colours change: only what it would say is a stand-in here.
    monkeypatch.setattr(theme, "resolve", lambda name: name or "dark")
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert page_colour() == theme.tokens("dark")["page"].lower()
    desk.window.change_look(theme="contrast")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert page_colour() == theme.tokens("contrast")["page"].lower()


def test_focus_is_visible_on_every_kind_of_control(desk: Desk, player: Player) -> None:
    to_step(player)
    for part in controls(desk.window):
        part.clearFocus()
        settle()
        without = part.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        assert part.grab().toImage() != without, part.accessibleName()


def test_tab_reaches_every_control(desk: Desk, player: Player) -> None:
    to_step(player)
    wanted, reached = controls(desk.window), set()
    for _time in range(len(wanted) + 5):
        player.key(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget().accessibleName())
    still = [part for part in wanted if part.isVisible()]  # what leads down to the answers goes when they are in sight
    assert {part.accessibleName() for part in still} <= reached


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    ("text", "page"), ("text", "surface"), ("text", "bar"), ("text", "hover"), ("text", "pressed"), ("muted", "page"),
    ("muted", "surface"), ("muted", "bar"), ("accent", "page"), ("on-accent", "accent"), ("on-accent", "accent-hover"),
    ("text", "accent-tint"), ("tip-text", "tip-tint"), ("good-text", "good-tint"), ("warning-text", "warning-tint"),
    ("error-text", "error-tint"), ("on-focus", "focus"),
]  # fmt: skip
PARTS = [("border", "surface"), ("border", "page"), ("focus-line", "page"), ("accent", "page"), ("tip-border", "page")]


@pytest.mark.parametrize("name", theme.THEMES)
def test_colours_can_be_told_apart(name: str) -> None:
    tokens = theme.tokens(name)
    assert [pair for pair in TEXT if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5] == []
    assert [pair for pair in PARTS if contrast(tokens[pair[0]], tokens[pair[1]]) < 3] == []


def test_every_token_of_the_style_sheet_is_filled_in() -> None:
    for name in theme.THEMES:
        assert "@" not in theme.style_sheet(name, 100).split("*/", 1)[1]


def test_the_smallest_width_fits_a_browser_beside_it(desk: Desk) -> None:
    assert desk.window.minimumSize() == QSize(480, desk.window.minimumHeight())
