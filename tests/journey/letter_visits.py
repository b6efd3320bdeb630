"""What a visitor with a letter does at a real kiosk process. What is typed are canaries: they must be found nowhere."""

import os
import resource
import signal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from ido_kiosk.letters.screen import LetterScreen
from ido_kiosk.qt.live_page import LivePage
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player, wait_for

NAME, STREET, PHONE, REASON = "Kanariekees", "Kanariestraat 7", "0612345678", "kanariekat is ziek"
BSN = "111222333"
"""Of the range that was set aside for tests; it passes the test by eleven."""
CANARIES = (NAME, STREET, PHONE, "kanariekat", BSN)
_CONTROL = Qt.KeyboardModifier.ControlModifier


def types_and_prints(player: Player, seen: dict[str, object]) -> None:
    """A whole letter: refused for a number, printed in vain, printed, copied; then the next visitor."""
    seen["core dumps"] = resource.getrlimit(resource.RLIMIT_CORE)
    screen = fill_in(player)
    place = field(screen, "Uw plaats")
    QTest.keyClicks(place, f"Ede {BSN}")
    player.key(Qt.Key.Key_P, _CONTROL)
    seen["refused"] = player.text_starting("Verbeter nog 1 ding.")
    place.setText("Ede")
    player.key(Qt.Key.Key_P, _CONTROL)
    preview = player.wait_for_part(PreviewScreen)
    wait_for(preview.is_ready, "het voorbeeld")
    player.key(Qt.Key.Key_P, _CONTROL)
    wait_for(lambda: player.text_starting("Printen is niet gelukt"), "de mislukte print")
    Path(os.environ["PRINTER_WORKS"]).touch()
    for kind in ("", "Kopie voor de bezoeker", "Blad met uitleg"):
        if kind:
            choose(preview, kind)
            wait_for(lambda: not player.text_starting(("Het blad ligt", "De brief ligt")), kind)
        player.key(Qt.Key.Key_P, _CONTROL)
        wait_for(lambda: player.text_starting(("Het blad ligt", "De brief ligt")), "de print")
    player.key(Qt.Key.Key_Escape)
    player.key(Qt.Key.Key_F12)
    seen["left"] = [canary for canary in CANARIES if canary in all_text()]


def types_and_is_killed(player: Player, seen: dict[str, object]) -> None:
    """In the middle of a letter, with its preview open and a sheet under way to the printer, the power goes."""
    fill_in(player)
    player.key(Qt.Key.Key_P, _CONTROL)
    wait_for(player.wait_for_part(PreviewScreen).is_ready, "het voorbeeld")
    player.key(Qt.Key.Key_P, _CONTROL)
    os.kill(os.getpid(), signal.SIGKILL)


def opens_the_letter_again(player: Player, seen: dict[str, object]) -> None:
    """After the start nothing of the letter is there."""
    screen = to_letter(player)
    seen["left"] = [line.text() for line in screen.findChildren(QLineEdit) if line.text()]


def to_letter(player: Player) -> LetterScreen:
    player.search("gemeentebelasting niet kunnen betalen")
    player.key(Qt.Key.Key_Down)
    player.press("Gemeente of waterschap in delen betalen")
    screen = player.wait_for_part(LetterScreen)
    player.press("Aan wie schrijft u? Uw gemeente")
    return screen


def fill_in(player: Player) -> LetterScreen:
    """Type by key, with the letter on paper beside it."""
    screen = to_letter(player)
    for name, typed in (("Uw naam", NAME), ("Uw straat en huisnummer", STREET), ("Uw telefoonnummer", PHONE)):
        QTest.keyClicks(field(screen, name), typed)
    QTest.keyClicks(field(screen, "Waar is het voor"), REASON)
    wait_for(screen.findChild(LivePage).is_up_to_date, "het voorbeeld naast het formulier")
    return screen


def field(screen: QWidget, name: str) -> QLineEdit:
    return next(part for part in screen.findChildren(QLineEdit) if part.accessibleName() == name)


def choose(preview: PreviewScreen, kind: str) -> None:
    chooser = next(part for part in preview.findChildren(QPushButton) if part.text().startswith("Soort blad"))
    next(entry for entry in chooser.menu().findChildren(QAction) if entry.text() == kind).trigger()


def all_text() -> str:
    """All that any part of any window holds."""
    from PySide6.QtWidgets import QApplication

    parts = [part for window in QApplication.topLevelWidgets() for part in (window, *window.findChildren(QWidget))]
    texts = [part.text() for part in parts if isinstance(part, QLabel | QLineEdit)]
    texts += [part.toPlainText() for part in parts if isinstance(part, QPlainTextEdit)]
    names = [f"{part.windowTitle()} {part.accessibleName()} {part.accessibleDescription()}" for part in parts]
    return "\n".join([*texts, *names, QApplication.clipboard().text()])


DEEDS = {
    "types_and_prints": types_and_prints,
    "types_and_is_killed": types_and_is_killed,
    "opens_the_letter_again": opens_the_letter_again,
}
