"""How long a logged question may live on this computer, in its rows and in every copy of them (design § 7).

The one place for it: the log, the counts and the copies ask here.
"""

from datetime import date, timedelta

OPEN_UNTIL_DAY = 7
"""A month takes changes until this day of the next one (design § 8); then it is folded into counts."""
ROWS_LIVE = timedelta(days=90)
"""After their month was folded rows serve the KB list only, and no longer than this."""
COPIES_LIVE = timedelta(days=28)
"""A backup, a copy from before a change and a file that was set aside; sooner when a row in it is too old."""


def closed_from(day: date) -> date:
    """The first day on which the month of a day takes no changes."""
    next_month = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return next_month + timedelta(days=OPEN_UNTIL_DAY)


def rows_go_on(day: date) -> date:
    """The day on which rows of the month of a day go at the latest."""
    return closed_from(day) + ROWS_LIVE


def oldest_day(today: date) -> date:
    """The earliest day of which rows may still be kept: the first of a month."""
    month = today.replace(day=1)
    while today < rows_go_on(before := _month_before(month)):
        month = before
    return month


def _month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)
