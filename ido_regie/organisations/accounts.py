"""Accounts of staff: made with a random password that is shown once."""

from django.db import transaction

from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations import lockout
from ido_regie.organisations.codes import new_password
from ido_regie.organisations.models import Account, Library, Municipality, Role


def make_account(
    login: str,
    municipality: Municipality | None = None,
    role: Role = Role.REGIE,
    library: Library | None = None,
    by: str = "",
) -> str:
    """Make an account with its role and border; gives its password, which is not kept in a readable form."""
    password = new_password()
    account = Account(login=login, role=role, municipality=municipality, library=library)
    account.set_password(password)
    with transaction.atomic():
        account.save()
        record(Action.ACCOUNT, by, login)
    return password


def renew_password(login: str, by: str = "") -> str:
    """Give an account a new password; other sessions end, a lock-out too. Raises Account.DoesNotExist."""
    account = Account.objects.get(login=login)
    password = new_password()
    account.set_password(password)
    with transaction.atomic():
        account.save(update_fields=["password"])
        lockout.forget(login)
        record(Action.PASSWORD, by, login)
    return password


def set_active(account: Account, active: bool, by: str) -> None:
    """Let an account log in, or no longer; its sessions end at once. Written down only when it changes something."""
    with transaction.atomic():
        if Account.objects.filter(pk=account.pk, is_active=not active).update(is_active=active):
            record(Action.ACCOUNT, by, account.login)
