"""A real kiosk process for the journey: the program itself, with someone at its keyboard.

Run as ``python kiosk_process.py WHAT OPTIONS…``: WHAT names what the person does, OPTIONS are those of ``./run``. It
prints what the person saw, as JSON, on its last line.
"""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"

import letter_visits  # beside this script
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from ido_kiosk.__main__ import main
from ido_kiosk.app import make_application
from ido_kiosk.qt.preview import PreviewScreen
from ido_kiosk.tour import Player, settle, wait_for
from ido_kiosk.window.status_bar import StatusBar
from ido_kiosk.window.window import Window


def visits(player: Player, seen: dict[str, object]) -> None:
    """Help two visitors: one with the guide and its sheet, one with a topic that is first logged by mistake."""
    player.search("digid anvragen")
    player.key(Qt.Key.Key_Return)
    player.press("Verder")
    player.press("Nee, nog niet")
    player.press("Blad voor de bezoeker")
    preview = player.wait_for_part(PreviewScreen)
    wait_for(preview.is_ready, "het blad")
    seen["paper"] = preview.pdf[:5].decode()
    player.key(Qt.Key.Key_Escape)
    player.key(Qt.Key.Key_F9)
    seen["logged"] = player.text_starting("Vastgelegd: DigiD")
    player.key(Qt.Key.Key_F12)
    player.press("Kies een onderwerp")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_3)
    player.key(Qt.Key.Key_F9)
    player.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    player.press("Weglaten")
    player.press("Kies een onderwerp")
    player.key(Qt.Key.Key_2)
    player.key(Qt.Key.Key_4)
    player.key(Qt.Key.Key_F9)
    player.key(Qt.Key.Key_F12)


def wait_for_regie(player: Player, seen: dict[str, object]) -> None:
    """Wait until the status bar says that regie has everything."""
    wait_for(lambda: status(player).startswith("Regie heeft alles"), "de levering")


def look(player: Player, seen: dict[str, object]) -> None:
    """Do nothing but look."""


def status(player: Player) -> str:
    """What the status bar says."""
    [bar] = player.window.findChildren(StatusBar)
    return " ".join(part.accessibleName() for part in bar.findChildren(QLabel))


def run(what: str, options: list[str]) -> int:
    """Start the program and let the person act as soon as its window is there; gives the program's exit code."""
    seen: dict[str, object] = {}

    def act() -> None:
        [window] = [part for part in QApplication.topLevelWidgets() if isinstance(part, Window)]
        wait_for(window.isActiveWindow, "het venster")
        player = Player(window)
        settle()
        deeds = {"visits": visits, "wait_for_regie": wait_for_regie, "look": look}
        (deeds | letter_visits.DEEDS)[what](player, seen)
        seen["status"] = status(player)
        window.close()

    make_application()
    QTimer.singleShot(0, act)
    code = main(options)
    print(json.dumps(seen))
    return code


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
