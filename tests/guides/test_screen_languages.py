"""A guide on the screen in a language that no native reader checked, and words that are part of a name."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ido_kiosk.base import language, paths
from ido_kiosk.base.blocks import Tip, Told
from ido_kiosk.guides import service
from ido_kiosk.guides.screen import GuideScreen
from ido_kiosk.guides.service import Library
from ido_kiosk.qt import theme
from ido_kiosk.qt.marked_text import used_in
from tests.guides.conftest import walked
from tests.guides.shown import TODAY, buttons, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

GUIDE = "digid-app"
TODAY_TIME = time(12)
WORDS = (("app", "Een programma."), ("activeren", "Klaarmaken voor gebruik."), ("DigiD", "Uw inlog."))


@pytest.fixture
def arabic(tmp_path: Path, qapp: QApplication) -> Iterator[None]:
    """The Arabic catalogues as they ship, spoken."""
    folder = tmp_path / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for domain in ("kiosk", "forms"):
        with (paths.translations() / "ar" / "LC_MESSAGES" / f"{domain}.po").open("rb") as source:
            catalogue = read_po(source)
        with (folder / f"{domain}.mo").open("wb") as target:
            write_mo(target, catalogue)
    language.use("ar", tmp_path)
    theme.apply(qapp, "light", 100)
    yield
    language.use(language.SOURCE, paths.translations())
    theme.apply(qapp, "light", 100)


def test_dutch_stands_below_what_the_volunteer_cannot_read(library: Library, arabic: None, qtbot: QtBot) -> None:
    walk = walked(library, GUIDE, "")
    made = GuideScreen(library, walk, TODAY, language.content)
    made.resize(900, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    dutch = [part.text() for part in made.findChildren(QLabel, "small") if part.isVisible()]
    step = library.guides[GUIDE].steps[walk.here]
    assert step.question is not None
    assert step.question.dutch in dutch
    assert [choice.text.dutch for choice in step.choices if choice.text.dutch in dutch]
    answer = step.choices[0].text.said(language.content)
    assert buttons(made)[answer].text().replace("\n", " ").endswith(answer)
    walks: list[service.Walk] = []
    made.walk_changed.connect(walks.append)
    press(qtbot, Qt.Key.Key_1)
    assert walks[-1].here == step.choices[0].next
    needed = service.page_on_screen(library, service.start(library, GUIDE), TODAY, language.content, TODAY_TIME)
    assert isinstance(needed.title, Told)
    assert needed.title.dutch == library.guides[GUIDE].title.dutch


def test_what_only_the_volunteer_reads_is_dutch(library: Library, arabic: None) -> None:
    guide = "digid-wachtwoord-vergeten"
    walk = walked(library, guide, "")
    tips = library.guides[guide].steps[walk.here].tips
    assert any(tip.said(language.content) != tip.dutch for tip in tips)
    shown = service.page_on_screen(library, walk, TODAY, language.content, TODAY_TIME)
    assert Tip(tuple(tip.dutch for tip in tips)) in shown.volunteer


def test_dutch_stands_alone_in_dutch(library: Library) -> None:
    shown = service.page_on_screen(library, walked(library, GUIDE, ""), TODAY, language.content, TODAY_TIME)
    assert not any(isinstance(text, Told) for text in (shown.title, *(words for _id, words in shown.choices)))


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Open de App Store op uw telefoon.", []),
        ("Kies DigiD App in de winkel.", ["DigiD"]),
        ("Kies Activeren.", ["activeren"]),
        ("Apps staan op uw telefoon.", ["app"]),
        ("Open de App Store. Zoek de app.", ["app"]),
    ],
)
def test_part_of_a_name_is_no_hard_word(text: str, used: list[str]) -> None:
    assert [word for word, _meaning in used_in(text, WORDS)] == used


def test_each_hard_word_is_marked_once(library: Library, qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    for guide in library.guides:
        made = GuideScreen(library, service.start(library, guide), TODAY, lambda _context, dutch: dutch)
        qtbot.addWidget(made)
        marked = [text for part in made.findChildren(QLabel) for text in part.text().split("<a href=")[1:]]
        words = [text.split(">")[1].split("<")[0].casefold() for text in marked]
        assert len(words) == len(set(words)), guide
