"""A made-up desk: a year of questions with the weights of facts/tech-data.md § 3c, for measuring and attacking."""

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from ido_kiosk.statistics.service.folding import fold
from ido_kiosk.statistics.service.pool import Cell, Counted, Pool
from ido_kiosk.statistics.service.scheme import Rules, close_month
from ido_shared.content.codes import Codes

DAYS_OF_MONTH = (21, 20, 22, 21, 20, 22, 22, 21, 22, 22, 20, 21)
"""Days on which the desk is open."""
PEAK = 3.0
"""So many times the usual number, in the months of a topic's season."""
SEASONS = {"AAN": (3, 4), "AAS": (3, 4, 5), "THU": (12, 1), "TZO": (12, 1), "STU": (9,), "ENG": (1, 11)}
RESULTS = {"OPG": 70, "DEE": 8, "WAC": 7, "TER": 5, "DVW": 6, "GRE": 1, "NIE": 3}
CHANNELS = {"BAL": 88, "LOP": 5, "RUI": 2, "TEL": 3, "MAI": 1, "BUI": 1}
OTHER_ORGANISATION = 0.03
"""So often has a question another organisation than its topic usually has."""


@dataclass(frozen=True)
class MadeUp:
    """A question as the desk would log it."""

    month: int
    day: int
    topic: str
    kind: str
    organisation: str
    result: str
    channel: str
    warm: str
    helped: frozenset[str]
    referrals: frozenset[str] = field(default_factory=frozenset)
    signals: frozenset[str] = field(default_factory=frozenset)


def year_of(
    codes: Codes, a_week: float, chance: random.Random, other_organisation: float = OTHER_ORGANISATION
) -> list[MadeUp]:
    """A year of questions of a desk that has so many a week."""
    topics = [code for code in codes.topics if code != "XXX"]
    chance.shuffle(topics)
    made = []
    for month, days in enumerate(DAYS_OF_MONTH, start=1):
        weights = [
            (PEAK if month in SEASONS.get(topic, ()) else 1) / rank for rank, topic in enumerate(topics, start=1)
        ]
        for day in range(1, days + 1):
            asked = chance.choices(topics, weights, k=_poisson(a_week / 5, chance))
            made += [_question(codes, topic, month, day, chance, other_organisation) for topic in asked]
    return made


def released(questions: Iterable[MadeUp], codes: Codes, year: str, rules: Rules) -> list[Cell]:
    """What leaves of the questions of a year, month after month."""
    themes = {code: topic.theme for code, topic in codes.topics.items()}
    pool = Pool(year)
    by_month: dict[int, list[MadeUp]] = {number: [] for number in range(1, 13)}
    for question in questions:
        by_month[question.month].append(question)
    cells: list[Cell] = []
    for number, asked in by_month.items():
        month = f"{year}-{number:02}"
        folded = {spot: Counted(count, rules.k) for spot, count in fold(asked, month, themes).items()}
        pool.open(month, len(asked), folded, rules.lists)
        cells += close_month(pool, month, rules)
    return cells


def _question(
    codes: Codes, topic: str, month: int, day: int, chance: random.Random, other_organisation: float
) -> MadeUp:
    """A question about a topic; what goes with it is mostly as usual."""
    usual = codes.topics[topic]
    other = chance.random() < other_organisation
    result = _one_of(RESULTS, chance)
    helped = {usual.help} | ({chance.choice(list(codes.help))} if chance.random() < 0.25 else set())
    referred = result == "DVW" or chance.random() < 0.08
    troubled = codes.results[result].asks_signal and chance.random() < 0.6
    return MadeUp(
        month=month,
        day=day,
        topic=topic,
        kind=usual.kind,
        organisation=chance.choice(codes.organisations) if other else usual.organisation,
        result=result,
        channel=_one_of(CHANNELS, chance),
        warm=chance.choice(["JA", "NEE", "NEE"]) if referred else "GEEN",
        helped=frozenset(helped),
        referrals=frozenset({chance.choice(list(codes.referrals))} if referred else ()),
        signals=frozenset({chance.choice(list(codes.signals))} if troubled else ()),
    )


def _one_of(weights: dict[str, int], chance: random.Random) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _poisson(mean: float, chance: random.Random) -> int:
    """How many come on a day when so many come on average (Knuth's way; the means here are small)."""
    limit, count, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        count, product = count + 1, product * chance.random()
    return count
