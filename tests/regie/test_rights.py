"""Who may not? Every address of regie is asked by everyone: own, neighbour, stranger, nobody."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ido_regie.deliveries.models import Knock
from ido_regie.organisations.access import roles_of
from ido_regie.organisations.models import Account, Desk, Library, Nearby, Role
from ido_regie.publication.contents import TOTAL, VISITS
from ido_regie.publication.models import Publication, PublishedCell
from ido_regie.publication.service import LATE
from ido_regie.signals.models import Signal
from tests.regie.conftest import TODAY
from tests.regie.world import location, municipality

OPEN = {
    "login": 200,
    "logout": 302,
    "health": 200,
    "ready": 200,
    "metrics": 200,
    "security_txt": 200,
    "colours": 200,
}
"""The pages that need no login, and what they answer; a new page is not among them until someone writes it here."""
FIGURES = {Role.REGIE, Role.COORDINATOR, Role.READER}
STAFF = {Role.REGIE, Role.COORDINATOR}
WHO: dict[str, set[Role]] = {
    "overview": set(Role),
    "password": set(Role),
    "weeks": FIGURES,
    "topics": FIGURES,
    "referrals": FIGURES,
    "signals": FIGURES,
    "signal": FIGURES,
    "signal_letter": FIGURES,
    "new_signal": STAFF,
    "publications": set(Role),
    "publication": set(Role),
    "publish": {Role.REGIE},
    "report": {Role.REGIE, Role.READER},
    "report_pdf": {Role.REGIE, Role.READER},
    "desks": FIGURES,
    "location": STAFF,
    "add_desk": STAFF,
    "code": STAFF,
    "revoke": STAFF,
    "dismiss_knock": STAFF,
    "stick": STAFF,
    "nearby": FIGURES,
    "new_nearby": STAFF,
    "edit_nearby": STAFF,
    "drop_nearby": STAFF,
    "municipality": {Role.REGIE},
    "decisions": {Role.REGIE},
    "accounts": {Role.ADMINISTRATOR},
    "renew_password": {Role.ADMINISTRATOR},
    "set_active": {Role.ADMINISTRATOR},
    "organisations": {Role.ADMINISTRATOR},
    "audit": {Role.ADMINISTRATOR},
}
"""The roles that may open each other page."""
QUERIES = {"publish": "?periode=2026-K3"}
VALUES: dict[str, Callable[[], dict[str, object]]] = {
    "renew_password": lambda: {"login": "iemand"},
    "set_active": lambda: {"login": "iemand"},
    "location": lambda: {"id": location().pk},
    "add_desk": lambda: {"id": location().pk},
    "code": lambda: {"id": a_desk()},
    "revoke": lambda: {"id": a_desk()},
    "dismiss_knock": lambda: {"id": a_knock()},
    "signal": lambda: {"id": a_signal()},
    "new_nearby": lambda: {"kind": "wmo"},
    "edit_nearby": lambda: {"id": a_nearby()},
    "drop_nearby": lambda: {"id": a_nearby()},
    "publication": lambda: {"id": a_publication()},
}
"""What stands in the address of a page about one thing; that thing belongs to the municipality of the tests."""


def a_desk() -> object:
    """A desk of the municipality and library of the tests."""
    return Desk.objects.get_or_create(location=location(), name="Balie 1")[0].pk


def a_knock() -> object:
    """A desk of the municipality and library of the tests, with which something was wrong."""
    found = {"reason": Knock.Reason.OTHER_KEY, "seen_on": TODAY}
    return Knock.objects.get_or_create(desk_id=a_desk(), defaults=found)[0].pk


def a_signal() -> object:
    """A signal of the municipality and library of the tests."""
    here = location()
    values = {"cause": "DIG", "organisation": "GEM", "period": "2026", "text": "Geheim woord", "written_on": TODAY}
    return Signal.objects.get_or_create(municipality=here.municipality, library=here.library, defaults=values)[0].pk


def a_nearby() -> object:
    """What the municipality of the tests wrote, or its library when a coordinator asks."""
    here, asking = location(), Account.objects.order_by("-id").first()
    is_coordinator = asking is not None and asking.role == Role.COORDINATOR
    owner = {"library": here.library} if is_coordinator else {"municipality": here.municipality}
    values = {"referral": "GEM", "checked_on": TODAY}
    return Nearby.objects.get_or_create(kind="gemeente", name="Stadhuis", defaults=values, **owner)[0].pk


def a_publication() -> object:
    """A publication of the municipality of the tests."""
    found, made = Publication.objects.get_or_create(
        municipality=location().municipality, period="2025", defaults={"published_on": TODAY}
    )
    if made:
        for view in (TOTAL, VISITS, LATE):
            PublishedCell.objects.create(publication=found, view=view, code="", value=10, exact=10)
    return found.pk


def pages() -> Iterator[URLPattern]:
    """Each address of a page; those of the API have tests of their own."""
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            assert str(pattern.pattern) == "v1/"
        elif not str(pattern.pattern).startswith("v1/"):
            yield pattern


NAMES = [pattern.name for pattern in pages()]


def account(role: Role, border: str = "Voorbeeld") -> Account:
    """Someone with this role in the municipality or library of this name."""
    own = municipality(f"Gemeente {border}") if role in (Role.REGIE, Role.READER) else None
    library = Library.objects.get_or_create(name=f"Bibliotheek {border}")[0] if role == Role.COORDINATOR else None
    return Account.objects.create(login=f"{role}-{border}", role=role, municipality=own, library=library)


def ask(client: Client, name: str, method: str, someone: Account | None) -> int:
    """The status that this account (None: nobody) gets for a page."""
    location()
    if name in ("renew_password", "set_active"):
        Account.objects.get_or_create(login="iemand", role=Role.NATIONAL)
    if someone is not None:
        client.force_login(someone)
    answer = getattr(client, method)(reverse(name, kwargs=VALUES.get(name, dict)()) + QUERIES.get(name, ""))
    asks = answer.status_code == 302 and answer.headers["Location"].startswith("/inloggen")
    return 401 if asks and name not in OPEN else answer.status_code


def test_no_page_was_forgotten_here() -> None:
    assert set(NAMES) == set(OPEN) | set(WHO)
    assert {pattern.name for pattern in pages() if roles_of(pattern.callback)} == set(WHO)
    for pattern in pages():
        assert roles_of(pattern.callback) == frozenset(WHO.get(pattern.name, ())), pattern.name


@pytest.mark.parametrize("name", NAMES)
def test_nobody_gets_no_further_than_the_login(client: Client, name: str) -> None:
    for method in ("get", "post"):
        status = ask(client, name, method, None)
        assert status == (401 if name in WHO else OPEN[name] if method == "get" else status), (name, method)


@pytest.mark.parametrize("name", sorted(WHO))
def test_every_other_role_is_refused(client: Client, name: str) -> None:
    for role in set(Role) - WHO[name]:
        assert [ask(client, name, method, account(role, f"{role}{method}")) for method in ("get", "post")] == [403] * 2


@pytest.mark.parametrize("name", sorted(WHO))
def test_whoever_may_is_let_in(client: Client, name: str) -> None:
    for role in WHO[name]:
        assert ask(client, name, "get", account(role)) in (200, 302, 405), (name, role)


@pytest.mark.parametrize("name", sorted(set(VALUES) - {"renew_password", "set_active", "new_nearby"}))
def test_a_neighbour_does_not_even_learn_that_it_exists(client: Client, name: str) -> None:
    for role in WHO[name] - {Role.NATIONAL, Role.ADMINISTRATOR}:
        assert {ask(client, name, method, account(role, f"Buur{method}")) for method in ("get", "post")} <= {404, 405}
