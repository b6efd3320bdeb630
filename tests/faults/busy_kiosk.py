"""A real kiosk process at a desk that never stops: it logs by F9 and says each question that the window called safe.

Run as ``python busy_kiosk.py MOST OPTIONS…``: it ends by itself after MOST questions. Each line on standard output is
the number of a visit and the topic, written after the window said *Vastgelegd*; what the window refused begins with
``niet``.
"""

import itertools
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"

from PySide6.QtCore import Qt, QTimer

from ido_kiosk import app
from ido_kiosk.__main__ import main
from ido_kiosk.app import Desk, make_application
from ido_kiosk.tour import Player, settle, wait_for
from ido_kiosk.window import shelf
from ido_kiosk.window.message import Message

ENDLESS = 2**31 - 1
TOPICS = ("DGA", "DGP", "MOB", "AAN", "TZO", "AOW", "PAS")


def work(desk: Desk, most: int) -> None:
    """Log until the end, or until someone pulls the plug."""
    player = Player(desk.window)
    for topic in itertools.islice(itertools.cycle(TOPICS), most):
        desk.parts.visit.propose(topic)
        player.key(Qt.Key.Key_F9)
        [message] = desk.window.findChildren(Message)
        said = message.text()
        visit = desk.parts.visit.logged[-1].visit if desk.parts.visit.logged else 0
        print(f"{visit} {topic}" if said.startswith("Vastgelegd") else f"niet {said}", flush=True)
        player.key(Qt.Key.Key_F12)
    desk.window.close()


def run(most: int, options: list[str]) -> int:
    """Start the program and let it be busy as soon as its window is there; gives its exit code."""
    opened: list[Desk] = []
    make = app.open_desk

    def open_desk(*words: object) -> Desk:
        opened.append(make(*words))  # type: ignore[arg-type]
        return opened[-1]

    app.open_desk = open_desk

    def act() -> None:
        wait_for(lambda: bool(opened) and opened[0].window.isActiveWindow(), "het venster")
        settle()
        print("open", flush=True)
        work(opened[0], most)

    make_application()
    shelf.READ_AFTER = ENDLESS  # nobody searches here, and some of these lives last a second
    QTimer.singleShot(0, act)
    return main(options)


if __name__ == "__main__":
    sys.exit(run(int(sys.argv[1]), sys.argv[2:]))
