"""A guide on the screen, walked by keyboard."""

from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.guides import service
from ido_kiosk.guides.screen import Choices, GuideScreen, guide
from ido_kiosk.guides.service import Library, Walk
from ido_kiosk.qt import theme
from tests.guides.shown import area, buttons, press, show, texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

GUIDE = "digid-aanvragen"
Key = Qt.Key


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


@pytest.fixture
def shown(library: Library, qtbot: QtBot) -> GuideScreen:
    return show(library, service.start(library, GUIDE), qtbot)


def test_the_whole_way_by_keyboard(shown: GuideScreen, qtbot: QtBot) -> None:
    walks: list[Walk] = []
    shown.walk_changed.connect(walks.append)
    keys = [Key.Key_Return, Key.Key_1, Key.Key_1, Key.Key_Return, Key.Key_Return, Key.Key_1, Key.Key_Return]
    seen = []
    for key in keys:
        seen.append((texts(shown, "kicker"), texts(shown, "title")))
        press(qtbot, key)
    assert [kicker for (kicker,), _title in seen] == ["Vooraf", *(f"Stap {number} van 6" for number in range(1, 7))]
    assert texts(shown, "kicker") == ["Gelukt"]
    assert texts(shown, "title") == ["U hebt DigiD aangevraagd"]
    assert [walk.here for walk in walks][-1] == "gelukt"
    closed: list[bool] = []
    shown.closed.connect(lambda: closed.append(True))
    with qtbot.waitSignal(shown.finished):
        press(qtbot, Key.Key_Return)
    assert closed == []


def test_how_it_ended_is_told_after_the_step(library: Library, qtbot: QtBot) -> None:
    guide = "digid-activeren"
    made = show(library, Walk(guide, "nodig"), qtbot)
    told: list[str] = []
    made.stepped_forward.connect(told.append)
    made.result_known.connect(told.append)
    for key in (Key.Key_Return, Key.Key_2, Key.Key_Return, Key.Key_Escape, Key.Key_Escape):
        press(qtbot, key)
    assert told == [guide, "", guide, "WAC", guide, "TER", "WAC", ""]


def test_going_back_marks_the_answer_that_was_given(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_2)
    press(qtbot, Key.Key_Escape)
    given = buttons(shown)["Ja, ik heb de brief (uw vorige antwoord)"]
    assert not given.icon().isNull()
    assert buttons(shown)["Nee, nog niet"].icon().isNull()
    assert not given.hasFocus()


def test_no_answer_looks_chosen_before_it_is(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Return)
    answers = QApplication.focusWidget()
    assert isinstance(answers, Choices)
    assert answers.accessibleName() == "Antwoorden"
    edge = answers.grab().toImage().pixelColor(1, 1).name()
    assert edge == theme.colour("accent").lower()
    press(qtbot, Key.Key_Down)
    assert QApplication.focusWidget() is buttons(shown)["Nee, nog niet"]
    press(qtbot, Key.Key_Down)
    assert QApplication.focusWidget() is buttons(shown)["Ja, ik heb de brief"]
    assert answers.grab().toImage().pixelColor(1, 1).name() != edge


def test_the_ways_on_stay_in_sight(library: Library, qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 200)
    for here in ["nodig", *library.guides[GUIDE].steps, *library.guides[GUIDE].outcomes]:
        made = show(library, Walk(GUIDE, here), qtbot, width=480, height=600)
        for name in ("Terug", "Verder", "Klaar", "Blad voor de bezoeker"):
            if name in buttons(made):
                below = buttons(made)[name]
                assert not area(made).isAncestorOf(below)
                assert made.rect().contains(below.rect().translated(below.mapTo(made, below.rect().topLeft())))
        made.close()


def test_exits_stand_close_and_in_line_with_the_text(shown: GuideScreen, qtbot: QtBot) -> None:
    links = shown.findChildren(QPushButton, "link")
    assert len(links) == 4
    assert [link.height() for link in links] == [48] * 4
    tops = [link.mapTo(shown, link.rect().topLeft()) for link in links]
    assert [below.y() - above.y() for above, below in pairwise(tops)] == [48] * 3
    picture = links[0].grab().toImage()
    ground = picture.pixelColor(picture.width() - 1, 24)
    inked = [x for x in range(picture.width()) for y in range(48) if picture.pixelColor(x, y) != ground]
    assert min(inked) <= 4


def test_every_step_forward_is_told_and_no_step_back(shown: GuideScreen, qtbot: QtBot) -> None:
    steps: list[str] = []
    shown.stepped_forward.connect(steps.append)
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_2)
    press(qtbot, Key.Key_Escape)
    assert steps == [GUIDE, GUIDE]
    assert texts(shown, "kicker") == ["Stap 1 van 6"]


def test_escape_on_the_first_page_closes_the_guide(shown: GuideScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.closed):
        press(qtbot, Key.Key_Escape)


def test_a_number_acts_only_while_the_answers_have_the_focus(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Return)
    buttons(shown)["Terug"].setFocus()
    press(qtbot, Key.Key_1)
    assert texts(shown, "kicker") == ["Stap 1 van 6"]
    buttons(shown)["Nee, nog niet"].setFocus()
    press(qtbot, Key.Key_9)
    assert texts(shown, "kicker") == ["Stap 1 van 6"]
    press(qtbot, Key.Key_1)
    assert texts(shown, "kicker") == ["Stap 2 van 6"]


def test_the_hand_out_is_asked_for_with_where_we_are(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Return)
    with qtbot.waitSignal(shown.handout_requested) as asked:
        qtbot.keyClick(shown, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Walk(GUIDE, "brief_binnen", (service.Passed("nodig"),))]


def test_an_exit_leads_away_and_escape_leads_back(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Return)
    buttons(shown)["Ik doe dit voor iemand anders"].setFocus()
    press(qtbot, Key.Key_Return)
    assert texts(shown, "title") == ["U helpt iemand anders"]
    assert "Klaar" in buttons(shown)
    press(qtbot, Key.Key_Escape)
    assert texts(shown, "kicker") == ["Stap 1 van 6"]


def test_a_new_step_is_announced_and_begins_at_its_top(
    shown: GuideScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(guide, "announce", lambda _widget, text: said.append(text))
    shown.resize(480, 400)
    area(shown).verticalScrollBar().setValue(200)
    press(qtbot, Key.Key_Return)
    assert said == ["Stap 1 van 6. Hebt u al een brief van DigiD met een code?"]
    assert shown.accessibleName() == said[0]
    assert area(shown).verticalScrollBar().value() == 0
    assert isinstance(QApplication.focusWidget(), Choices)


def test_the_page_scrolls_by_keyboard(shown: GuideScreen, qtbot: QtBot) -> None:
    shown.resize(480, 400)
    press(qtbot, Key.Key_PageDown)
    assert area(shown).verticalScrollBar().value() > 0
    press(qtbot, Key.Key_Home)
    assert area(shown).verticalScrollBar().value() == 0


def test_tips_are_marked_for_the_volunteer(library: Library, qtbot: QtBot) -> None:
    made = show(library, Walk(GUIDE, "inloggegevens"), qtbot)
    (tip,) = [frame for frame in made.findChildren(QWidget, "tip") if frame.isVisible()]
    assert tip.accessibleName() == "Voor de vrijwilliger"
    assert texts(tip, "subheading") == ["Voor de vrijwilliger"]
    assert "Kijk weg bij het wachtwoord. Vraag er nooit naar." in texts(tip, "")


@pytest.mark.parametrize("percent", [100, 200])
def test_every_page_is_complete_in_a_narrow_window(
    library: Library, qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    steps = library.guides[GUIDE]
    for here in ["nodig", *steps.steps, *steps.outcomes]:
        made = show(library, Walk(GUIDE, here), qtbot, width=480, height=600)
        assert area(made).widget().width() == area(made).viewport().width(), here
        for name, control in buttons(made).items():
            words = control.fontMetrics().size(0, control.text())
            assert words.width() < control.width(), (here, name)
            assert words.height() <= control.height(), (here, name)
            assert control.height() >= 48, (here, name)
        made.close()


def test_every_control_has_a_name(library: Library, qtbot: QtBot) -> None:
    steps = library.guides[GUIDE]
    wanted = (QAccessible.Role.Button, QAccessible.Role.StaticText)
    for here in ["nodig", *steps.steps, *steps.outcomes]:
        made = show(library, Walk(GUIDE, here), qtbot)
        parts = [made, *made.findChildren(QPushButton), *made.findChildren(QLabel)]
        for part in parts:
            interface = QAccessible.queryAccessibleInterface(part)
            name = interface.text(QAccessible.Text.Name)
            has_picture = isinstance(part, QLabel) and not part.pixmap().isNull()
            assert name or has_picture or interface.role() not in wanted, (here, part)
        made.close()


def test_answers_below_the_fold_are_one_press_away(library: Library, qtbot: QtBot) -> None:
    made = show(library, Walk("digid-nieuwe-telefoon", "pincode"), qtbot, height=400)
    press(qtbot, Key.Key_Return)
    [answers] = [part for part in made.findChildren(Choices) if part.isVisible()]
    assert answers.visibleRegion().isEmpty()
    buttons(made)["Kies een antwoord"].click()
    assert answers.hasFocus()
    assert not answers.visibleRegion().isEmpty()
    assert "Kies een antwoord" not in buttons(made)


def test_all_controls_are_reached_with_tab(shown: GuideScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Return)
    reached = []
    press(qtbot, Key.Key_Tab)
    for _control in buttons(shown):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        reached.append(focused.accessibleName())
        press(qtbot, Key.Key_Tab)
    assert sorted(reached) == sorted(buttons(shown))
    assert reached[:2] == ["Nee, nog niet", "Ja, ik heb de brief"]
    assert reached[-2:] == ["Terug", "Blad voor de bezoeker"]


def test_further_guides_can_be_asked_for(library: Library, qtbot: QtBot) -> None:
    before = library.guides[GUIDE]
    outcome = replace(before.outcomes["gelukt"], further=(GUIDE,))
    more = replace(library, guides={GUIDE: replace(before, outcomes=before.outcomes | {"gelukt": outcome})})
    made = show(more, Walk(GUIDE, "gelukt"), qtbot)
    with qtbot.waitSignal(made.guide_requested) as asked:
        buttons(made)["DigiD aanvragen"].click()
    assert asked.args == [GUIDE]
