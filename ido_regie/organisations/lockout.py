"""Lock a login out for a while after too many wrong passwords; a name that does not exist is treated alike."""

from datetime import timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from ido_regie import clock
from ido_regie.audit.models import Action
from ido_regie.audit.service import record
from ido_regie.organisations.models import FailedLogin

TRIES = 5
LOCKED_FOR = timedelta(minutes=15)


def is_locked(login: str) -> bool:
    """Whether this login failed too often in the last minutes."""
    return _recent(login) >= TRIES


def failed(login: str) -> None:
    """Remember that a login did not succeed."""
    with transaction.atomic():
        FailedLogin.objects.filter(moment__lte=clock.now() - LOCKED_FOR).delete()
        FailedLogin.objects.create(login_hash=_hash(login), moment=clock.now())
        if _recent(login) == TRIES:
            record(Action.LOCKED, "", "")


def forget(login: str) -> None:
    """Begin anew: the login succeeded, or got a new password."""
    FailedLogin.objects.filter(login_hash=_hash(login)).delete()


def _recent(login: str) -> int:
    """How often this login failed in the last minutes."""
    since = clock.now() - LOCKED_FOR
    return FailedLogin.objects.filter(login_hash=_hash(login), moment__gt=since).count()


def _hash(login: str) -> str:
    """A login as it is kept: people now and then type their password in the wrong field."""
    return salted_hmac("ido_regie.organisations.lockout", login, algorithm="sha256").hexdigest()
