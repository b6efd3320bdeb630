"""The rules of the real code lists, for tests of what leaves."""

from functools import cache, partial

import msgspec

from ido_kiosk.base import paths
from ido_kiosk.statistics.service.pool import Lists, lists_of
from ido_kiosk.statistics.service.scheme import Rules, drawn
from ido_shared import counts
from ido_shared.content.organisation_reader import read_organisations
from ido_shared.content.problems import Report
from tests.store import PLACE, codes

SECRET = bytes(range(32))


@cache
def lists() -> Lists:
    """The code lists as the rules need them."""
    found = read_organisations(paths.forms(), codes().organisations, [], Report())
    return lists_of(codes(), {code: each.kind for code, each in found.items()})


@cache
def short_lists(topics: tuple[str, ...]) -> Lists:
    """The same with few topics and their organisations: quicker, and with fewer places to hide."""
    whole = lists()
    organisations = tuple(dict.fromkeys(whole.of_topic[counts.ORGANISATION][topic] for topic in topics))
    few = {counts.TOPIC: topics, counts.ORGANISATION: organisations, counts.SIGNAL_OF: organisations}
    return Lists({**whole.codes, **few}, whole.themes, whole.of_topic)


def rules(k: int = 5, secret: bytes = SECRET, topics: tuple[str, ...] = ()) -> Rules:
    """The rules at a desk."""
    return Rules(short_lists(topics) if topics else lists(), k, partial(drawn, secret, PLACE))


class Asked(msgspec.Struct, frozen=True):
    """A question with its codes."""

    topic: str = "DGA"
    kind: str = "DO"
    organisation: str = "DIGID"
    result: str = "OPG"
    channel: str = "BAL"
    warm: str = "GEEN"
    helped: tuple[str, ...] = ("MEE",)
    referrals: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
