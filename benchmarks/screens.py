"""From key to the next step on the screen, through every step of every guide in the real window; and other words."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.rows import Row, against_limit, percentile

if TYPE_CHECKING:
    from ido_kiosk.app import Desk
    from ido_kiosk.guides.screen import GuideScreen
    from ido_kiosk.guides.service import Library, Walk

STEP_LIMIT = 16.0
"""Budget of design § 11: milliseconds at the 99th percentile."""
LANGUAGE_LIMIT = 150.0
STALL_LIMIT = 100.0
"""Milliseconds that pass unnoticed."""
WIDTHS = (480, 1280)
RUNS = 10
PAUSE = 0.002
"""Seconds after which what waits for a moment of rest is due."""


def measure() -> list[Row]:
    """Steps in each width, languages on a step; each until all of it is drawn."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[Row]:
    from ido_kiosk.app import Options, make_application, open_desk
    from ido_kiosk.base import garbage
    from ido_kiosk.base.language import NAMES
    from ido_kiosk.tour import wait_for

    garbage.put_off()  # as ido_kiosk/__main__.py does
    desk = open_desk(Options(data=folder), make_application())
    desk.window.present()
    wait_for(desk.window.isActiveWindow, "the window")
    desk.open_store()
    garbage.look()
    rows: list[Row] = []
    for language in NAMES:
        for width in WIDTHS:
            desk.window.change_look(language=language)
            desk.window.resize(width, 800)
            _finish()
            rows += _rows(f"{language}, {width} px", list(_steps(desk)))
    _open(desk, next(iter(desk.parts.library.guides)))
    turns = [_turn(desk, to) for _run in range(RUNS) for to in NAMES]
    desk.close()
    return [
        *rows,
        against_limit("switch of language on a step: 99th percentile", percentile(turns, 99), LANGUAGE_LIMIT),
    ]


def _rows(name: str, spent: list[tuple[float, float, float, float]]) -> list[Row]:
    """Of each step: the work until it is drawn after a moment of reading, and when a key comes at once; the work on

    the small print after it; and how long a key may wait.
    """
    drawn, hurried, rest, wall = zip(*spent, strict=True)
    return [
        against_limit(f"next step, {name}: median", percentile(drawn, 50), STEP_LIMIT),
        against_limit(f"next step, {name}: 99th percentile", percentile(drawn, 99), STEP_LIMIT),
        against_limit(f"next step at once, {name}: 99th percentile", percentile(hurried, 99), STEP_LIMIT),
        against_limit(f"small print after it, {name}: 99th percentile", percentile(rest, 99), STEP_LIMIT),
        against_limit(f"longest stall, {name}", max(wall), STALL_LIMIT),
    ]


def _steps(desk: "Desk") -> Iterator[tuple[float, float, float, float]]:
    """Go every way on from each page of each guide, by key: once the next pages are ready, and before."""
    library = desk.parts.library
    for guide in library.guides:
        screen = _open(desk, guide)
        for walk, number in _walks(library, guide):
            key = Qt.Key(Qt.Key.Key_0 + number) if number else Qt.Key.Key_Return
            spent = []
            for is_rested in (True, False):
                screen._go(walk)
                _finish()
                while is_rested and (screen._after_paint.isActive() or screen._ahead.is_busy()):
                    _finish()
                spent.append(_spent(partial(QTest.keyClick, QApplication.focusWidget(), key)))
                assert screen._walk.here != walk.here
            (drawn, wall), (hurried, slower) = spent
            rest, stall = _spent(_finish)
            yield drawn, hurried, rest, max(wall, slower, stall)


def _turn(desk: "Desk", language: str) -> float:
    spent, _wall = _spent(partial(desk.window.change_look, language=language))
    _finish()
    return spent


def _open(desk: "Desk", guide: str) -> "GuideScreen":
    from ido_kiosk.guides.screen import GuideScreen

    desk.window._new_visitor()  # each visitor one guide, as at a desk: the panel below lists what was done
    desk.window._screens.open_guide(guide)
    _finish()
    (screen,) = (found for found in desk.window.findChildren(GuideScreen) if found.isVisible())
    return screen


def _walks(library: "Library", guide: str) -> "Iterator[tuple[Walk, int]]":
    """Every page of a guide that goes on, by the shortest way to it, with the number of each of its answers."""
    from ido_kiosk.guides import service

    waiting, seen = [service.start(library, guide)], set()
    while waiting:
        walk = waiting.pop(0)
        if walk.here in seen or walk.here in library.guides[guide].outcomes:
            continue
        seen.add(walk.here)
        step = library.guides[guide].steps.get(walk.here)
        for number, choice in enumerate(step.choices if step else (), start=1):
            yield walk, number
            waiting.append(service.forward(library, walk, choice.id))
        if not step or not step.choices:
            yield walk, 0
            waiting.append(service.forward(library, walk))


def _spent(action: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds until it is done and drawn: of this thread's own work, and by the clock on the wall."""
    begin, began = time.thread_time(), time.perf_counter()
    action()
    QCoreApplication.sendPostedEvents()  # drawing too comes by a posted event
    return (time.thread_time() - begin) * 1000, (time.perf_counter() - began) * 1000


def _finish() -> None:
    """Let the window do all that is left to do."""
    time.sleep(PAUSE)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
