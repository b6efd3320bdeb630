"""Cold start to a usable kiosk window, against a bare window of PySide6 as it comes: whole processes, in turn."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import shiboken6

from benchmarks.rows import Row, against_floor, against_limit

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
MOST = 2.0
"""Budget of design § 11: at most twice the bare window; the aim is 1.5."""
LONGEST_STALL = 50.0
"""Milliseconds, of design § 11: what is typed while the database is opened waits so long."""
SCREEN = {"name": "balie", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96}
"""As a desk has it; Qt's own for no screen, 800 by 800, would have the kiosk arrange itself as in a small window."""

BARE = """
import os
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 860)
window.show()
application.processEvents()
os._exit(0)
"""

KIOSK = """
import os, sys
from pathlib import Path
from ido_kiosk.base import garbage
garbage.put_off()
from ido_kiosk.app import Options, make_application, open_desk  # before Qt, as in ido_kiosk/__main__.py
from PySide6.QtWidgets import QLineEdit
application = make_application()
desk = open_desk(Options(data=Path(sys.argv[1])), application)
desk.window.present()
while not isinstance(application.focusWidget(), QLineEdit):
    application.processEvents()
if sys.argv[2] == "log":
    desk.open_store()
os._exit(0)
"""


def measure() -> list[Row]:
    """The fastest start of the kiosk beside that of the bare window: until one can search, and until one can log.

    The fastest, because whatever else a machine does only adds to it.
    """
    bare: list[float] = []
    search: list[float] = []
    log: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        stock = _stock_pyside(Path(folder, "packages"))
        screen = Path(folder, "screen.json")
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        start, data = partial(_start, screen), str(Path(folder, "data"))
        start(KIOSK, data, "log")  # fills the content cache and makes the database, as the first start does
        for _run in range(RUNS):
            bare.append(start(BARE, packages=stock))
            search.append(start(KIOSK, data, "search"))
            log.append(start(KIOSK, data, "log"))
    return [
        against_floor("cold start until the search field waits", min(search), min(bare), MOST),
        against_limit("from then until one can log", min(log) - min(search), LONGEST_STALL),
    ]


def _stock_pyside(folder: Path) -> Path:
    """PySide as PyPI has it, without what packaging/environment.py laid beside it; gives its folder."""
    installed = Path(shiboken6.__file__).parent.parent
    shutil.copytree(installed / "shiboken6", folder / "shiboken6", ignore=shutil.ignore_patterns("files.dir"))
    (folder / "PySide6").symlink_to(installed / "PySide6", target_is_directory=True)
    return folder


def _start(screen: Path, program: str, *arguments: str, packages: Path | None = None) -> float:
    """Milliseconds from starting the process to its end; ``packages``: where it looks for packages first."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    if packages is not None:
        environment["PYTHONPATH"] = str(packages)
    environment["QT_LOGGING_RULES"] = "default.warning=false"
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, env=environment, check=True)
    return (time.perf_counter() - begin) * 1000
