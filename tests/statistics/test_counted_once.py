"""Whatever happens in whatever order, the newest deliveries together say exactly what the log holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ido_kiosk.base import database
from ido_kiosk.questions import service as questions
from ido_kiosk.statistics import service
from ido_shared.delivery import Delivery, read
from tests.statistics.desk import DESK, OTHER_PLACE, SENDER, no_signature
from tests.store import PLACE, codes

START = date(2026, 11, 24)
STEPS = st.one_of(
    st.tuples(st.just("log"), st.integers(0, 40), st.sampled_from([PLACE, OTHER_PLACE])),
    st.tuples(st.just("undo"), st.integers(0, 50)),
    st.tuples(st.just("wait"), st.integers(1, 9)),
    st.tuples(st.just("deliver")),
    st.tuples(st.just("fail")),
)


@dataclass
class World:
    """A desk, its day, its log, and what it handed over to be sent."""

    today: date = START
    logged: dict[int, date] = field(default_factory=dict)
    sent: list[bytes] = field(default_factory=list)

    def log(self, back: int, place: str) -> None:
        day = self.today - timedelta(days=back)
        if questions.is_open(day, self.today):
            self.logged[questions.log_question(codes(), "DGA", day, place).id] = day

    def undo(self, which: int) -> None:
        ids = [id for id, day in self.logged.items() if questions.is_open(day, self.today)]
        if ids:
            questions.take_back(ids[which % len(ids)])
            del self.logged[ids[which % len(ids)]]

    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

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


@given(st.lists(STEPS, max_size=40), st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_regie_can_add_up_the_log_whatever_order_things_arrive_in(
    steps: list[tuple[str, object]], chance: Random
) -> None:
    with TemporaryDirectory() as folder:
        database.open_store(Path(folder) / "ido.sqlite3")
        try:
            world = World()
            service.note_first_use(START, PLACE)
            for name, *values in [*steps, ("wait", 45), ("deliver",)]:
                getattr(world, name)(*values)
            check(world, chance)
        finally:
            database.close_store()


def check(world: World, chance: Random) -> None:
    """What arrived in any order, some of it twice, adds up; numbers have no gaps; final was final."""
    arrived = world.sent + [content for content in world.sent if chance.random() < 0.5]
    chance.shuffle(arrived)
    messages = [read(content, Delivery) for content in arrived]
    assert sum(newest(messages).values()) == len(world.logged) == service.stated_totals(DESK)[0]
    assert {message.nummer for message in messages} == set(range(1, len(world.sent) + 1))
    in_order = [total for content in world.sent for total in read(content, Delivery).totalen]
    final = [(total.plaats, total.van) for total in in_order if total.definitief]
    assert len(final) == len(set(final))
    assert {(total.plaats, total.van) for total in in_order if not total.definitief} - set(final) == unfinished(world)


def newest(messages: Iterable[Delivery]) -> dict[tuple[str, str], int]:
    """The questions of each week by the highest number that names it, as regie keeps them."""
    known: dict[tuple[str, str], tuple[int, int]] = {}
    for message in messages:
        for total in message.totalen:
            key = (total.plaats, total.van)
            known[key] = max(known.get(key, (0, 0)), (message.nummer, total.vragen))
    return {key: questions for key, (_number, questions) in known.items()}


def unfinished(world: World) -> set[tuple[str, str]]:
    """Stated weeks of a month that is still open at the end."""
    return {
        (total.plaats, total.van)
        for content in world.sent
        for total in read(content, Delivery).totalen
        if questions.is_open(date.fromisoformat(total.van), world.today)
    }
