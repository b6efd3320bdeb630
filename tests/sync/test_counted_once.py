"""Whatever the desk does and the network spoils, regie's totals end up equal to the log's."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ido_kiosk.base import database
from ido_kiosk.sync.service import Outcome
from tests.statistics import world
from tests.statistics.world import UNTIL_ALL_IS_CLOSED, World
from tests.sync.kiosk import Kiosk, kiosk_in
from tests.sync.peer import Peer, running_peer
from tests.sync.test_deliver import FAULTS, Crash

STEPS = st.one_of(
    *world.STEPS,
    st.tuples(st.just("deliver"), st.lists(st.sampled_from(["", *FAULTS]), max_size=3)),
    st.tuples(st.just("crash"), st.integers(0, 25)),
    st.tuples(st.just("lose"), st.integers(1, 5)),
)


@dataclass
class Desk(World):
    """A desk that is linked to a small regie."""

    kiosk: Kiosk | None = None
    peer: Peer | None = None

    def deliver(self, faults: list[str]) -> Outcome:
        self.peer.faults[:] = faults
        return self.kiosk.deliver(self.today.isoformat())

    def crash(self, after: int) -> None:
        left = iter([None] * after)

        def hook(_event: object) -> None:
            if next(left, Crash) is Crash:
                raise Crash

        database.store.query_hooks.append(hook)
        try:
            self.deliver([])
        except Crash:
            return
        finally:
            database.store.query_hooks.remove(hook)

    def lose(self, number: int) -> None:
        """Regie loses a delivery that it had."""
        if number in self.peer.messages:
            self.peer.forget(number)


@given(st.lists(STEPS, max_size=25))
@settings(max_examples=30, deadline=None)
def test_regie_ends_up_with_what_the_log_holds(steps: list[tuple[str, object]]) -> None:
    with TemporaryDirectory() as folder, running_peer() as peer:
        database.open_store(Path(folder) / "ido.sqlite3")
        try:
            kiosk = kiosk_in(Path(folder) / "data", str(world.START))
            kiosk.enrol(peer.url)
            desk = Desk(kiosk=kiosk, peer=peer)
            for name, *values in steps:
                getattr(desk, name)(*values)
            desk.wait(UNTIL_ALL_IS_CLOSED)
            assert desk.deliver([]).succeeded
            check(desk)
        finally:
            database.close_store()


def check(desk: Desk) -> None:
    """The log, what was stated and regie's total are the same; regie has every number."""
    assert desk.peer.totals()[0] == len(desk.logged)
    status = desk.kiosk.status()
    assert (status.questions, status.equal, status.unsent) == (len(desk.logged), True, 0)
    assert sorted(desk.peer.messages) == list(range(1, len(desk.peer.messages) + 1))
