"""Whether a screen really answers: known only when Qt tries, and Qt then ends the program in English."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def watching_screen(when_absent: Callable[[], None]) -> Iterator[None]:
    """Make the application inside; ``when_absent`` is called when no screen answers it, and should not return.

    This costs an ordinary start nothing. When Qt cannot start for another reason, its own words are shown.
    """
    said: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            if any("display" in earlier for earlier in said):
                when_absent()
            sys.stderr.write("\n".join([*said, text, ""]))
        said.append(text)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
