"""Publishing while desks deliver: what has come in before, during and after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Thread
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client

from ido_regie.deliveries.models import Delivery
from ido_regie.figures.periods import period
from ido_regie.publication.contents import TOTAL
from ido_regie.publication.models import Publication
from ido_regie.publication.service import LATE, publish, values_of
from tests.regie.conftest import pretend
from tests.regie.desks import TestDesk, week
from tests.regie.test_publication import JULY, SEPTEMBER_ENDS, quarter
from tests.regie.world import delivered, desk, log_in, municipality

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


def two_years(sender: TestDesk) -> None:
    """Questions in a quarter of 2025 and in two of 2026; all that belongs to these periods is in."""
    days = {date(2025, 7, 7): 140, date(2026, 4, 6): 50, JULY: 60}
    ends = (date(2025, 9, 29), date(2025, 12, 29), date(2026, 6, 29), SEPTEMBER_ENDS)
    told = days | dict.fromkeys(ends, 0)
    delivered(sender, 1, *(week(sender, day, number, definitief=True) for day, number in told.items()))


def late(text: str) -> int | None:
    """Publish a period; what is told as come in late."""
    return values_of(publish(municipality(), period(text), "anna"))[LATE, ""]


def test_a_late_question_is_told_once_whatever_was_published_of_its_day(database: None) -> None:
    sender = desk()
    two_years(sender)
    assert (late("2025-K3"), late("2025")) == (None, None)
    delivered(sender, 2, week(sender, date(2025, 8, 4), 12, definitief=True))
    assert late("2026-K2") == 10  # 12 questions; as 24 it would be 25
    assert late("2026-K3") is None  # and it was told


def test_late_questions_too_few_to_tell_wait_until_they_are_enough(database: None) -> None:
    sender = desk()
    two_years(sender)
    publish(municipality(), period("2025"), "anna")
    delivered(sender, 2, week(sender, date(2025, 8, 4), 6, definitief=True))
    assert late("2026-K2") is None
    delivered(sender, 3, week(sender, date(2025, 8, 11), 6, definitief=True))
    assert late("2026-K3") == 10


def test_a_year_counts_the_late_questions_of_its_quarters_itself(
    database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = desk()
    two_years(sender)
    publish(municipality(), period("2026-K3"), "anna")
    delivered(sender, 2, *(week(sender, day, 40, definitief=True) for day in (date(2026, 8, 3), date(2026, 12, 28))))
    pretend(monkeypatch, date(2027, 2, 1))
    values = values_of(publish(municipality(), period("2026"), "anna"))
    assert (values[TOTAL, ""], values[LATE, ""]) == (190, None)
