"""Background work: its end reaches the window's thread, whatever happened meanwhile."""

import gc
import subprocess
import sys
import threading
import weakref

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete

from ido_kiosk.qt import background


class Listener(QObject):
    """Keeps what it hears, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[threading.Thread] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.append(threading.current_thread())


def deliver_all() -> None:
    """Wait for the threads, then let this thread hear of it."""
    background._end()
    QCoreApplication.sendPostedEvents()


def test_the_result_comes_back_in_the_windows_thread(qtbot):
    listener, workers = Listener(), []

    def work() -> int:
        workers.append(threading.current_thread())
        return 42

    background.run(listener, work, listener.done, listener.failed)
    qtbot.waitUntil(lambda: listener.results == [42])
    assert workers[0] is not threading.main_thread()
    assert listener.threads == [threading.main_thread()]
    assert listener.errors == []


def test_the_window_goes_on_while_the_work_takes_its_time(qtbot):
    listener, go_on = Listener(), threading.Event()
    background.run(listener, lambda: go_on.wait(10), listener.done, listener.failed)
    assert listener.results == []
    go_on.set()
    qtbot.waitUntil(lambda: listener.results == [True])


def test_an_error_comes_back_too(qtbot):
    listener, error = Listener(), ValueError("stuk")

    def work() -> None:
        raise error

    background.run(listener, work, listener.done, listener.failed)
    qtbot.waitUntil(lambda: listener.errors == [error])
    assert listener.threads == [threading.main_thread()]
    assert listener.results == []


def test_nothing_is_called_once_the_receiver_is_gone(qapp):
    listener, go_on = Listener(), threading.Event()
    background.run(listener, lambda: go_on.wait(10), listener.done, listener.failed)
    delete(listener)
    go_on.set()
    deliver_all()
    assert listener.results == []


def test_an_error_of_a_closed_screen_is_reported_without_its_words(qapp, capsys):
    listener, go_on, words = Listener(), threading.Event(), "Jan" + "sen"

    def work() -> None:
        go_on.wait(10)
        raise ValueError(words)

    background.run(listener, work, listener.done, listener.failed)
    delete(listener)
    go_on.set()
    deliver_all()
    reported = capsys.readouterr().err
    assert "ValueError" in reported
    assert "test_background.py" in reported
    assert "Jansen" not in reported
    assert listener.errors == []


def test_an_error_in_the_receiver_is_not_swallowed(qtbot):
    listener = Listener()

    def done(_result: object) -> None:
        raise RuntimeError("fout in het scherm")

    with qtbot.captureExceptions() as exceptions:
        background.run(listener, lambda: 1, done, listener.failed)
        qtbot.waitUntil(lambda: bool(exceptions))
    assert "fout in het scherm" in str(exceptions[0][1])


def test_nothing_is_kept_after_delivery(qtbot):
    class Result:
        """Something to hold on to."""

    listener, kept = Listener(), []
    background.run(listener, Result, lambda result: kept.append(weakref.ref(result)), listener.failed)
    qtbot.waitUntil(lambda: bool(kept))
    listener_ref = weakref.ref(listener)
    del listener
    gc.collect()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and kept[0]() is None and listener_ref() is None)


def test_many_at_once_all_come_back(qtbot):
    listener = Listener()
    for number in range(50):
        background.run(listener, lambda number=number: number, listener.done, listener.failed)
    qtbot.waitUntil(lambda: len(listener.results) == 50)
    assert sorted(listener.results) == list(range(50))


def test_the_program_ends_only_after_the_work():
    script = """
import threading
from PySide6.QtCore import QCoreApplication, QTimer
from ido_kiosk.qt import background
application = QCoreApplication([])
leaving = threading.Event()
application.aboutToQuit.connect(leaving.set)
def work():
    leaving.wait(10)
    print("klaar", flush=True)
background.run(application, work, print, print)
QTimer.singleShot(0, application.quit)
application.exec()
print("weg", flush=True)
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=20, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "klaar\nweg\n", "")


def test_without_an_event_loop_python_waits_for_the_work():
    script = """
import threading
from PySide6.QtCore import QCoreApplication
from ido_kiosk.qt import background
application = QCoreApplication([])
last_line = threading.Event()
def work():
    last_line.wait(10)
    print("klaar", flush=True)
background.run(application, work, print, print)
last_line.set()
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=20, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "klaar\n", "")
