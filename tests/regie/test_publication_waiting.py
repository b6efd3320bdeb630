"""A period is published once: only after every desk of it has said its last, or someone says that it never will."""

import re
from datetime import date

import pytest
from django.test import Client

from ido_regie.audit.models import Entry
from ido_regie.figures.periods import period
from ido_regie.organisations.models import Desk
from ido_regie.publication.contents import TOTAL
from ido_regie.publication.models import Publication
from ido_regie.publication.service import RefusedError, publish, values_of
from tests.regie.conftest import pretend
from tests.regie.desks import TestDesk, week
from tests.regie.test_pages import page
from tests.regie.test_publication import JULY, OCTOBER, SEPTEMBER_ENDS, quarter
from tests.regie.world import delivered, desk, log_in, municipality

ADDRESS = "/publicaties/nieuw?periode=2026-K3"


def row(sender: TestDesk, **values: object) -> None:
    """Change what regie knows of a desk."""
    Desk.objects.filter(pk=sender.id).update(**values)


def test_weeks_that_can_still_change_hold_a_publication_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    quarter(desk())
    slow = desk("Balie 2")
    delivered(slow, 1, *(week(slow, day, 20) for day in (JULY, date(2026, 9, 21), SEPTEMBER_ENDS)))
    pretend(monkeypatch, date(2026, 10, 8))  # the month closed at the desk; its delivery comes next week
    log_in(client)
    text = page(client, ADDRESS)
    assert "Balie 2, Centrum: van 3 weken zijn de cijfers nog voorlopig" in text
    assert "Balie 1, Centrum" not in text
    assert client.post(ADDRESS).status_code == 200
    assert Publication.objects.count() == 0
    delivered(slow, 2, *(week(slow, day, 20, definitief=True) for day in (JULY, date(2026, 9, 21), SEPTEMBER_ENDS)))
    assert "De controle is goed" in page(client, ADDRESS)
    assert client.post(ADDRESS).status_code == 302


def test_a_desk_that_said_nothing_of_the_last_day_holds_a_publication_up(client: Client) -> None:
    quarter(desk())
    silent, never = desk("Balie 2"), desk("Balie 3")
    delivered(silent, 1, week(silent, JULY, 20, definitief=True))
    row(never, enrolled_on=date(2026, 9, 1))
    with pytest.raises(RefusedError, match="Balie 2, Centrum: nog geen cijfers tot en met 30 september 2026; Balie 3"):
        publish(municipality(), period("2026-K3"), "anna")


def test_desks_that_do_not_belong_to_a_period_are_not_waited_for(database: None) -> None:
    quarter(desk())
    newer, coming, gone = desk("Balie 2"), desk("Balie 3"), desk("Balie 4")
    delivered(newer, 1, week(newer, OCTOBER, 20))
    row(newer, enrolled_on=date(2026, 10, 1))
    row(coming, public_key="")
    delivered(gone, 1, week(gone, date(2026, 6, 1), 20, definitief=True))
    row(gone, revoked_on=date(2026, 6, 30))
    assert publish(municipality(), period("2026-K3"), "anna")


def test_someone_may_say_that_a_desk_will_never_deliver_and_that_is_written_down(client: Client) -> None:
    quarter(desk())
    dead, late = desk("Balie 2"), desk("Balie 3")
    for sender in (dead, late):
        delivered(sender, 1, week(sender, JULY, 20))
    log_in(client)
    boxes = re.findall(r'<input type="checkbox" name="zonder" value="([^"]+)"', page(client, ADDRESS))
    assert set(boxes) == {dead.id, late.id}
    without = f"{ADDRESS}&zonder={dead.id}"
    text = page(client, without)
    assert "Dit kan niet worden gepubliceerd" in text  # there is another one
    assert f'value="{dead.id}" checked' in text
    assert "Verder zonder deze balies" not in page(client, "/publicaties/nieuw?periode=2026-K4")  # not over yet
    delivered(late, 2, week(late, JULY, 20, definitief=True), week(late, SEPTEMBER_ENDS, 0, definitief=True))
    text = page(client, without)
    assert "De controle is goed" in text
    assert "Zonder wat nog komt van Balie 2, Centrum" in text
    assert client.post(without).status_code == 302
    assert values_of(Publication.objects.get())[TOTAL, ""] == 180  # with what the desk did send
    told = Entry.objects.filter(action="publication").order_by("pk").values_list("login", "subject")
    assert list(told) == [
        ("anna", "Gemeente Voorbeeld, 2026-K3"), ("anna", "2026-K3, zonder wat nog komt van Balie 2, Centrum"),
    ]  # fmt: skip
