"""*Nog na te kijken*: which facts and guides want a human eye, and which this library has answered."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from ido_kiosk.guides.content.guide import Guide, Library
from ido_kiosk.guides.service.own_facts import Answer, is_own, with_own_facts
from ido_shared.content.facts import Fact


class ToCheck(msgspec.Struct, frozen=True):
    """The list, in the order in which it helps most."""

    never: tuple[Fact, ...]
    """Never checked, so not shown."""
    expired: tuple[Fact, ...]
    old: tuple[Fact, ...]
    """Shown, but checked long ago."""
    overdue: tuple[Guide, ...]
    answered: tuple[Fact, ...]
    """As this library says them, in force."""

    def number(self) -> int:
        """How much there is to do."""
        return sum(len(part) for part in (self.never, self.expired, self.old, self.overdue))


def to_check(national: Library, answers: Mapping[str, Answer], today: date) -> ToCheck:
    """The list for today: the national facts with this library's answers over them."""
    facts = list(with_own_facts(national, answers).facts.values())

    def those(wanted: Callable[[Fact], bool]) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if wanted(fact))

    return ToCheck(
        never=those(lambda fact: fact.state(today) == "hidden"),
        expired=those(lambda fact: fact.state(today) == "expired"),
        old=those(lambda fact: fact.state(today) in ("checked", "unchecked") and fact.is_old(today)),
        overdue=tuple(guide for guide in national.guides.values() if today >= guide.check_before),
        answered=those(is_own),
    )
