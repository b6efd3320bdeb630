"""How long the window stands still while a sheet is made, or a letter is typed with its paper beside it: processes."""

import os
import subprocess
import sys
import tempfile

from benchmarks.cold_start import ROOT
from benchmarks.rows import Row, against_limit, median

RUNS = 3

MOST = 50.0
"""Milliseconds; what lasts longer is felt as a hitch."""
LANGUAGES = ("nl", "ar")
"""The source, and the slowest: its Dutch stands below it, so that more sizes are tried."""

KIOSK = """
import sys, time
from pathlib import Path
from ido_kiosk.base import garbage
garbage.put_off()  # as ido_kiosk/__main__.py does
from ido_kiosk.app import Options, make_application, open_desk
from ido_kiosk.base import language, paths
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.guides.service import Walk
from ido_kiosk.window.paper import Paper
application = make_application()
desk = open_desk(Options(data=Path(sys.argv[1])), application)
desk.window.present()
until = time.perf_counter() + 1.5  # the shelf is read after the start; that is another matter
while time.perf_counter() < until:
    application.processEvents()
language.use(sys.argv[2], paths.translations())
paper = Paper(desk.parts, desk.window, ThisDesk)
longest = 0.0
for step in ("wachten", "inloggegevens", "gelukt"):
    made = []
    last = time.perf_counter()
    paper.prepare(Walk("digid-aanvragen", step), made.append)
    while not made:
        application.processEvents()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        time.sleep(0.0002)
print(longest * 1000)
import os
os._exit(0)
"""

TYPING = """
import sys, time
from pathlib import Path
from ido_kiosk.base import garbage
garbage.put_off()  # as ido_kiosk/__main__.py does
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from ido_kiosk.app import Options, make_application, open_desk
from ido_kiosk.letters.screen import LetterScreen
application = make_application()
desk = open_desk(Options(data=Path(sys.argv[1])), application)
desk.window.resize(1280, 860)
desk.window.present()
def serve(seconds, longest=0.0):
    until = last = time.perf_counter()
    while last < until + seconds:
        application.processEvents()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        time.sleep(0.0002)
    return longest
serve(1.5)  # the shelf is read after the start; that is another matter
desk.window._screens.letters.open_letter(sys.argv[2])
serve(1.0)  # the first page brings reportlab; a visitor has not begun to type by then
screen = desk.window.findChild(LetterScreen)
lines = [line for line in screen.findChildren(QLineEdit) if line.isVisibleTo(screen)]
longest = 0.0
for number, sign in enumerate("Fatima Voorbeeld-Jansen 12" * 4):
    begun = time.perf_counter()
    QTest.keyClicks(lines[number % len(lines)], sign)
    longest = max(longest, time.perf_counter() - begun, serve(0.03))
print(longest * 1000)
import os
os._exit(0)
"""


def measure() -> list[Row]:
    """The longest the window was not served, from the request to the sheet; the first sheet loads reportlab too.

    The median of a few processes: another program on the computer can hold up any of them.
    """
    longest = {code: median([_longest(KIOSK, code) for _run in range(RUNS)]) for code in LANGUAGES}
    typing = median([_longest(TYPING, "betalingsregeling-duo") for _run in range(RUNS)])
    return [
        *(against_limit(f"window still while a sheet is made, {code}", most, MOST) for code, most in longest.items()),
        against_limit("window still while a letter is typed", typing, MOST),
    ]


def _longest(script: str, chosen: str) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-c", script, data, chosen]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout)
