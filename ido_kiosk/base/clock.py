"""The one source of the date and time; a test or a throw-away data folder may pretend that it is another day."""

import time
from datetime import date, datetime

_pretended: list[date] = []
_NOON = 12


def today() -> date:
    """The local day, or the pretended one."""
    return _pretended[-1] if _pretended else date.today()  # noqa: TID251, DTZ011 - the one place, and the local day is meant


def now() -> datetime:
    """The local moment; noon of the pretended day."""
    if not _pretended:
        return datetime.now()  # noqa: TID251, DTZ005 - the one place, and the local time is meant
    return datetime(_pretended[-1].year, _pretended[-1].month, _pretended[-1].day, _NOON)  # noqa: DTZ001 - local


def moment() -> int:
    """Seconds since 1970, also on a pretended day: for how long a signed request counts, and nothing else."""
    return int(time.time())


def pretend(day: date | None) -> None:
    """Let ``today`` give this day from now on; None means the real day again."""
    _pretended[:] = [] if day is None else [day]
