"""What stands in every publication: its views, and how their numbers add up."""

from collections.abc import Collection, Iterator, Mapping

from ido_regie.codes import known_codes
from ido_regie.publication.audit import Key, Sum
from ido_shared import counts

TOTAL, VISITS, THEME = "vragen", "bezoeken", "thema"
"""Views beside those of the contract: the two totals, and topics by theme."""
REST, NOT_FILLED_IN = "REST", "NI"
SINGLE = (counts.ORGANISATION, counts.RESULT, counts.CHANNEL)
SEVERAL = (counts.REFERRAL, counts.SIGNAL)


def sums_of(period: str, keys: Collection[Key]) -> Iterator[Sum]:
    """How the numbers of one period add up; ``keys`` may hold those of others too."""
    whole = Key(period, TOTAL, "")
    own = [key for key in keys if key.period == period]
    for view in (THEME, *SINGLE):  # one code a question
        yield Sum(whole, tuple(key for key in own if key.view == view), is_exact=True)
    of_theme: dict[str, list[Key]] = {}
    for key in own:
        if key.view == counts.TOPIC and key.code in known_codes().topics:
            of_theme.setdefault(known_codes().topics[key.code].theme, []).append(key)
    for theme, topics in of_theme.items():
        yield Sum(Key(period, THEME, theme), tuple(topics), is_exact=False)
    for key in own:
        if key.view in SEVERAL:  # each code at most once a question
            yield Sum(whole, (key,), is_exact=False)


def fits(one: Sum, numbers: Mapping[Key, int]) -> bool:
    """Whether numbers add up in this way."""
    parts, total = sum(numbers[key] for key in one.parts), numbers[one.total]
    return parts == total if one.is_exact else parts <= total
