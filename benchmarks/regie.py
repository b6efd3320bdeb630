"""Regie with ten national years: how long each page takes, and how fast deliveries are taken in.

Made-up desks of 342 municipalities: 670 desks, ten years, more than a million questions as released cells. Pages are
asked by the officer of the largest municipality. ``IDO_REGIE_DATABASE`` measures PostgreSQL instead of SQLite.
"""

import os
import random
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.rows import Row, against_limit, median, percentile

DESKS, YEARS, LAST_YEAR = 670, 10, 2026
LARGEST = 24
"""Desks in the largest municipality; the others share the rest, about two each."""
PAGES = ("/", "/weken", "/onderwerpen", "/doorverwijzen", "/signalen", "/balies", "/rapport", "/publicaties")
ASKED, DELIVERED = 25, 300
PAGE_BUDGET, DELIVERY_BUDGET = 150.0, 100.0
TOPICS_A_MONTH = 3
K = 5


def measure() -> list[Row]:
    """Load the years, then ask every page and deliver."""
    folder = Path(tempfile.mkdtemp(prefix="ido-regie-benchmark-"))
    os.environ |= {"IDO_REGIE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "ido_regie.settings"}
    try:
        from ido_regie.installation import prepare

        prepare(folder)
        questions = _load()
        return [
            *_pages(),
            *_deliveries(),
            Row("regie questions loaded", questions, "questions", None, None, ">= 1,000,000", questions >= 1_000_000),
        ]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _load() -> int:
    """Fill the database; gives the number of questions."""
    from ido_regie.codes import known_codes
    from ido_regie.deliveries.models import Cell, Delivery, WeekTotal
    from ido_regie.organisations.models import Account, Desk, Library, Location, Municipality

    chance = random.Random(7)
    library = Library.objects.create(name="Bibliotheek")
    places = [Municipality.objects.create(name=f"Gemeente {number}", population=50_000) for number in range(342)]
    Account.objects.create(login="meting", municipality=places[0])
    topics = list(known_codes().topics)
    total = 0
    for number in range(DESKS):
        municipality = places[0] if number < LARGEST else places[1 + number % 341]
        location = Location.objects.create(municipality=municipality, library=library, name=f"Locatie {number}")
        desk = Desk.objects.create(location=location, name="Balie 1", public_key=f"{number:064x}", place=uuid.uuid4())
        delivered = Delivery.objects.create(
            desk=desk, epoch=1, number=1, signed=_signed(desk), digest="", received_on=date(LAST_YEAR, 11, 20)
        )
        weeks, cells = _desk(desk, delivered, topics, chance, WeekTotal, Cell)
        WeekTotal.objects.bulk_create(weeks, batch_size=500)
        Cell.objects.bulk_create(cells, batch_size=500)
        total += sum(week.questions for week in weeks)
    return total


def _signed(desk: Any) -> bytes:
    """A delivery of a desk; pages read from it with which program the desk works."""
    from ido_shared import delivery

    said = delivery.Delivery(
        delivery.DELIVERY, delivery.delivery_id(str(desk.id), 1, 1), str(desk.id), 1, 1, "", "0.1.0", 1, [], []
    )
    return delivery.sign(delivery.pack(said), delivery.new_key(), str(desk.id))


def _desk(desk: Any, delivered: Any, topics: list[str], chance: random.Random, week_kind: Any, cell_kind: Any) -> Any:
    """The weeks and cells of one desk."""
    weeks, cells = [], []
    first, last = date(LAST_YEAR - YEARS + 1, 1, 1), date(LAST_YEAR, 10, 31)
    day = first
    while day <= last:
        month_end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        sunday = min(day + timedelta(days=6 - day.weekday()), month_end)
        number = chance.randrange(1, 6)
        weeks.append(
            week_kind(
                desk=desk, place=desk.place, first_day=day, last_day=sunday, questions=number, visits=number,
                days_with_questions=1, days_zero=1, days_closed=0, days_not_staffed=0, not_completed=0, not_in_kb=0,
                final=True, epoch=1, number=1,
            )
        )  # fmt: skip
        if sunday == month_end:
            cells += [
                cell_kind(
                    delivery=delivered, desk=desk, place=desk.place, place_kind="locatie", view=view, level="code",
                    period=f"{day.year}-{day.month:02}", first_day=day.replace(day=1), last_day=month_end, code=code,
                    cross="", questions=K + chance.randrange(3), k=K, parked=False,
                )
                for view, codes in (
                    ("onderwerp", chance.sample(topics, TOPICS_A_MONTH)), ("organisatie", ["DIGID", "GEM"]),
                    ("resultaat", ["OPG"]), ("verwijzing", ["SRL"]), ("signaal", ["DIG"]), ("kanaal", ["BAL"]),
                )
                for code in codes
            ]  # fmt: skip
        day = sunday + timedelta(days=1)
    return weeks, cells


def _pages() -> list[Row]:
    """The 95th percentile of each page, in the process: drawn anew as after a delivery, and as it was kept."""
    from django.core.cache import cache
    from django.test import Client

    from ido_regie.organisations.models import Account

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(login="meting"))
    rows = []
    for path in PAGES:
        client.get(path)  # a process that has just started reads code lists and templates once
        for name, before in (("drawn anew", cache.clear), ("kept", lambda: None)):
            taken = [_asked(client, path, before) for _ in range(ASKED)]
            rows.append(against_limit(f"regie page {path} {name} p95", percentile(taken, 95), PAGE_BUDGET))
    return rows


def _asked(client: Any, path: str, before: Callable[[], None]) -> float:
    """How long one page takes, in milliseconds; ``before`` is done first and not measured."""
    before()
    begun = time.perf_counter()
    answer = client.get(path)
    taken = 1000 * (time.perf_counter() - begun)
    assert answer.status_code == 200, (path, answer.status_code)
    return taken


def _deliveries() -> list[Row]:
    """One after the other: deliveries of 50 cells, each with its own commit to disk."""
    from ido_regie.deliveries.receipts import receipt_for
    from ido_regie.deliveries.service import take_in
    from ido_regie.organisations.models import Desk, Location
    from ido_shared import delivery
    from ido_shared.counts import Cell

    key = delivery.new_key()
    desk = Desk.objects.create(location=Location.objects.all()[0], name="Meting", public_key=delivery.public_text(key))
    made = []
    for number in range(1, DELIVERED + 1):
        id = delivery.delivery_id(str(desk.id), 1, number)
        cells = [
            Cell("onderwerp", str(uuid.UUID(int=number)), "locatie", "2026-10", "code", f"T{code:03}", 7, K)
            for code in range(50)
        ]
        said = delivery.Delivery(
            delivery.DELIVERY, id, str(desk.id), 1, number, "0" * 64 if number > 1 else "", "0.1.0", 1, [], cells
        )
        made.append((id, delivery.sign(delivery.pack(said), key, str(desk.id))))
    taken = []
    for id, signed in made:
        begun = time.perf_counter()
        receipt_for(take_in(signed, id).message)
        taken.append(1000 * (time.perf_counter() - begun))
    return [
        against_limit("regie delivery of 50 cells, median", median(taken), DELIVERY_BUDGET),
        against_limit("regie delivery of 50 cells, p99", percentile(taken, 99), DELIVERY_BUDGET),
    ]
