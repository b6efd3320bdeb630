"""What a question is: as the desk saw it, and as it stands in the log; both in codes only."""

from collections.abc import Container
from datetime import date

import msgspec

from ido_shared.content.codes import NOT_FILLED_IN, Codes

USUAL_RESULT = "OPG"
USUAL_CHANNEL = "BAL"
NO_REFERRAL = "GEEN"
"""The code of *warm* where nobody was sent on."""
REFERRED = "DVW"
"""The code of the help that a referral is."""
LETTER = "PAP"
"""The code of the help that a letter on paper is."""
NO_PLACE = "GPA"
"""The kind of referral that says that there was no fitting place."""
NOT_IN_KB, IN_KB, CHANGED_SINCE_KB = "NEE", "JA", "WIJ"
"""Whether the question stands in the national form; the last: it does, but it was changed here since."""


class Asked(msgspec.Struct, frozen=True):
    """A question as the desk saw it. What is empty is as usual for its topic."""

    topic: str
    helped: tuple[str, ...] = ()
    result: str = USUAL_RESULT
    kind: str = ""
    organisation: str = ""
    channel: str = USUAL_CHANNEL
    warm: str = ""
    referrals: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()


class Logged(msgspec.Struct, frozen=True):
    """A question that is safe on disk."""

    id: int
    visit: int


class LoggedQuestion(msgspec.Struct, frozen=True):
    """A logged question in its codes; the order of the fields is that of the columns of the table."""

    id: int
    day: date
    visit: int
    place: str
    kind: str
    topic: str
    organisation: str
    result: str
    channel: str
    warm: str
    code_list: int
    to_complete: bool
    """It was tallied or its visit was wiped: what nobody said is *niet ingevuld*, until it is completed."""
    kb: str
    helped: tuple[str, ...]
    referrals: tuple[str, ...]
    signals: tuple[str, ...]

    @property
    def asked(self) -> Asked:
        """The same as the desk saw it, to change it."""
        return Asked(
            topic=self.topic,
            helped=self.helped,
            result=self.result,
            kind=self.kind,
            organisation=self.organisation,
            channel=self.channel,
            warm=self.warm,
            referrals=self.referrals,
            signals=self.signals,
        )


TALLY = Asked(topic=NOT_FILLED_IN, result=NOT_FILLED_IN)
"""A question of which only is known that it was asked."""


def filled_in(codes: Codes, asked: Asked) -> Asked:
    """The same with what is usual for its topic in the place of what is empty."""
    topic = codes.topics.get(asked.topic)
    is_referred = any(kind != NO_PLACE for kind in asked.referrals)
    warm = asked.warm or (NOT_FILLED_IN if is_referred or topic is None else NO_REFERRAL)
    return msgspec.structs.replace(
        asked,
        kind=asked.kind or (topic.kind if topic else NOT_FILLED_IN),
        organisation=asked.organisation or (topic.organisation if topic else NOT_FILLED_IN),
        helped=asked.helped or ((topic.help,) if topic else ()),
        warm=warm,
    )


def completed(asked: Asked) -> Asked:
    """The same once it is confirmed: what nobody said becomes what is usual."""
    return msgspec.structs.replace(
        asked,
        kind="" if asked.kind == NOT_FILLED_IN else asked.kind,
        organisation="" if asked.organisation == NOT_FILLED_IN else asked.organisation,
        result=USUAL_RESULT if asked.result == NOT_FILLED_IN else asked.result,
        warm="" if asked.warm == NOT_FILLED_IN else asked.warm,
    )


def about(codes: Codes, topic: str, asked: Asked) -> Asked:
    """The same question, but about another topic: what was usual for the old one becomes what is for the new one."""
    before, after = codes.topics.get(asked.topic), codes.topics[topic]
    more = (code for code in asked.helped if before is None or code != before.help)
    helped = tuple(dict.fromkeys((after.help, *more)))
    return msgspec.structs.replace(completed(asked), topic=topic, helped=helped, kind="", organisation="")


def with_referral(asked: Asked, kind: str, warm: str) -> Asked:
    """The same question, also sent on to a place of this kind; *no fitting place* is no help."""
    referrals = tuple(dict.fromkeys((*asked.referrals, kind)))
    if kind == NO_PLACE:
        return msgspec.structs.replace(asked, referrals=referrals)
    helped = tuple(dict.fromkeys((*asked.helped, REFERRED)))
    return msgspec.structs.replace(asked, referrals=referrals, helped=helped, warm=warm)


def asks_signal(codes: Codes, asked: Asked) -> bool:
    """Whether a signal is asked with it: by how it ended, or because a letter on paper was needed (design § 7)."""
    result = codes.results.get(asked.result)
    return (result is not None and result.asks_signal) or LETTER in asked.helped


def unknown_code(codes: Codes, asked: Asked) -> str:
    """The first code of a question that is not in its list; empty when all are."""
    single: list[tuple[str, Container[str]]] = [
        (asked.kind, codes.kinds),
        (asked.topic, codes.topics),
        (asked.organisation, codes.organisations),
        (asked.result, codes.results),
        (asked.channel, codes.channels),
        (asked.warm, codes.warm),
    ]
    several: list[tuple[str, Container[str]]] = [
        *((code, codes.help) for code in asked.helped),
        *((code, codes.referrals) for code in asked.referrals),
        *((code, codes.signals) for code in asked.signals),
    ]
    wrong = [code for code, known in single if code != NOT_FILLED_IN and code not in known]
    return next(iter([*wrong, *(code for code, known in several if code not in known)]), "")
