"""The next pages are made while the visitor reads: they are the ones that would have been made, and never stale."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from ido_kiosk.guides import service
from ido_kiosk.guides.screen import GuideScreen
from ido_kiosk.guides.screen.step_page import StepPage
from ido_kiosk.guides.service import Library
from ido_kiosk.qt import theme
from tests.guides.shown import buttons, press, show, texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The title of every page that is made, in order."""
    titles: list[str] = []
    fill = StepPage.fill

    def counted(page: StepPage, *args: object) -> None:
        titles.append(page.shown.title)
        fill(page, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(StepPage, "fill", counted)
    return titles


@pytest.fixture
def shown(library: Library, qtbot: QtBot, made: list[str]) -> GuideScreen:
    screen = show(library, service.start(library, "digid-app"), qtbot)
    buttons(screen)
    return screen


def test_a_step_shows_the_page_that_is_ready(shown: GuideScreen, qtbot: QtBot, made: list[str]) -> None:
    ready = len(made)
    press(qtbot, Qt.Key.Key_Return)
    (title,) = texts(shown, "title")
    assert title in made[:ready]
    assert made.count(title) == 1
    assert len({label.width() for label in shown.findChildren(QLabel, "title") if label.isVisible()}) == 1


def test_what_was_not_chosen_is_gone(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    assert areas(shown) == 1 + len(service.next_walks(shown._library, shown._walk))
    press(qtbot, Qt.Key.Key_1)
    assert len([area for area in shown.findChildren(QScrollArea) if area.isVisible()]) == 1
    assert areas(shown) == 1 + len(service.next_walks(shown._library, shown._walk))


def areas(shown: GuideScreen) -> int:
    """How many pages there are, shown or ready, when all is at rest."""
    buttons(shown)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(shown.findChildren(QScrollArea))


def test_another_width_makes_them_anew(shown: GuideScreen, qtbot: QtBot, made: list[str]) -> None:
    made.clear()
    shown.resize(480, 700)
    buttons(shown)
    press(qtbot, Qt.Key.Key_Return)
    assert made[0] == texts(shown, "title")[0]
    assert made.count(made[0]) == 1
    title = next(label for label in shown.findChildren(QLabel, "title") if label.isVisible())
    assert title.width() <= 480


def test_an_end_has_nothing_after_it(library: Library, qtbot: QtBot, made: list[str]) -> None:
    end = next(iter(library.guides["digid-app"].outcomes))
    buttons(show(library, service.Walk("digid-app", end), qtbot))
    assert len(made) == 1
