"""Serve regie with gunicorn: on this computer only, unless the environment says otherwise."""

import os
import signal
import socket  # noqa: TID251 - this is the one place that opens a socket
import sys
from typing import NoReturn

from ido_regie.environment import installation

HOST = "127.0.0.1"


def listen(port: int) -> socket.socket:
    """A socket that already takes connections; port 0 means any free one. Raises OSError when the port is taken."""
    listener = socket.create_server((installation().bind, port), backlog=128)
    listener.set_inheritable(True)
    return listener


def address(listener: socket.socket) -> str:
    """The address for the browser and for the kiosk."""
    return f"http://{HOST}:{listener.getsockname()[1]}"


def become_server(listener: socket.socket) -> NoReturn:
    """Become gunicorn, which takes over the socket and stops on SIGTERM and Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until gunicorn listens to it, so that no traceback is ever shown
    words = [sys.executable, "-P", "-m", "gunicorn", "--config", "python:ido_regie.gunicorn_settings"]
    os.execv(sys.executable, [*words, "--bind", f"fd://{listener.fileno()}", "ido_regie.wsgi:application"])  # noqa: S606
