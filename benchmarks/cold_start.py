"""Cold start to a usable kiosk window, against a bare window of PySide6 as it comes: whole processes, in turn."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import shiboken6

from benchmarks.rows import Row, against_floor, median

ROOT = Path(__file__).resolve().parent.parent
RUNS = 11
MOST = 2.0
"""Budget of design § 11: at most twice the bare window; the aim is 1.5."""

BARE = """
import os
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
application.processEvents()
os._exit(0)
"""

KIOSK = """
import os, sys
from ido_kiosk.base import garbage
garbage.put_off()  # as ido_kiosk.app.run does
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit
from ido_kiosk.app import Options, make_application, open_desk
application = make_application()
desk = open_desk(Options(data=Path(sys.argv[1])), application)
desk.window.resize(1280, 800)
desk.window.present()
while not isinstance(application.focusWidget(), QLineEdit):
    application.processEvents()
if sys.argv[2] == "log":
    desk.open_store()
    application.processEvents()
os._exit(0)
"""


def measure() -> list[Row]:
    """The median start of the kiosk beside that of the bare window: until one can search, and until one can log."""
    bare: list[float] = []
    search: list[float] = []
    log: list[float] = []
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as packages:
        stock = _stock_pyside(Path(packages))
        _start(KIOSK, data, "log")  # fills the content cache and makes the database, as the first start does
        for _run in range(RUNS):
            bare.append(_start(BARE, packages=stock))
            search.append(_start(KIOSK, data, "search"))
            log.append(_start(KIOSK, data, "log"))
    return [
        against_floor("cold start until the search field waits", median(search), median(bare), MOST),
        against_floor("cold start until the database is open too", median(log), median(bare), MOST),
    ]


def _stock_pyside(folder: Path) -> Path:
    """PySide as PyPI has it, without what packaging/environment.py laid beside it; gives its folder."""
    installed = Path(shiboken6.__file__).parent.parent
    shutil.copytree(installed / "shiboken6", folder / "shiboken6", ignore=shutil.ignore_patterns("files.dir"))
    (folder / "PySide6").symlink_to(installed / "PySide6", target_is_directory=True)
    return folder


def _start(program: str, *arguments: str, packages: Path | None = None) -> float:
    """Milliseconds from starting the process to its end; ``packages``: where it looks for packages first."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    if packages is not None:
        environment["PYTHONPATH"] = str(packages)
    environment["QT_LOGGING_RULES"] = "default.warning=false"
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, env=environment, check=True)
    return (time.perf_counter() - begin) * 1000
