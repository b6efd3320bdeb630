"""A kiosk and the small regie it is linked to; a whole desk and the real one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ido_kiosk.sync import service
from tests.faults.harness.server import Server
from tests.statistics.desk import log
from tests.sync.kiosk import Kiosk, kiosk_in
from tests.sync.linked_desk import Desk
from tests.sync.peer import Peer, running_peer


@pytest.fixture
def kiosk(store: Path, tmp_path: Path) -> Kiosk:
    """A kiosk that is not linked."""
    return kiosk_in(tmp_path / "data")


@pytest.fixture
def peer() -> Iterator[Peer]:
    """A small regie that answers."""
    with running_peer() as running:
        yield running


@pytest.fixture
def linked(kiosk: Kiosk, peer: Peer) -> Kiosk:
    """A kiosk that is linked to the small regie."""
    kiosk.enrol(peer.url)
    return kiosk


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A real regie that can be stopped and started again."""
    made = Server(tmp_path / "regie")
    made.start()
    yield made
    made.kill()


@pytest.fixture
def desk(tmp_path: Path, server: Server) -> Desk:
    """A desk that is linked, and delivered a week with two questions."""
    made = Desk(tmp_path / "balie")
    with made.on("11-09"):
        made.enrol(server, server.running.code)
        log("11-10", 2)
    with made.on("11-16"):
        assert made.deliver() == service.Outcome(True, 1)
    return made
