"""Write lines into the audit log, and let them go when their term is over."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from ido_regie import clock
from ido_regie.audit.models import Action, Entry

LONGEST = 120


def record(action: Action, login: str, subject: str = "") -> None:
    """Add a line: this login did this, about this thing. Write it in the transaction of what it tells about."""
    Entry.objects.create(moment=clock.now(), login=login, action=action, subject=subject[:LONGEST])


def clear_old() -> int:
    """Remove the lines whose term is over (``IDO_REGIE_LOG_DAYS``); gives how many. That it was done is a line itself.

    Lines name people by their login, so they stay no longer than someone may ask who did what.
    """
    days: int = settings.INSTALLATION.log_days
    old = Entry.objects.filter(moment__lt=clock.now() - timedelta(days=days))
    with transaction.atomic():
        if number := old.count():
            # First this line: the database compares with the newest one.
            record(Action.CLEARED, "", f"{number} {'regel' if number == 1 else 'regels'}, ouder dan {days} dagen")
            old.delete()
    return number
