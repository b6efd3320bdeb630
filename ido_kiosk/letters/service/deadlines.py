"""Terms: computed for a whitelist of decisions only; for the rest the last day stands in the visitor's own letter.

The rules, each by its source:

- Awb 6:7: an objection has a term of six weeks. Awb 6:8: it begins on the day after the decision was made known.
- Awb 6:9: what is posted is in time when it was posted before the term ends and received within a week after that.
- Algemene termijnenwet art. 1: a term that ends on a Saturday, a Sunday or a general holiday runs to the end of the
  next day that is none of these. Art. 3: which days are general holidays, Good Friday and 5 May among them. Art. 2
  (terms of a few days) and art. 4 (terms of more than twelve weeks) do not touch six weeks.

Days that a decree makes like holidays (art. 3, third part) are not known here, which can only make the day earlier.
"""

from datetime import date, timedelta
from functools import cache
from typing import Literal

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.letters.content.letter import OBJECTION

State = Literal["time", "near", "past"]
"""Time enough; a week or less; over."""

_NEAR = timedelta(days=7)
_POST_EARLIER = timedelta(days=7)
_SATURDAY = 5


class Rule(msgspec.Struct, frozen=True):
    """How long a term is, and the law that says so."""

    weeks: int
    law: str


RULES = {OBJECTION: Rule(6, "Awb 6:7, 6:8 en 6:9; Algemene termijnenwet art. 1 en 3")}


class Deadline(msgspec.Struct, frozen=True):
    """A term that was computed."""

    rule: str
    decided_on: date
    last_day: date
    post_by: date
    """A week earlier, for the post may take days."""
    state: State


class CallToday(msgspec.Struct, frozen=True):
    """No term is computed: whose number to call today, by its code."""

    organisation: str


class _Decision(msgspec.Struct, frozen=True):
    organisation: str
    rule: str
    """Empty: never computed."""
    call: str = ""


_DECISIONS = {
    "aanslag": _Decision("BD", OBJECTION),
    "toeslag": _Decision("TOE", OBJECTION),
    "ww": _Decision("UWV", OBJECTION),
    "wia": _Decision("UWV", OBJECTION),
    "ziektewet": _Decision("UWV", "", "UWV"),
    "aow": _Decision("SVB", OBJECTION),
    "kinderbijslag": _Decision("SVB", OBJECTION),
    "studiefinanciering": _Decision("DUO", OBJECTION),
    "eigen_bijdrage": _Decision("CAK", OBJECTION),
    "bijstand": _Decision("GEM", OBJECTION),
    "wmo": _Decision("GEM", OBJECTION),
    "rijbewijs": _Decision("CBR", OBJECTION),
    "verblijf": _Decision("IND", "", "IND"),
    "strafbeschikking": _Decision("CJIB", "", "JUL"),
}
"""The whitelist, and what is never computed because its term is shorter or of another kind."""


def decisions(organisation: str) -> list[str]:
    """The kinds of decision of an organisation that are known; none: the last day stands in the own letter."""
    return [name for name, decision in _DECISIONS.items() if decision.organisation == organisation]


def decision_name(decision: str) -> str:
    """What a kind of decision is called."""
    return {
        "aanslag": _("Aanslag van de Belastingdienst"),
        "toeslag": _("Beslissing over een toeslag"),
        "ww": _("WW-uitkering"),
        "wia": _("WIA-uitkering"),
        "ziektewet": _("Ziektewet-uitkering"),
        "aow": _("AOW"),
        "kinderbijslag": _("Kinderbijslag"),
        "studiefinanciering": _("Studiefinanciering of studieschuld"),
        "eigen_bijdrage": _("Eigen bijdrage"),
        "bijstand": _("Bijstand of bijzondere bijstand"),
        "wmo": _("Hulp thuis (Wmo)"),
        "rijbewijs": _("Rijbewijs"),
        "verblijf": _("Verblijf in Nederland (IND)"),
        "strafbeschikking": _("Strafbeschikking"),
    }[decision]


def deadline(decision: str, decided_on: date, today: date) -> Deadline | CallToday:
    """The term for a kind of decision that was made known on a day.

    Raises KeyError for a kind that is not known, and DeskError for a day that has not been.
    """
    kind = _DECISIONS[decision]
    if not kind.rule:
        return CallToday(kind.call)
    if decided_on > today:
        raise DeskError(_("Deze dag is nog niet geweest. Neem de datum over van uw brief."))
    last = next_working_day(decided_on + timedelta(weeks=RULES[kind.rule].weeks))
    return Deadline(kind.rule, decided_on, last, last - _POST_EARLIER, state(last, today))


def state(last_day: date, today: date) -> State:
    """How near the last day is."""
    if today > last_day:
        return "past"
    return "near" if last_day - today <= _NEAR else "time"


def next_working_day(day: date) -> date:
    """The day itself, or the next that is no Saturday, Sunday or general holiday (Algemene termijnenwet art. 1)."""
    while day.weekday() >= _SATURDAY or day in general_holidays(day.year):
        day += timedelta(days=1)
    return day


@cache
def general_holidays(year: int) -> frozenset[date]:
    """The general holidays of a year (Algemene termijnenwet art. 3); 5 May is one every year."""
    import holidays

    return frozenset(holidays.country_holidays("NL", years=year, categories=(holidays.PUBLIC, holidays.OPTIONAL)))
