"""The preview: follows every save, keeps the step, and shows a mistake without losing what was good."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.base import clock, language
from ido_kiosk.editor import trial
from ido_kiosk.editor.screen import PreviewWindow
from ido_kiosk.editor.trial import Trial
from ido_kiosk.guides import service
from ido_kiosk.guides.content.guide import Library
from ido_kiosk.guides.screen import GuideScreen
from ido_kiosk.guides.service import Walk
from ido_kiosk.qt import theme
from tests.editor.conftest import Change
from tests.editor.making import catalogue

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

FILE = "gidsen/voorbeeld.yaml"


@pytest.fixture
def window(forms: Path, qapp: QApplication, qtbot: QtBot) -> PreviewWindow:
    theme.apply(qapp, "light", 100)
    catalogue(forms, "en", {"Typ de code": "Type the code"})
    made = PreviewWindow(forms, forms.parent / "translations", "voorbeeld", clock.today)
    qtbot.addWidget(made)
    made.show()
    return made


def screen(window: QWidget) -> GuideScreen:
    (found,) = [one for one in window.findChildren(GuideScreen) if one.isVisible()]
    return found


def says(window: QWidget, text: str) -> bool:
    return any(text in one.text() for one in window.findChildren(QLabel) if one.isVisible())


def press(window: QWidget, words: str) -> None:
    (found,) = [one for one in screen(window).findChildren(QPushButton) if one.accessibleName() == words]
    found.click()


def choose(window: PreviewWindow, words: str) -> None:
    (found,) = [one for one in window.findChildren(QPushButton) if one.accessibleName() == words]
    found.click()
    assert found.accessibleName() == f"{words} (gekozen)"


def replace(forms: Path, old: str, new: str) -> None:
    """Save as many editors do: another file takes the place of this one."""
    text = (forms / FILE).read_text(encoding="utf-8")
    assert old in text
    (forms / "gidsen" / ".new").write_text(text.replace(old, new, 1), encoding="utf-8")
    (forms / "gidsen" / ".new").replace(forms / FILE)


def to_the_code(window: PreviewWindow) -> None:
    press(window, "Verder")
    press(window, "Ja")
    assert says(window, "Typ de code")


def test_each_save_is_shown_at_the_same_step(window: PreviewWindow, forms: Path, qtbot: QtBot) -> None:
    to_the_code(window)
    for number in ("een", "twee", "drie"):
        replace(forms, "- Kies Activeren", f"- Kies nu {number}.\n      - Kies Activeren")
        qtbot.waitUntil(lambda number=number: says(window, f"Kies nu {number}."))
        assert says(window, "Typ de code")


def test_a_save_in_place_and_of_a_fact_are_shown_too(window: PreviewWindow, change: Change, qtbot: QtBot) -> None:
    to_the_code(window)
    change(FILE, "- Kies Activeren.", "- Kies Verder.")
    qtbot.waitUntil(lambda: says(window, "Kies Verder."))
    change("feiten.yaml", "waarde: 21", "waarde: 33")
    qtbot.waitUntil(lambda: says(window, "binnen 33 dagen"))


def test_a_mistake_is_told_while_the_last_good_guide_stays(window: PreviewWindow, forms: Path, qtbot: QtBot) -> None:
    to_the_code(window)
    replace(forms, "naar: klaar\n", "naar: klar\n")
    qtbot.waitUntil(lambda: says(window, "Bedoelde u: klaar?"))
    assert says(window, f"{FILE}, regel ")
    assert says(window, "Hieronder staat de gids van voor deze fouten.")
    assert says(window, "Typ de code")
    replace(forms, "naar: klar\n", "naar: klaar\n")
    qtbot.waitUntil(lambda: not says(window, "Bedoelde u"))
    assert says(window, "Typ de code")


def test_a_file_that_goes_away_and_comes_back_is_told(window: PreviewWindow, forms: Path, qtbot: QtBot) -> None:
    to_the_code(window)
    (forms / FILE).rename(forms / "weg.yaml")
    qtbot.waitUntil(lambda: says(window, "Dit bestand is er niet meer."))
    assert says(window, "Typ de code")
    (forms / "weg.yaml").rename(forms / FILE)
    qtbot.waitUntil(lambda: not says(window, "niet meer."))


def test_a_guide_that_is_wrong_from_the_start_appears_when_it_is_mended(
    forms: Path, change: Change, qtbot: QtBot
) -> None:
    change(FILE, "titel: Een voorbeeld\n", "")
    made = PreviewWindow(forms, forms.parent / "translations", "voorbeeld", clock.today)
    qtbot.addWidget(made)
    made.show()
    assert says(made, "Het veld titel ontbreekt.")
    assert made.findChildren(GuideScreen) == []
    change(FILE, "id: voorbeeld\n", "id: voorbeeld\ntitel: Nu wel\n")
    qtbot.waitUntil(lambda: says(made, "Nu wel"))


def test_another_language_is_spoken_at_once(window: PreviewWindow) -> None:
    to_the_code(window)
    choose(window, "English")
    assert says(window, "Type the code")
    assert language.current() == "en"


def test_a_change_of_a_translation_is_shown(window: PreviewWindow, forms: Path, qtbot: QtBot) -> None:
    to_the_code(window)
    choose(window, "English")
    catalogue(forms, "en", {"Typ de code": "Enter it"})
    qtbot.waitUntil(lambda: says(window, "Enter it"))


def test_the_end_begins_again_and_paper_is_made_elsewhere(window: PreviewWindow) -> None:
    to_the_code(window)
    screen(window).handout_requested.emit(None)
    assert says(window, "ido-forms pdf voorbeeld")
    screen(window).finished.emit()
    assert says(window, "Vooraf")


def read(forms: Path) -> Library:
    library = trial.read(forms, "voorbeeld", Trial()).library
    assert library is not None
    return library


def walked(library: Library) -> Walk:
    walk = service.forward(library, service.start(library, "voorbeeld"))
    return service.forward(library, walk, "ja")


def test_a_step_that_is_gone_gives_the_nearest_before_it(forms: Path, change: Change) -> None:
    walk = walked(read(forms))
    assert walk.here == "typen"
    text = (forms / FILE).read_text(encoding="utf-8").replace(" typen", " invoeren")
    (forms / FILE).write_text(text, encoding="utf-8")
    kept = trial.kept(read(forms), walk)
    assert (kept.here, kept.answered, [one.page for one in kept.passed]) == ("brief", "ja", ["nodig"])


def test_an_answer_that_is_gone_is_forgotten(forms: Path) -> None:
    walk = service.back(walked(read(forms)))
    text = (forms / FILE).read_text(encoding="utf-8")
    (forms / FILE).write_text(
        text.replace("{id: ja", "{id: wel").replace("{brief: ja}", "{brief: wel}"), encoding="utf-8"
    )
    assert trial.kept(read(forms), walk).answered == ""
    assert trial.kept(read(forms), walk).here == "brief"


def test_a_mistake_in_another_guide_does_not_stop_this_one(forms: Path) -> None:
    (forms / "gidsen" / "ander.yaml").write_text("schema: gids/1\nid: @fout", encoding="utf-8")
    found = trial.read(forms, "voorbeeld", Trial())
    assert found.library is not None and "voorbeeld" in found.library.guides
    assert [problem.code for problem in found.problems] == ["LEES-105"]
