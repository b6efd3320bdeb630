"""One window a data folder: a second start asks the first kiosk, on this computer only, to come to the front.

This is no network: a local socket or named pipe that only the same user of this computer can open, over which one
fixed word goes (decision 013). It is the only place that uses QtNetwork.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

WORD = b"toon"
PATIENCE = 1000
"""Milliseconds for another kiosk on this computer to answer."""


def listen(folder: Path, parent: QObject, come: Callable[[], None]) -> bool:
    """Call ``come`` whenever a second kiosk is started on this folder; gives whether that will be heard.

    Only who holds the folder may call this: what a kiosk that died left behind is cleared away.
    """
    from PySide6.QtNetwork import QLocalServer  # takes time, and the window is shown before

    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    QLocalServer.removeServer(_name(folder))

    def answer() -> None:
        caller = server.nextPendingConnection()
        caller.readyRead.connect(lambda: come() if bytes(caller.readAll().data()).startswith(WORD) else None)
        caller.disconnected.connect(caller.deleteLater)

    server.newConnection.connect(answer)
    return server.listen(_name(folder))


def call_other(folder: Path) -> bool:
    """Ask the kiosk that uses this folder to come to the front; gives whether it heard."""
    from PySide6.QtNetwork import QLocalSocket

    caller = QLocalSocket()
    caller.connectToServer(_name(folder))
    if not caller.waitForConnected(PATIENCE):
        return False
    caller.write(WORD)
    heard = caller.waitForBytesWritten(PATIENCE)
    caller.disconnectFromServer()
    return heard


def _name(folder: Path) -> str:
    return "ido-kiosk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
