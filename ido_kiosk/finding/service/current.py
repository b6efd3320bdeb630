"""What matters these weeks: days that come near, told with the facts that hold today."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import msgspec

from ido_kiosk.finding.content.situations import Current
from ido_kiosk.guides.service import Library, Teller, Translate
from ido_kiosk.guides.service.telling import capital

_MOST = 3


class Reminder(msgspec.Struct, frozen=True):
    """What to do before a day, how sure that day is, and the guide that helps."""

    words: str
    remark: Callable[[], str]
    """Makes the words on how sure the day is: months come with a library of their own, and a start need not wait."""
    guide: str


def reminders(library: Library, current: Iterable[Current], today: date, translate: Translate) -> list[Reminder]:
    """What to say today, the nearest day first; at most three, and nothing whose day may not be shown."""
    teller = Teller(library, today, translate)
    near = [one for one in current if _is_near(teller, one)]
    near.sort(key=lambda one: library.facts[one.last_day].valid_to or date.max)
    return [_reminder(teller, one) for one in near[:_MOST]]


def _is_near(teller: Teller, one: Current) -> bool:
    facts = [teller.library.facts[one.last_day], *teller.facts([one.text])]
    last = facts[0].valid_to
    if last is None or not all(teller.may_show(fact) for fact in facts):
        return False
    return last - timedelta(days=one.days) <= teller.today <= last


def _reminder(teller: Teller, one: Current) -> Reminder:
    def remark() -> str:
        return f"{capital(teller.sureness(teller.library.facts[one.last_day]))}."

    return Reminder(teller.item(one.text), remark, one.guide)
