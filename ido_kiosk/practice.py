"""Practise with invented visitors: a kiosk of its own, with data of its own that goes when it closes."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from ido_kiosk.app import Desk, Options, run
from ido_kiosk.base import clock
from ido_kiosk.base.folder import DataFolder, default_root
from ido_kiosk.window.practice_bar import PracticeBar


def practise(real: Path | None) -> int:
    """Run a kiosk to practise with until it is closed; gives the exit code.

    It starts with the local data of the real desk (``real``, or the usual folder), and with nothing else of it: no
    log, no settings, no link to regie. So nothing of it can be counted or sent.
    """
    with tempfile.TemporaryDirectory(prefix="ido-oefenen-", ignore_cleanup_errors=True) as made:
        _take_along(DataFolder(real or default_root()), Path(made) / "balie")
        return run(Options(data=Path(made) / "balie", day=clock.today()), mark)


def mark(desk: Desk) -> None:
    """Put the bar over every screen of a kiosk, and let it go with the kiosk."""
    bar = PracticeBar(desk.parts, desk.window.close)
    desk.window.setMenuWidget(bar)
    desk.window.installEventFilter(bar)
    bar.show()


def _take_along(real: DataFolder, practice: Path) -> None:
    """Copy what the library wrote about its surroundings; whatever cannot be read stays behind."""
    from ido_kiosk.base import folder

    made = folder.prepare(practice, lambda _root: False, trial=True)
    pairs = (
        (real.local_data, made.local_data),
        (real.sent_data, made.sent_data),
        (real.own_facts, made.own_facts),
    )
    for source, target in pairs:
        with suppress(OSError):
            shutil.copyfile(source, target)
