"""*Nu actueel*: what is told on which days, from the facts as they are in forms/."""

from datetime import date

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ido_kiosk.base import language
from ido_kiosk.finding.screen import StartScreen, Tile
from ido_kiosk.finding.screen.current import CurrentPart
from ido_kiosk.finding.screen.tiles import TileButton
from ido_kiosk.finding.service import Index, Reminder, Situations, reminders
from ido_kiosk.guides.service import Library
from ido_kiosk.qt import theme
from ido_kiosk.qt.wrapping_button import WrappingButton

REMARK = "Volgens Gids Nederland, november 2026; nog niet nagekeken bij de organisatie."


def told(library: Library, situations: Situations, today: date) -> list[Reminder]:
    return reminders(library, situations.current.values(), today, language.content)


def test_a_day_is_told_until_it_is_over(library: Library, situations: Situations) -> None:
    guide = "zorgverzekering-overstappen"
    last = told(library, situations, date(2026, 12, 31))
    assert "31 december 2026" in last[0].words and last[0].guide == guide
    assert "nog niet nagekeken" in last[0].remark()
    next_day = told(library, situations, date(2027, 1, 1))
    assert "31 januari 2027" in next_day[0].words and next_day[0].guide == guide


def test_the_nearest_day_comes_first_and_never_more_than_three(library: Library, situations: Situations) -> None:
    current = [msgspec.structs.replace(one, days=3000) for one in situations.current.values()]
    shown = reminders(library, current, date(2026, 12, 1), language.content)
    days = ("31 december 2026", "31 januari 2027", "1 mei")
    assert len(shown) == 3 and all(day in one.words for day, one in zip(days, shown, strict=True))


def test_nothing_is_told_when_no_day_is_near_or_the_facts_are_old(library: Library, situations: Situations) -> None:
    assert told(library, situations, date(2026, 9, 15)) == []
    assert told(library, situations, date(2030, 12, 15)) == []


def test_a_day_that_nobody_checked_is_not_told(library: Library, situations: Situations) -> None:
    fact = msgspec.structs.replace(library.facts["zorg_overstappen_tot"], confidence="C")
    unsure = msgspec.structs.replace(library, facts=library.facts | {"zorg_overstappen_tot": fact})
    words = [one.words for one in told(unsure, situations, date(2026, 12, 20))]
    assert words and not any("zorgverzekering" in one for one in words)


@pytest.mark.parametrize(
    ("size", "percent", "is_above"), [((1280, 900), 100, True), ((1280, 900), 200, False), ((480, 900), 100, False)]
)
def test_it_never_pushes_urgency_out_of_sight(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], percent: int, is_above: bool
) -> None:
    theme.apply(qapp, "light", percent)
    reminders_ = [
        Reminder("Andere zorgverzekering? Opzeggen kan tot en met 31 december 2026.", lambda: REMARK, "x")
    ] * 3
    tiles = [Tile("Spoed", "urgent", lambda: None, is_urgent=True), Tile("Brieven", "letter", lambda: None)]
    screen = StartScreen(lambda: Index([], []), tiles, reminders=reminders_)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    urgent, current = (screen.findChild(kind) for kind in (TileButton, CurrentPart))
    qtbot.waitUntil(lambda: [label.text() for label in current.findChildren(QLabel)][-1] == REMARK)
    assert all(link.accessibleDescription() == REMARK for link in current.findChildren(WrappingButton))
    top = urgent.mapTo(screen, urgent.rect().topLeft()).y()
    assert (current.mapTo(screen, current.rect().topLeft()).y() < top) == is_above
    assert top + urgent.height() <= size[1]
    theme.apply(qapp, "light", 100)
