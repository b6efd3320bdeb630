"""Made-up questions of a desk: more in spring, fewer in summer, with topics as they are asked in libraries."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ido_regie.codes import known_codes
from ido_shared import counts

SEASON = (1.2, 1.15, 1.3, 1.25, 1.0, 0.9, 0.6, 0.65, 1.05, 1.0, 1.0, 0.8)
"""How busy each month is, against an average one."""
IN_SEASON = {
    "AAN": (3, 4),
    "TZO": (11, 12, 1),
    "THU": (11, 12, 1),
    "ENG": (10, 11, 12, 1),
    "STU": (8, 9),
    "ZVZ": (11, 12),
}
WEIGHTS = {
    "DGA": 14,
    "DGP": 12,
    "MOB": 8,
    "AAN": 8,
    "TEL": 8,
    "VHZ": 6,
    "THU": 6,
    "TZO": 6,
    "BRF": 5,
    "RIJ": 5,
    "AFG": 5,
}
"""How often a topic is asked, against 2 for all others."""
RESULTS = (("OPG", 62), ("DEE", 12), ("WAC", 8), ("TER", 6), ("DVW", 7), ("GRE", 2), ("NIE", 3))
CHANNELS = (("BAL", 80), ("LOP", 10), ("TEL", 6), ("BUI", 4))
REFERRALS = (("GEM", 5), ("SRL", 4), ("ORG", 4), ("WEL", 3), ("DTH", 3), ("SCH", 2), ("THA", 2), ("GPA", 4))
SIGNALS = (("DIG", 6), ("TAA", 5), ("INL", 4), ("BER", 3), ("TEC", 2), ("GPV", 1))
NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag")
GROWTH = 1.18
"""The second year is so much busier than the first."""


@dataclass(frozen=True)
class Busy:
    """How busy a made-up desk is: questions a week, its weekdays, and for how long it has been silent."""

    weekly: float
    weekdays: tuple[int, ...]
    silent_days: int = 0

    @property
    def hours(self) -> str:
        """Its opening hours in words."""
        return ", ".join(NAMES[day] for day in self.weekdays) + " 10.00 tot 12.00 uur"


@dataclass(frozen=True)
class Day:
    """A day of a desk: what it was, and its questions, each as its codes per view."""

    day: date
    kind: str
    questions: tuple[dict[str, tuple[str, ...]], ...]
    visits: int


def days(busy: Busy, first: date, last: date, chance: random.Random) -> Iterator[Day]:
    """The days on which a desk should be open."""
    day = first
    while day <= last:
        if day.weekday() in busy.weekdays:
            yield _day(busy, day, day.year > first.year, chance)
        day += timedelta(days=1)


def _day(busy: Busy, day: date, later: bool, chance: random.Random) -> Day:
    if chance.random() < 0.04:
        return Day(day, chance.choice(("DIC", "NBM")), (), 0)
    expected = busy.weekly / len(busy.weekdays) * SEASON[day.month - 1] * (GROWTH if later else 1)
    number = sum(1 for _ in range(int(expected * 4) + 4) if chance.random() < expected / (int(expected * 4) + 4))
    questions = tuple(_question(day, chance) for _ in range(number))
    visits = number - sum(1 for _ in range(number - 1) if chance.random() < 0.15)
    return Day(day, "OPN" if number else "NUL", questions, visits)


def _question(day: date, chance: random.Random) -> dict[str, tuple[str, ...]]:
    """The codes of one question per view; a code of two parts has a colon between them."""
    topics = known_codes().topics
    topic = topics[_pick(tuple((code, _weight(code, day)) for code in topics), chance)]
    result = _pick(RESULTS, chance)
    referral = (_pick(REFERRALS, chance),) if result in ("DVW", "DEE", "GRE") or chance.random() < 0.08 else ()
    signal = (_pick(SIGNALS, chance),) if result not in ("OPG", "WAC") and chance.random() < 0.6 else ()
    warm = ("JA" if chance.random() < 0.35 else "NEE") if referral and referral != ("GPA",) else "GEEN"
    paper = ("PAP",) if chance.random() < 0.09 else ()
    return {
        counts.KIND: (topic.kind,),
        counts.TOPIC: (topic.code,),
        counts.ORGANISATION: (topic.organisation,),
        counts.RESULT: (result if chance.random() > 0.03 else "NI",),
        counts.CHANNEL: (_pick(CHANNELS, chance),),
        counts.WARM: (warm,),
        counts.HELP: (topic.help, *paper),
        counts.REFERRAL: referral,
        counts.SIGNAL: signal,
        counts.NO_PLACE: (f"GPA:{topic.theme}",) if referral == ("GPA",) else (),
        counts.SIGNAL_OF: tuple(f"{code}:{topic.organisation}" for code in signal),
    }


def _weight(code: str, day: date) -> int:
    return WEIGHTS.get(code, 2) * (3 if day.month in IN_SEASON.get(code, ()) else 1)


def _pick(options: tuple[tuple[str, int], ...], chance: random.Random) -> str:
    return chance.choices([code for code, _ in options], [weight for _, weight in options])[0]
