"""The one source of the date; a test or a throw-away data folder may pretend that it is another day."""

from datetime import date

_pretended: list[date] = []


def today() -> date:
    """The local day, or the pretended one."""
    return _pretended[-1] if _pretended else date.today()  # noqa: TID251, DTZ011 - the one place, and the local day is meant


def pretend(day: date | None) -> None:
    """Let ``today`` give this day from now on; None means the real day again."""
    _pretended[:] = [] if day is None else [day]
