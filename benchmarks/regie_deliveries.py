"""Deliveries of fifty cells over HTTP to a real regie: how many a second, how long one takes, what is kept of them.

They are made and signed beforehand. At a steady rate a delivery counts from the moment at which it was due, so that a
server that falls behind is not spared.
"""

import http.client
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.regie_years import K, Sender, message
from benchmarks.rows import Row, against_floor, against_limit, median, percentile
from ido_shared import delivery
from ido_shared.counts import Cell, WeekTotal

CELLS, TOTAL, WARM = 50, 10_000, 2_000
"""Cells in a delivery; deliveries as fast as possible; after how many of them the memory is looked at first."""
AT_ONCE = 8
"""Deliveries under way at the same time."""
STEADY, RATE, STEADY_BUDGET = 1_000, 50, 100.0
"""Deliveries at a steady rate, how many a second, and the milliseconds within which 99 of 100 are answered."""
FEWEST = {"SQLite": 100, "PostgreSQL": 200}
"""Deliveries a second, with two cores that also run the database and the senders."""
GROWTH = 1.05
Made = tuple[str, bytes]
Memory = Callable[[], float]


def measure(database: str, folder: Path, senders: Sequence[Sender]) -> list[Row]:
    """Deliver to a regie on the database of the environment, whose data folder this is."""
    made = list(_made(senders, TOTAL + STEADY))
    with _regie(folder) as (port, memory):
        begun = time.perf_counter()
        _deliver(port, made[:WARM])
        before = memory()
        _deliver(port, made[WARM:TOTAL])
        a_second = TOTAL / (time.perf_counter() - begun)
        after = memory()
        steady = _deliver(port, made[TOTAL:], RATE)
    name, fewest = f"regie {database}", FEWEST[database]
    lost = len(made) - _kept()
    return [
        Row(f"{name} deliveries", round(a_second, 1), "a second", None, None, f">= {fewest}", a_second >= fewest),
        against_limit(f"{name} delivery at {RATE}/s, median", median(steady), STEADY_BUDGET),
        against_limit(f"{name} delivery at {RATE}/s, p99", percentile(steady, 99), STEADY_BUDGET),
        Row(f"{name} deliveries lost", lost, "deliveries", None, None, "0", lost == 0),
        against_floor(f"{name} memory after 10,000, to 2,000", after, before, GROWTH, "MB"),
    ]


def _made(senders: Sequence[Sender], number: int) -> Iterator[Made]:
    """The identity and the signed bytes of so many deliveries; the desks take turns."""
    for position in range(number):
        sender, turn = senders[position % len(senders)], 2 + position // len(senders)
        week = WeekTotal(sender.place, "2026-11-02", "2026-11-08", CELLS, CELLS, 5, definitief=False)
        cells = [
            Cell("onderwerp", sender.place, "locatie", "2026-10", "code", f"T{code:03}", K, K) for code in range(CELLS)
        ]
        signed = delivery.sign(message(sender, turn, [week], cells), sender.key, sender.desk)
        yield delivery.delivery_id(sender.desk, 1, turn), signed


@contextmanager
def _regie(folder: Path) -> Iterator[tuple[int, Memory]]:
    """A real regie: its port, and what tells how many MB all its processes hold."""
    import psutil

    from tests.regie.process import start, value

    own = {name: text for name, text in os.environ.items() if name.startswith("IDO_REGIE_")}
    process, said = start("--data", str(folder), "--port", "0", extra=own)
    first = psutil.Process(process.pid)
    family = [first, *first.children(recursive=True)]
    try:
        yield urlsplit(value(said, "Adres")).port or 0, lambda: sum(each.memory_info().rss for each in family) / 2**20
    finally:
        process.terminate()
        process.communicate()


def _deliver(port: int, made: Sequence[Made], rate: float | None = None) -> list[float]:
    """Send all of them, as many as possible or at a steady rate; the milliseconds of each. All must be taken in."""
    turns, taken, refused = count(), list[float](), list[int]()
    begun = time.perf_counter()

    def send() -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            while (turn := next(turns)) < len(made):
                due = time.perf_counter()
                if rate:
                    due = begun + turn / rate
                    time.sleep(max(0, due - time.perf_counter()))
                status = _put(connection, *made[turn])
                taken.append(1000 * (time.perf_counter() - due))
                if status != http.client.CREATED:
                    refused.append(status)

    threads = [threading.Thread(target=send) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not refused, refused[:5]
    assert len(taken) == len(made), "a sender gave up"
    return taken


def _put(connection: http.client.HTTPConnection, id: str, signed: bytes) -> int:
    """Send one delivery; the status of the answer."""
    connection.request("PUT", f"/v1/leveringen/{id}", signed, {"Content-Type": delivery.MEDIA_TYPE})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _kept() -> int:
    """How many of the deliveries the database holds with all their cells."""
    from django.db.models import Count

    from ido_regie.deliveries.models import Delivery

    return Delivery.objects.filter(number__gt=1).alias(cells=Count("cell")).filter(cells=CELLS).count()
