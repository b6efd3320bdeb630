"""Write lines into the audit log."""

from ido_regie import clock
from ido_regie.audit.models import Action, Entry

LONGEST = 120


def record(action: Action, login: str, subject: str = "") -> None:
    """Add a line: this login did this, about this thing. Write it in the transaction of what it tells about."""
    Entry.objects.create(moment=clock.now(), login=login, action=action, subject=subject[:LONGEST])
