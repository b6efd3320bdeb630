"""Pages that are kept: drawn once for each version of their data, and never shown when something changed."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from ido_regie.dashboard import figure_pages, weeks_page
from ido_regie.dashboard.kept import version
from ido_regie.organisations.models import Account, Desk, Location, Municipality, Role
from ido_regie.signals.models import Signal
from tests.regie.conftest import TODAY, pretend
from tests.regie.desks import week
from tests.regie.test_pages import page
from tests.regie.test_weeks import MONDAY
from tests.regie.world import delivered, desk, location, log_in, municipality

PAGES = ("/", "/weken", "/onderwerpen", "/doorverwijzen", "/signalen")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which charts were drawn."""
    done: list[str] = []

    def counting(name: str, draw: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*words: Any) -> Any:
            done.append(name)
            return draw(*words)

        return counted

    monkeypatch.setattr(figure_pages, "shown", counting("figures", figure_pages.shown))
    monkeypatch.setattr(weeks_page, "charts", counting("weeks", weeks_page.charts))
    return done


def inside(client: Client, path: str) -> str:
    """A page without its head, where the form to log out has another token each time."""
    text = page(client, path)
    return text[text.index("<main") :]


def bars(text: str) -> list[str]:
    """The numbers in the charts of a page."""
    return re.findall(r'<text class="number[^>]*>([^<]+)</text>', text)


def test_a_page_is_drawn_once_and_a_new_delivery_draws_it_anew(client: Client, drawn: list[str]) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 3))
    log_in(client)
    first = {path: inside(client, path) for path in PAGES}
    assert len(drawn) == len(PAGES)
    assert {path: inside(client, path) for path in PAGES} == first
    assert len(drawn) == len(PAGES)  # the second time nothing was drawn
    delivered(sender, 2, week(sender, MONDAY, 1234))
    assert ("3" in bars(first["/weken"]), "1.234" in bars(page(client, "/weken"))) == (True, True)
    assert ("3" in bars(first["/"]), "1.234" in bars(page(client, "/"))) == (True, True)


def test_each_filter_and_each_day_has_a_page_of_its_own(
    client: Client, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 3), week(sender, MONDAY - timedelta(weeks=52), 70))
    log_in(client)
    assert "3 vragen in 2026." in page(client, "/")
    assert "70 vragen in 2025." in page(client, "/?periode=2025")
    assert len(drawn) == 2
    assert "al langer dan twee weken" not in page(client, "/")
    pretend(monkeypatch, TODAY + timedelta(days=20))
    client.logout()
    log_in(client)
    assert "al langer dan twee weken" in page(client, "/")  # it became true without any change


def test_nobody_sees_what_was_kept_for_someone_else(client: Client, drawn: list[str]) -> None:
    here, there = desk(), desk("Balie 1", location("Verderop", municipality("Gemeente Verderop")))
    delivered(here, 1, week(here, MONDAY, 3))
    delivered(there, 1, week(there, MONDAY, 70))
    log_in(client)
    assert "3 vragen in 2026." in page(client, "/")
    client.force_login(Account.objects.create(login="bea", municipality=municipality("Gemeente Verderop")))
    assert "70 vragen in 2026." in page(client, "/")
    client.force_login(Account.objects.create(login="cor", municipality=municipality(), role=Role.READER))
    assert "Nieuw signaal" not in page(client, "/signalen")
    log_in(client)
    assert "Nieuw signaal" in page(client, "/signalen")


CHANGES = {
    "a name": lambda: Location.objects.update(name="Noord"),
    "a goal": lambda: Municipality.objects.update(yearly_goal=100),
    "a desk that is revoked": lambda: Desk.objects.update(revoked_on=TODAY),
    "a desk more": lambda: desk("Balie 2"),
    "a signal": lambda: Signal.objects.create(
        municipality=municipality(), cause="DIG", organisation="GEM", period="2026", written_on=TODAY, text="x"
    ),
    "a delivery with nothing in it": lambda: delivered(desk("Balie 3"), 1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_makes_a_new_version(database: None, name: str) -> None:
    desk()
    account = Account.objects.create(login="anna", municipality=municipality())
    before = version(account)
    assert version(account) == before
    CHANGES[name]()
    assert version(account) != before


def test_what_the_neighbour_does_leaves_the_version_alone(database: None) -> None:
    there = desk("Balie 1", location("Verderop", municipality("Gemeente Verderop")))
    account = Account.objects.create(login="anna", municipality=municipality())
    before = version(account)
    delivered(there, 1, week(there, MONDAY, 3))
    assert version(account) == before


def test_what_is_kept_stays_within_its_bound(database: None) -> None:
    cache.clear()
    for number in range(500):
        cache.set(f"page-{number}", "x")
    assert len([number for number in range(500) if cache.get(f"page-{number}")]) <= 200
    cache.clear()
