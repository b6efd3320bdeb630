"""Accounts of staff: made with a random password that is shown once."""

from ido_regie.organisations.codes import new_password
from ido_regie.organisations.models import Account, Municipality


def make_account(login: str, municipality: Municipality) -> str:
    """Make an account for one municipality; gives its password, which is not kept in a readable form."""
    password = new_password()
    account = Account(login=login, municipality=municipality)
    account.set_password(password)
    account.save()
    return password


def renew_password(login: str) -> str:
    """Give an account a new password; other sessions end. Raises Account.DoesNotExist."""
    account = Account.objects.get(login=login)
    password = new_password()
    account.set_password(password)
    account.save(update_fields=["password"])
    return password
