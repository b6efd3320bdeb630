"""The one source of the date and time in regie; a test may pretend that it is another day."""

import os
import time
from datetime import date, datetime

from django.utils import timezone

PRETENDED_DAY = "IDO_REGIE_DATUM"
"""Name of the environment variable that holds the pretended day, ``YYYY-MM-DD``; the server process inherits it."""


def today() -> date:
    """The day in the Netherlands, or the pretended one."""
    return timezone.localdate(now())


def now() -> datetime:
    """This moment, with its time zone; on a pretended day the time of day is the real one."""
    moment = timezone.localtime()
    pretended = os.environ.get(PRETENDED_DAY)
    if pretended is None:
        return moment
    return datetime.combine(date.fromisoformat(pretended), moment.time(), moment.tzinfo)


def moment() -> int:
    """Seconds since 1970, also on a pretended day: for how long a signed request counts, and nothing else."""
    return int(time.time())
