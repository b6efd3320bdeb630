"""The two voices, words in place, the path, channels, links and *Klopt niet?* on the screen of a guide."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ido_kiosk.guides import service
from ido_kiosk.guides.content.guide import Prompt
from ido_kiosk.guides.screen import GuideScreen, Surroundings
from ido_kiosk.guides.service import Library, Spot, Walk
from ido_kiosk.qt import theme
from ido_kiosk.qt.links import QUIET, QrView
from ido_kiosk.qt.marked_text import MarkedText
from tests.guides.conftest import walked
from tests.guides.shown import buttons, press, show, texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

GUIDE = "digid-aanvragen"
Key = Qt.Key


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)


def with_step(library: Library, step: str, **changed: object) -> Library:
    guide = library.guides[GUIDE]
    return replace(
        library, guides={GUIDE: replace(guide, steps=guide.steps | {step: replace(guide.steps[step], **changed)})}
    )


def with_prompt(library: Library, prompt: Prompt) -> Library:
    first, *rest = library.guides[GUIDE].steps["inloggegevens"].actions
    return with_step(library, "inloggegevens", actions=(replace(first, prompt=prompt), *rest))


def all_texts(shown: QWidget) -> str:
    return "\n".join(made.text() for made in shown.findChildren(QLabel) if made.isVisible())


def step(shown: QWidget) -> str:
    """Which step is shown, without how many there are."""
    return texts(shown, "kicker")[0].split(" van ")[0]


def frames(shown: QWidget, name: str) -> list[str]:
    return [frame.accessibleName() for frame in shown.findChildren(QWidget, name) if frame.isVisible()]


def test_the_visitors_text_is_larger_than_the_volunteers(library: Library, qtbot: QtBot) -> None:
    shown = show(library, Walk(GUIDE, "inloggegevens"), qtbot)
    [large, *_] = [made for made in shown.findChildren(QLabel, "visitor") if made.isVisible()]
    [tip] = [frame for frame in shown.findChildren(QWidget, "tip") if frame.isVisible()]
    assert large.fontInfo().pixelSize() > tip.findChild(QLabel, "subheading").fontInfo().pixelSize()


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("bsn", "Vrijwilliger: schrijf dit nummer nergens op."),
        ("koptelefoon", "Vrijwilliger: de code wordt voorgelezen. Bied een koptelefoon aan."),
    ],
)
def test_a_prompt_stands_at_its_action(library: Library, qtbot: QtBot, prompt: Prompt, words: str) -> None:
    there = with_prompt(library, prompt)
    shown = show(there, Walk(GUIDE, "inloggegevens"), qtbot)
    assert frames(shown, "tip") == [words, "Voor de vrijwilliger"]
    assert frames(shown, "typed") == ["Typ dit zelf. Niemand kijkt mee."]
    [at] = [made for made in shown.findChildren(QLabel) if made.text() == words]
    second = next(made for made in shown.findChildren(QLabel, "number") if made.text() == "2")
    assert at.mapTo(shown, QPoint(0, 0)).y() < second.mapTo(shown, QPoint(0, 0)).y()


def test_the_visitors_view_shows_nothing_for_the_volunteer(library: Library, qtbot: QtBot) -> None:
    around = Surroundings(visitor_view=True, is_wrong=lambda _spot: False)
    shown = show(with_prompt(library, "bsn"), Walk(GUIDE, "inloggegevens"), qtbot, around=around)
    assert frames(shown, "tip") == []
    assert frames(shown, "typed") == ["Typ dit zelf. Niemand kijkt mee."]
    assert "Klopt deze stap niet?" not in buttons(shown)


def test_a_guide_for_volunteers_says_so_and_has_no_visitors_view(library: Library, qtbot: QtBot) -> None:
    around = Surroundings(offers_visitor_view=True, offers_strip=True)
    shown = show(library, service.start(library, GUIDE), qtbot, around=around)
    assert {"Bezoekersbeeld (F6)", "Strook (F8)"} <= set(buttons(shown))
    assert not shown.is_for_volunteers()
    for_us = replace(library, guides={GUIDE: replace(library.guides[GUIDE], audience="vrijwilliger")})
    shown = show(for_us, service.start(for_us, GUIDE), qtbot, around=around)
    assert "Alleen voor vrijwilligers" in texts(shown, "subheading")
    assert "Bezoekersbeeld (F6)" not in buttons(shown)
    assert shown.is_for_volunteers()


def test_a_word_is_explained_in_place_by_keyboard_and_mouse(sample: Library, qtbot: QtBot) -> None:
    shown = show(sample, walked(sample, "voorbeeld", "", "ja"), qtbot)
    [marked] = [made for made in shown.findChildren(MarkedText) if made.isVisible()]
    text = marked.findChild(QLabel, "visitor")
    assert (text.accessibleName(), "Klaarmaken" in all_texts(shown)) == ("Kies Activeren.", False)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    assert "activeren: Klaarmaken voor gebruik." in all_texts(shown)
    text.linkActivated.emit("0")
    assert "Klaarmaken" not in all_texts(shown)


def test_text_with_signs_of_markup_stays_as_it_is(sample: Library, qtbot: QtBot) -> None:
    made = MarkedText("Kies <b> & activeren & ga > verder", (("activeren", "x"),), "visitor")
    qtbot.addWidget(made)
    text = made.findChild(QLabel, "visitor")
    assert text.text() == 'Kies &lt;b&gt; &amp; <a href="0">activeren</a> &amp; ga &gt; verder'


def test_the_path_opens_and_leads_back(library: Library, qtbot: QtBot) -> None:
    shown = show(library, walked(library, GUIDE, "", "nee", "ja", ""), qtbot)
    done = buttons(shown)["Al gedaan: 3 stappen"]
    assert "1 Nee, nog niet · 2 Ja · 3 Vraag DigiD aan" in done.text().replace("\n", " ")
    done.click()
    buttons(shown)["2  Woont u in Nederland en staat u ingeschreven bij een gemeente?  Ja"].click()
    assert step(shown) == "Stap 2"
    assert "Ja (uw vorige antwoord)" in buttons(shown)
    buttons(shown)["Ga terug naar waar u was"].click()
    assert step(shown) == "Stap 4"


def test_beginning_again_can_be_undone(library: Library, qtbot: QtBot) -> None:
    shown = show(library, walked(library, GUIDE, "", "nee", "ja", "", ""), qtbot, width=480)
    done = buttons(shown)["Al gedaan: 4 stappen"]
    assert done.text() == "Al gedaan: 4 stappen"
    done.click()
    told: list[str] = []
    shown.result_known.connect(told.append)
    buttons(shown)["Opnieuw beginnen"].click()
    assert texts(shown, "kicker") == ["Vooraf"]
    buttons(shown)["Ga terug naar waar u was"].click()
    assert step(shown) == "Stap 5"
    assert told == ["", ""]


def test_the_window_title_says_where_we_are(library: Library, qtbot: QtBot) -> None:
    shown = show(library, walked(library, GUIDE, ""), qtbot)
    (kicker,) = texts(shown, "kicker")
    assert shown.windowTitle() == f"{kicker} · DigiD aanvragen"
    assert kicker.startswith("Stap 1 van ")
    with qtbot.waitSignal(shown.windowTitleChanged) as told:
        press(qtbot, Key.Key_1)
    (kicker,) = texts(shown, "kicker")
    assert told.args == [f"{kicker} · DigiD aanvragen"]
    assert kicker.startswith("Stap 2 van ")


def test_a_channel_opens_with_its_number_and_hours(library: Library, qtbot: QtBot) -> None:
    shown = show(library, service.start(library, GUIDE), qtbot)
    assert "088 123 65 55" not in all_texts(shown)
    buttons(shown)["Bellen, nu open"].click()
    assert texts(shown, "phone") == ["088 123 65 55"]
    assert "Nu open, tot 22.00 uur." in all_texts(shown)
    assert "Volgens SeniorEase, september 2026; nog niet nagekeken bij de organisatie." in all_texts(shown)
    buttons(shown)["Website"].click()
    assert texts(shown, "phone") == ["digid.nl"]
    buttons(shown)["Website"].click()
    assert texts(shown, "phone") == []


def test_the_channel_to_use_now_is_open_at_once(library: Library, qtbot: QtBot) -> None:
    outcome = replace(library.guides[GUIDE].outcomes["gelukt"], way="phone", further=())
    guide = replace(library.guides[GUIDE], outcomes={"gelukt": outcome})
    shown = show(replace(library, guides={GUIDE: guide}), Walk(GUIDE, "gelukt"), qtbot)
    assert texts(shown, "phone") == ["088 123 65 55"]


def test_an_address_opens_in_the_browser_or_is_told(library: Library, qtbot: QtBot) -> None:
    opened: list[str] = []

    def open_it(url: str) -> bool:
        opened.append(url)
        return len(opened) > 1

    there = with_step(library, "aanvragen", address="digid_website")
    shown = show(there, Walk(GUIDE, "aanvragen"), qtbot, around=Surroundings(open_link=open_it))
    buttons(shown)["Open digid.nl"].click()
    assert "De browser gaat niet open. Typ het adres zelf: digid.nl" in all_texts(shown)
    buttons(shown)["Open digid.nl"].click()
    assert opened == ["https://digid.nl"] * 2


@pytest.mark.parametrize("name", theme.THEMES)
def test_without_a_browser_the_address_is_large_with_a_code(
    library: Library, qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme.apply(qapp, name, 100)
    there = with_step(library, "aanvragen", address="digid_website")
    shown = show(there, Walk(GUIDE, "aanvragen"), qtbot)
    assert "Open digid.nl" not in buttons(shown)
    assert texts(shown, "phone") == ["digid.nl"]
    [code] = [made for made in shown.findChildren(QrView) if made.isVisible()]
    assert code.accessibleName() == "QR-code van digid.nl"
    picture = code.grab().toImage()
    square = picture.width() // (picture.width() // 5)
    quiet = QUIET * square
    edge = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(quiet)}
    assert edge == {"#ffffff"}
    assert picture.pixelColor(quiet + 1, quiet + 1).name() == "#000000"


def test_one_press_says_what_is_wrong_and_the_next_takes_it_back(library: Library, qtbot: QtBot) -> None:
    marked: set[Spot] = set()

    def toggle(spot: Spot) -> bool:
        marked.symmetric_difference_update({spot})
        return spot in marked

    around = Surroundings(is_wrong=marked.__contains__, toggle_wrong=toggle)
    shown = show(library, walked(library, GUIDE, ""), qtbot, around=around)
    buttons(shown)["Klopt deze stap niet?"].click()
    assert marked == {Spot(GUIDE, "brief_binnen")}
    buttons(shown)["Doorgegeven aan de coördinator. Toch goed?"].click()
    buttons(shown)["Bellen, nu open"].click()
    buttons(shown)["Klopt dit nummer of adres niet?"].click()
    assert marked == {Spot(feit="digid_telefoon")}


def test_the_strip_has_the_step_and_the_ways_on_only(library: Library, qtbot: QtBot) -> None:
    around = Surroundings(is_strip=True, is_wrong=lambda _spot: False, offers_strip=True)
    shown = show(library, walked(library, GUIDE, ""), qtbot, width=480, height=300, around=around)
    answers = {choice.text.dutch for choice in library.guides[GUIDE].steps["brief_binnen"].choices}
    assert set(buttons(shown)) - {"Kies een antwoord"} == {*answers, "Terug", "Groot venster (F8)"}
    for key in (Key.Key_1, Key.Key_1):
        press(qtbot, key)
    assert texts(shown, "subheading")[0].startswith("Stap 3 van ")
    assert texts(shown, "subheading")[0].endswith(" · Vraag DigiD aan")
    assert "Kies Aanvragen." in all_texts(shown)
    assert "Voor de vrijwilliger" not in all_texts(shown)
    assert "Verder" in buttons(shown)
    with qtbot.waitSignal(shown.strip_toggled):
        buttons(shown)["Groot venster (F8)"].click()


def test_the_strip_says_done_at_the_end(library: Library, qtbot: QtBot) -> None:
    shown: GuideScreen = show(library, Walk(GUIDE, "gelukt"), qtbot, width=480, around=Surroundings(is_strip=True))
    with qtbot.waitSignal(shown.finished):
        buttons(shown)["Klaar"].click()
    assert shown.wanted_height(480) > 100
