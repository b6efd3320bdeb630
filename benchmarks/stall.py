"""How long the window stands still while a sheet is asked for and made, in every language and kind: whole processes."""

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


def measure() -> list[Row]:
    """The longest the window was not served, from the request to the sheet; the first sheet loads reportlab too.

    The median of a few processes: another program on the computer can hold up any of them.
    """
    longest = {code: median([_longest(code) for _run in range(RUNS)]) for code in LANGUAGES}
    return [against_limit(f"window still while a sheet is made, {code}", most, MOST) for code, most in longest.items()]


def _longest(code: str) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-c", KIOSK, data, code]
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout)
