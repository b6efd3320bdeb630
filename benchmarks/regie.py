"""Regie with ten national years, on SQLite and on PostgreSQL: how long each page takes, and how fast it takes in.

Made-up desks (regie_years.py). Pages are asked by the officer of the largest municipality, in this process; deliveries
come in over HTTP at a real regie (regie_deliveries.py). Each database has a process of its own, because Django has one.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import regie_deliveries
from benchmarks.regie_years import LOGIN, load
from benchmarks.rows import Row, against_limit, percentile

PAGES = ("/", "/weken", "/onderwerpen", "/doorverwijzen", "/signalen", "/balies", "/rapport", "/publicaties")
ASKED = 25
PAGE_BUDGET = 150.0


def measure() -> list[Row]:
    """The rows of SQLite, then those of PostgreSQL, which is started here and writes to disk as it should."""
    from tests.regie.postgresql import running_postgres

    rows = _rows_of("SQLite", {})
    with running_postgres(durable=True) as server:
        return rows + _rows_of("PostgreSQL", {"IDO_REGIE_DATABASE": server.url("regie"), "IDO_REGIE_WORKERS": "2"})


def _rows_of(database: str, extra: dict[str, str]) -> list[Row]:
    """Measure in a process of its own. Raises CalledProcessError when that fails."""
    words = [sys.executable, "-m", "benchmarks.regie", database]
    said = subprocess.run(words, env=os.environ | extra, stdout=subprocess.PIPE, check=True).stdout
    return [Row(**row) for row in json.loads(said)]


def measure_here(database: str) -> list[Row]:
    """Load the years into the database of the environment, ask every page, and deliver."""
    with tempfile.TemporaryDirectory(prefix="ido-regie-benchmark-") as folder:
        os.environ |= {"IDO_REGIE_DATA": folder, "DJANGO_SETTINGS_MODULE": "ido_regie.settings"}
        from ido_regie.installation import prepare

        prepare(Path(folder))
        questions, keys = load()
        name = f"regie {database}"
        return [
            Row(f"{name} loaded", questions, "questions", None, None, ">= 1,000,000", questions >= 1_000_000),
            *_pages(name),
            *regie_deliveries.measure(database, Path(folder), keys),
        ]


def _pages(about: str) -> list[Row]:
    """The 95th percentile of each page, in the process: drawn anew as after a delivery, and as it was kept."""
    from django.core.cache import cache
    from django.test import Client

    from ido_regie.organisations.models import Account

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(login=LOGIN))
    rows = []
    for path in PAGES:
        client.get(path)  # a process that has just started reads code lists and templates once
        for name, before in (("drawn anew", cache.clear), ("kept", lambda: None)):
            taken = [_asked(client, path, before) for _ in range(ASKED)]
            rows.append(against_limit(f"{about} page {path} {name} p95", percentile(taken, 95), PAGE_BUDGET))
    return rows


def _asked(client: Any, path: str, before: Callable[[], None]) -> float:
    """How long one page takes, in milliseconds; ``before`` is done first and not measured."""
    before()
    begun = time.perf_counter()
    answer = client.get(path)
    taken = 1000 * (time.perf_counter() - begun)
    assert answer.status_code == 200, (path, answer.status_code)
    return taken


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in measure_here(sys.argv[1])]))
