"""Work away from the window: it runs in a thread, and its end comes back to the window's own thread."""

import threading
from collections.abc import Callable
from functools import cache, partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from ido_kiosk.base.mistakes import report_mistake

T = TypeVar("T")

ending = threading.Event()
"""Set when the program ends: work that only waits for something outside stops waiting then."""

_under_way: set[threading.Thread] = set()


class _Messenger(QObject):
    """Lives in the window's thread, as long as the program, and hears there of all work that has ended."""

    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, answer: Callable[[], None]) -> None:
        answer()


def run(parent: QObject, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
    """Do ``work`` in a thread; then call ``done`` with its result, or ``failed`` with its error, in this thread.

    Neither is called once ``parent`` is gone; an error is then reported without its words.
    Call it from the window's thread. The program does not end before the work has.
    """
    messenger = _messenger()

    def attempt() -> None:
        try:
            answer = partial(_pass_on, parent, done, work())
        except Exception as error:
            answer = partial(_report, parent, failed, error)
        messenger.ended.emit(answer)
        _under_way.discard(thread)

    thread = threading.Thread(target=attempt, name="background")
    _under_way.add(thread)
    thread.start()


def post(parent: QObject, say: Callable[[str], None], text: str) -> None:
    """From a thread: have ``say`` called with this text in the window's own thread, unless ``parent`` is gone."""
    _messenger().ended.emit(partial(_pass_on, parent, say, text))


def _pass_on(parent: QObject, done: Callable[[T], None], result: T) -> None:
    if isValid(parent):
        done(result)


def _report(parent: QObject, failed: Callable[[Exception], None], error: Exception) -> None:
    if isValid(parent):
        failed(error)
    else:
        report_mistake(type(error), error.__traceback__)


@cache
def _messenger() -> _Messenger:
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(_end)
    return _Messenger()


def _end() -> None:
    """Wait for all work while everything that it uses is still there; Python would wait too, but later."""
    ending.set()
    for thread in list(_under_way):
        thread.join()
    ending.clear()
