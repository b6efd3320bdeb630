"""Publishing while desks deliver: what has come in before, during and after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread
from typing import Any

from django.db import connection, connections
from django.test import Client

from ido_regie.deliveries.models import Delivery
from ido_regie.publication.models import Publication
from tests.regie.desks import week
from tests.regie.test_publication import quarter
from tests.regie.world import delivered, desk, log_in

ADDRESS = "/publicaties/nieuw?periode=2026-K3"


def at_the_same_time(deliver: Any) -> None:
    """Let another thread of regie take a delivery in, and wait for it."""

    def work() -> None:
        try:
            deliver()
        finally:
            connections.close_all()

    other = Thread(target=work)
    other.start()
    other.join(timeout=10)


@contextmanager
def when_cells_are_read(deliver: Any) -> Iterator[None]:
    """As soon as the cells are counted, a delivery comes in at another thread of regie."""
    waiting = [deliver]

    def meanwhile(execute: Any, sql: str, *other: Any) -> Any:
        if "deliveries_cell" in sql and waiting:
            at_the_same_time(waiting.pop())
        return execute(sql, *other)

    with connection.execute_wrapper(meanwhile):
        yield


def test_a_delivery_is_taken_in_while_a_publication_is_worked_out_and_makes_it_start_again(client: Client) -> None:
    sender = desk()
    quarter(sender)
    log_in(client)
    with when_cells_are_read(lambda: delivered(sender, 2, week(sender, date(2026, 7, 20), 33, definitief=True))):
        text = client.post(ADDRESS).content.decode()
    assert Delivery.objects.count() == 2  # it did not have to wait for the publication
    assert "Er kwam net iets binnen" in text
    assert Publication.objects.count() == 0
    assert client.post(ADDRESS).status_code == 302
