"""The menu at the top: the pages that this account may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import resolve, reverse

from ido_regie.organisations.access import roles_of
from ido_regie.organisations.models import Account

PAGES = (
    ("overview", "Overzicht"),
    ("topics", "Onderwerpen"),
    ("referrals", "Doorverwijzen"),
    ("signals", "Signalen"),
    ("desks", "Balies"),
    ("report", "Rapport"),
    ("publications", "Publiceren"),
    ("accounts", "Logins"),
    ("organisations", "Organisaties"),
    ("audit", "Logboek"),
)
"""The name of each page in the order of the menu; which role sees it follows from the page itself."""


@dataclass(frozen=True)
class Entry:
    """One page in the menu."""

    address: str
    label: str
    is_current: bool


def menu(request: HttpRequest) -> dict[str, object]:
    """The menu of the account that is logged in, and the account; nothing before the login."""
    account = getattr(request, "user", None)
    if not isinstance(account, Account):
        return {}
    return {"account": account, "menu": [_entry(request, *page) for page in PAGES if _is_for(account, page[0])]}


def _is_for(account: Account, name: str) -> bool:
    """Whether this account may open a page; the first page sends the others on, so it is for who sees figures."""
    return account.role in roles_of(resolve(reverse(name)).func) and (name != "overview" or account.sees_figures)


def _entry(request: HttpRequest, name: str, label: str) -> Entry:
    """A page in the menu; it is current when its address, or one below it, is open."""
    address = reverse(name)
    return Entry(address, label, request.path == address or (name != "overview" and request.path.startswith(address)))
