"""*Nu actueel*: what is told on which days, from the facts as they are in forms/."""

from datetime import date

import msgspec

from ido_kiosk.base import language
from ido_kiosk.finding.service import Reminder, Situations, reminders
from ido_kiosk.guides.service import Library


def told(library: Library, situations: Situations, today: date) -> list[Reminder]:
    return reminders(library, situations.current.values(), today, language.content)


def test_a_day_is_told_until_it_is_over(library: Library, situations: Situations) -> None:
    guide = "zorgverzekering-overstappen"
    last = told(library, situations, date(2026, 12, 31))
    assert "31 december 2026" in last[0].words and last[0].guide == guide
    assert "nog niet nagekeken" in last[0].remark
    next_day = told(library, situations, date(2027, 1, 1))
    assert "31 januari 2027" in next_day[0].words and next_day[0].guide == guide


def test_the_nearest_day_comes_first_and_never_more_than_three(library: Library, situations: Situations) -> None:
    current = [msgspec.structs.replace(one, days=3000) for one in situations.current.values()]
    shown = reminders(library, current, date(2026, 12, 1), language.content)
    days = ("31 december 2026", "31 januari 2027", "1 mei")
    assert len(shown) == 3 and all(day in one.words for day, one in zip(days, shown, strict=True))


def test_nothing_is_told_when_no_day_is_near_or_the_facts_are_old(library: Library, situations: Situations) -> None:
    assert told(library, situations, date(2026, 9, 15)) == []
    assert told(library, situations, date(2030, 12, 15)) == []


def test_a_day_that_nobody_checked_is_not_told(library: Library, situations: Situations) -> None:
    fact = msgspec.structs.replace(library.facts["zorg_overstappen_tot"], confidence="C")
    unsure = msgspec.structs.replace(library, facts=library.facts | {"zorg_overstappen_tot": fact})
    words = [one.words for one in told(unsure, situations, date(2026, 12, 20))]
    assert words and not any("zorgverzekering" in one for one in words)
