"""Who may open which page, and which desks an account may see. A page that names no role is closed to everyone."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from ido_regie.organisations.models import Account, Desk, Location, Role

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

FIGURES = (Role.REGIE, Role.COORDINATOR, Role.READER)
"""Who may see the figures of their own desks."""
STAFF = (Role.REGIE, Role.COORDINATOR)
"""Who may also change something there."""
EVERYONE = tuple(Role)


def may(*roles: Role) -> Callable[[View[P]], View[P]]:
    """A page that only accounts with one of these roles may open."""

    def mark(view: View[P]) -> View[P]:
        view.roles = frozenset(roles)  # type: ignore[attr-defined]
        return view

    return mark


def roles_of(view: Callable[..., object]) -> frozenset[Role]:
    """The roles that may open a page; none when the page does not say."""
    found: frozenset[Role] = getattr(view, "roles", frozenset())
    return found


def account_of(request: HttpRequest) -> Account:
    """The account that sent a request. Raises PermissionDenied without one."""
    if not isinstance(request.user, Account):
        raise PermissionDenied
    return request.user


def desks_of(account: Account) -> QuerySet[Desk]:
    """The desks whose figures an account may see, also those that are revoked."""
    return Desk.objects.filter(location__in=locations_of(account))


def locations_of(account: Account) -> QuerySet[Location]:
    """The locations that an account may see."""
    if account.role in (Role.REGIE, Role.READER):
        return Location.objects.filter(municipality=account.municipality_id)
    if account.role == Role.COORDINATOR:
        return Location.objects.filter(library=account.library_id)
    return Location.objects.none()
