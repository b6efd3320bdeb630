"""Log in through the identity provider of the municipality, for accounts that the administrator made."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations.models import Account

CLAIM = "preferred_username"
"""What the provider calls the login; it must be the one that the administrator gave the account."""


class KnownAccounts(OIDCAuthenticationBackend):  # type: ignore[misc]  # the package ships no types
    """Whoever the provider names gets the account of that login, and nobody gets a new one."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, asked at each page; none when it was closed or is gone."""
        return Account.objects.filter(pk=user_id, is_active=True).first()

    def verify_claims(self, claims: Mapping[str, Any]) -> bool:
        """Whether the provider names a login."""
        return bool(claims.get(CLAIM))

    def filter_users_by_claims(self, claims: Mapping[str, Any]) -> QuerySet[Account]:
        """The account of the login that the provider names, unless it is closed."""
        return Account.objects.filter(login=claims.get(CLAIM), is_active=True)

    def update_user(self, user: Account, claims: Mapping[str, Any]) -> Account:
        """Nothing of the provider is kept; that someone logged in is written down."""
        with transaction.atomic():
            record(Action.LOGIN, user.login, "via OIDC")
        return user
