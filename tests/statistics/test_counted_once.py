"""Whatever happens in whatever order, the newest deliveries together say exactly what the log holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ido_kiosk.base import database
from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service
from ido_shared.delivery import Delivery, read
from tests.statistics import world
from tests.statistics.desk import DESK, SENDER, no_signature
from tests.statistics.world import START, UNTIL_ALL_IS_CLOSED, World
from tests.store import PLACE

STEPS = st.one_of(*world.STEPS, st.tuples(st.just("deliver")), st.tuples(st.just("fail")))


@dataclass
class Desk(World):
    """What it handed over to be sent, too."""

    sent: list[bytes] = field(default_factory=list)

    def deliver(self) -> None:
        def sign(made: service.Prepared) -> str:
            self.sent.append(made.content)
            return no_signature(made)

        service.prepare_delivery(SENDER, self.today, sign)

    def fail(self) -> None:
        try:
            service.prepare_delivery(SENDER, self.today, lambda made: [][0])
        except IndexError:
            return


@given(st.lists(STEPS, max_size=35), st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_regie_can_add_up_the_log_whatever_order_things_arrive_in(
    steps: list[tuple[str, object]], chance: Random
) -> None:
    with TemporaryDirectory() as folder:
        database.open_store(Path(folder) / "ido.sqlite3")
        try:
            desk = Desk()
            service.note_first_use(START, PLACE)
            for name, *values in [*steps, ("wait", UNTIL_ALL_IS_CLOSED), ("deliver",)]:
                getattr(desk, name)(*values)
            check(desk, chance)
        finally:
            database.close_store()


def check(desk: Desk, chance: Random) -> None:
    """What arrived in any order, some of it twice, adds up; numbers have no gaps; final was final."""
    arrived = desk.sent + [content for content in desk.sent if chance.random() < 0.5]
    chance.shuffle(arrived)
    messages = [read(content, Delivery) for content in arrived]
    assert sum(newest(messages).values()) == len(desk.logged) == service.stated_totals(DESK)[0]
    assert {message.nummer for message in messages} == set(range(1, len(desk.sent) + 1))
    in_order = [total for content in desk.sent for total in read(content, Delivery).totalen]
    final = [(total.plaats, total.van) for total in in_order if total.definitief]
    assert len(final) == len(set(final))
    assert {(total.plaats, total.van) for total in in_order if not total.definitief} - set(final) == unfinished(desk)


def newest(messages: Iterable[Delivery]) -> dict[tuple[str, str], int]:
    """The questions of each week by the highest number that names it, as regie keeps them."""
    known: dict[tuple[str, str], tuple[int, int]] = {}
    for message in messages:
        for total in message.totalen:
            key = (total.plaats, total.van)
            known[key] = max(known.get(key, (0, 0)), (message.nummer, total.vragen))
    return {key: questions for key, (_number, questions) in known.items()}


def unfinished(desk: Desk) -> set[tuple[str, str]]:
    """Stated weeks of a month that is still open at the end."""
    return {
        (total.plaats, total.van)
        for content in desk.sent
        for total in read(content, Delivery).totalen
        if questions.is_open(date.fromisoformat(total.van), desk.today)
    }
