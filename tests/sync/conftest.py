"""A kiosk and the small regie it is linked to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.kiosk import Kiosk, kiosk_in
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
