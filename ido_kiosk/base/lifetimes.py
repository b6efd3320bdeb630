"""How long a logged question may live on this computer, in its rows and in every copy of them (design § 7)."""

from datetime import date, timedelta

FOLDED_ON_DAY = 8
"""A month stays open until day 7 of the next one, and is then folded into counts."""
ROWS_LIVE = timedelta(days=90)
"""After their month was folded rows serve the KB list only, and no longer than this."""
COPIES_LIVE = timedelta(days=28)
"""A backup, a copy from before a change and a file that was set aside; sooner when a row in it is too old."""


def oldest_day(today: date) -> date:
    """The earliest day of which rows may still be kept: the first of a month."""
    month = today.replace(day=1)
    while today <= _folded_on(before := _month_before(month)) + ROWS_LIVE:
        month = before
    return month


def _month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def _folded_on(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=FOLDED_ON_DAY)
