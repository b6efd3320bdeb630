"""Play one whole visit through the real window, off screen, and keep pictures, papers and a report of it."""

import json
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from ido_kiosk.app import Desk, Options, make_application, open_desk
from ido_kiosk.base import clock, installation
from ido_kiosk.base.errors import DeskError
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.qt.settling import is_settled
from ido_kiosk.statistics import service as statistics

SIZE = (1280, 800)
NARROW = (480, 800)
PATIENCE = 20_000
"""Milliseconds to wait for work in the background before the tour gives up."""

W = TypeVar("W", bound=QWidget)


class TourError(Exception):
    """The tour cannot go on: something that should be on the screen is not there."""


class Player:
    """Presses the keys and buttons of a window as a person would."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def press(self, word: str) -> None:
        """Press the visible button with this accessible name (or the start of it)."""
        button = self.button(word)
        self._bring_into_view(button)
        wait_for(lambda: is_settled(button), word)
        middle = button.mapTo(self.window, button.rect().center())
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        QTest.mouseMove(self.window.windowHandle(), self.window.rect().bottomRight())
        settle()

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part, as a person would: once everything has its place."""
        settle()
        for area in self.window.findChildren(QScrollArea):
            if area.isAncestorOf(part):
                area.ensureWidgetVisible(part)
        settle()

    def button(self, word: str) -> QAbstractButton:
        """The visible button whose accessible name starts with this word."""
        for button in self.window.findChildren(QAbstractButton):
            if button.isVisible() and (button.accessibleName() or button.text()).startswith(word):
                return button
        raise TourError(f"Er is geen knop '{word}' te zien.")

    def search(self, words: str) -> None:
        """Type small letters in the search field, which must have the focus."""
        if not isinstance(QApplication.focusWidget(), QLineEdit):
            raise TourError("Het zoekveld staat niet klaar.")
        for sign in words:
            QTest.keyClick(self.window.windowHandle(), Qt.Key(ord(sign.upper())))
        settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the focus is."""
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        settle()

    def text_starting(self, words: str) -> bool:
        """Whether a text that starts with these words is to be seen."""
        return any(text.isVisible() and text.text().startswith(words) for text in self.window.findChildren(QLabel))

    def wait_for_part(self, kind: type[W]) -> W:
        """The part of this kind, as soon as it is visible."""
        found: list[W] = []

        def look() -> bool:
            found[:] = [part for part in self.window.findChildren(kind) if part.isVisible()]
            return bool(found)

        wait_for(look, kind.__name__)
        return found[0]


def settle() -> None:
    """Let the window do all that is due."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


def wait_for(done: Callable[[], bool], what: str) -> None:
    """Wait until something is done. Raises TourError when that takes too long."""
    deadline = QDeadlineTimer(PATIENCE)
    tick = QTimer()  # wakes the loop when nothing else does
    tick.start(20)
    while not done():
        if deadline.hasExpired():
            raise TourError(f"Dit duurt te lang: {what}.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def play(folder: Path) -> int:
    """Play the tour and put its pictures, papers and ``tour.json`` into a folder; gives the exit code."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        application = make_application()
        with tempfile.TemporaryDirectory(prefix="ido-rondleiding-") as data:
            desk = open_desk(Options(data=Path(data), day=clock.today()), application)
            try:
                report = Tour(desk, folder).play()
            finally:
                desk.close()
                installation.forget(desk.folder)
                clock.pretend(None)
        text = json.dumps(report, indent=2, ensure_ascii=False, default=str)
        (folder / "tour.json").write_text(text + "\n", encoding="utf-8")
    except (DeskError, TourError) as error:
        sys.stderr.write(f"De rondleiding lukt niet. {error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"De rondleiding kan niet schrijven in {folder}: {error.strerror}. Kies een andere map.\n")
        return 1
    sys.stdout.write(f"De rondleiding is klaar: {len(report['plaatjes'])} plaatjes in {folder}\n")
    return 0


class Tour:
    """The visit that is played, and what is kept of it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self._player = Player(desk.window)
        self._done: list[str] = []
        self._pictures: list[str] = []
        self._papers: list[str] = []

    def play(self) -> dict[str, Any]:
        """Play it all; gives what was done, what was logged and what would leave this computer."""
        window = self._desk.window
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        wait_for(window.isActiveWindow, "het venster verschijnt")
        QTest.mouseMove(window.windowHandle(), window.rect().bottomRight())  # not over a button
        self._desk.open_store()
        settle()
        self._find()
        self._go_through()
        self._other_shapes()
        self._print()
        self._log()
        self._other_looks()
        logged = [msgspec.to_builtins(row) for row in self._logged(clock.today())]
        leaves = self._what_leaves()
        window.close()
        return {
            "gedaan": self._done,
            "vastgelegd": logged,
            "verlaat_deze_pc": leaves,
            "plaatjes": self._pictures,
            "papieren": self._papers,
        }

    def _keep(self, name: str, what: str) -> None:
        settle()
        file = f"{len(self._pictures) + 1:02}-{name}.png"
        self._desk.window.grab().save(str(self._folder / file))
        self._pictures.append(file)
        self._done.append(what)

    def _find(self) -> None:
        self._keep("start", "De kiosk staat klaar. Het zoekveld wacht.")
        self._player.search("digit aanvragen")
        self._keep("zoeken", "Gezocht op 'digit aanvragen', met een typefout.")
        self._player.key(Qt.Key.Key_Return)
        self._keep("gids", "De gids DigiD aanvragen is open.")

    def _go_through(self) -> None:
        """Step through the guide, always by the first choice, until it ends."""
        while (forward := self._way_on()) is not None:
            self._player.press(forward.accessibleName())
            self._keep("stap", "Een stap verder in de gids.")

    def _other_shapes(self) -> None:
        """The visitor looks along; then the window lies over a browser; then all of it again."""
        self._player.key(Qt.Key.Key_F6)
        self._keep("bezoekersbeeld", "De bezoeker kijkt mee: groter, zonder tips.")
        self._player.key(Qt.Key.Key_F6)
        self._player.key(Qt.Key.Key_F8)
        self._keep("strook", "Een strook boven op de browser: de stap van nu.")
        self._player.key(Qt.Key.Key_F8)

    def _way_on(self) -> QAbstractButton | None:
        """*Verder*, or the first choice; None at the end."""
        shown = [part for part in self._desk.window.findChildren(QAbstractButton) if part.isVisible()]
        ways = [part for part in shown if part.objectName() == "choice" or part.accessibleName() == "Verder"]
        return ways[0] if ways else None

    def _print(self) -> None:
        self._player.press("Blad voor de bezoeker")
        preview = self._player.wait_for_part(PreviewScreen)
        wait_for(preview.is_ready, "het blad verschijnt")
        self._keep("blad", "Het blad voor de bezoeker is te zien.")
        paper = "blad-digid-aanvragen.pdf"
        (self._folder / paper).write_bytes(preview.pdf)
        self._papers.append(paper)
        self._player.key(Qt.Key.Key_Escape)

    def _log(self) -> None:
        self._player.key(Qt.Key.Key_F9)
        self._keep("vastgelegd", "De vraag is vastgelegd met één toets.")
        self._player.key(Qt.Key.Key_F12)
        self._keep("nieuwe-bezoeker", "Alles van het bezoek is weg. Het scherm is klaar voor de volgende bezoeker.")
        self._player.press("Kies een onderwerp")
        self._keep("onderwerpen", "Een onderwerp kiezen met een cijfer.")
        self._player.key(Qt.Key.Key_Escape)
        self._player.key(Qt.Key.Key_F1)
        self._keep("hulp", "De hulp voor de vrijwilliger.")
        self._player.key(Qt.Key.Key_Escape)

    def _other_looks(self) -> None:
        window = self._desk.window
        window.change_look(theme="contrast")
        self._keep("hoog-contrast", "Hoog contrast.")
        window.change_look(theme="dark")
        self._keep("donker", "Donker.")
        window.change_look(theme="light", text_size=200)
        self._keep("grote-tekst", "Tekst van 200 procent.")
        window.change_look(text_size=100, language="en")
        self._keep("engels", "Dezelfde kiosk in het Engels.")
        window.change_look(language="nl")
        window.resize(*NARROW)
        self._keep("smal", "Naast een browser: 480 pixels breed.")

    def _logged(self, day: date) -> list[Any]:
        from ido_kiosk.questions.service import questions_of

        return questions_of(self._desk.parts.visit.place, day, day)

    def _what_leaves(self) -> list[Any]:
        """What the next delivery would say, once this week is over."""
        clock.pretend(statistics.week_of(clock.today()).last_day + timedelta(days=1))
        leaving = statistics.what_leaves(self._desk.parts.sender(), clock.today())
        return [leaving.next] if leaving.next else []
