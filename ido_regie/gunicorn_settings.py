"""Settings of gunicorn: one process on SQLite, which has one writer; no files outside the data folder."""

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Protocol

from ido_regie.environment import installation

chdir = str(Path(__file__).resolve().parent.parent)  # gunicorn imports from here first: never from where it was started
worker_class = "gthread"
workers = installation().workers
threads = 2  # with four, deliveries cost half as much again: each thread keeps a connection and cache of its own
loglevel = "warning"
control_socket_disable = True
graceful_timeout = 10


class Worker(Protocol):
    """What is used of gunicorn's worker."""

    def handle_exit(self, number: int, frame: FrameType | None) -> None:
        """End after the requests that are under way."""


def post_worker_init(worker: Worker) -> None:
    """Let Ctrl+C end the work as SIGTERM does.

    gunicorn's own quick end takes, inside the signal, a lock that the worker may hold at that moment for a request;
    then it hangs until it is killed.
    """
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGQUIT):
            signal.signal(number, worker.handle_exit)
