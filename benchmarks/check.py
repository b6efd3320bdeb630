"""The check of all content, as it ships and with many more guides; and what those guides cost at a warm start."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row, against_floor, against_limit

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
LIMIT = 5.0
"""Seconds for the check of all content."""
SHELF = 60
MORE = 100
MOST_GROWTH = 1.10
"""Budget of issue 3: at most 10 % for every 100 guides."""

CHECK = "import sys; from ido_kiosk.editor.commands import main; sys.exit(main(['check', sys.argv[1]]))"

START = """
import os, sys
from pathlib import Path
from ido_kiosk.base import paths
forms = Path(sys.argv[1])
paths.forms = lambda: forms
from PySide6.QtWidgets import QLineEdit
from ido_kiosk.app import Options, make_application, open_desk
application = make_application()
desk = open_desk(Options(data=Path(sys.argv[2])), application)
desk.window.resize(1280, 800)
desk.window.present()
while not isinstance(application.focusWidget(), QLineEdit):
    application.processEvents()
os._exit(0)
"""


def measure() -> list[Row]:
    """The check of what ships and of a full shelf; the warm start with 100 more guides beside that without them."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = ROOT / "forms"
        shelf, many = Path(folder) / "shelf" / "forms", Path(folder) / "many" / "forms"
        multiply(shipped, shelf, SHELF)
        multiply(shipped, many, MORE + len(list((shipped / "gidsen").glob("*.yaml"))))
        rows = [
            against_limit("check of all content", _best(CHECK, shipped), LIMIT, "s"),
            against_limit(f"check of {SHELF} guides", _best(CHECK, shelf), LIMIT, "s"),
        ]
        data = [Path(folder) / "data", Path(folder) / "data-many"]
        few, more = [], []
        for number in range(RUNS + 1):
            few.append(_work(START, shipped, data[0]) * 1000)
            more.append(_work(START, many, data[1]) * 1000)
            if number == 0:  # fills the content caches
                few.clear()
                more.clear()
        return [*rows, against_floor(f"warm start with {MORE} more guides, CPU", min(more), min(few), MOST_GROWTH)]


def multiply(forms: Path, target: Path, number: int) -> None:
    """Copy a forms folder with its translations, and copy its guides until there are ``number``."""
    shutil.copytree(forms, target)
    if (forms.parent / "translations").is_dir():
        shutil.copytree(forms.parent / "translations", target.parent / "translations")
    guides = sorted((target / "gidsen").glob("*.yaml"))
    for copy in range(number - len(guides)):
        guide = guides[copy % len(guides)]
        name = f"{guide.stem}-kopie-{copy}"
        text = re.sub(r"^id: .*$", f"id: {name}", guide.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        (target / "gidsen" / f"{name}.yaml").write_text(text, encoding="utf-8")


def _work(program: str, *arguments: Path) -> float:
    """The seconds of processor that it takes, which other programs disturb less than its time on the clock."""
    before = os.times()
    _seconds(program, *arguments)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _best(program: str, *arguments: Path) -> float:
    return min(_seconds(program, *arguments) for _run in range(3))


def _seconds(program: str, *arguments: Path) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - begin
